"""What people decide: where it stands, what it means, and what it does to a record."""

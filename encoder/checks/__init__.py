"""What is proved of a record, and checked in a file."""

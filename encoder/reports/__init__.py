"""What a run says, as text and as JSON."""

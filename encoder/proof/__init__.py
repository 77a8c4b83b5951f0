"""The proof that nothing was lost, and what is checked of our own output."""

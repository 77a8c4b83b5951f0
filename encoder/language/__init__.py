"""The vocabulary of each language, and what is recognised by it."""

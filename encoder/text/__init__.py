"""Bytes to characters, and characters to lines and paragraphs."""

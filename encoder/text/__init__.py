"""From bytes to characters, and from characters to lines and paragraphs."""

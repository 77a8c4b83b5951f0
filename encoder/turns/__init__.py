"""How speakers are marked: one file for each style, and which one a record uses."""

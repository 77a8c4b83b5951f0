"""The body of a record beside its turns: one file for each kind of block."""

"""What the body is made of beside turns: one file for each kind of thing."""

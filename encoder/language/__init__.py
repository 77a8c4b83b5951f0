"""What words mean in each language."""

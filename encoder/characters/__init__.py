"""Bytes and characters: what a file holds before anybody reads it."""

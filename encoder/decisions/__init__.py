"""Editors' decisions: read from tables, located in a record, and applied to it."""

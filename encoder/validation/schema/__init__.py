"""Schemas, and the engines that hold a file against one."""

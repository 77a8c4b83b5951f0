"""Marks over the words of a record: brackets, joins, dates, names, citations."""

"""Mark up the words of a record: brackets, joins, dates, names, citations."""

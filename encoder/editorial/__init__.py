"""What editors add to a record: joins, brackets, dates, people."""

"""What a record is: values only; no XML, no files, no command line."""

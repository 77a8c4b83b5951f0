"""Many records: which ones, where their TEI goes, and what became of each."""

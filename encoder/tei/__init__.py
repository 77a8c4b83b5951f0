"""The rooms that know TEI: a record becomes a document, and a document bytes."""

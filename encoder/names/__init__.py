"""Names of persons: labels, lists of participants, authority files, identification."""

"""Names of persons: labels, lists of those present, authority files, who is who."""

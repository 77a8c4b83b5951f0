"""Rules that hold for anybody’s TEI, and the schemas it is held against."""

"""Plain-text records of conversation into TEI P5: the front door of the library."""

__version__ = "0.1.0"

"""What the reading of pages is fitted on, and how it is measured."""

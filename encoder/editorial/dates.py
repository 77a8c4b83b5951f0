"""The date grammar's front door: what reads dates and hours, and nothing else.

The grammar is closed: what it does not understand is None, and never a guess.
`dates_words` holds its words, `dates_points` and `dates_periods` a rule for each
way of writing a date, `dates_hours` those for times; `dates_lines` reads lines,
`dates_running` running words.
"""

from encoder.editorial.dates_hours import parse_hours
from encoder.editorial.dates_lines import date_of, parse_dateline
from encoder.editorial.dates_running import find_days
from encoder.editorial.dates_when import agree, parse_when

__all__ = [
    "agree",
    "date_of",
    "find_days",
    "parse_dateline",
    "parse_hours",
    "parse_when",
]

"""The date grammar's front door: what reads dates and hours, and nothing else.

The grammar is closed: what it does not understand is None, and never a guess.
`dates_languages` holds its words, `dates_tokens` and `dates_east` find them in a text,
`dates_points` and `dates_periods` are the rules, `dates_when` asks them; `dates_hours`
reads times, `dates_lines` whole lines, `dates_running` running words, and
`dates_around` tells which of their days are another's; `dates_figures` knows those that
only a configuration can read.
"""

from encoder.dates.dateline import date_of, parse_dateline
from encoder.dates.grammar import PLAIN, agree, is_like_a_date, parse_when
from encoder.dates.hours import parse_hours
from encoder.dates.numeric import deciding, is_dateline, is_refused, undecided
from encoder.dates.running import find_days

__all__ = [
    "PLAIN",
    "agree",
    "date_of",
    "deciding",
    "find_days",
    "is_dateline",
    "is_like_a_date",
    "is_refused",
    "parse_dateline",
    "parse_hours",
    "parse_when",
    "undecided",
]

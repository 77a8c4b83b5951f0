"""Parse dates and times of day in records.

The grammar is closed: what it does not understand is None, and never a guess. The
packs of `language` have its words; `tokens` and `cjk` find them in a text; `single`,
`periods` and `vague` are the rules, which `grammar` applies; `hours` reads times,
`dateline` whole lines, `running` running words, and `context` tells which of their
days are another's; `numeric` knows those that only a configuration can read.
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

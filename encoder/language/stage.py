"""Recognise stage directions and reactions in brackets: "[Laughter]", "(Beifall)"."""

from __future__ import annotations

import re

from encoder.language.pack import Formula

NOT_SAID = Formula(
    r"""
    (?: {noise-qualifier} [ ] )?
    (?: {stage-noise}
      | {crowd-noise} [ ] {crowd-noise-preposition} [ ] [\w '’,;-]{2,80}
      | (?: {entrance}
          # "Reading Room" is a name, whatever its first word.
          | (?! (?-i: [A-Z] ) \w+ [ ] (?-i: [A-Z] ) ) {stage-deed}
        ) (?: [ ][\w '’-]{2,30} )? )
    \.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Parliamentary reports: reactions of the house, and calls from the benches with the
# name of the caller: "(Abg. Reed: Hört, hört!)".
ROOM = Formula(
    r"""
    [(（] (?P<room>
        (?: {reaction-qualifier} [ ] ){0,2}
        (?: {reaction}
          | {reaction-call} (?= [ ]?: | [ ] {reaction-call-preposition} \b ) )
        \b (?: [^()\n] | \( [^()\n]{0,60} \) ){0,240}
      | (?: {caller-title} | {caller-title-stem} \w{4,12} ) [ ] [^():\n]{2,60} [ ]? :
        (?: [^()\n] | \( [^()\n]{0,60} \) ){1,400}
      | (?: {chamber-reaction-qualifier} [ ] )? {chamber-reaction} \b [^()\n]{0,240}
      | (?: {hall-reaction-qualifier} ,? [ ]
            (?: {hall-reaction-qualifier-second} [ ] )? )?
        {hall-reaction} (?: [ ] {hall-reaction-place} )? [ ,.\w]{0,60}
      | {bracketed-reaction}
    ) [)）]
    """,
    re.VERBOSE,
)


def is_not_said(words: str) -> bool:
    """Return whether a bracket is a stage direction or a reaction: "[Laughter]"."""
    return NOT_SAID.fullmatch(words[1:-1]) is not None

"""Unseen styles: the project's own dialogues, each set in every way there is.

Nobody has printed these pages, so nobody can have fitted the encoder to them: a style
that is known in one language, with one kind of label, must be known in all of them. The
head of each page stays as it is; only how its turns are set is changed.
"""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

from accuracy_records import Case, dialogues
from accuracy_short import starts
from accuracy_turns import Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def styles() -> Mapping[str, Callable[[int, str, str], str]]:
    """Return each style: how a turn is set, given its number, label and words."""
    return {
        "label and colon": lambda _, label, said: f"{label}: {said}\n\n",
        "colon, one line each": lambda _, label, said: f"{label}: {said}\n",
        "colon, wrapped": lambda _, label, said: _wrapped(f"{label}: {said}", ""),
        "colon, hanging": lambda _, label, said: _wrapped(f"{label}: {said}", "    "),
        "full-width colon": lambda _, label, said: f"{label}：{said}\n\n",
        "colon and tab": lambda _, label, said: f"{label}:\t{said}\n",
        "tab": lambda _, label, said: f"{label}\t{said}\n",
        "full stop": lambda _, label, said: f"{label.rstrip('.')}. {said}\n\n",
        "full stop and dash": lambda _, label, said: f"{label.rstrip('.')}.—{said}\n\n",
        "dash": lambda _, label, said: f"{label} – {said}\n\n",
        "hyphen": lambda _, label, said: f"{label} - {said}\n\n",
        "own line": lambda _, label, said: f"{label}\n\n{said}\n\n",
        "own line, close": lambda _, label, said: f"{label}\n{said}\n\n",
        "own line, colon": lambda _, label, said: f"{label}:\n{said}\n\n",
        "bold": lambda _, label, said: f"**{label}:** {said}\n\n",
        "bold, own line": lambda _, label, said: f"**{label}**\n\n{said}\n\n",
        "heading": lambda _, label, said: f"### {label}\n\n{said}\n\n",
        "brackets": lambda _, label, said: f"[{label}] {said}\n\n",
        "number": lambda n, label, said: f"{n + 1}. {label}: {said}\n\n",
        "time before": lambda n, label, said: f"[{_time(n)}] {label}: {said}\n\n",
        "time after": lambda n, label, said: f"{label} ({_time(n)}): {said}\n\n",
        "time, own line": lambda n, label, said: f"{label}  {_time(n)}\n{said}\n\n",
        "one paragraph": lambda _, label, said: f"{label}: {said} ",
    }


def restyled(style: str) -> Iterator[Case]:
    """Yield the own dialogues of four turns and more, set in another style."""
    setting = styles()[style]
    for case in dialogues():
        turns = [Turn(turn.speaker, _one_line(turn.text)) for turn in case.turns]
        if len(turns) > 3 and not any("(" in turn.speaker for turn in turns):
            first = next(starts(case.text, case.turns))
            head = case.text[: case.text.rfind("\n", 0, first) + 1]
            # What introduces the first turn on a page (a clock) is the style's.
            body = "".join(setting(n, *turn) for n, turn in enumerate(turns))
            text = f"{head.rstrip()}\n\n{body.rstrip()}\n"
            yield replace(case, text=text, turns=tuple(turns))


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _wrapped(words: str, indent: str) -> str:
    lines = textwrap.wrap(words, 60, subsequent_indent=indent, break_on_hyphens=False)
    return "\n".join((*lines, "", ""))


def _time(number: int) -> str:
    minutes, seconds = divmod(7 * number, 60)
    return f"00:{minutes:02}:{seconds:02}"

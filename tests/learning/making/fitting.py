"""Which values of the dimensions of a page do not go together."""

from __future__ import annotations

OWN_LINE = frozenset(
    "own-line own-line-apart own-line-colon own-line-colon-apart own-line-stop "
    "own-line-centred bold-own-line bold-own-line-colon markdown-heading".split()
)
# Marks that show where a label ends whatever is in it.
ENCLOSING = frozenset(
    "square square-colon round round-colon angle lenticular voice-tag guillemets bold "
    "bold-outside bold-plain italic underscores bullet-bold".split()
)
# Labels with brackets, commas or stops in them, which some marks cannot end.
_BRACKETED = frozenset("party place-brackets office-brackets".split())
_WITH_COMMA = frozenset("place-comma office-comma".split())
_STOPS = frozenset("full-stop stop-wide stop-dash stop-hyphens number-stop".split())
_LATIN = frozenset(
    "en de fr es it pt nl pl sv cs hu tr nonsense-latin".split()
)
_UNSPACED = frozenset({"zh", "ja"})


def fits(values: dict[str, str]) -> bool:
    """Return whether somebody would print a page with these values."""
    if "mark" not in values:
        return _wraps(values)
    return (
        _wraps(values)
        and _marks(values)
        and _names(values)
        and _stamps(values)
        and _script(values)
    )


def _wraps(values: dict[str, str]) -> bool:
    wrapped = values["wrap"] != "none"
    if values["line-numbers"] != "none" and not wrapped:
        return False
    if values["line-numbers"] != "none" and values["blanks"] in {"spaced", "ragged"}:
        return False
    if values["furniture"] in {"running-head", "foot", "recto-verso"} and not wrapped:
        return False
    if values["blanks"] == "spaced" and not wrapped:
        return False
    # Without indents or blanks nothing shows where a paragraph begins.
    flush = values["wrap"] in {"hard", "justified", "hyphens", "margin"}
    return not (flush and values["blanks"] == "none" and "mark" not in values)


def _marks(values: dict[str, str]) -> bool:
    mark, wrap = values["mark"], values["wrap"]
    own = mark in OWN_LINE
    if own and wrap != "none" and values["blanks"] in {"none", "spaced"}:
        return False
    if mark in {"own-line-apart", "own-line-colon-apart"} and values["blanks"] != "one":
        return False
    if mark in {"dash-em-close", "tab", "bar", "arrow"} and wrap == "margin":
        return False
    if mark == "run-in":
        plain = "stamps stages matter notes headings second-mark fault".split()
        return all(values[name] == "none" for name in plain) and wrap != "margin"
    if values["second-mark"] == "mid-paragraph" and (own or mark not in _RUNNING):
        return False
    return not (mark == "columns" and wrap in {"first-line", "hanging", "margin"})


_RUNNING = frozenset("colon full-stop colon-wide stop-wide stop-dash dash-em".split())


def _names(values: dict[str, str]) -> bool:
    mark, names = values["mark"], values["names"]
    east = not values["language"] in _LATIN
    if mark in _STOPS and names in {"handle", "small", "diarised", "numbered"}:
        return False
    # "Mr. Hale. Words" is printed; a full stop behind a small name is hardly.
    if mark in _STOPS and names in {"full", "surname", "given"}:
        return values["kind"] in {"play", "conversation", "meeting", "parliament"}
    if names in _BRACKETED and mark in {"round", "round-colon", "run-in"}:
        return False
    if names in _WITH_COMMA and mark in {"tab", "columns", "run-in"}:
        return False
    bare = mark in {"hyphen", "dash-en", "dash-em", "dash-em-close", "tab", "columns"}
    if bare and names in {"q-and-a", "q-and-name", "small"}:
        return False
    if mark == "q-number" and names in {"q-and-a", "numbered", "initials"}:
        return False
    if mark == "run-in" and names in {"q-and-a", "initials", "small", "handle", "q-and-name"}:
        return False
    few = values["length"] in {"two", "three", "four"}
    if few and (values["joint"] != "none" or values["fault"] in {"misprint", "lost-mark"}):
        return False
    if few and values["second-mark"] in {"mid-paragraph", "once-differs"}:
        return False
    if east and names == "small-capitals":
        return False
    return values["joint"] == "none" or names not in {"q-and-a", "handle", "diarised"}


def _stamps(values: dict[str, str]) -> bool:
    stamps, mark = values["stamps"], values["mark"]
    if stamps == "none":
        return True
    if mark in {"columns", "run-in", "q-number", "number-bare", "number-square", "numbered"}:
        return False
    if stamps in {"words", "behind-mark"} and mark not in OWN_LINE:
        return mark in {"colon", "bold", "bold-outside"} and stamps == "behind-mark"
    if stamps in {"behind-brackets", "guests-only"} and mark in {"angle", "voice-tag"}:
        return False
    return not (values["wrap"] != "none" and stamps == "words")


def _script(values: dict[str, str]) -> bool:
    """Return whether the script of the language has such letters and marks."""
    east = values["language"] in _UNSPACED
    if values["mark"] in {"ring", "lenticular", "colon-full-width"}:
        return east or values["mark"] == "colon-full-width"
    if east and values["names"] in {"initials", "initials-legend", "initialled", "particle"}:
        return False
    if east and values["names"] in {"small", "full-then-initials", "surname-first"}:
        return False
    if east and values["mark"] in _STOPS | {"tab", "columns", "run-in"}:
        return False
    if east and values["second-mark"] == "mid-paragraph":
        return False
    return not (east and values["wrap"] in {"justified", "hyphens"})

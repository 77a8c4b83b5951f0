"""Time stamps, as transcripts print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from learning.making.turns import Making


def clock(seconds: int, form: int) -> str:
    """Return elapsed time: "0:46", "00:46", "00:00:46", "00:00:46.120"."""
    minutes, rest = divmod(seconds, 60)
    hours, within = divmod(minutes, 60)
    if form == 0 and not hours:
        return f"{minutes}:{rest:02}"
    if form == 1 and not hours:
        return f"{minutes:02}:{rest:02}"
    if form == 3:
        return f"{hours:02}:{within:02}:{rest:02}.{seconds * 37 % 1000:03}"
    return f"{hours:02}:{within:02}:{rest:02}"


def stamp(make: Making, seconds: int) -> str:
    """Return a stamp as the page prints it."""
    where, drawn = make.plan["stamps"], make.cast.drawn
    if where == "iso":
        return _iso(drawn, seconds)
    if make.plan["kind"] == "chat":
        return _chatted(make, seconds)
    if where == "words":
        form = make.stock["duration"][0].replace("{m}", str(seconds // 60))
        return form.replace("{s}", str(seconds % 60))
    elapsed = clock(seconds, drawn % 4)
    if where in {"before-brackets", "behind-brackets", "guests-only", "inside"}:
        opens, closes = ("[]", "()", "[]")[drawn % 3]
        elapsed = f"{opens}{elapsed}{closes}"
    elif where == "above" and drawn % 3 == 0:
        elapsed = f"{elapsed} - {clock(seconds + 5, drawn % 4)}"
    elif where in {"above", "between", "behind-mark"} and drawn % 3 == 1:
        elapsed = f"[{elapsed}]"
    return elapsed


def _iso(drawn: int, seconds: int) -> str:
    hour, rest = divmod(9 * 3600 + 7 * drawn + seconds, 3600)
    day = f"{1990 + drawn % 33}-{1 + drawn % 12:02}-{1 + drawn % 28:02}"
    zone = ("Z", "", "+02:00")[drawn % 3]
    return f"{day}T{hour % 24:02}:{rest // 60:02}:{rest % 60:02}{zone}"


def _chatted(make: Making, seconds: int) -> str:
    """Return a time of day, as chats print it."""
    drawn = make.cast.drawn
    minute = 9 * 60 + 11 * drawn + seconds // 20
    time = f"{minute // 60 % 24:02}:{minute % 60:02}"
    if drawn % 4 == 1:
        time += f":{seconds % 60:02}"
    if make.plan["stamps"] == "before-brackets":
        day = f"{1 + drawn % 28:02}/{1 + drawn % 12:02}/{2011 + drawn % 12}, "
        return f"[{day if drawn % 3 == 0 else ''}{time}]"
    if make.plan["stamps"] == "behind-brackets":
        return f"({time})" if drawn % 2 else time
    return time

"""The heads of pages: what stands above the body, and what a site puts below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from learning.making import heads_fields, heads_rooms
from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, line
from learning.making.stock import capitals

if TYPE_CHECKING:
    from collections.abc import Callable

    from learning.making.turns import Making


class Head(NamedTuple):
    """What stands above the body of a page, and below it."""

    above: list[Paragraph]
    below: list[Paragraph]


def head(make: Making) -> Head:
    """Return the head of a page, and the foot of its site."""
    name = make.plan["head"]
    if name in {"web", "web-old"}:
        return _web(make, old=name == "web-old")
    maker = _MAKERS.get(name)
    return Head(maker(make) if maker else [], [])


def title(make: Making, gap: Gap = Gap.NONE) -> Paragraph:
    """Return the title of a page, in capitals or not."""
    words = make.speech.filled(make.rng.choice(make.stock["doctitle"]))
    if make.chance(0.2):
        words = capitals(words)
    if make.chance(0.1):
        words = f"{make.rng.randint(1, 400)}. {words}"
    setting = Setting.CENTRED if make.chance(0.12) else Setting.VERBATIM
    return Paragraph((Run(words, Kind.TITLE),), gap, setting)


def _bare(make: Making) -> list[Paragraph]:
    run = Run(heads_fields.day(make), Kind.FIELD)
    if make.chance(0.5):
        run = run._replace(words=f"{make.rng.choice(make.stock['place'])}, {run.words}")
    return [Paragraph((run,), Gap.NONE, Setting.VERBATIM)]


def _titled(make: Making) -> list[Paragraph]:
    return [title(make)]


def _dated(make: Making) -> list[Paragraph]:
    above, below = title(make), _bare(make)
    if make.chance(0.3):
        return [*below, title(make, Gap.SECTION)]
    if make.chance(0.3):
        present = heads_fields.present(make)
        return [above, below[0], *present]
    return [above, Paragraph(below[0].runs, Gap.ONE, Setting.VERBATIM)]


def _menu(make: Making, *, old: bool) -> list[Paragraph]:
    entries = make.rng.sample(make.stock["menu"], make.rng.randint(2, 6))
    if make.chance(0.35):
        sign = make.rng.choice((" | ", " > ", "   ", " · "))
        return [line(sign.join(entries), Kind.MENU)]
    bullet = "• " if old else make.rng.choice(("", "", "* ", "- "))
    return [line(bullet + entry, Kind.MENU) for entry in entries]


def _web(make: Making, *, old: bool) -> Head:
    """Return a site's banner and menu, the title, and below the text its record."""
    above = _menu(make, old=old)
    if not make.chance(0.2):
        above += [title(make, Gap.SECTION)]
    above += [Paragraph(each.runs, Gap.ONE, each.setting) for each in _bare(make)]
    if old:
        above += [line(f"• {make.rng.choice(make.stock['menu'])}", Kind.MENU, Gap.ONE)]
    below: list[Paragraph] = []
    if make.chance(0.7):
        for name in ("summary", "source", "language", "file"):
            below += heads_fields.own_lines(make, name)
    banner = _menu(make, old=old)
    below += [Paragraph(banner[0].runs, Gap.SECTION, Setting.VERBATIM), *banner[1:]]
    return Head(above, below)


_MAKERS: dict[str, Callable[[Making], list[Paragraph]]] = {
    "bare": _bare,
    "title": _titled,
    "title-day": _dated,
    "export": heads_fields.export,
    "export-old": heads_fields.export_old,
    "memorandum": heads_fields.memorandum,
    "memorandum-columns": heads_fields.memorandum_columns,
    "yaml": heads_fields.yaml,
    "toml": heads_fields.toml,
    "oral-history": heads_rooms.oral_history,
    "court": heads_rooms.court,
    "parliament": heads_rooms.parliament,
    "minutes": heads_rooms.minutes,
    "podcast": heads_rooms.podcast,
    "chat": heads_rooms.chat,
    "play": heads_rooms.play,
    "screenplay": heads_rooms.screenplay,
}

"""Heads made of fields: exports, memoranda, front matter; and those present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from learning.making.page import Kind
from learning.making.run import Gap, Paragraph, Run, Setting, line
from learning.making.stock import capitals

if TYPE_CHECKING:
    from learning.making.turns import Making


def day(make: Making) -> str:
    """Return a date in the words of the language."""
    return days(make, 1)[0]


def days(make: Making, count: int) -> list[str]:
    """Return so many dates, the earlier before the later."""
    form = make.rng.choice(make.stock["day"])
    months = make.stock["month"]
    year, at = make.rng.randint(1891, 2019), make.rng.randrange(12 * 28)
    found = []
    for _ in range(count):
        written = form.replace("{d}", str(at % 28 + 1)).replace("{year}", str(year))
        found.append(written.replace("{month}", months[at // 28 % 12]))
        at += make.rng.randint(1, 40)
        year, at = year + at // (12 * 28), at % (12 * 28)
    return found


def name_of(make: Making, field: str) -> str:
    """Return the page's word for a field."""
    names = make.stock.field(field)
    return names[make.cast.drawn % len(names)]


def value(make: Making, name: str) -> str:
    """Return what might stand in a field."""
    rng, stock = make.rng, make.stock
    if name in {"summary", "credits"}:
        return make.speech.narrative(rng.randint(1, 2))
    if name in {"subject", "citation", "source"}:
        words = make.speech.filled(rng.choice(stock["doctitle"]))
        shelf = f", {rng.randint(2, 90)}/{rng.randint(1, 9)}"
        return words if name == "subject" else words + shelf
    hour = rng.randint(8, 18)
    known = {
        "date": day(make),
        "time": f"{hour}:{rng.choice((0, 15, 30)):02} - {hour + 1}:00",
        "author": rng.choice(make.speech.names),
        "interviewer": rng.choice(make.speech.names),
        "absent": rng.choice(make.speech.names),
        "duration": f"{rng.randint(20, 140)}:{rng.randint(0, 59):02}",
        "file": f"{rng.randint(1, 99)}-{rng.randint(100, 999)}/{rng.randint(1, 9)}",
    }
    return known.get(name) or rng.choice(stock["place"])


def field(make: Making, name: str, gap: Gap = Gap.NONE) -> Paragraph:
    """Return a field on one line."""
    mark = "：" if not make.stock.spaced and make.cast.drawn % 2 else ": "
    return line(name_of(make, name) + mark + value(make, name), Kind.FIELD, gap)


def own_lines(make: Making, name: str, gap: Gap = Gap.SECTION) -> list[Paragraph]:
    """Return a field whose value stands on the next line."""
    mark = ":" if make.cast.drawn % 2 else ""
    return [
        line(name_of(make, name) + mark, Kind.FIELD, gap),
        Paragraph((Run(value(make, name), Kind.FIELD),), Gap.NONE, Setting.BLOCK),
    ]


def people(make: Making) -> list[str]:
    """Return an entry for each voice, as the list of those present prints it."""
    style, entries = make.plan["names"], []
    for n, voice in enumerate(make.cast.voices):
        shown = voice.titled if style.startswith("titled") else voice.full
        if style == "initials-legend":
            form = ("{} ({})", "{1}: {0}", "{1} = {0}", "{1} – {0}")[
                make.cast.drawn % 4
            ]
            shown = (
                form.format(shown, make.cast.initials(n))
                if "{}" in form
                else (form.replace("{0}", shown).replace("{1}", make.cast.initials(n)))
            )
        elif make.cast.drawn % 3 == 0:
            shown += f", {voice.office}"
        entries.append(shown)
    return entries


def present(make: Making, gap: Gap = Gap.SECTION) -> list[Paragraph]:
    """Return the list of those present: on one line, below its name, with bullets."""
    entries, name = people(make), name_of(make, "present")
    form = make.rng.randrange(4)
    if form == 0:
        sign = "; " if any("," in each for each in entries) else ", "
        return [line(f"{name}: {sign.join(entries)}", Kind.PARTICIPANTS, gap)]
    mark = make.rng.choice((":", "", ":"))
    shown = capitals(name) if form == 2 else name
    bullet = ("", "", "", "• ")[form]
    below = [line(bullet + each, Kind.PARTICIPANTS) for each in entries]
    return [line(shown + mark, Kind.PARTICIPANTS, gap), *below]


def _title(make: Making, gap: Gap = Gap.NONE) -> Paragraph:
    return line(value(make, "subject"), Kind.TITLE, gap)


def export(make: Making) -> list[Paragraph]:
    found = [line(day(make), Kind.FIELD), _title(make, Gap.ONE)]
    for name in ("citation", "summary", "credits", "language"):
        if make.chance(0.8):
            found += own_lines(make, name)
    found += [line(name_of(make, "contents") + ":", Kind.FIELD, Gap.ONE)]
    found.append(line(value(make, "language"), Kind.FIELD, Gap.ONE))
    return found


def export_old(make: Making) -> list[Paragraph]:
    site = make.rng.choice(make.stock["menu"])
    return [
        line(site, Kind.MENU),
        line(f"archive{make.cast.drawn}.example.org", Kind.MENU),
        *(Paragraph(each.runs, Gap.ONE, each.setting) for each in export(make)),
    ]


def memorandum(make: Making) -> list[Paragraph]:
    found = [_title(make)] if make.chance(0.8) else []
    names = [
        each
        for each in ("date", "place", "time", "subject", "author", "file")
        if make.chance(0.6)
    ]
    found += [
        field(make, name, Gap.NONE if n else Gap.ONE) for n, name in enumerate(names)
    ]
    found += present(make) if make.chance(0.8) else []
    if make.chance(0.2):
        found.append(field(make, "absent", Gap.ONE))
    return found


def memorandum_columns(make: Making) -> list[Paragraph]:
    """Return fields in two columns: two of them on a line."""
    found = [_title(make)]
    names = [
        make.rng.sample(("date", "place", "time", "file", "author", "language"), 4)
    ]
    for n in (0, 2):
        left, right = (
            f"{name_of(make, each)}: {value(make, each)}"
            for each in names[0][n : n + 2]
        )
        gap = Run(" " * max(4, 40 - len(left)), Kind.BLANK)
        runs = (Run(left, Kind.FIELD), gap, Run(right, Kind.FIELD))
        found.append(Paragraph(runs, Gap.NONE if n else Gap.ONE, Setting.VERBATIM))
    return [*found, *(present(make) if make.chance(0.6) else [])]


def yaml(make: Making) -> list[Paragraph]:
    """Return front matter: keys in small letters between two fences."""
    rows = [
        f"title: '{value(make, 'subject')}'",
        f"date: 19{make.cast.drawn + 20:02}-05-1{make.cast.drawn % 9}",
    ]
    if make.chance(0.6):
        rows += ["speakers:", *(f"  - {each}" for each in people(make))]
    if make.chance(0.5):
        rows += [f'description: "{value(make, "summary")}"']
    if make.chance(0.3):
        rows += ["links:", "  - name: one", "    url: https://example.org/1"]
    return _fenced("---", rows)


def toml(make: Making) -> list[Paragraph]:
    names = ", ".join(f'"{each}"' for each in people(make))
    rows = [
        f'title = "{value(make, "subject")}"',
        f"draft = {make.chance(0.5)}".lower(),
    ]
    return _fenced("+++", [*rows, f"guests = [{names}]"])


def _fenced(fence: str, rows: list[str]) -> list[Paragraph]:
    return [
        line(fence, Kind.MARKUP),
        *(line(row, Kind.FIELD) for row in rows),
        line(fence, Kind.MARKUP),
    ]

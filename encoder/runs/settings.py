"""`tei-encoder.toml` as a value.

publisher = "…"
project = "…"
contact = "…@…"
discipline = "…"
encoding-date = 2026-11-24
authority = ["people.csv", "places.xml"]

[licence]
name = "…"
uri = "https://…"

[encoder]
name = "…"
orcid = "0000-0000-0000-0000"

[severities]
R101 = "off"

[dates]
numeric-order = "day-month-year"
two-digit-years = 1900
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from encoder.configuration import Configuration, Encoder, Licence, suggestion
from encoder.finding import Severity
from encoder.model.authority import Authority
from encoder.model.when import ORDERS, Habits
from encoder.runs.lookup import default
from encoder.runs.tables import TomlTable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

_KEYS = (
    "publisher",
    "project",
    "contact",
    "discipline",
    "encoding-date",
    "authority",
    "licence",
    "encoder",
    "severities",
    "dates",
)
_OFF = "off"
_ORDER, _CENTURY = "numeric-order", "two-digit-years"
_CENTURIES = (1800, 1900, 2000)

_ORCID = re.compile(
    r"(?:https?://orcid\.org/)? (?P<id> \d{4}-\d{4}-\d{4}-\d{3}[\dX] )",
    re.VERBOSE | re.ASCII,
)
# No grammar of an address, only what tells one from a name (RFC 5321 §4.1.2).
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
# RFC 3986 §3, and RFC 3987's letters beyond ASCII: a scheme, and no character
# that would have to be escaped.
_URI = re.compile(
    r"""
    (?: https?://[^\s/?\#]+ | (?!https?:) [A-Za-z][A-Za-z0-9+.-]*: )
    (?: %[0-9A-Fa-f]{2} | [^\s%"<>\\^`{|}\x00-\x20\x7f] )*
    """,
    re.VERBOSE,
)


def load(
    path: Path, environ: Mapping[str, str], codes: Collection[str]
) -> Configuration:
    """Return the configuration in the file at `path`.

    `codes` are the codes of the rules that there are. Raises ConfigurationError
    for a file that cannot be read, and for anything in it that we do not know.
    """
    top = TomlTable.read(path)
    top.only(_KEYS)
    return Configuration(
        publisher=top.words("publisher"),
        licence=_licence(top),
        encoder=_encoder(top),
        project=top.string("project"),
        encoding_date=_encoding_date(top) or default(environ).encoding_date,
        severities=_severities(top, codes),
        dates=_dates(top),
        authority=_authority(top, path.parent),
        contact=_contact(top),
        discipline=top.words("discipline"),
    )


def _authority(top: TomlTable, folder: Path) -> Authority:
    """Return whom the authority files know; their paths are from `folder`."""
    files = top.texts("authority")
    if not files:
        return Authority()
    from encoder.runs.authorities import load_authority  # noqa: PLC0415 (few have one)

    for name in files:
        if not (folder / name).is_file():
            top.complain(f'there is no file "{name}"; mend the name', "authority")
    return load_authority([folder / name for name in files])


def _contact(top: TomlTable) -> str | None:
    address = top.words("contact")
    if address and not _EMAIL.fullmatch(address):
        message = f'"{address}" is no e-mail address; write one such as a@example.org'
        top.complain(message, "contact")
    return address


def _licence(top: TomlTable) -> Licence | None:
    table = top.table("licence", ("name", "uri"))
    if table is None:
        return None
    uri = table.needed("uri")
    if not _URI.fullmatch(uri):
        message = f'"{uri}" is no URI; write one such as https://example.org/licence'
        table.complain(message, "uri")
    return Licence(table.needed("name"), uri)


def _encoder(top: TomlTable) -> Encoder | None:
    table = top.table("encoder", ("name", "orcid"))
    if table is None:
        return None
    orcid = table.words("orcid")
    return Encoder(table.needed("name"), orcid and _orcid(table, orcid))


def _orcid(table: TomlTable, written: str) -> str:
    if not (match := _ORCID.fullmatch(written)):
        message = f'"{written}" is no ORCID; write it as 0000-0002-1825-0097'
        table.complain(message, "orcid")
    digits = match["id"].replace("-", "")
    if _check_digit(digits[:-1]) != digits[-1]:
        message = f"{match['id']} is mistyped: its last digit does not match the others"
        table.complain(message, "orcid")
    return match["id"]


def _check_digit(digits: str) -> str:
    """Return the digit that ISO 7064 MOD 11-2 puts after `digits`.

    >>> _check_digit("000000021825009")
    '7'
    """
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]


def _encoding_date(top: TomlTable) -> date | None:
    value = top.values.get("encoding-date")
    # A datetime is a date to isinstance, but it says more than a day.
    if isinstance(value, datetime) or not isinstance(value, date | None):
        message = "encoding-date is a day; write encoding-date = 2026-11-24, unquoted"
        top.complain(message, "encoding-date")
    return value


def _severities(
    top: TomlTable, codes: Collection[str]
) -> Mapping[str, Severity | None]:
    if (table := top.table("severities")) is None:
        return {}
    for code in table.values:
        if code not in codes:
            message = f'there is no rule "{code}"; {suggestion(code, codes)}'
            table.complain(message, code)
    return {code: _severity(table, code) for code in table.values}


def _severity(table: TomlTable, code: str) -> Severity | None:
    value = table.needed(code)
    if value not in (known := (*Severity, _OFF)):
        message = f'there is no severity "{value}"; {suggestion(value, known)}'
        table.complain(message, code)
    return None if value == _OFF else Severity(value)


def _dates(top: TomlTable) -> Habits:
    """Return what dates in figures mean; nothing, where the configuration is silent."""
    table = top.table("dates", (_ORDER, _CENTURY))
    if table is None:
        return Habits()
    written = table.words(_ORDER)
    order = next((known for known in ORDERS if known == written), None)
    if written is not None and order is None:
        message = f'there is no order "{written}"; {suggestion(written, ORDERS)}'
        table.complain(message, _ORDER)
    century = table.values.get(_CENTURY)
    if century is not None and century not in _CENTURIES:
        message = (
            f"{_CENTURY} is the year that 00 means, as a number;"
            f" known here: {', '.join(map(str, _CENTURIES))}"
        )
        table.complain(message, _CENTURY)
    return Habits(order, None if century is None else int(century))

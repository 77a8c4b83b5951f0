"""What an export target supplies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import TypeAlias

    from encoder.exporters.deposit import Deposit
    from encoder.exporters.needs import Need

    Piece: TypeAlias = tuple[str, bytes]
    """A path in the package, with "/" between its parts, and bytes of that file.

    A path that comes again is continued where it ended, so that a manifest or a table
    over all records grows line by line, and nobody has to hold it.
    """
    Pack: TypeAlias = Callable[[Iterable[Deposit]], Iterator[Piece]]

_NO_FORMS: Mapping[str, Pack] = {}


class Exporter(NamedTuple):
    """A form that repositories take.

    `makes` and `taken_by` are what `tei-encoder targets` prints; `needs` are the facts
    without which a record is not packed. `pack` is a function of its records alone:
    it names no time, reads no file, and holds one record at a time. A target with a
    `suffix` is one zip file, whose name ends so. `forms` are other ways to pack the
    same target, by the word that asks for them.
    """

    name: str
    makes: str
    taken_by: str
    needs: tuple[Need, ...]
    pack: Pack
    suffix: str = ""
    forms: Mapping[str, Pack] = _NO_FORMS

"""What an export target supplies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import TypeAlias

    from encoder.exporters.deposit import Deposit

    Piece: TypeAlias = tuple[str, bytes]
    """A path in the package, with "/" between its parts, and bytes of that file.

    A path that comes again is continued where it ended, so that a manifest or a table
    over all records grows line by line, and nobody has to hold it.
    """
    Earlier: TypeAlias = Callable[[str], bytes | None]
    """Returns the file at a path of the package that is there, if there is one."""
    Pack: TypeAlias = Callable[[Iterable[Deposit]], Iterator[Piece]]

_NO_FORMS: Mapping[str, PackForm] = {}


class PackForm(NamedTuple):
    """Another way to pack a target; `package` is what has to be installed for it.

    That comes with the extra that is called as the form.
    """

    pack: Pack
    package: str | None = None


class Growth(NamedTuple):
    """How a package that is there, and has a file at `mark`, is added to.

    `pack` is a function of its records and of the files that are there, and yields
    those that are new or another than before, each whole.
    """

    mark: str
    pack: Callable[[Iterable[Deposit], Earlier], Iterator[Piece]]


class Need(NamedTuple):
    """A fact: what it is called, where to state it, and whether a record has it."""

    fact: str
    where: str
    stated: Callable[[Deposit], object]


class Exporter(NamedTuple):
    """A form that repositories take.

    `makes` and `taken_by` are what `tei-encoder targets` prints; `needs` are the facts
    without which a record is not packed. `pack` is a function of its records alone:
    it names no time, reads no file, and holds one record at a time. A target with a
    `suffix` is one zip file, whose name ends so. `forms` are other ways to pack the
    same target, by the word that asks for them. A target with a `growth` adds to a
    package of its own that is there.
    """

    name: str
    makes: str
    taken_by: str
    needs: tuple[Need, ...]
    pack: Pack
    suffix: str = ""
    forms: Mapping[str, PackForm] = _NO_FORMS
    growth: Growth | None = None

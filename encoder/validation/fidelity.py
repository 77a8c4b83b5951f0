"""Whether the TEI still says what the plain text said from which it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from encoder.finding import Severity
from encoder.tei.names import TEI
from encoder.validation.check import Hit, Layer, on_source
from encoder.validation.comparison import DifferenceKind, differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from encoder.model.source import Source
    from encoder.validation.check import Check
    from encoder.validation.comparison import Difference

_QUOTED: Final = 80


@on_source("T701", Layer.FIDELITY, Severity.WARNING)
def another_source(root: _Element, source: Source) -> Iterator[Hit]:
    """The file names another source than the one it is compared with.

    `idno[@type='sha256']` holds the digest of the text that was encoded, and the text
    that was given has another: it was edited since, or it is another record. What the
    comparison finds may then be nobody's fault.

    Give the text that was encoded, or encode the text again:

        tei-encoder validate memo.xml --source memo-corrected.txt

        tei-encoder validate memo.xml --source memo.txt
    """
    for idno in root.iter(f"{{{TEI}}}idno"):
        if idno.get("type") == "sha256" and (idno.text or "").strip() != source.digest:
            message = f"the text {source.name} has the digest {source.digest[:12]}…"
            yield Hit(idno, message)


@on_source("T702", Layer.FIDELITY, Severity.ERROR)
def words_missing(root: _Element, source: Source) -> Iterator[Hit]:
    """Words of the source are not in the file.

    They were lost on the way. Nobody who reads the file can notice, and what somebody
    said there was never said.

    Put them back where the source has them:

        REED: Is it? I had not looked.      <p>Is it?</p>

        REED: Is it? I had not looked.      <p>Is it? I had not looked.</p>
    """
    for each in _of(DifferenceKind.MISSING, root, source):
        message = f"missing before or in this element: {_short(each.said)}"
        yield _hit(each, message, source)


@on_source("T703", Layer.FIDELITY, Severity.WARNING)
def words_added(root: _Element, source: Source) -> Iterator[Hit]:
    """Words of the file are not in the source.

    Readers take them for words of the record. Where they are the editors', the file
    must say so.

    Take them out, or mark them as added: `supplied`, `note`, `corr` in a `choice`:

        REED: Is it?      <p>Is it? I had not looked.</p>

        REED: Is it?      <p>Is it?</p>
    """
    for each in _of(DifferenceKind.ADDED, root, source):
        if not any(_is_editorial(at) for at in (each.at, *each.at.iterancestors())):
            message = f"the source does not have: {_short(each.says)}"
            yield _hit(each, message, source)


@on_source("T704", Layer.FIDELITY, Severity.WARNING)
def words_moved(root: _Element, source: Source) -> Iterator[Hit]:
    """Words of the source stand at another place in the file.

    An answer before its question, or a sentence in the mouth of another, says something
    that was not said.

    Put them where the source has them; a note may stand by its anchor:

        HALE: Where is the harbour master?
        REED: He went home an hour ago.

        <sp><speaker>HALE:</speaker><p>Where is the harbour master?</p></sp>
        <sp><speaker>REED:</speaker><p>He went home an hour ago.</p></sp>
    """
    for each in _of(DifferenceKind.MOVED, root, source):
        message = f"the source has this elsewhere: {_short(each.said)}"
        yield _hit(each, message, source)


@on_source("T705", Layer.FIDELITY, Severity.ERROR)
def another_speaker(root: _Element, source: Source) -> Iterator[Hit]:
    """The label of a speech is another than the one in the source.

    The words are given to somebody else. This is the worst that can happen to a
    record of who said what.

    Write the label that the source has, and correct @who:

        REED: Is it?      <sp who="#hale"><speaker>HALE:</speaker><p>Is it?</p></sp>

        REED: Is it?      <sp who="#reed"><speaker>REED:</speaker><p>Is it?</p></sp>
    """
    for each in _of(DifferenceKind.SPEAKER, root, source):
        message = f"'{each.says}' speaks here, and in the source '{each.said}'"
        yield _hit(each, message, source)


@on_source("T706", Layer.FIDELITY, Severity.WARNING)
def passage_twice(root: _Element, source: Source) -> Iterator[Hit]:
    """A passage stands twice in the file and once in the source.

    It was copied or encoded twice. Every count of words is wrong, and readers think
    that somebody insisted.

    Take one of the two out:

        HALE: We sail on Friday.    <p>We sail on Friday. We sail on Friday.</p>

        HALE: We sail on Friday.    <p>We sail on Friday.</p>
    """
    for each in _of(DifferenceKind.DOUBLED, root, source):
        message = f"the source has this once: {_short(each.says)}"
        yield _hit(each, message, source)


@on_source("T707", Layer.FIDELITY, Severity.WARNING)
def words_changed(root: _Element, source: Source) -> Iterator[Hit]:
    """The file has other words than the source.

    A spelling was made modern, a figure was mistyped, or a word was corrected and
    nobody said so. Whoever quotes the file quotes the editor.

    Write what the source has; a correction belongs beside it, in `choice`:

        HALE: Forty boats.      <p>Fourteen boats.</p>

        HALE: Forty boats.      <p>Forty boats.</p>
    """
    for each in _of(DifferenceKind.CHANGED, root, source):
        message = f"the source has '{_short(each.said)}' for '{_short(each.says)}'"
        yield _hit(each, message, source)


def _of(kind: DifferenceKind, root: _Element, source: Source) -> Iterator[Difference]:
    """Yield the differences of one kind."""
    return (each for each in differences(root, source) if each.kind is kind)


def _hit(difference: Difference, message: str, source: Source) -> Hit:
    return Hit(difference.at, message, behind=source.place(difference.span))


def _is_editorial(element: _Element) -> bool:
    """Return whether what stands in an element is known to be the editors' own."""
    name = str(element.tag).removeprefix(f"{{{TEI}}}")
    return name in {"note", "supplied", "corr", "reg", "expan", "desc", "fw"}


def _short(said: str) -> str:
    """Return words as a message quotes them."""
    return said if len(said) <= _QUOTED else f"{said[: _QUOTED - 1]}…"


CHECKS: Final[tuple[Check, ...]] = (
    another_source,
    words_missing,
    words_added,
    words_moved,
    another_speaker,
    passage_twice,
    words_changed,
)

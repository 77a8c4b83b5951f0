"""A record as Parla-CLARIN has it: `u` and `seg`, the label a note, and no `msDesc`.

CLARIN's recommendations for records of parliaments keep a part of TEI: its modules for
spoken texts, corpora, names, linking and transcription, and the core, but no drama, no
figures, no description of manuscripts, and of the structure of texts only `front`,
`body`, `back`, `div` and `docDate`. What else a record has is said with these; the
words stay as they are and in their order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from encoder.exporters.passages import local, one_line
from encoder.exporters.spoken_source import bibliographic
from encoder.language.pack import every
from encoder.tei.names import TEI

if TYPE_CHECKING:
    from lxml.etree import _Element

# Members of TEI's model.global, which may stand in a `u` beside its segments.
_ANYWHERE: Final = frozenset(
    "pb lb cb milestone gap note incident kinesic vocal pause shift anchor".split()
)
_BESIDE: Final = _ANYWHERE | {"stage"}
_PARAGRAPHS: Final = frozenset({"p", "ab", "l"})
_DIVISIONS: Final = frozenset(
    "div1 div2 div3 div4 div5 div6 div7 titlePage prologue epilogue".split()
)
_TABLES: Final = {
    "table": "list",
    "row": "item",
    "castList": "list",
    "castItem": "item",
}
# What stands between blocks becomes a note, and what stands in words a segment.
_OTHERS: Final = frozenset(
    """
    opener closer postscript trailer byline epigraph argument salute signed dateline
    docTitle titlePart docAuthor docEdition docImprint imprimatur set role roleDesc
    actor move tech view sound camera caption cell figDesc formula app lem rdg rdgGrp
    caesura rhyme catchwords heraldry locus material origDate origPlace stamp watermark
    """.split()
)
_BLOCKS: Final = frozenset({"body", "front", "back", "div"})
# A description of what happened may have these in it (TEI's macro.limitedContent).
_DESCRIBED: Final = frozenset(
    "persName orgName placeName name date time ref hi".split()
)
# Attributes of what is renamed that its new name does not have.
_DROPPED: Final = frozenset("decls enjamb place hand rows cols role".split())
_VOCAL: Final = every("vocal")
_KINESIC: Final = every("kinesic")
_SPEECH: Final = re.compile(r"(?<![\w:-])(tei:)?sp(?![\w-])")
_SEGMENTED: Final = (
    "Here a speech is a u, a paragraph of it a seg, and its label a note before it."
)


def respoken(root: _Element) -> None:
    """Change the tree of a record, in place."""
    for speech in [*root.iter(f"{{{TEI}}}sp")]:
        _utter(speech)
    for stage in [*root.iter(f"{{{TEI}}}stage")]:
        _happen(stage)
    for text in root.iterfind(f"{{{TEI}}}text"):
        for element in [*text.iter(f"{{{TEI}}}*")]:
            _rename(element)
    for described in [*root.iterfind(f".//{{{TEI}}}sourceDesc/{{{TEI}}}msDesc")]:
        bibliographic(described)
    for cited in root.iter(f"{{{TEI}}}citeStructure"):
        if match := cited.get("match"):
            cited.set("match", _SPEECH.sub(r"\1u", match))
    for declared in root.iter(f"{{{TEI}}}segmentation"):
        said = declared.makeelement(f"{{{TEI}}}p")
        said.text = _SEGMENTED
        declared.append(said)


def _utter(speech: _Element) -> None:
    """Make a speech a `u`, and put its label before it."""
    labels = [child for child in speech if local(child) == "speaker"]
    above = [] if not labels else [*speech][: speech.index(labels[0]) + 1]
    for label in labels:
        _become(label, "note", "speaker")
    if {local(child) for child in above} <= _BESIDE:
        for child in above:
            child.tail = _space_before(speech)
            speech.addprevious(child)
    for child in [*speech]:
        _segment(child)
    speech.tag = f"{{{TEI}}}u"


def _space_before(element: _Element) -> str | None:
    """Return the layout that an element stands in, for another to stand there."""
    before, parent = element.getprevious(), element.getparent()
    layout = parent.text if before is None and parent is not None else None
    layout = before.tail if before is not None else layout
    return layout if layout and not layout.strip() else None


def _segment(child: _Element) -> None:
    """Make a child of a speech a segment, or put it into one."""
    name = local(child)
    if name in _PARAGRAPHS:
        _become(child, "seg")
    elif name == "lg":
        for line in [*child]:
            _segment(line)
        _unwrap(child)
    elif name not in _BESIDE:
        segment = child.makeelement(f"{{{TEI}}}seg")
        child.addprevious(segment)
        segment.tail, child.tail = child.tail, None
        segment.append(child)


def _happen(stage: _Element) -> None:
    """Make what happened an event, or a note where it has more in it than a name."""
    if any(local(inside) not in _DESCRIBED for inside in stage.iterdescendants()):
        _become(stage, "note", "narrative")
        return
    words = {*re.findall(r"\w+", one_line(stage).casefold())}
    kind = "incident"
    if words and words <= _VOCAL | _KINESIC:
        kind = "vocal" if words <= _VOCAL else "kinesic"
    described = stage.makeelement(f"{{{TEI}}}desc")
    described.text, stage.text = stage.text, None
    described.extend([*stage])
    stage.append(described)
    _become(stage, kind)


def _rename(element: _Element) -> None:
    name, parent = local(element), element.getparent()
    around = "" if parent is None else local(parent)
    if name in _DIVISIONS:
        kind = None if name.startswith("div") else name
        _become(element, "div", element.get("type") or kind)
    elif name in _TABLES:
        _become(element, _TABLES[name], name if _TABLES[name] == "list" else None)
    elif name == "figure":
        _become(element, "note", name)
    elif name in _OTHERS:
        _become(element, "note" if around in _BLOCKS else "seg", name)
    elif name in {"p", "ab"} and around in {"seg", "desc"}:
        _become(element, "seg")
    elif name == "head" and around in {"note", "seg", "u"}:
        _become(element, "seg", name)


def _become(element: _Element, name: str, kind: str | None = None) -> None:
    element.tag = f"{{{TEI}}}{name}"
    for attribute in _DROPPED & {*map(str, element.attrib)}:
        del element.attrib[attribute]
    if kind:
        element.set("type", kind)


def _unwrap(element: _Element) -> None:
    """Put the children of an element into its place; it has no words of its own."""
    for child in [*element]:
        element.addprevious(child)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

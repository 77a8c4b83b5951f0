"""Files checked as a whole: what is chosen, ignored, named by a file, or hostile."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from encoder.errors import EncoderError
from encoder.validation.other_files import Elsewhere
from encoder.validation.selection import select
from encoder.validation.stream import validate_large
from encoder.validation.validate import Checked, Given, Request, validate

PROJECT: Final = Path(__file__).parents[2]
SOUND: Final = (
    next((PROJECT / "output").glob("*.xml"))
    .read_bytes()
    .replace(b"<publisher/>", b"<publisher>Harbour Press</publisher>")
)
TEI: Final = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'


def checked(tei: str | bytes, **more: object) -> Checked:
    data = tei.encode() if isinstance(tei, str) else tei
    given = Given("a.xml", data)._replace(**more)  # type: ignore[arg-type]
    return validate([given], Request(select(skip=["schema"])))[0]


def codes(done: Checked) -> list[str]:
    return [finding.rule.code for finding in done.findings]


def test_a_sound_file_has_no_finding_and_every_layer_has_looked() -> None:
    done = validate([Given("a.xml", SOUND)], Request(select()))[0]
    assert done.findings == ()
    layers = {"well-formed", "schema", "pointers", "people", "description"}
    assert layers <= {*done.made}
    assert done.by == "lxml against record.xsd"


def test_layers_and_rules_are_chosen_by_name() -> None:
    bad = TEI.format(
        '<text><body><sp who="#x"><p>Sail.</p></sp><u>No.</u></body></text>'
    )
    given = [Given("a.xml", bad.encode())]
    for only, skip, expected in [
        (["pointers"], [], {"T201"}),
        (["people"], [], {"T301"}),
        (["pointers", "people"], ["T201"], {"T301"}),
        (["dangling-pointer"], [], {"T201"}),
    ]:
        done = validate(given, Request(select(only, skip)))[0]
        assert {*codes(done)} == expected


@pytest.mark.parametrize(
    ("only", "skip", "says"),
    [
        (["pointer"], [], 'did you mean "pointers"'),
        ([], ["well-formed"], "cannot be skipped"),
        (["T201"], ["pointers"], "nothing is left"),
    ],
)
def test_a_choice_that_means_nothing_is_refused(
    only: list[str], skip: list[str], says: str
) -> None:
    with pytest.raises(EncoderError, match=says):
        select(only, skip)


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("ignore T201 it is in another volume", []),
        ("ignore T201", ["T901", "T201"]),
        ("ignore T202 of no use", ["T902", "T201"]),
        ("skip T201", ["T903", "T201"]),
    ],
)
def test_an_instruction_in_an_element_holds_there(
    instruction: str, expected: list[str]
) -> None:
    text = f'<sp><?tei-encoder {instruction}?>\n<p ana="#x">So.</p></sp>'
    done = checked(TEI.format(f"<text><body>{text}</body></text>"))
    assert [code for code in codes(done) if code != "T301"] == expected


def test_an_instruction_holds_for_no_other_element() -> None:
    body = '<p><?tei-encoder ignore T201 why?><hi ana="#x"/></p>\n<p ana="#y"/>'
    done = checked(TEI.format(f"<text><body>{body}</body></text>"))
    assert [finding.place.line for finding in done.findings] == [2]


def test_an_instruction_before_the_first_element_holds_for_the_file() -> None:
    tei = TEI.format('<text><body>\n<p ana="#x"/></body></text>')
    assert codes(checked(f"<?tei-encoder ignore T201 why?>{tei}")) == []


XSD: Final = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:element name="memo"><xs:complexType><xs:sequence>
<xs:element name="p" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("memo.xsd", ["T004"]),
        ("lost.xsd", ["T805", "T002"]),
        ("/etc/hostname.xsd", ["T805", "T002"]),
        ("../memo.xsd", ["T805", "T002"]),
        ("https://example.org/memo.xsd", ["T804", "T002"]),
        ("memo.sch", ["T806", "T002"]),
    ],
)
def test_a_file_names_its_schema_where_that_lies_beside_it(
    address: str, expected: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a").mkdir()
    for folder in (tmp_path, tmp_path / "a"):
        (folder / "memo.xsd").write_text(XSD, "utf-8")
    data = f'<?xml-model href="{address}"?>\n<memo/>'.encode()
    given = Given("a.xml", data, tmp_path / "a" / "a.xml")
    assert codes(validate([given], Request(select(only=["schema"])))[0]) == expected


def test_identifiers_are_known_across_a_corpus(tmp_path: Path) -> None:
    people = '<standOff><listPerson><person xml:id="hale"/></listPerson></standOff>'
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{}"/>'
    said = '<text><body><sp who="{}"><p>So.</p></sp></body></text>'
    files = {
        "people.xml": TEI.format(people),
        "beside.xml": TEI.format(said.format("people.xml#hale")),
        "typo.xml": TEI.format(said.format("people.xml#hael")),
        "part.xml": TEI.format(said.format("#hale")),
        "whole.xml": TEI.format(
            include.format("people.xml") + include.format("part.xml")
        ),
        "alone.xml": TEI.format(said.format("#hale")),
        "lost.xml": TEI.format(said.format("../lost.xml#hale")),
    }
    for name, tei in files.items():
        (tmp_path / name).write_text(tei, "utf-8")
    paths = [tmp_path / name for name in files]
    request = Request(select(only=["T201"]), elsewhere=Elsewhere(paths))
    given = [Given(path.name, path.read_bytes(), path) for path in paths]
    dangling = {done.name for done in validate(given, request) if done.findings}
    assert dangling == {"typo.xml", "alone.xml"}
    shared = Elsewhere((), [tmp_path / "people.xml"])
    request = Request(select(only=["T201"]), elsewhere=shared)
    assert not validate([given[5]], request)[0].findings


BOMB: Final = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<p>" * 5000 + b"</p>" * 5000, "T803"),
        (b"<p>" + b"x" * 11_000_000 + b"</p>", "T803"),
        (b'<p n="' + b"x" * 11_000_000 + b'"/>', "T803"),
        (f'<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">{BOMB}]><p n="&j;"/>'.encode(), "T803"),
        (b'<!DOCTYPE p [<!ENTITY e SYSTEM "/etc/passwd">]><p>&e;</p>', "T802"),
        (b'<!DOCTYPE p SYSTEM "http://localhost:9/x.dtd"><p/>', "T801"),
        (b'<p xml:id="a"><p xml:id="a"/></p>', None),
        (b"\0" * 100, "T001"),
    ],
)
@pytest.mark.parametrize("streamed", [False, True])
def test_what_would_fill_the_memory_or_reach_out_is_a_finding(
    data: bytes, expected: str | None, *, streamed: bool, tmp_path: Path
) -> None:
    file = tmp_path / "a.xml"
    file.write_bytes(data)
    request = Request(select(only=["pointers"]))
    done = (
        validate_large("a.xml", file, request)
        if streamed
        else validate([Given("a.xml", data, file)], request)[0]
    )
    assert (expected in codes(done)) is (expected is not None)
    assert "root:" not in str(done.findings)


PIECES: Final = [
    """<sp who="#x" xml:id="s{}"><speaker>A:</speaker>
       <p>So, <hi ana="#s1">ye\ufffds</hi>.</p></sp>\n""",
    """<sp>\n<speaker>B:</speaker>
       <p><date from="1951-03-09" to="1951-03-02"/></p></sp>\n""",
    "<u>No.</u>\n",
]


def test_a_stream_and_a_tree_have_the_same_findings(tmp_path: Path) -> None:
    turns = "".join(PIECES[n % 3].format(n) for n in range(1200))
    dated = '<p><date from="1951" to="1950"/></p>'
    ignore = f"<div><?tei-encoder ignore T401 why?>\n{dated}</div>"
    tei = TEI.format(f"<teiHeader/><text><body>{turns}{ignore}</body></text>")
    file = tmp_path / "a.xml"
    file.write_text(tei, "utf-8")
    request = Request(select(skip=["schema"]))
    whole = validate([Given("a.xml", file.read_bytes(), file)], request)[0]
    large = validate_large("a.xml", file, request)
    assert [str(f) for f in large.findings] == [str(f) for f in whole.findings]
    assert len(whole.findings) == 6 * 400 + 4
    assert large.made["dates"] == whole.made["dates"]


def test_a_file_that_is_written_to_meanwhile_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xml"
    file.write_text(TEI.format("<text/>"), "utf-8")
    read = os.fstat

    def touched(number: int) -> os.stat_result:
        state = read(number)
        with file.open("a", encoding="utf-8") as other:
            other.write(" ")
        return state

    monkeypatch.setattr(os, "fstat", touched)
    assert "T808" in codes(validate_large("a.xml", file, Request(select())))


@pytest.mark.slow
@pytest.mark.parametrize("size", [3])
def test_a_large_file_does_not_need_memory_in_proportion(
    size: int, tmp_path: Path
) -> None:
    """Ten times as large a file takes hardly more: what grows are its identifiers."""
    peaks = []
    for times in (size, 5 * size):
        file = tmp_path / f"{times}.xml"
        said = (
            '<sp who="#a"><speaker>A:</speaker><p>' + "It is so. " * 40 + "</p></sp>\n"
        )
        turns = said * (times * 2500)
        people = '<standOff><listPerson><person xml:id="a"/></listPerson></standOff>'
        file.write_text(
            TEI.format(f"{people}<text><body>{turns}</body></text>"), "utf-8"
        )
        program = (
            "import resource, sys\n"
            "from pathlib import Path\n"
            "from encoder.validation.selection import select\n"
            "from encoder.validation.stream import validate_large\n"
            "from encoder.validation.validate import Request\n"
            "path = Path(sys.argv[1])\n"
            "validate_large('a', path, Request(select(skip=['schema'])))\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
        )
        done = subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-c", program, str(file)],
            cwd=PROJECT,
            capture_output=True,
            check=True,
            text=True,
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < 1.3 * peaks[0]

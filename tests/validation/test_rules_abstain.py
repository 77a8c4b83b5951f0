"""What rules of TEI files say nothing about: what looks like a fault and is none."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from encoder.finding import Severity
from encoder.text.decode import decode
from encoder.validation.examine import TeiFile, examine
from encoder.validation.parsing import parse
from encoder.validation.plan import Plan
from encoder.validation.tables import CHECKS

if TYPE_CHECKING:
    from encoder.finding import Finding

RECORDS: Final = Path(__file__).parents[1] / "records"
NAMES: Final = sorted(path.parent.name for path in RECORDS.glob("*/expected.xml"))
TEI: Final = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
)


def found(text: str) -> list[Finding]:
    made: Counter[str] = Counter()
    file = TeiFile("file.xml", text, parse(text.encode()))
    return [*examine(file, Plan.of(CHECKS), made)]


def codes(body: str) -> set[str]:
    return {finding.rule.code for finding in found(TEI.format(body))}


@pytest.mark.parametrize("name", NAMES)
def test_our_own_records_have_no_error(name: str) -> None:
    tei = (RECORDS / name / "expected.xml").read_bytes()
    source = decode((RECORDS / name / "source.txt").read_bytes(), "source.txt")
    made: Counter[str] = Counter()
    file = TeiFile(name, tei.decode(), parse(tei), source)
    findings = examine(file, Plan.of(CHECKS), made)
    assert not [each for each in findings if each.severity is Severity.ERROR]
    assert not [each for each in findings if each.rule.code.startswith("T7")]


@pytest.mark.parametrize(
    ("code", "body"),
    [
        pytest.param("T401", '<biblScope from="9" to="10"/>', id="pages"),
        pytest.param("T401", '<arc from="#b" to="#a"/>', id="arcs"),
        pytest.param("T401", '<time from="23:00" to="01:30"/>', id="a night"),
        pytest.param("T402", '<time from="23:00" to="01:30"/>', id="a late night"),
        pytest.param(
            "T409", '<date when="1945-07-08">7.8.1945</date>', id="two orders"
        ),
        pytest.param(
            "T409",
            '<date when="1918-01-14" calendar="#julian">1 January 1918</date>',
            id="another calendar",
        ),
        pytest.param(
            "T410",
            '<date when="1951-03-02">Thursday or Friday, 2 March 1951</date>',
            id="two weekdays",
        ),
        pytest.param("T309", "<u><vocal><desc>laughs</desc></vocal></u>", id="a laugh"),
        pytest.param(
            "T309", "<sp><speaker>A</speaker><lg><l>Sail.</l></lg></sp>", id="verse"
        ),
        pytest.param("T605", "<p>ภาษา\u200bไทย</p>", id="Thai words"),
        pytest.param("T605", "<p>می\u200cروم</p>", id="a Persian word"),
        pytest.param("T609", "<p>IBM-овский, XIXв</p>", id="Roman figures"),
        pytest.param("T611", "<p>”SMÅ” «JÄ» São AÅ\xa05</p>", id="capitals in quotes"),
        pytest.param("T614", "<p>ﷺ</p>", id="a sign and not a form"),
        pytest.param(
            "T522", '<ref target="https://doi.org/10.5072/example"/>', id="a DOI"
        ),
        pytest.param(
            "T517", '<p xml:lang="zh-Hant-TW">字</p>', id="script and country"
        ),
        pytest.param(
            "T519", '<measure quantity="1500">1,500 boats</measure>', id="comma"
        ),
        pytest.param(
            "T209", '<persName ref="people/hale">Hale</persName>', id="a path"
        ),
        pytest.param("T210", '<ref target="urn:nbn:no-12"/>', id="a known scheme"),
    ],
)
def test_what_only_looks_like_a_fault_is_none(code: str, body: str) -> None:
    assert code not in codes(body)


@pytest.mark.parametrize(
    "value", ["", " ", "#", "::", "²", "0000-00-00", "9" * 500, "P"]
)
def test_no_value_makes_a_rule_fail(value: str) -> None:
    attributes = " ".join(
        f'{name}="{value}"'
        for name in (
            "who ref target when from to notBefore notAfter dur n quantity unit type "
            "matchPattern replacementPattern xml:lang next prev when-custom status"
        ).split()
    )
    elements = (
        "sp u person date time measure num idno licence prefixDef death birth ref"
    )
    body = "\n".join(
        f"<{each} {attributes}>{value}</{each}>" for each in elements.split()
    )
    assert found(TEI.format(f"<extent>{body}</extent>{body}"))


@pytest.mark.parametrize(
    "datelines",
    [
        '<dateline><date when="1951-03">in March</date></dateline>',
        "<dateline><date>2 May 1950</date></dateline>",
        '<quote><dateline><date when="1950-05-02"/></dateline></quote>',
        "<dateline><date when='1950-05-02'/></dateline>" * 2,
    ],
)
def test_a_dateline_that_may_be_of_another_text_or_says_less_is_no_fault(
    datelines: str,
) -> None:
    created = (
        '<profileDesc><creation><date when="1951-03-02"/></creation></profileDesc>'
    )
    header, body = f"<teiHeader>{created}</teiHeader>", f"<body>{datelines}</body>"
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text>{body}</text></TEI>'
    assert "T416" not in {finding.rule.code for finding in found(tei)}

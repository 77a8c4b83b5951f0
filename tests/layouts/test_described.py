"""Descriptions that an owner wrote: labels, front matter, a file beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pages import read, refusal, tei_of

from encoder.configuration import Configuration, Options
from encoder.layouts import labelled, wilson_export, wilson_web
from encoder.model.blocks import Paragraph
from encoder.model.description import FieldKind
from encoder.model.dropped import Drop
from encoder.model.form import PageForm
from encoder.model.record import Record
from encoder.model.source import Source, Span
from encoder.pipeline import convert
from encoder.proof.layout_patterns import is_left_out

if TYPE_CHECKING:
    from pages import Read

BODY = "\n\nHALE: Good morning.\n\nREED: Is it?\n\nHALE: It is.\n"


def test_lines_of_labels_and_values_are_a_description(page: Read) -> None:
    """
    Interview with Anne Hale

    Interviewer: James Reed
    Date: May 3, 1951
    Tape: 2
    Place: Example Library

    Summary:
    They speak of the harbour.

    REED: Good morning.

    HALE: Is it?
    """
    assert page.layout == "labelled"
    assert page.fields == [
        ("title", "Interview with Anne Hale"),
        ("responsibility", "James Reed"),
        ("date", "May 3, 1951"),
        ("unmapped", "2"),
        ("place", "Example Library"),
        ("summary", "They speak of the harbour."),
    ]
    assert page.participants == ["James Reed"]
    assert page.body.startswith("REED:")


def test_labels_that_come_back_speak(page: Read) -> None:
    """
    Interview with Anne Hale

    Interviewer: Good morning.

    Narrator: Is it?

    Interviewer: It is.

    Narrator: So.
    """
    assert page.layout == "bare"
    assert page.body.startswith("Interviewer:")


YAML = """\
---
# who, and where
title: "Conversation Between Hale and Reed"
date: 3 May 1951   # a Thursday
collection: Hale Papers
box: 6
url: https://archive.example/document/12
participants: [A. Hale, 'James Reed']
subjects:
  - the harbour
  - "the tide"
translator: Anne Reed
language: en
tape: 2
summary: >
  Hale and Reed speak

  of the harbour.
rights: all of them,
  and more
---
"""


def test_front_matter_in_yaml() -> None:
    page = read(YAML + BODY)
    assert page.layout == "front-matter"
    assert page.fields == [
        ("title", "Conversation Between Hale and Reed"),
        ("date", "3 May 1951"),
        ("collection", "Hale Papers"),
        ("box", "6"),
        ("address", "https://archive.example/document/12"),
        ("participant", "A. Hale"),
        ("participant", "James Reed"),
        ("subject", "the harbour"),
        ("subject", "the tide"),
        ("responsibility", "Anne Reed"),
        ("language of the text", "en"),
        ("unmapped", "2"),
        ("summary", "Hale and Reed speak"),
        ("summary", "of the harbour."),
        ("rights", "all of them,\n  and more"),
    ]
    assert page.participants == ["A. Hale", "James Reed"]
    assert '<text xml:lang="en">' in tei_of(YAML + BODY)


TOML = """\
+++
title = "Conversation Between Hale and Reed"
date = 1951-05-03
people = ["A. Hale", # the master
  'James Reed']
record-id = 12
summary = \"\"\"
Hale and Reed speak
of the harbour.\"\"\"
+++
"""


def test_front_matter_in_toml() -> None:
    page = read(TOML + BODY)
    assert page.layout == "front-matter"
    assert page.fields == [
        ("title", "Conversation Between Hale and Reed"),
        ("date", "1951-05-03"),
        ("associated person", "A. Hale"),
        ("associated person", "James Reed"),
        ("record id", "12"),
        ("summary", "Hale and Reed speak\nof the harbour."),
    ]
    assert '<idno type="record">12</idno>' in tei_of(TOML + BODY)


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("+++\ntitle = \n+++", 2),
        ('+++\ntitle = "x"\ntitle = "y"\n+++', 2),
        ('+++\ntitle = "a \\" b"\n+++', 2),
        ("+++\ntitle = { a = 1 }\n+++", 2),
        ("+++\ntitle = ['a', 'b'\n+++", 3),
        ('+++\nbox = 6\n[title]\na = "x"\n+++', 3),
        ("---\ntitle: &anchor x\n---", 2),
        ("---\ntitle: x\n- y\n---", 3),
        ("---\ntitle: [a, {b: c}]\n---", 2),
        ("---\ntitle: x\nsummary: |\nbox: 6\n---", 4),
    ],
)
def test_what_is_not_read_of_a_description_is_refused(front: str, line: int) -> None:
    assert refusal(front + BODY) == ("L011", line)


def test_rules_of_dashes_are_no_front_matter() -> None:
    assert read("---\n\nThe harbour was closed.\n\n---\n" + BODY).layout == "bare"


def test_a_second_front_matter_begins_another_record() -> None:
    assert refusal(YAML + BODY + "\n" + YAML + BODY) == ("L009", 30)


def test_a_description_beside_the_text_is_its_head() -> None:
    outcome = convert(
        BODY.strip().encode(),
        "memo.txt",
        Configuration(),
        Options(),
        (b'title = "The Harbour"\nbox = 6\nmood = "calm"\n', "memo.toml"),
    )
    assert outcome.tei
    assert b'<title type="main">The Harbour</title>' in outcome.tei
    assert b'<bibl type="descriptionFile"><idno type="sha256">' in outcome.tei
    places = {each.rule.code: str(each.place) for each in outcome.findings}
    assert places["L004"] == "memo.toml:3:1"
    assert places["L101"] == "memo.txt:1:1"


HARBOUR = PageForm(
    name="harbour",
    labels={"Recorded on": FieldKind.DATE, "Shelfmark": FieldKind.SOURCE},
    furniture=("Harbour History Project",),
    begins_at="Transcript",
    ends_at="Notes",
    own=True,
)


def test_a_declared_layout_is_read_as_it_says() -> None:
    tei = tei_of(
        "Harbour History Project\n\nThe Harbour\n\nRecorded on: May 3, 1951\n"
        "Mood: calm\nShelfmark: Hale Papers, box 6\n\nTRANSCRIPT"
        + BODY
        + "\nNotes:\n\nShelfmark: box 7\n",
        Options(form=HARBOUR),
    )
    assert '<title type="main">The Harbour</title>' in tei
    assert '<note type="unmapped" n="Mood">calm</note>' in tei
    assert '<biblScope unit="box">box 7</biblScope>' in tei
    assert "the layout harbour." in tei


def test_a_page_that_is_not_as_declared_is_refused() -> None:
    outcome = convert(BODY.encode(), "x.txt", options=Options(form=HARBOUR))
    assert [each.rule.code for each in outcome.findings] == ["L005"]


def test_a_line_above_the_text_that_no_head_has_is_kept() -> None:
    below = "\nNotes:\n\nShelfmark: box 7\n"
    tei = tei_of(f"---\nTRANSCRIPT{BODY}{below}", Options(form=HARBOUR))
    assert '<title type="main">---</title>' in tei


@pytest.mark.parametrize("kind", FieldKind)
def test_each_kind_of_field_has_its_place_in_the_header(kind: FieldKind) -> None:
    value = "https://archive.example/12" if kind is FieldKind.ADDRESS else "May 3, 1951"
    form = PageForm("own", {"Harbour": kind, "Box": FieldKind.BOX}, own=True)
    tei = tei_of(f"Title\n\nHarbour: {value}\nBox: 6{BODY}", Options(form=form))
    assert value in tei.partition("</teiHeader>")[0]


@pytest.mark.parametrize(
    "label", [*wilson_export.LABELS, *wilson_web.LABELS, *labelled.LABELS]
)
def test_each_label_of_a_layout_may_be_left_out(label: str) -> None:
    whole = Span(0, len(label))
    record = Record(source=Source("x", label), extent=whole, body=(Paragraph(whole),))
    kinds = {**wilson_export.LABELS, **wilson_web.LABELS, **labelled.LABELS}
    if kinds[label] is not FieldKind.RESPONSIBILITY:
        assert is_left_out(record, Drop.FIELD_LABEL, f"{label}:")
    assert not is_left_out(record, Drop.FIELD_LABEL, f"{label} Hale:")

"""Pages that are no record, or two, and how to overrule what was decided."""

from __future__ import annotations

import pytest
from pages import converted, read, refusal

from encoder.configuration import Options

HTML = "<!DOCTYPE html>\n<html><body><p>Good morning.</p></body></html>\n"


@pytest.mark.parametrize(
    "text",
    [
        HTML,
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
        '<?xml version="1.0"?><TEI/>',
        "{\\rtf1\\ansi Good morning.}",
        "<p>HALE: Good morning.</p>\n<p>REED: Is it?</p>\n<p>HALE: So.</p>\n",
    ],
)
def test_what_is_not_plain_text_is_refused(text: str) -> None:
    assert refusal(text) == ("L007", 1)


def test_a_text_may_speak_of_tags() -> None:
    assert read("HALE: Write <p> and </p>.\n\nREED: Why?\n").layout == "bare"


def test_a_decision_can_be_overruled() -> None:
    assert converted(HTML, Options(layout="bare")).tei


@pytest.mark.parametrize(
    "text",
    [
        "1-10 of 24 results\n\nSort by date\n\nConversation\n\nLetter\n",
        "24 results\n\nMay 3, 1951\nConversation\n\nMay 4, 1951\nLetter\n",
        "Search results for harbour\n\nMay 3, 1951\nTalk\n\nMay 4, 1951\nLetter\n",
    ],
)
def test_a_list_of_search_results_is_refused(text: str) -> None:
    assert refusal(text) == ("L008", 1)


def test_a_text_may_speak_of_results() -> None:
    text = "Minutes\n\n3 results\n\nHALE: Good.\n\nREED: Is it?\n"
    assert read(text).layout == "bare"


EXPORT = """\
May {day}, 1951

Conversation

Citation:

"Conversation", May {day}, 1951, Example Archive.

Contents:

Transcript - English

HALE: Good morning.

"""
WEB = """\
Skip to content

May {day}, 1951

Conversation

HALE: Good morning.

Document Information

Source

Example Library

Record ID

12

"""
MEMORANDUM = """\
{day}. Memorandum of Conversation

London, May {day}, 1951.

HALE: Good morning.

2. The Harbour Is Closed

REED: Is it?

"""


@pytest.mark.parametrize(("page", "line"), [(EXPORT, 15), (WEB, 19), (MEMORANDUM, 11)])
def test_two_records_in_one_file_are_refused(page: str, line: int) -> None:
    assert refusal(page.format(day=3) + page.format(day=4)) == ("L009", line)


def test_a_description_without_a_text_is_refused() -> None:
    page = EXPORT.format(day=3).partition("HALE")[0]
    assert refusal(page)[0] == "L006"

"""Pages as a parser, the checker of HTML and a browser read them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Final

import pytest
from deposits import HOSTILE, deposit, packed, sample, tei, written

if TYPE_CHECKING:
    from encoder.exporters.deposit import Deposit

OUTPUT: Final = Path(__file__).parents[2] / "output" / "soong-stalin-1945-07-07.xml"
VOID: Final = frozenset({"meta", "br"})
EMPTY: Final = "<sp><p/><list/><table/><lb/><ref target='javascript:1'/></sp>"
MADE: Final = {
    "full": sample("full"),
    "minimal": sample("minimal"),
    "output": deposit(OUTPUT.read_bytes()),
    "script": deposit(tei(words="<script>alert(1)</script>")),
    "empty": deposit(tei(body=EMPTY)),
}
CHECKER: Final = Path(
    os.environ.get("VNU_JAR")
    or Path(sys.prefix, "node_modules/vnu-jar/build/dist/vnu.jar")
)
BROWSER: Final = which("chromium") or which("google-chrome")


class Page(HTMLParser):
    """A page as the standard library reads it: every element closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.values: dict[str, list[str]] = {}
        self.text = ""
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        for name, value in attrs:
            self.values.setdefault(name, []).append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, f"<{tag}/> is not closed in HTML"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("made", MADE.values(), ids=[*MADE])
def test_a_page_stands_by_itself(made: Deposit) -> None:
    [content] = packed("html", [made]).values()
    page = Page(content.decode())
    assert not {*page.seen} & {"script", "link", "img", "iframe"}
    assert "src" not in page.values
    assert page.seen.count("h1") == page.seen.count("main") == 1
    assert len({*page.values["id"]}) == len(page.values["id"])
    for href in page.values.get("href", []):
        assert href.startswith(("http", "#"))
        assert not href.startswith("#") or href[1:] in page.values["id"]
    assert {*page.values["aria-labelledby"]} <= {*page.values["id"]}
    text = " ".join(re.sub(r"\[page[ \d]*\]", "", page.text).split())
    for passage in made.passages:
        assert passage.words in text


def test_a_page_that_is_broken_is_caught() -> None:
    [content] = packed("html", [sample("full")]).values()
    with pytest.raises(AssertionError):
        Page(content.decode().replace("</section>", "", 1))


def checked(folder: Path) -> list[str]:
    """Return the errors that the Nu Html Checker finds in the pages of a folder."""
    done = subprocess.run(  # noqa: S603 (the checker, on our own files)
        [which("java") or "java", "-jar", str(CHECKER), "--errors-only", str(folder)],
        capture_output=True,
        check=False,
        text=True,
    )
    return done.stderr.splitlines()


@pytest.mark.skipif(
    not (CHECKER.is_file() and which("java")),
    reason="vnu.jar comes from npm's vnu-jar, and needs a Java",
)
def test_the_checker_of_html_finds_no_error_and_one_in_a_broken_page(
    tmp_path: Path,
) -> None:
    pages = [*MADE.values(), *map(deposit, HOSTILE.values())]
    for number, made in enumerate(pages):
        written(packed("html", [made]), tmp_path / "whole" / str(number))
    assert checked(tmp_path / "whole") == []
    [(path, content)] = packed("html", [MADE["full"]]).items()
    broken = content.replace(b"<h1", b"<p><h1", 1).replace(b"</main>", b"", 1)
    written({path: broken}, tmp_path / "broken")
    assert checked(tmp_path / "broken")


@pytest.mark.skipif(BROWSER is None, reason="there is no chromium here")
@pytest.mark.parametrize("name", ["full", "output", "script"])
def test_a_browser_shows_every_word_and_runs_none(name: str, tmp_path: Path) -> None:
    [(path, content)] = packed("html", [MADE[name]]).items()
    written({path: content}, tmp_path)
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    page = (tmp_path / path).as_uri()
    done = subprocess.run(  # noqa: S603 (a browser, on our own file)
        [str(BROWSER), *options, profile, page],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    shown, asked = Page(done.stdout), Page(content.decode())
    assert shown.seen == asked.seen
    assert " ".join(shown.text.split()) == " ".join(asked.text.split())

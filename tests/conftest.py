"""How many examples a property is tried on: HYPOTHESIS_PROFILE=dev or ci.

And `--update-expected`, which writes the golden records anew, the source that a test
has in its docstring, and how many tests were skipped for which reason.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from inspect import cleandoc

import pytest
from hypothesis import settings
from pages import Read, read, text_of

from encoder.model.source import Source

settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=2_000, derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

# A shell that starts the tests in the background has them ignore Ctrl-C, and so would
# the programs that they start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write the expected files of tests/records anew, to be read in review",
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were skipped for which reason."""
    reports = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2] for report in reports)
    if reasons:
        terminalreporter.section("skipped")
    for reason, tests in reasons.most_common():
        terminalreporter.write_line(f"{tests} {reason.removeprefix('Skipped: ')}")


@pytest.fixture(autouse=True, scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep out of the cache of whoever runs the tests."""
    os.environ["TEI_ENCODER_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def source(request: pytest.FixtureRequest) -> Source:
    """The docstring of the test, read as a source."""
    return Source("memo.txt", cleandoc(request.function.__doc__))


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    """The docstring of the test, as a page."""
    return text_of(request)


@pytest.fixture
def page(text: str) -> Read:
    """The docstring of the test, read by the layout that it has the signs of."""
    return read(text)

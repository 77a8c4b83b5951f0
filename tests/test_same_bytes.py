"""Nothing that a record becomes changes unseen: TEI and findings against `bytes.txt`.

One line for each record: the digest of its TEI, the digest of its findings, its name.
A commit that changes a line says in its message why. `pytest --update-expected` writes
the lines anew, but for the records of a corpus that is not there.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from accuracy_records import CORPUS, DIALOGUES, FURTHER, NOT_DIALOGUES, has_corpus

from encoder.finding import Severity
from encoder.pipeline import convert
from encoder.reports import as_text
from encoder.runs.result import Result

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TESTS: Final = Path(__file__).parent
SAMPLE: Final = TESTS.parent / "sources" / "soong-stalin-1945-07-07.txt"
LINES: Final = TESTS / "bytes.txt"
LETTERS: Final = 16
"""How much of a SHA-256 is kept: enough for a change, and short enough to read."""
WHICH: Final[Mapping[str, tuple[Path, str]]] = {
    "sample": (SAMPLE.parent, SAMPLE.name),
    "records": (TESTS / "records", "*/source.txt"),
    "dialogues": (DIALOGUES, "*.txt"),
    "not_dialogues": (NOT_DIALOGUES, "*.txt"),
    "further": (FURTHER, "**/*.txt"),
    "corpus": (CORPUS / "text", "*.txt"),
}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:LETTERS]


def became(path: Path) -> str:
    """Return the digests of what a record is converted to, and of what is said of it.

    The source is named alike wherever it lies, since findings name it.
    """
    outcome = convert(path.read_bytes(), path.name)
    result = Result(outcome.name, findings=outcome.findings)
    findings = "\n".join(as_text.findings(result, {*Severity}, colour=False))
    return f"{digest(outcome.tei or b'')} {digest(findings.encode())}"


def lines(which: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each record of a group, and what it becomes."""
    folder, pattern = WHICH[which]
    for path in sorted(folder.glob(pattern)):
        name = path.relative_to(folder).with_suffix("").as_posix()
        yield f"{which}/{name.removesuffix('/source')}", became(path)


def written() -> dict[str, str]:
    """Return what each record became when `bytes.txt` was written."""
    text = LINES.read_text("utf-8") if LINES.exists() else ""
    parted = (line.rpartition(" ") for line in text.splitlines() if line[:1] != "#")
    return {name: digests for digests, _, name in parted}


def write(which: str, now: Mapping[str, str]) -> None:
    """Write the lines of one group anew, and leave those of the others."""
    others = {
        name: digests
        for name, digests in written().items()
        if not name.startswith(f"{which}/")
    }
    head = "# digest of the TEI, digest of the findings, record\n"
    body = (
        f"{digests} {name}\n" for name, digests in sorted({**others, **now}.items())
    )
    LINES.write_text(head + "".join(body), "utf-8")


@pytest.mark.xdist_group("bytes.txt")
@pytest.mark.parametrize("which", WHICH)
def test_a_record_becomes_what_it_became(
    which: str, pytestconfig: pytest.Config
) -> None:
    if which == "corpus" and not has_corpus():
        pytest.skip("no corpus: TEI_ENCODER_CORPUS can name one")
    now = dict(lines(which))
    assert now, f"no record of {which}"
    if pytestconfig.getoption("update_expected"):
        write(which, now)
    then = {
        name: digests
        for name, digests in written().items()
        if name.startswith(f"{which}/")
    }
    changed = {name for name, _ in now.items() ^ then.items()}
    assert not changed, "read what changed; then --update-expected, and say why"

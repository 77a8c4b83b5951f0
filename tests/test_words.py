"""No word of a language in the code: what is known of languages lies in their packs.

Looked at are the rooms that read a page. A message to users is no word of a language
here, nor is the name of a TEI element: what is counted are lists and patterns.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from encoder.language.pack import WORDS, categories, languages, spellings

if TYPE_CHECKING:
    from collections.abc import Iterator

ENCODER = Path(__file__).parents[1] / "encoder"
ROOMS = (
    "text", "dates", "names", "layouts", "body", "turns", "decisions", "annotation",
)  # fmt: skip
FILES = sorted(
    path.relative_to(ENCODER).as_posix()
    for room in ROOMS
    for path in (ENCODER / room).rglob("*.py")
)
CATEGORIES = frozenset(categories())
MOST_FOREIGN, MOST_LISTED, MOST_IN_PATTERN = 2, 8, 3
_HEAD = "The head of a page, and telling it once"
WAITING = {
    "dates/hours_by_language.py": _HEAD,
    "dates/hours_cjk.py": _HEAD,
}
"""Files that cannot keep this yet, and the title of the issue that mends them."""

# Of a pattern, what is no word: a comment, a group's name, a category, an escape.
_RANGE = re.compile(r".-\S")
_NO_WORD = re.compile(
    r"(?<!\\)(?<!\[)\s\#.*|\(\?P[<=]\w+[>)]|\{[a-z][a-z-]+\}|\\[A-Za-z]|\(\?[a-z-]+"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LIST_WORD = re.compile(r"(?![IVX]+\Z)[^\W\d_][\w'’.-]+")


def constants(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings of a module that are no docstrings."""
    said = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in said:
            continue
        if isinstance(node.value, str):
            yield node


def foreign(tree: ast.AST) -> Iterator[str]:
    """Yield each string with more than a few letters that are not ASCII."""
    for node in constants(tree):
        letters = filter(str.isalpha, _RANGE.sub("", str(node.value)))
        if sum(not each.isascii() for each in letters) > MOST_FOREIGN:
            yield f"line {node.lineno}: {str(node.value).strip()[:40]!r}"


def listed(tree: ast.AST) -> Iterator[str]:
    """Yield each set, list or table of more than a few words."""
    exported = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    for node in ast.walk(tree):
        words: list[str] = []
        if node in exported or not isinstance(node, ast.expr):
            continue
        if isinstance(node, ast.Set | ast.List | ast.Tuple):
            words = texts(node.elts)
        elif isinstance(node, ast.Dict):
            words = texts([key for key in node.keys if key])
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "split"
        ):
            words = " ".join(texts([node.func.value])).split()
        words = [word for word in words if word not in CATEGORIES]
        if sum(bool(_LIST_WORD.fullmatch(word)) for word in words) > MOST_LISTED:
            yield f"line {node.lineno}: {' '.join(words)[:40]!r}"


def texts(nodes: list[ast.expr]) -> list[str]:
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def patterned(tree: ast.AST) -> Iterator[str]:
    """Yield each pattern with more than a few words in it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in {"Pattern", "Formula", "compile"}:
            words = [
                word
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
                if part.value not in CATEGORIES
                for word in _WORD.findall(_NO_WORD.sub(" ", part.value))
            ]
            if len(words) > MOST_IN_PATTERN:
                yield f"line {node.lineno}: {' '.join(words)[:40]!r}"


def of_language(file: str) -> list[str]:
    tree = ast.parse((ENCODER / file).read_text("utf-8"))
    return [*foreign(tree), *listed(tree), *patterned(tree)]


@pytest.mark.parametrize("file", sorted({*FILES} - {*WAITING}))
def test_no_word_of_a_language_is_in_the_code(file: str) -> None:
    assert not of_language(file)


@pytest.mark.parametrize("file", WAITING)
def test_what_waits_for_a_later_issue_still_has_to(file: str) -> None:
    """The list only shrinks: a file that keeps the rule goes from it."""
    assert of_language(file)


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.words")), ids=lambda p: p.stem)
def test_a_word_stands_once_in_a_category_of_a_language(path: Path) -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for line in path.read_text("utf-8").splitlines():
        category, _, words = line.partition(":")
        if line[:1] not in {"#", ""}:
            assert re.fullmatch("[a-z][a-z-]+", category), line
            seen.update((category, word) for word in words.split())
    assert [pair for pair, count in seen.items() if count > 1] == []


def table() -> Iterator[str]:
    """Yield how many words each language has in each category: where one is poor."""
    for category in categories():
        counts = (
            f"{language} {len(spellings(language, category))}"
            for language in languages(category)
        )
        yield f"{category:<28}{'  '.join(counts)}"


if __name__ == "__main__":
    print("\n".join(table()))  # noqa: T201 (this is what it is run for)

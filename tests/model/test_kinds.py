"""Each kind of leaf is one row, and everybody who asks has an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from encoder.model.kinds import LeafKind, Role
from encoder.proof.lossless import PATTERNS_OF_SIGNS

SCHEMA = Path(__file__).parents[2] / "schemas" / "record.odd"


@pytest.mark.parametrize("kind", LeafKind)
def test_the_element_of_a_kind_is_in_the_schema(kind: LeafKind) -> None:
    odd = SCHEMA.read_text("utf-8")
    assert f'ident="{kind.element}"' in odd or kind is LeafKind.FIELD


@pytest.mark.parametrize("kind", [kind for kind in LeafKind if kind.is_sign])
def test_the_proof_has_a_pattern_for_the_words_of_each_sign(kind: LeafKind) -> None:
    assert kind in PATTERNS_OF_SIGNS


def test_kinds_of_one_element_are_told_apart_by_its_subtype_or_its_role() -> None:
    rows = [(kind.element, kind.subtype, kind.role) for kind in LeafKind]
    assert len({*rows}) == len(rows)


def test_a_kind_is_its_name_in_findings() -> None:
    assert f"{LeafKind.SALUTE}" == "salutation"
    assert (LeafKind.SALUTE.role, LeafKind.CLOSING.role) == (Role.OPENS, Role.CLOSES)

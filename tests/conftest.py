"""How many examples a property is tried on: HYPOTHESIS_PROFILE=dev or ci.

And `--update-expected`, which writes the golden records anew.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

settings.register_profile("dev", max_examples=100, deadline=None)
settings.register_profile("ci", max_examples=2_000, derandomize=True, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write the expected files of tests/records anew, to be read in review",
    )

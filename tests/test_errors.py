"""The catalogue of errors: documented, complete, and one line each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimtrack.errors import CATALOGUE, ClaimtrackError, advise, error_line

ROOT = Path(__file__).parent.parent
_ROW = re.compile(r"^\| (CT\d{3}) \| (.+) \| (.+) \|$", re.MULTILINE)


def test_the_documentation_lists_the_catalogue() -> None:
    rows = _ROW.findall((ROOT / "docs" / "errors.md").read_text(encoding="utf-8"))
    assert rows == [(code, each.meaning, each.remedy) for code, each in CATALOGUE.items()]


def test_every_code_in_the_code_is_in_the_catalogue() -> None:
    sources = (ROOT / "claimtrack").rglob("*.py")
    used = {
        code for path in sources for code in re.findall(r"\bCT\d{3}\b", path.read_text("utf-8"))
    }
    assert used == set(CATALOGUE)


def test_codes_are_in_order() -> None:
    assert list(CATALOGUE) == sorted(CATALOGUE)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), "claimtrack: CT012 the row has no text; put the article into a field named text"),
        (("a.csv",), "a.csv: CT012 the row has no text; put the article into a field named text"),
        (
            ("a.csv", 3),
            "a.csv:3:1: CT012 the row has no text; put the article into a field named text",
        ),
        (
            ("a.csv", 3, 7),
            "a.csv:3:7: CT012 the row has no text; put the article into a field named text",
        ),
    ],
)
def test_lines(place: tuple[str, int, int], line: str) -> None:
    assert str(ClaimtrackError("CT012", advise("CT012"), *place)) == line


def test_a_message_of_several_lines_becomes_one() -> None:
    assert error_line("CT499", "a\n b", "x") == "x: CT499 a b"

"""CSV: a row an attribution, a row a sentence, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import pytest

from claimtrack.records import Failure
from claimtrack.render.csvtables import safe, write_csv, write_csv_folder
from tests.render.example import example
from tests.render.odd import odd

FAILURE = Failure("night", "night.txt", "CT103", "the bytes are no text")


def test_a_row_an_attribution() -> None:
    out = io.StringIO()
    write_csv([FAILURE, example()], out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    names = (
        "attribution",
        "source",
        "cue",
        "claim",
        "stance",
        "parent",
        "contested",
        "claim_spans",
    )
    assert [tuple(row[name] for name in names) for row in rows] == [
        (
            "a1",
            "the harbour board",
            "said",
            "its chairwoman Mira Haddad admitted that the toll had doubled",
            "asserts",
            "",
            "no",
            "[67,128]",
        ),
        ("a2", "Mira Haddad", "admitted", "the toll had doubled", "acknowledges", "a1", "no", "[108,128]"),
        ("a3", "", "reportedly", "Hauliers were … not warned", "asserts", "", "no", "[130,143] [155,165]"),
        ("a4", "Two dockers", "said", "the board had lied to them", "asserts", "", "yes", "[184,210]"),
        ("a5", "Mira Haddad", "rejected", "the accusation", "denies", "", "no", "[228,242]"),
    ]  # fmt: skip


def test_a_folder_has_a_table_of_sentences_too() -> None:
    written: dict[str, str] = {}

    @contextmanager
    def opening(name: str) -> Iterator[TextIO]:
        out = io.StringIO()
        yield out
        written[name] = out.getvalue()

    write_csv_folder([example(), FAILURE], opening)
    assert set(written) == {"attributions.csv", "sentences.csv"}
    rows = list(csv.DictReader(io.StringIO(written["sentences.csv"])))
    assert [(row["sentence"], row["standing"], row["contested_by"]) for row in rows] == [
        ("0", "attributed", ""),
        ("1", "to nobody", ""),
        ("2", "attributed", "denied by Mira Haddad in sentence 4"),
        ("3", "attributed", "denies sentence 3"),
        ("4", "unattributed", ""),
        ("5", "no claim", ""),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_what_could_be_a_formula_is_made_safe(start: str) -> None:
    assert safe(start + "1+1") == "'" + start + "1+1"


def test_other_cells_stay_as_they_are() -> None:
    assert [safe(cell) for cell in ("a=b", "", None, -1, 0.5)] == ["a=b", "", None, -1, 0.5]


def test_the_words_of_an_article_are_cells_of_text() -> None:
    out = io.StringIO()
    write_csv([odd()], out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    assert rows[3]["source_words"] == "'=Two 😀 & “dockers”"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())

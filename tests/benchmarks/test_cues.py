"""The short sentences of `benchmarks.cues` keep their own rules, and words are compared as promised."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.cues import NOTHING, Line, Outcome, Parts, misses, read_lines, table, words
from claimtrack.records import POSITIONS

LINES = read_lines()
DENIAL = Line("Rwanda denies it.", Parts("Rwanda", "denies", "it", "denies"), unseen=False)
DOUBT = Line("Few doubt that.", Parts("Few", "doubt", "that", "believes"), unseen=True)


@pytest.mark.parametrize("part", ["source", "cue", "claim"])
def test_every_part_stands_in_its_sentence(part: str) -> None:
    for line in LINES:
        at = 0
        for piece in filter(None, getattr(line.expected, part).split(" … ")):
            found = line.text.find(piece, at)
            assert found >= 0, (line.text, piece)
            at = found + len(piece)


def test_the_sentences_are_short_and_all_different() -> None:
    assert [line.text for line in LINES if not 4 <= len(line.text.split()) <= 14] == []
    assert [text for text, times in Counter(line.text for line in LINES).items() if times > 1] == []


def test_a_third_of_the_lines_has_an_unseen_verb() -> None:
    assert len(LINES) >= 330
    assert 3 * sum(line.unseen for line in LINES) >= len(LINES)


def test_stances_are_those_of_the_vocabulary() -> None:
    assert {line.expected.stance for line in LINES} == set(POSITIONS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“The roof is sound”,", ["the", "roof", "is", "sound"]),
        ("that he’s ill", ["he's", "ill"]),
        ("whether rent is owed", ["rent", "is", "owed"]),
        ("He … to pay $1.5 million", ["he", "to", "pay", "$", "1.5", "million"]),
        ("", []),
    ],
)
def test_words_leave_out_marks_case_and_linking_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_shares_and_misses() -> None:
    right = Outcome(DENIAL, Parts("Rwanda", "denies", "It", "denies"))
    missed = Outcome(DOUBT, NOTHING)
    assert table([right, missed]).splitlines() == [
        "verbs      lines    all right    source    cue    claim    stance",
        "-------  -------  -----------  --------  -----  -------  --------",
        "all            2         50.0      50.0   50.0     50.0      50.0",
        "seen           1        100.0     100.0  100.0    100.0     100.0",
        "unseen         1          0.0       0.0    0.0      0.0       0.0",
    ]
    assert misses([right, missed]) == (
        "Few doubt that.\n  expected  Few | doubt | that | believes\n  found     -"
    )

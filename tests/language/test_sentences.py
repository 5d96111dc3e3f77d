"""Sentence boundaries. ``|`` in a test marks where a new sentence surely starts, ``?`` where perhaps."""

from __future__ import annotations

import re
import time

import pytest

from claimtrack.language.sentences import sentence_starts

MARKS = {"start": "| ", "perhaps": "? "}


def marked(text: str) -> str:
    found = list(sentence_starts(text))
    for at, verdict in reversed(found):
        text = text[:at] + MARKS[verdict] + text[at:]
    return text


def check(expected: str) -> None:
    assert marked(re.sub(r" [|?](?= )", "", expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "It rained. | She left. | Nobody spoke",
        "Is it? | Yes! | No way.",
        "Who?! | Me.",
        "It is 5. | Six came.",
        "It cost $3.5 million. | Too much.",
        "He lost it. | $5 was found. | £7 was not.",
        "He slept.  | She stayed.",
        "They won 3-2. | 4,000 came.",
        "It rained . | She left .",
        "He left. | iPhone sales fell. | eBay sales rose.",
        "He left. | “We won,” she said. | 'So did we.'",
        "He left. | (She stayed.) | They slept.",
        "He left. | —And she stayed.",
        "He won.She lost.",
        "Wait…what",
        "",
        "...",
    ],
)
def test_sentences_end_at_full_stops_and_the_like(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lund met Dr. Osei, Prof. Ray and Ms. Bell.",
        "Gen. Ito saw Gov. Bell, Sen. Cho and Rep. Cruz.",
        "Lt. Col. Ray, Sgt. Bell and Pvt. Ryan slept.",
        "Atty. Gen. Bell spoke.",
        "Rev. Martin and Hon. Bell prayed.",
        "Mohd. Ali met Smt. Rao.",
        "St. Louis beat Mt. Vernon and Ft. Worth.",
        "It was Norway vs. Spain, i.e. Lund, cf. Osei, approx. Noon.",
        "See Fig. 3, No. 5 and pp. 6.",
        "On Jan. 5 and Sept. 11 it rained.",
        "It was 5 p.m. Monday in Lima.",
        "She holds a Ph.D. in law.",
        "He lives in the U.S. and works.",
        "Acme Inc. said so.",
        "1. Buy milk.",
    ],
)
def test_abbreviations_in_front_of_what_they_belong_to(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize(
    "expected",
    [
        "He left the U.S. | The trade fell.",
        "He left the U.S. ? Senate.",
        "They came from the U.K. ? Police said so.",
        "Lund saw the E.U. | It fell.",
        "He spoke in Washington, D.C. | He left.",
        "Acme Inc. | The firm fell.",
        "Acme Inc. ? Shares fell.",
        "Lund Jr. | She spoke.",
        "It was 5 p.m. | He left.",
        "He left in Oct. | The leaves fell.",
        "He met Ray of Tampa, Fla. | It rained.",
        "He lives in Calif. ? Gov. Bell said so.",
        "He fell ill. | Gov. Bell said so.",
        "Lund et al. ? Found it.",
        "He said no. ? The court agreed.",
        "He said no. ? Lund agreed.",
        "They met in Main St. ? The crowd grew.",
    ],
)
def test_abbreviations_that_may_end_a_sentence(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "J. K. Lund spoke. | A. Osei left.",
        "George W. Bush spoke.",
        "J.K. ? Lund spoke.",
        "He got an A. ? She got a B.",
        "He got an A. Lund spoke.",
    ],
)
def test_initials(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "“Go!” she said.",
        "“Go!” Lund said.",
        "“Go?” asked Lund.",
        "“Go!” Mr. Lund said.",
        "“Go!” Ursula von der Leyen said.",
        "“Go!” Ángel Şahin of Acme replied.",
        "“Go?” Lund, the mayor of Lima, asked.",
        '"Go?" the mayor asked.',
        "“Go!” | Then he ran.",
        "“Go!” | Lund ran.",
        "“Go.” | She left.",
        "“Go.” | Lund said no.",
        "‘Go.’ | She left.",
        "He asked, “Why?” | The crowd left.",
        "“It rained.” | “It snowed.”",
        "He said (it rained.) | She left.",
    ],
)
def test_quotations_and_the_names_behind_them(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize(
    "expected",
    [
        "He won ... she lost.",
        "He won... | She lost.",
        "He won… | “She lost.”",
        "We met ... ? Lund in Lima.",
        "We met… ? Lund in Lima.",
        "“We met …” | Lund left.",
    ],
)
def test_ellipses(expected: str) -> None:
    check(expected)


@pytest.mark.parametrize("piece", ["...", "A. ", "“A!” b, ", "?!"])
def test_endless_marks_take_no_endless_time(piece: str) -> None:
    begun = time.process_time()
    marked(piece * 4000)
    assert time.process_time() - begun < 2

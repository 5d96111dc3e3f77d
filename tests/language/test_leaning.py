"""The learned verdict on cues: what it adds up, where a rule asks for it, what it lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from claimtrack import match
from claimtrack.language.checkable import chances
from claimtrack.language.leaning import Cues, chance, leanings, shares
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Missing
from claimtrack.rules.model import Conditions, RuleSet
from claimtrack.tracker import Tracker
from tests.handmade import RULES, parse_of

SHOP = "The|DET|det|2 shop|NOUN|nsubj|3 promised/promise|VERB|root|0 a|DET|det|5 course|NOUN|obj|3 .|PUNCT|punct|3"
SHOP_PARTS = ([2], [0, 1], [3, 4])
"""Cue, source and claim of the sentence, as tokens."""


def leaning(*rows: list[float]) -> Parse:
    """The shop's sentence with what each of its words leans to."""
    return replace(parse_of(SHOP), leanings=np.array(rows, dtype=np.float32))


def test_the_parts_are_two_heads_and_two_means() -> None:
    parse = leaning(*([float(10 * word + part) for part in range(4)] for word in range(6)))
    found = shares(parse, *SHOP_PARTS)
    assert found is not None
    assert found.tolist() == [
        [20.0, 21.0, 22.0, 23.0],
        [10.0, 11.0, 12.0, 13.0],
        [35.0, 36.0, 37.0, 38.0],
        [25.0, 26.0, 27.0, 28.0],
    ]


def test_the_chance_is_logistic_in_each_part_s_own_column() -> None:
    nothing = [0.0] * 4
    parse = leaning(nothing, [9, -2, 9, 9], [3, 9, 9, 9], [9, 9, 0, 9], [9, 9, -4, 9], [0.0] * 4)
    sentence = (9 + 9 + 9 + 9) / 6
    expected = 1 / (1 + np.exp(-(3 - 2 - 2 + sentence)))
    assert chance(parse, *SHOP_PARTS) == pytest.approx(expected)


def test_nobody_s_claim_has_no_share() -> None:
    parse = leaning(*([[1.0] * 4] * 6))
    found = shares(parse, [2], [], [])
    assert found is not None
    assert found.tolist() == [[1.0] * 4, [0.0] * 4, [0.0] * 4, [1.0] * 4]


def test_without_a_verdict_there_is_no_chance() -> None:
    assert chance(parse_of(SHOP), *SHOP_PARTS) is None


@pytest.mark.parametrize(
    ("leans", "likely", "expected"),
    [
        (-1.2, True, "wants words that are likely to attribute here; the model gives these a chance of 0.231, less than 0.3"),
        (-1.2, False, ""),
        (0.0, True, ""),
    ],
)  # fmt: skip
def test_a_rule_may_ask_for_what_is_likely(leans: float, likely: bool, expected: str) -> None:
    rows = [[leans if word == 2 else 0.0, 0.0, 0.0, 0.0] for word in range(6)]
    rule = next(r for r in RULES.rules if r.id == "promising.object")
    asks = replace(
        rule,
        frames=("speaker-verb-object",),
        conditions=Conditions(likely=likely, claim_lacks=("yoga",)),
    )
    rules = RuleSet((asks,), RULES.lists, "", RULES.speakers)
    outcomes = [a.outcome for a in match.attempts(leaning(*rows), rules, range(6))]
    missing = [str(outcome) for outcome in outcomes if isinstance(outcome, Missing)]
    assert missing == ([expected] if expected else [])
    assert len(outcomes) == 1


def test_rows_of_paragraphs_are_joined_and_one_without_a_verdict_ends_it() -> None:
    vocab = spacy.blank("en").vocab
    docs = [Doc(vocab, ["Rain", "fell"]), Doc(vocab, ["Nobody", "spoke", "."])]
    part = Cues()
    part.weights = np.array([[1, 0, 0, 2], [0, 1, 0, 0], [0.5, 0, 0, 0]], dtype=np.float32)
    for number, doc in enumerate(docs):
        doc.tensor = np.full((len(doc), 2), number + 1, dtype=np.float32)
        part(doc)
    found = leanings(docs)
    assert found is not None
    assert found.tolist() == [[1.5, 1, 0, 2]] * 2 + [[2.5, 2, 0, 4]] * 3
    assert leanings([*docs, Doc(vocab, ["Silence"])]) is None


def test_words_that_were_parted_since_have_no_verdict(tracker: Tracker) -> None:
    doc = tracker.language.nlp("Rain fell on Saturday.")
    assert leanings([doc]) is not None
    assert list(chances(doc)) == [0]
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[2:4])
    assert leanings([doc]) is None
    assert chances(doc) == {}


def test_weights_come_back_from_bytes() -> None:
    part = Cues()
    part.weights = np.arange(8, dtype=np.float32).reshape(2, 4)
    assert Cues().from_bytes(part.to_bytes()).weights.tolist() == part.weights.tolist()


def test_without_weights_there_is_no_verdict() -> None:
    doc = Doc(spacy.blank("en").vocab, ["Rain", "fell"])
    assert leanings([Cues()(doc)]) is None


def test_weights_come_back_from_disk(tmp_path: Path) -> None:
    part = Cues()
    part.weights = np.arange(12, dtype=np.float32).reshape(3, 4)
    part.to_disk(tmp_path / "part")
    assert Cues().from_disk(tmp_path / "part").weights.tolist() == part.weights.tolist()

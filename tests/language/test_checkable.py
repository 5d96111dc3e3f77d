"""The learned verdict on sentences: what it adds up, what it gives for own sentences, what it lacks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

import claimtrack
from claimtrack.language.checkable import Checkable, chances, features


def test_features_are_mean_largest_and_smallest_of_each_number() -> None:
    words = np.array([[1.0, -2.0], [3.0, 4.0]], dtype=np.float32)
    assert features(words).tolist() == [2.0, 1.0, 3.0, 4.0, 1.0, -2.0]


def test_the_chance_is_logistic_in_the_features() -> None:
    part = Checkable()
    part.weights = np.array([1, 0, 0, 0, 0, 0, -2], dtype=np.float32)
    assert part.chance(np.array([[2.0, 0.0]], dtype=np.float32)) == 0.5


def test_without_weights_there_is_no_verdict() -> None:
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, ["Rain", "fell", "."], sent_starts=[True, False, False])
    assert chances(Checkable()(doc)) == {}


def test_weights_come_back_from_disk(tmp_path: Path) -> None:
    part = Checkable()
    part.weights = np.arange(7, dtype=np.float32)
    part.to_disk(tmp_path / "part")
    assert Checkable().from_disk(tmp_path / "part").weights.tolist() == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("It is hard to feel sorry for either of them.", "no_claim"),
        ("None of this should surprise anybody.", "no_claim"),
        ("The bakery on Mill Street closed in 2019.", "unattributed"),
        ("The council owns forty boats and a ferry.", "unattributed"),
    ],
)
def test_opinions_of_the_writer_claim_nothing(sentence: str, status: str) -> None:
    assert [s.status for s in claimtrack.load().report(sentence).sentences] == [status]

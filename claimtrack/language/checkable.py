"""A learned verdict on each sentence: how likely it states something that could be checked.

A logistic regression over what the model's context layer makes of the sentence's words (mean,
largest and smallest value of each of its numbers). It learns from FactAppeal and from the
project's own articles (``training/checkable.py``); where a model brings none, rules decide alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

NAME = "claimtrack_checkable"
LIKELY = 0.55
"""Of sentences of FactAppeal below it, two in three state nothing checkable (cross-validated)."""
SURE = 0.8
"""From here on a sentence states something, though its form is that of a duty or a judgement: *Under the
rules, a club must ask first*."""
_KEY = "claimtrack_checkable"
_FILE = "weights.npy"

Vector = NDArray[np.floating[Any]]


class Checkable:
    """A part of a pipeline. ``weights`` holds one number a feature, the last the bias; empty ones
    give no verdict."""

    def __init__(self) -> None:
        self.weights: Vector = np.zeros(0, dtype=np.float32)

    def __call__(self, doc: Doc) -> Doc:
        if len(self.weights) and len(doc):
            doc.user_data[_KEY] = {
                sent.start: self.chance(doc.tensor[sent.start : sent.end]) for sent in doc.sents
            }
        return doc

    def chance(self, words: Vector) -> float:
        """How likely the words of a sentence, a row each, state something checkable: 0 to 1."""
        score = features(words) @ self.weights[:-1] + self.weights[-1]
        return float(1 / (1 + np.exp(-score)))

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 -- spaCy gives it
        Path(path).mkdir(parents=True, exist_ok=True)
        np.save(Path(path) / _FILE, self.weights)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Checkable:  # noqa: ARG002
        self.weights = np.load(Path(path) / _FILE)
        return self


@Language.factory(NAME)
def make(nlp: Language, name: str) -> Checkable:  # noqa: ARG001 -- a factory gets both
    return Checkable()


def features(words: Vector) -> Vector:
    """What is known of a sentence from its words' vectors."""
    return np.concatenate([words.mean(axis=0), words.max(axis=0), words.min(axis=0)])


def chances(doc: Doc) -> Mapping[int, float]:
    """The verdicts on a Doc's sentences, by their first token; empty where the model has none."""
    return cast(Mapping[int, float], doc.user_data.get(_KEY, {}))

"""A learned verdict on each sentence: how likely it states something that could be checked.

A logistic regression over what the model's context layer makes of the sentence's words (mean,
largest and smallest value of each of its numbers). It learns from FactAppeal and from the
project's own articles (``training/checkable.py``); where a model brings none, rules decide alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimtrack.language.verdicts import Numbers, Weighted

NAME = "claimtrack_checkable"
LIKELY = 0.55
"""Of sentences below it, four in five state nothing checkable (cross-validated; of FactAppeal alone, two in
three)."""
SURE = 0.8
"""From here on a sentence states something, though its form is that of a duty or a judgement: *Under the
rules, a club must ask first*. Chosen on FactAppeal's validation part, of .7, .8, .85, .9 and .95."""


class Checkable(Weighted):
    """A part of a pipeline. ``weights`` holds one number a feature, the last the bias."""

    def __call__(self, doc: Doc) -> Doc:
        if len(self.weights) and len(doc):
            verdicts = {s.start: self.chance(doc.tensor[s.start : s.end]) for s in doc.sents}
            doc.user_data[NAME] = len(doc), verdicts
        return doc

    def chance(self, words: Numbers) -> float:
        """How likely the words of a sentence, a row each, state something checkable: 0 to 1."""
        score = features(words) @ self.weights[:-1] + self.weights[-1]
        return float(1 / (1 + np.exp(-score)))


@Language.factory(NAME)
def make(nlp: Language, name: str) -> Checkable:  # noqa: ARG001 -- a factory gets both
    return Checkable()


def features(words: Numbers) -> Numbers:
    """What is known of a sentence from its words' vectors."""
    return np.concatenate([words.mean(axis=0), words.max(axis=0), words.min(axis=0)])


def chances(doc: Doc) -> Mapping[int, float]:
    """The verdicts on a Doc's sentences, by their first token; empty where the model has none, or
    where words were parted or joined since."""
    words, verdicts = cast(tuple[int, Mapping[int, float]], doc.user_data.get(NAME, (0, {})))
    return verdicts if words == len(doc) else {}

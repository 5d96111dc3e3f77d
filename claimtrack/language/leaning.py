"""A learned verdict on cues: how likely words attribute where they stand.

*The shop offers a course* and *the firm offers to pay* have the same word in the same construction.
A logistic regression over what the model's context layer makes of the cue's head, the source's head,
the claim's words and the sentence's tells them apart, as far as it has learned from cases that were
judged (``training/cues.py``). Since it is a sum, each word's share in it is known before
any rule is tried. Rules that ask for it have the condition ``likely``; where a model brings no
verdict, they hold without.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from claimtrack.language.grammar import head_of
from claimtrack.language.parse import Parse
from claimtrack.language.verdicts import Numbers, Weighted

NAME = "claimtrack_cues"
PARTS = 4
"""The cue's head, the source's head, the claim, the sentence: a column of the weights each."""
LEAST = 0.3
"""Of the cases that it has learned from, nine in ten below it attribute nothing (cross-validated)."""


class Cues(Weighted):
    """A part of a pipeline. ``weights`` has a row for each number of the context layer and a last one
    for what is added, and a column for each of the four parts (others while it is taught)."""

    def __call__(self, doc: Doc) -> Doc:
        if len(self.weights) and len(doc):
            doc.user_data[NAME] = doc.tensor @ self.weights[:-1] + self.weights[-1]
        return doc


@Language.factory(NAME)
def make(nlp: Language, name: str) -> Cues:  # noqa: ARG001 -- a factory gets both
    return Cues()


def leanings(docs: Iterable[Doc]) -> Numbers | None:
    """Each word's share in a verdict, a row a word; None where the model has none, or where words were
    parted or joined since."""
    rows = []
    for doc in docs:
        found = cast("Numbers | None", doc.user_data.get(NAME))
        if found is None or len(found) != len(doc):
            return None
        rows.append(found)
    return np.concatenate(rows) if rows else None


def chance(
    parse: Parse, cue: Collection[int], source: Collection[int], claim: Collection[int]
) -> float | None:
    """How likely the cue attributes the claim to the source, 0 to 1; None where nothing is known."""
    found = shares(parse, cue, source, claim)
    return None if found is None else float(1 / (1 + np.exp(-np.trace(found))))


def shares(
    parse: Parse, cue: Collection[int], source: Collection[int], claim: Collection[int]
) -> Numbers | None:
    """What the four parts have, a row each: their own head's, or the mean of their words'."""
    head = head_of(parse, cue)
    if parse.leanings is None or head is None:
        return None
    speaker = head_of(parse, source)
    sentence = parse.sentences[parse.tokens[head].sentence]
    nothing = np.zeros(parse.leanings.shape[1])
    return np.stack(
        [
            parse.leanings[head],
            nothing if speaker is None else parse.leanings[speaker],
            parse.leanings[sorted(claim)].mean(axis=0) if claim else nothing,
            parse.leanings[sentence.first : sentence.last].mean(axis=0),
        ]
    )

"""How alike two words are in meaning: *shut* and *close*, *faulty* and *fault*, whatever the text says of them.

The cosine of the vectors with which the model's context layer begins to read, of its word pieces, each
without what all have in common (Mu and Viswanath 2018). A model without such a layer finds nothing alike.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import cast

import numpy as np
from spacy.language import Language

from claimtrack.language.encoder import Array, Encoder
from claimtrack.language.parse import Likeness, nothing_alike

_KEPT = 4_000
"""Words whose vectors are kept, some six megabytes: a run over many articles grows by no more."""


def likeness_of(nlp: Language) -> Likeness:
    """What the pipeline's own layer knows of words."""
    if "tok2vec" not in nlp.pipe_names:
        return nothing_alike
    nodes = nlp.get_pipe("tok2vec").model.walk()  # type: ignore[attr-defined]
    shims = (shim for node in nodes for shim in node.shims)
    encoder = next((shim for shim in shims if isinstance(shim, Encoder)), None)
    return nothing_alike if encoder is None else _Likeness(encoder)


class _Likeness:
    """The likeness by an encoder's word pieces; a word of several pieces is their mean."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._vector = lru_cache(_KEPT)(self._unit)

    def __call__(self, one: str, other: str) -> float:
        return float(self._vector(one) @ self._vector(other))

    @cached_property
    def _common(self) -> Array:
        return cast(Array, self._encoder.pieces().mean(axis=0))

    def _unit(self, word: str) -> Array:
        vector = self._encoder.word(word) - self._common
        return cast(Array, vector / (np.linalg.norm(vector) + 1e-9))

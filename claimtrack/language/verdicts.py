"""What the model's learned verdicts have in common: weights that are kept with the pipeline."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

_FILE = "weights.npy"

Numbers = NDArray[np.floating[Any]]
_Part = TypeVar("_Part", bound="Weighted")


class Weighted:
    """A part of a pipeline with weights; empty ones give no verdict."""

    def __init__(self) -> None:
        self.weights: Numbers = np.zeros(0, dtype=np.float32)

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 -- spaCy gives it
        Path(path).mkdir(parents=True, exist_ok=True)
        np.save(Path(path) / _FILE, self.weights)

    def from_disk(self: _Part, path: Path, *, exclude: Iterable[str] = ()) -> _Part:  # noqa: ARG002
        self.weights = np.load(Path(path) / _FILE)
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        kept = io.BytesIO()
        np.save(kept, self.weights)
        return kept.getvalue()

    def from_bytes(self: _Part, kept: bytes, *, exclude: Iterable[str] = ()) -> _Part:  # noqa: ARG002
        self.weights = np.load(io.BytesIO(kept))
        return self

"""Colour without a terminal: renderers name a tone, and the caller says what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Tone = Literal["title", "good", "warning", "bad", "faint"]
Paint = Callable[[str, Tone], str]


def unpainted(text: str, tone: Tone) -> str:  # noqa: ARG001
    """For output that is no terminal."""
    return text

"""A sentence's parse as spaCy's displaCy draws it: words in a row, arcs from head to dependent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawnWord:
    """A word, its class, what it is to its head, and where in the sentence that stands (None: no head)."""

    text: str
    tag: str
    role: str
    head: int | None


def drawn(words: Sequence[DrawnWord], id: str) -> str:
    """An SVG element, marked up safely. ``id`` tells it from others on its page."""
    from spacy.displacy.render import DependencyRenderer

    arcs = [
        {
            "start": min(nth, word.head),
            "end": max(nth, word.head),
            "label": word.role,
            "dir": "left" if nth < word.head else "right",
        }
        for nth, word in enumerate(words)
        if word.head is not None
    ]
    labels = [{"text": word.text, "tag": word.tag} for word in words]
    renderer = DependencyRenderer(options={"compact": True, "distance": 110, "bg": "transparent"})
    svg: str = renderer.render_svg(id, labels, arcs)
    return svg

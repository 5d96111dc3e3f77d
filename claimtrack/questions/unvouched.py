"""What nobody stands behind in the articles of a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.ledger import Reader


@dataclass(frozen=True, slots=True)
class Unvouched:
    """A sentence without an attribution, or (status ``attributed``) attributed to nobody.

    ``sentence`` counts from 0; ``start`` and ``end`` lead into the article's text.
    """

    id: str
    path: str
    sentence: int
    start: int
    end: int
    status: str
    text: str


def unvouched(ledger: Reader) -> Iterator[Unvouched]:
    """The sentences in the order of their paths."""
    for row in ledger.rows("unattributed"):
        yield Unvouched(
            id=row["id"],
            path=row["path"],
            sentence=row["sentence"],
            start=row["start"],
            end=row["end"],
            status=row["status"],
            text=row["text"],
        )

"""What is contested in the articles of a ledger, and who denies or doubts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.ledger import Reader


@dataclass(frozen=True, slots=True)
class Disputed:
    """A sentence with one reason why it is contested; None where the article shows no more.

    ``sentence`` and ``denial_sentence`` count from 0, as in reports.
    """

    id: str
    path: str
    sentence: int
    reason: str
    claimant: str | None
    claim: str
    denier: str | None
    stance: str | None
    denial: str | None
    denial_sentence: int | None


def disputed(ledger: Reader) -> Iterator[Disputed]:
    """The contested sentences in the order of their paths."""
    for row in ledger.rows("contested"):
        yield Disputed(
            id=row["id"],
            path=row["path"],
            sentence=row["sentence"],
            reason=row["reason"],
            claimant=row["claimant"],
            claim=row["claim_text"] or row["text"],
            denier=row["denier"],
            stance=row["denial_stance"],
            denial=row["denial_text"],
            denial_sentence=row["denial_sentence"],
        )

"""Allegations in the articles of a ledger, with the answers that the articles give, or without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.ledger import Reader


@dataclass(frozen=True, slots=True)
class Answered:
    """An allegation against ``target`` and its answer; None where there is none."""

    id: str
    path: str
    sentence: int
    accuser: str | None
    allegation: str
    target: str | None
    kind: str
    answerer: str | None
    answer: str | None


def answered(ledger: Reader) -> Iterator[Answered]:
    """The allegations in the order of their paths."""
    for row in ledger.rows("replies"):
        yield Answered(
            id=row["id"],
            path=row["path"],
            sentence=row["sentence"],
            accuser=row["accuser"],
            allegation=row["claim_text"],
            target=row["target_name"],
            kind=row["kind"],
            answerer=row["answerer"],
            answer=row["answer_text"],
        )

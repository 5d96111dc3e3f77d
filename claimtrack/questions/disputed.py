"""What is contested in the articles of a ledger, and who denies or doubts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from claimtrack.ledger import Reader


@dataclass(frozen=True, slots=True)
class Disputed:
    """A contested sentence and one dispute about it; None where the article shows no more.

    ``sentence`` and ``denial_sentence`` count from 0, as in reports; ``stance`` is the denier's.
    """

    id: str
    path: str
    sentence: int
    reasons: tuple[str, ...]
    claimant: str | None
    claim: str
    denier: str | None
    stance: str | None
    denial: str | None
    denial_sentence: int | None


def disputed(ledger: Reader) -> Iterator[Disputed]:
    """The contested sentences in the order of their paths."""
    for _, rows in groupby(ledger.rows("contested"), key=_dispute):
        row, *others = rows
        yield Disputed(
            id=row["id"],
            path=row["path"],
            sentence=row["sentence"],
            reasons=tuple(each["reason"] for each in (row, *others)),
            claimant=row["claimant"],
            claim=row["claim_text"] or row["text"],
            denier=row["denier"],
            stance=row["denial_stance"],
            denial=row["denial_text"],
            denial_sentence=row["denial_sentence"],
        )


def _dispute(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["path"], row["id"], row["sentence"], row["dispute"]

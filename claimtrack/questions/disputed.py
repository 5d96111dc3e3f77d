"""What is contested in the articles of a ledger, within one or by another, and who denies or doubts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from claimtrack.ledger import Reader
from claimtrack.questions.contradictions import Contradiction, contradictions
from claimtrack.questions.wording import Lexicon


@dataclass(frozen=True, slots=True)
class Disputed:
    """A contested sentence and one dispute about it; None where the article shows no more.

    ``sentence`` and ``denial_sentence`` count from 0, as in reports; ``stance`` is the denier's.
    ``denial_id`` and ``denial_path`` tell the article that has the denial.
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
    denial_id: str | None
    denial_path: str | None


def disputed(ledger: Reader, lexicon: Lexicon) -> Iterator[Disputed]:
    """The contested sentences in the order of their paths, those of one article alone first."""
    found = chain(within(ledger), map(_across, contradictions(ledger, lexicon)))
    yield from sorted(found, key=lambda each: (each.path, each.id, each.sentence))


def _across(found: Contradiction) -> Disputed:
    claim, denial = found.claim.stated, found.denial.stated
    return Disputed(
        id=claim.id,
        path=claim.path,
        sentence=claim.sentence,
        reasons=("contradicted",),
        claimant=claim.source,
        claim=claim.claim,
        denier=denial.source,
        stance=denial.stance,
        denial=denial.claim,
        denial_sentence=denial.sentence,
        denial_id=denial.id,
        denial_path=denial.path,
    )


def within(ledger: Reader) -> Iterator[Disputed]:
    """What an article itself shows as contested."""
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
            denial_id=row["id"] if row["denial"] else None,
            denial_path=row["path"] if row["denial"] else None,
        )


def _dispute(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["path"], row["id"], row["sentence"], row["dispute"]

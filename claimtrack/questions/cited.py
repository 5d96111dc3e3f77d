"""Who is cited how often, with which stances, over all articles of a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimtrack.ledger import Reader


@dataclass(frozen=True, slots=True)
class Cited:
    """A source by its name, in however many articles.

    ``kind`` is the commonest. ``cited`` counts what it says, a quotation that goes on once;
    ``stances`` divide it, the commonest first; ``contested`` of it is denied or doubted.
    """

    name: str
    kind: str
    named: bool
    articles: int
    cited: int
    contested: int
    stances: Mapping[str, int]


def cited(ledger: Reader) -> Iterator[Cited]:
    """The sources, the most cited first."""
    for row in ledger.rows("by_source"):
        yield Cited(
            name=row["name"],
            kind=row["kind"],
            named=bool(row["named"]),
            articles=row["articles"],
            cited=row["cited"],
            contested=row["contested"],
            stances=json.loads(row["stances"]),
        )

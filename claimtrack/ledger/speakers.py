"""The sources of a ledger, article by article, with how often each is cited in which stance."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from claimtrack.ledger.faults import faults_told
from claimtrack.ledger.reader import Reader

_SPEAKERS = """
SELECT source.number, source.article, article.id, source.name, source.aliases, source.kind, source.named, source.role,
       a.stance, count(*), sum(a.contested)
FROM source
JOIN article ON article.number = source.article
JOIN attribution AS a ON a.article = source.article AND a.source = source.id
WHERE NOT a.hypothetical AND a.continues IS NULL
GROUP BY source.number, a.stance
ORDER BY source.number, a.stance
"""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of one article. What is hypothetical was never said; a quotation that goes on counts once."""

    article: int
    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    named: bool
    role: str | None
    stances: Counter[str]
    contested: int


def speakers(ledger: Reader) -> Iterator[Speaker]:
    """All that are cited, in the order of their articles; ``id`` is the article's."""
    with faults_told(ledger.path):
        cursor = ledger.connection.cursor()
        cursor.row_factory = None
        for _, rows in groupby(cursor.execute(_SPEAKERS), key=itemgetter(0)):
            first, *others = rows
            _, article, id, name, aliases, kind, named, role, *_ = first
            stances = Counter({row[8]: row[9] for row in (first, *others)})
            contested = sum(row[10] for row in (first, *others))
            known = tuple(json.loads(aliases))
            yield Speaker(article, id, name, known, kind, bool(named), role, stances, contested)


def text_of(ledger: Reader, article: int) -> str:
    """The text of an article by its number."""
    with faults_told(ledger.path):
        query = "SELECT text FROM article WHERE number = ?"
        row = ledger.connection.execute(query, (article,)).fetchone()
    return str(row["text"])

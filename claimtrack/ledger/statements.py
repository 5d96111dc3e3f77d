"""What the articles of a ledger state: every claim that somebody is cited for, and what the writers say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.ledger.faults import faults_told
from claimtrack.ledger.reader import Reader

_STATED = """
SELECT article.number, article.id, article.path, article.date, a.sentence, source.name, a.stance, a.claim_text,
       sentence.text,
       CASE WHEN dispute.id IS NULL THEN NULL ELSE coalesce(target.claim_text, disputed.text) END,
       a.rule
FROM attribution AS a
JOIN article ON article.number = a.article
JOIN sentence ON sentence.article = a.article AND sentence."index" = a.sentence
LEFT JOIN source ON source.article = a.article AND source.id = a.source
LEFT JOIN attribution AS outer ON outer.article = a.article AND outer.id = a.parent
LEFT JOIN dispute ON dispute.article = a.article AND dispute.denial = a.id
LEFT JOIN attribution AS target ON target.article = a.article AND target.id = dispute.claim
LEFT JOIN sentence AS disputed ON disputed.article = a.article AND disputed."index" = dispute.sentence
WHERE NOT a.hypothetical AND coalesce(outer.position, 'for') = 'for'
UNION ALL
SELECT article.number, article.id, article.path, article.date, sentence."index", NULL, NULL, sentence.text,
       sentence.text, NULL, NULL
FROM sentence JOIN article ON article.number = sentence.article
WHERE sentence.status = 'unattributed'
ORDER BY 1, 5
"""


class Stated(NamedTuple):
    """A claim with its place. ``stance`` and ``rule`` None: in the writer's own voice. ``whole`` is its sentence;
    ``disputed`` what the article shows a denial to be about. What a denial or doubt encloses is left out.
    """

    article: int
    id: str
    path: str
    date: str | None
    sentence: int
    source: str | None
    stance: str | None
    claim: str
    whole: str
    disputed: str | None
    rule: str | None


def stated(ledger: Reader) -> Iterator[Stated]:
    """The statements, article by article, sentence by sentence."""
    with faults_told(ledger.path):
        cursor = ledger.connection.cursor()
        cursor.row_factory = None
        yield from map(Stated._make, cursor.execute(_STATED))

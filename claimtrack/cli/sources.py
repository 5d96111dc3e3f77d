"""``claimtrack sources``: who is cited how often in a ledger, with which stances."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimtrack.cli.asking import FORMAT, LEDGER, OUTPUT, AnswerFormat, Cells, answer
from claimtrack.cli.command import Session

if TYPE_CHECKING:
    from claimtrack.questions.cited import Cited


def sources(
    session: Session,
    ledger: Annotated[Path, LEDGER],
    format: Annotated[AnswerFormat, FORMAT] = AnswerFormat.table,
    output: Annotated[Path | None, OUTPUT] = None,
) -> int:
    """List who is cited how often, with which stances."""
    from claimtrack.questions.cited import cited

    return answer(session, ledger, cited, _cells, format, output)


def _cells(each: Cited) -> Cells:
    return {
        "source": each.name,
        "kind": each.kind,
        "articles": each.articles,
        "cited": each.cited,
        "contested": each.contested or "",
        "stances": ", ".join(f"{stance} {times}" for stance, times in each.stances.items()),
    }

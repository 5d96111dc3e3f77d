"""``claimtrack replies``: allegations in a ledger, with and without an answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimtrack.cli.asking import FORMAT, LEDGER, OUTPUT, AnswerFormat, Cells, answer
from claimtrack.cli.command import Session

if TYPE_CHECKING:
    from claimtrack.questions.answered import Answered


def replies(
    session: Session,
    ledger: Annotated[Path, LEDGER],
    format: Annotated[AnswerFormat, FORMAT] = AnswerFormat.table,
    output: Annotated[Path | None, OUTPUT] = None,
) -> int:
    """List allegations with the answers that their articles give, or without."""
    from claimtrack.questions.answered import answered

    return answer(session, ledger, answered, _cells, format, output)


def _cells(each: Answered) -> Cells:
    by = f" by {each.answerer}" if each.answerer else ""
    words = f": {each.answer}" if each.answer else ""
    return {
        "where": f"{each.id} {each.sentence + 1}",
        "said by": each.accuser,
        "allegation": each.allegation,
        "against": each.target,
        "answer": f"{each.kind}{by}{words}",
    }

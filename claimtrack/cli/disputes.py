"""``claimtrack disputes``: what is contested in a ledger, and by whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimtrack.cli.asking import FORMAT, LEDGER, OUTPUT, AnswerFormat, Cells, answer
from claimtrack.cli.command import Session

if TYPE_CHECKING:
    from claimtrack.questions.disputed import Disputed


def disputes(
    session: Session,
    ledger: Annotated[Path, LEDGER],
    format: Annotated[AnswerFormat, FORMAT] = AnswerFormat.table,
    output: Annotated[Path | None, OUTPUT] = None,
) -> int:
    """List what is contested, who said it, and who denies or doubts it."""
    from claimtrack.questions.disputed import disputed

    return answer(session, ledger, disputed, _cells, format, output)


def _cells(each: Disputed) -> Cells:
    by = f" by {each.denier}" if each.denier else ""
    return {
        "where": f"{each.id} {each.sentence + 1}",
        "said by": each.claimant,
        "claim": each.claim,
        "contested": ", ".join(each.reasons) + by,
        "denial": each.denial,
    }

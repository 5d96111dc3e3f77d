"""``claimtrack unattributed``: what nobody stands behind in a ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from claimtrack.cli.asking import FORMAT, LEDGER, OUTPUT, AnswerFormat, Cells, answer
from claimtrack.cli.command import Session

if TYPE_CHECKING:
    from claimtrack.questions.unvouched import Unvouched


def unattributed(
    session: Session,
    ledger: Annotated[Path, LEDGER],
    format: Annotated[AnswerFormat, FORMAT] = AnswerFormat.table,
    output: Annotated[Path | None, OUTPUT] = None,
) -> int:
    """List the sentences that nobody stands behind."""
    from claimtrack.questions.unvouched import unvouched

    return answer(session, ledger, unvouched, _cells, format, output)


def _cells(each: Unvouched) -> Cells:
    nobody = "to nobody" if each.status == "attributed" else "unattributed"
    return {
        "where": f"{each.id} {each.sentence + 1}",
        "standing": nobody,
        "text": each.text,
    }

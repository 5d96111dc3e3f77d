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
    """List what is contested, within an article or by another, who said it, and who denies it."""
    from claimtrack.questions.disputed import disputed
    from claimtrack.questions.wording import Lexicon

    lexicon = Lexicon(session.ruleset)
    return answer(session, ledger, lambda it: disputed(it, lexicon), _cells, format, output)


def _cells(each: Disputed) -> Cells:
    by = f" by {each.denier}" if each.denier else ""
    if each.denial_path is not None and (each.denial_path, each.denial_id) != (each.path, each.id):
        by += f" in {each.denial_id} {(each.denial_sentence or 0) + 1}"
    return {
        "where": f"{each.id} {each.sentence + 1}",
        "said by": each.claimant,
        "claim": each.claim,
        "contested": ", ".join(each.reasons) + by,
        "denial": each.denial,
    }

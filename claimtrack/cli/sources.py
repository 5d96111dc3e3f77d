"""``claimtrack sources``: who is cited how often in a ledger, with which stances."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.asking import FORMAT, LEDGER, OUTPUT, AnswerFormat, Cells, answer
from claimtrack.cli.command import Session

if TYPE_CHECKING:
    from claimtrack.questions.cited import Cited


def sources(
    session: Session,
    ledger: Annotated[Path, LEDGER],
    aliases: Annotated[
        Path | None,
        typer.Option("--aliases", metavar="FILE", help="A YAML file of names to join or to part."),
    ] = None,
    format: Annotated[AnswerFormat, FORMAT] = AnswerFormat.table,
    output: Annotated[Path | None, OUTPUT] = None,
) -> int:
    """List who is cited how often, with which stances."""
    from claimtrack.questions.aliases import read_aliases
    from claimtrack.questions.cited import cited
    from claimtrack.questions.wording import Lexicon

    lexicon = Lexicon(session.ruleset)
    known = read_aliases(aliases) if aliases is not None else None
    return answer(session, ledger, lambda it: cited(it, lexicon, known), _cells, format, output)


def _cells(each: Cited) -> Cells:
    return {
        "source": each.name,
        "also": ", ".join(each.also),
        "kind": each.kind,
        "role": each.role,
        "articles": each.articles,
        "cited": each.cited,
        "contested": each.contested or "",
        "stances": ", ".join(f"{stance} {times}" for stance, times in each.stances.items()),
    }

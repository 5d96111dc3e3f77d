"""``claimtrack trace``: where articles stand towards a claim, and what shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claimtrack.cli.asking import OUTPUT, Cells, table_of
from claimtrack.cli.command import DONE, FAILED, Session
from claimtrack.cli.console import FALLBACK_WIDTH, terminal_width
from claimtrack.cli.gathering import Items, gathered
from claimtrack.cli.output import writing
from claimtrack.errors import error_line
from claimtrack.records import Failure, Report

if TYPE_CHECKING:
    from claimtrack.questions.traced import Traced


class TraceFormat(str, Enum):
    """How verdicts are written."""

    table = "table"
    jsonl = "jsonl"


def trace(
    session: Session,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim, as a sentence.")],
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files, folders, ledgers, or - for standard input."),
    ],
    format: Annotated[
        TraceFormat, typer.Option("--format", "-f", help="How the verdicts are written.")
    ] = TraceFormat.table,
    output: Annotated[Path | None, OUTPUT] = None,
) -> int:
    """Say of each article whether it is for a claim, against it, observing it, or unrelated."""
    from claimtrack.questions import traced
    from claimtrack.questions.wording import Lexicon, contents

    lexicon = Lexicon(session.ruleset)
    if not contents(lexicon.words(claim)):
        raise typer.BadParameter("write the claim as a sentence", param_hint="CLAIM")
    failures: list[Failure] = []
    reports = _reports(session, gathered(session, paths), failures)
    with writing(output) as out:
        write = _write_jsonl if format is TraceFormat.jsonl else _write_table
        write(traced.trace(claim, reports, lexicon), out)
    return FAILED if failures else DONE


def _reports(session: Session, items: Items, failures: list[Failure]) -> Iterator[Report]:
    for item in items:
        if isinstance(item, Report):
            yield item
        else:
            failures.append(item)
            session.console.error(error_line(item.code, item.message, item.path, item.line))


def _write_jsonl(articles: Iterable[Traced], out: TextIO) -> None:
    """An object an article, as it is done; ``shows``, ``texts`` and ``sources`` go with ``evidence``."""
    for article in articles:
        evidence = article.evidence
        line = {
            "id": article.id,
            "path": article.path,
            "verdict": article.verdict,
            "evidence": [list(each.span) for each in evidence],
            "shows": [each.verdict for each in evidence],
            "texts": [each.text for each in evidence],
            "sources": [each.source for each in evidence],
        }
        out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _write_table(articles: Iterable[Traced], out: TextIO) -> None:
    width = terminal_width() if out.isatty() else FALLBACK_WIDTH
    out.write(table_of([row for article in articles for row in _rows(article)], width) + "\n")


def _rows(article: Traced) -> Iterator[Cells]:
    """A row for each passage that shows something; the article is named in the first."""
    first: Cells = {"article": article.id, "verdict": article.verdict}
    rest: Cells = {"article": "", "verdict": ""}
    if not article.evidence:
        yield {**first, "shown by": "", "source": ""}
    for number, each in enumerate(article.evidence):
        shown = f"{each.verdict}: {each.text}"
        yield {**(rest if number else first), "shown by": shown, "source": each.source}

"""``claimtrack explain``: the parse in the rules' own words, the rule that won, those that lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.command import DONE, Session
from claimtrack.cli.console import painter
from claimtrack.cli.output import writing
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Article, Block, Failure, Span, Spans
from claimtrack.render.printable import printable
from claimtrack.render.tone import Paint, Tone

if TYPE_CHECKING:
    from claimtrack.explanation import Explanation, Trial

_FILE_LINE = re.compile(r"(?P<path>.+):(?P<line>\d+)")
_MARKS: dict[str, tuple[str, Tone]] = {
    "won": ("✓ won", "good"),
    "lost": ("✗ lost", "warning"),
}


def explain(
    session: Session,
    what: Annotated[
        str, typer.Argument(metavar="SENTENCE|FILE:LINE", help="A sentence, or where it stands.")
    ],
    html: Annotated[
        bool, typer.Option("--html", help="A page with the parse drawn, in one file.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="OUT", help="A file to write it to."),
    ] = None,
) -> int:
    """Show how a sentence is parsed, which rule won, and why the others lost."""
    from claimtrack.explanation import explain as explained

    explanations = explained(session.tracker, *_asked(what))
    paint = painter(to_file=output is not None)
    with writing(output) as out:
        if html:
            out.write(_page(explanations))
        else:
            out.write("\n\n".join("\n".join(_lines(each, paint)) for each in explanations) + "\n")
    return DONE


def _asked(what: str) -> tuple[str | Article, Span | None]:
    """The sentence itself, or the article and in it the paragraph that covers the line of the file."""
    from claimtrack.read import read_paths

    place = _FILE_LINE.fullmatch(what)
    if place is None or not Path(place["path"]).is_file():
        return what, None
    path, line = place["path"], int(place["line"])
    for item in read_paths([path]):
        if isinstance(item, Failure):
            raise ClaimtrackError(item.code, item.message, item.path, item.line)
        block = _block(item, line)
        if block is not None:
            within = (block.start, block.end)
            return (
                (item, within) if block.kind == "paragraph" else (item.text[slice(*within)], None)
            )
    raise ClaimtrackError("CT407", advise("CT407"), path, line)


def _block(article: Article, line: int) -> Block | None:
    starts = [0]
    for words in article.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(words))
    if not 0 < line < len(starts):
        return None
    start, end = starts[line - 1], starts[line]
    return next((b for b in article.blocks if b.start < end and b.end > start), None)


def _page(explanations: Sequence[Explanation]) -> str:
    from claimtrack.explanation import drawing
    from claimtrack.render.explained import Explained, TriedRule, page

    def tried(text: str, trial: Trial) -> TriedRule:
        source, cue, claim = (_words(text, s) for s in (trial.source, trial.cue, trial.claim))
        stance = trial.stance or ""
        return TriedRule(
            trial.outcome, trial.rule, trial.frame, source, cue, claim, stance, trial.why
        )

    def explained(number: int, explanation: Explanation) -> Explained:
        start, end = explanation.sentence
        rules = tuple(tried(explanation.text, trial) for trial in explanation.trials)
        sentence = explanation.text[start:end]
        return Explained(sentence, drawing(explanation, f"parse-{number}"), rules)

    return page([explained(number, each) for number, each in enumerate(explanations, 1)])


def _lines(explanation: Explanation, paint: Paint) -> Iterator[str]:
    start, end = explanation.sentence
    yield paint(printable(explanation.text[start:end]), "title")
    yield ""
    yield from _parse(explanation)
    yield ""
    if not explanation.trials:
        yield "No rule has a word for anything in it."
    for trial in explanation.trials:
        if trial.outcome != "failed":
            yield from _trial(explanation.text, trial, paint)
    failed = [trial for trial in explanation.trials if trial.outcome == "failed"]
    if failed:
        yield ""
        yield paint("Frames that do not hold", "title")
        yield from _table(
            ("cue", "rule", "frame", "why"),
            [(_words(explanation.text, t.cue), t.rule, t.frame, t.why) for t in failed],
        )


def _parse(explanation: Explanation) -> Iterator[str]:
    words = explanation.words
    heads = ("" if word.head is None else words[word.head].text for word in words)
    rows = [
        (word.text, word.lemma, word.tag, word.role, head)
        for word, head in zip(words, heads, strict=True)
    ]
    return _table(("word", "lemma", "tag", "role", "of"), rows)


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    from tabulate import tabulate

    cells = [[printable(cell) for cell in row] for row in rows]
    yield from tabulate(cells, headers, disable_numparse=True).split("\n")


def _trial(text: str, trial: Trial, paint: Paint) -> Iterator[str]:
    mark, tone = _MARKS[trial.outcome]
    finer = f"{trial.finer}, which refines " if trial.finer else ""
    judged = f" → {finer}{trial.stance}" if trial.stance else ""
    yield f"{paint(mark, tone)}  {trial.rule}, {trial.frame}{judged}"
    parts = [("source", trial.source), ("cue", trial.cue), ("claim", trial.claim)]
    for name, spans in parts:
        if spans:
            yield f"    {name:<7} {_words(text, spans)}"
    if trial.why:
        yield f"    why     {printable(trial.why)}"


def _words(text: str, spans: Spans) -> str:
    return " … ".join(printable(text[start:end]) for start, end in spans)

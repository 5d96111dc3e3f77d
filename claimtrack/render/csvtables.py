"""CSV for spreadsheets: a table with one row an attribution, and one with one row a sentence.

No cell can be taken for a formula. Failures have no rows; the command names them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import TextIO

from claimtrack.records import Attribution, Failure, Report, Sentence, Source, Spans
from claimtrack.render.filenames import Opening
from claimtrack.render.sections import GAP, Row, sections_of

ATTRIBUTIONS, SENTENCES = "attributions.csv", "sentences.csv"
_RISKY = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet may take for the start of a formula, full-width forms included."""
Cell = str | int | float | None

_ATTRIBUTION = (
    "id",
    "path",
    "attribution",
    "sentence",
    "source",
    "source_id",
    "source_kind",
    "source_named",
    "source_words",
    "cue",
    "claim",
    "recipient",
    "stance",
    "position",
    "style",
    "hypothetical",
    "contested",
    "parent",
    "continues",
    "rule",
    "frame",
    "confidence",
    "source_spans",
    "cue_spans",
    "claim_spans",
)
_SENTENCE = (
    "id",
    "path",
    "sentence",
    "start",
    "end",
    "status",
    "standing",
    "contested",
    "reasons",
    "contested_by",
    "sources",
    "stances",
    "attributions",
    "text",
)


def write_csv(items: Iterable[Report | Failure], out: TextIO) -> None:
    """The attributions alone, as one table."""
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(_ATTRIBUTION)
    for report in _reports(items):
        for row in _attributions(report):
            write(map(safe, row))


def write_csv_folder(items: Iterable[Report | Failure], opening: Opening) -> None:
    """Both tables, row by row as articles are done."""
    with opening(ATTRIBUTIONS) as first, opening(SENTENCES) as second:
        of_attributions = csv.writer(first, lineterminator="\r\n").writerow
        of_sentences = csv.writer(second, lineterminator="\r\n").writerow
        of_attributions(_ATTRIBUTION)
        of_sentences(_SENTENCE)
        for report in _reports(items):
            for row in _attributions(report):
                of_attributions(map(safe, row))
            for row in _sentences(report):
                of_sentences(map(safe, row))


def safe(cell: Cell) -> Cell:
    """The cell as no spreadsheet computes it: an apostrophe before what could be a formula."""
    if isinstance(cell, str):
        cell = cell.encode("utf-8", "replace").decode("utf-8")
        return "'" + cell if cell.startswith(_RISKY) else cell
    return cell


def _reports(items: Iterable[Report | Failure]) -> Iterator[Report]:
    return (item for item in items if isinstance(item, Report))


def _attributions(report: Report) -> Iterator[tuple[Cell, ...]]:
    sources = {source.id: source for source in report.sources}
    for attribution in report.attributions:
        yield _attribution(report, attribution, sources)


def _attribution(
    report: Report, attribution: Attribution, sources: Mapping[str, Source]
) -> tuple[Cell, ...]:
    article, ref = report.article, attribution.source
    source = sources.get(ref.id) if ref.id is not None else None
    return (
        article.id,
        article.path,
        attribution.id,
        attribution.sentence,
        source.name if source else _words(report, ref.spans),
        ref.id,
        source.kind if source else None,
        _yes(source.named) if source else None,
        _words(report, ref.spans),
        _words(report, attribution.cue),
        _words(report, attribution.claim),
        _words(report, attribution.recipient),
        attribution.stance,
        attribution.position,
        attribution.style,
        _yes(attribution.hypothetical),
        _yes(attribution.contested),
        attribution.parent,
        attribution.continues,
        attribution.rule,
        attribution.frame,
        attribution.confidence,
        _places(ref.spans),
        _places(attribution.cue),
        _places(attribution.claim),
    )


def _sentences(report: Report) -> Iterator[tuple[Cell, ...]]:
    rows = sections_of(report).rows
    for sentence, row in zip(report.sentences, rows, strict=True):
        yield _sentence(report, sentence, row)


def _sentence(report: Report, sentence: Sentence, row: Row) -> tuple[Cell, ...]:
    return (
        report.article.id,
        report.article.path,
        sentence.index,
        sentence.start,
        sentence.end,
        sentence.status,
        row.standing,
        _yes(sentence.contested),
        " ".join(dict.fromkeys(reason.reason for reason in sentence.reasons)),
        "; ".join(row.contested),
        "; ".join(dict.fromkeys(saying.who for saying in row.sayings if saying.who)),
        " ".join(dict.fromkeys(saying.stance for saying in row.sayings)),
        " ".join(sentence.attributions),
        row.text,
    )


def _words(report: Report, spans: Spans) -> str:
    return GAP.join(report.article.text[start:end] for start, end in spans)


def _places(spans: Spans) -> str:
    """``[11,21] [30,34]``, which no spreadsheet takes for a number, a date or a time."""
    return " ".join(f"[{start},{end}]" for start, end in spans)


def _yes(value: bool) -> str:
    return "yes" if value else "no"

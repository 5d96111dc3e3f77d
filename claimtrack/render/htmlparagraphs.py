"""The whole text of an article in its paragraphs, headline and the like as blocks of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimtrack.records import Report
from claimtrack.render.htmlmarks import Mark, marked
from claimtrack.render.htmlsentences import SentenceView


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: a sentence, or words that are in none."""

    sentence: SentenceView | None
    html: Markup


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article: its kind (``paragraph``, ``headline`` …) and pieces in order."""

    kind: str
    pieces: tuple[Piece, ...]


def paragraphs_of(report: Report, sentences: Sequence[SentenceView]) -> Iterator[Paragraph]:
    """The whole text, in blocks: headline and the like alone, sentences until a paragraph ends."""
    text = report.article.text
    datelines = [Mark(*span, 0, "dateline") for span in report.article.dateline]
    lines = _lines_are_paragraphs(report)
    pieces: list[Piece] = []
    kind = "paragraph"
    at = 0
    for start, end, of, sentence in _stretches(report, sentences):
        gap = text[at:start]
        if pieces and (of != "paragraph" or kind != "paragraph" or _parts(report, at, start)):
            yield Paragraph(kind, tuple(pieces))
            pieces = []
            gap = ""
        html = sentence.html if sentence else marked(text, start, end, datelines)
        space = (
            [Piece(None, Markup("<br>" if "\n" in gap and lines else " "))]
            if pieces and gap
            else []
        )
        pieces += [*space, Piece(sentence, html)]
        kind, at = of, end
    if pieces:
        yield Paragraph(kind, tuple(pieces))


def _stretches(
    report: Report, sentences: Sequence[SentenceView]
) -> list[tuple[int, int, str, SentenceView | None]]:
    """Blocks without sentences, sentences, and words between them, in order and with no gap but space."""
    text = report.article.text
    known: list[tuple[int, int, str, SentenceView | None]] = [
        (sentence.start, sentence.end, "paragraph", view)
        for sentence, view in zip(report.sentences, sentences, strict=True)
    ]
    known += [
        (block.start, block.end, block.kind, None)
        for block in report.article.blocks
        if block.kind != "paragraph"
    ]
    known.sort(key=lambda stretch: stretch[0])
    out: list[tuple[int, int, str, SentenceView | None]] = []
    at = 0
    for stretch in [*known, (len(text), len(text), "end", None)]:
        between = text[at : stretch[0]]
        if between.strip():
            start = stretch[0] - len(between.lstrip())
            out.append((start, at + len(between.rstrip()), "paragraph", None))
        out.append(stretch)
        at = max(at, stretch[1])
    return out[:-1]


def _lines_are_paragraphs(report: Report) -> bool:
    """Whether a single line break may end a paragraph, where nobody has told paragraphs apart."""
    text = report.article.text
    told = any(block.kind == "paragraph" for block in report.article.blocks)
    return not told and not any("\n" in text[s.start : s.end] for s in report.sentences)


def _parts(report: Report, at: int, start: int) -> bool:
    """Whether a paragraph ends between the two places."""
    gap = report.article.text[at:start]
    if "\n" not in gap:
        return False
    starts = (b.start for b in report.article.blocks if b.kind == "paragraph")
    return gap.count("\n") > 1 or any(at <= place <= start for place in starts)

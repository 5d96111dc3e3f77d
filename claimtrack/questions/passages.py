"""The passages of an article that may be about a claim, with what their marks tell.

A question ends in its mark; a label stands before a colon, or behind one at the end; a stretch is
what no mark divides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.questions.wording import Lexicon, Run, Words
from claimtrack.records import Attribution, Report, Span

_BETWEEN = re.compile(r",\s(?!\d)|[.:;?!](?=\s|$)|\s[-–—|]+\s|[–—]")
_QUESTION = re.compile(r"(?:(?<=[.!?:] )|(?<![^\n]))[^.!?:\n]*\?")
_LABEL = re.compile(r"([^:]{1,30}):\s+")
_LABEL_AT_END = re.compile(r"\s?(?::|--)\s+(\w+(?: \w+){0,3})$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or headline with its words and the attributions in it."""

    report: Report
    span: Span
    words: Words
    attributions: tuple[Attribution, ...] = ()

    @property
    def text(self) -> str:
        return self.report.article.text[slice(*self.span)]

    @property
    def label(self) -> Span | None:
        """What stands before a first colon: *Broker: bridge closed*."""
        return self._found(_LABEL.match(self.text), 1)

    @property
    def label_at_end(self) -> Span | None:
        """What stands behind the last: *Bridge closed: broker*."""
        return self._found(_LABEL_AT_END.search(self.text), 1)

    def questions(self) -> list[Span]:
        """Where it asks something."""
        start = self.span[0]
        return [(start + m.start(), start + m.end()) for m in _QUESTION.finditer(self.text)]

    def stretch(self, run: Run) -> Span:
        """From the mark before a run of words to the mark after it."""
        first, last = self.words[run[0]].start, self.words[run[1] - 1].end
        text, (start, end) = self.report.article.text, self.span
        starts = [m.end() for m in _BETWEEN.finditer(text, start, first)]
        behind = _BETWEEN.search(text, last, end)
        return max(starts, default=start), behind.start() if behind else end

    def inside(self, *spans: Span) -> Words:
        """The words in these places."""
        return tuple(w for w in self.words if any(s <= w.start < e for s, e in spans))

    def _found(self, match: re.Match[str] | None, group: int) -> Span | None:
        if match is None:
            return None
        return self.span[0] + match.start(group), self.span[0] + match.end(group)


def passages(report: Report, lexicon: Lexicon) -> Iterator[Passage]:
    """The headlines of an article and its sentences; a headline alone is one, marks and all."""
    text = report.article.text
    if _is_headline(report):
        span = report.sentences[0].start, report.sentences[-1].end
        yield Passage(report, span, lexicon.words(text, *span), report.attributions)
        return
    for block in report.article.blocks:
        if block.kind == "headline":
            span = block.start, block.end
            yield Passage(report, span, lexicon.words(text, *span))
    by_id = {a.id: a for a in report.attributions}
    for sentence in report.sentences:
        span = sentence.start, sentence.end
        held = tuple(by_id[id] for id in sentence.attributions)
        yield Passage(report, span, lexicon.words(text, *span), held)


def _is_headline(report: Report) -> bool:
    """Whether an article is one line that ends without a full stop."""
    one = len(report.article.blocks) == 1 and bool(report.sentences)
    text = report.article.text.rstrip()
    return one and "\n" not in text and not text.endswith((".", "!", "”", '"'))

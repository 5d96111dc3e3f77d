"""Below a colon that ends its paragraph: the quotation or the list that it leads up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice, takewhile

from claimtrack.language.grammar.bounds import sentence_of
from claimtrack.language.parse import Parse, SentenceSpan

_BULLET = re.compile(r"[•‣▪·●*–—\-l]|\(?\d{1,2}[.)]")
"""What opens an item. Wire services send a round bullet as *l*."""


def quotation_below(parse: Parse, colon: int) -> int | None:
    """The quotation that is all of the paragraph below a colon which ends its own: *The board stated:*"""
    first = _below(parse, colon)
    quoted = -1 if first is None else parse.quoted[first]
    if first is None or quoted < 0:
        return None
    last = _paragraph(parse, first)[-1]
    return quoted if parse.quoted[last.last - 1] == quoted else None


def list_below(parse: Parse, colon: int) -> list[range]:
    """The sentences of a list below a colon, without their bullets: *The report found:*"""
    first = _below(parse, colon)
    if first is None:
        return []
    behind = islice(parse.sentences, parse.tokens[first].sentence, None)
    paragraphs = (list(group) for _, group in groupby(behind, key=lambda s: s.paragraph))
    items = list(takewhile(lambda item: _bullet(parse, item[0]) is not None, paragraphs))
    if len(items) < 2:
        return []
    return [words for item in items for words in _without_bullet(parse, item)]


def _below(parse: Parse, colon: int) -> int | None:
    """The first token of the paragraph below, where the colon is the last of its own."""
    sentence = sentence_of(parse, colon)
    first = sentence.last
    if parse.tokens[colon].text != ":" or colon + 1 < first or first >= len(parse.tokens):
        return None
    return first if sentence_of(parse, first).paragraph != sentence.paragraph else None


def _paragraph(parse: Parse, first: int) -> list[SentenceSpan]:
    paragraph = sentence_of(parse, first).paragraph
    behind = islice(parse.sentences, parse.tokens[first].sentence, None)
    return list(takewhile(lambda s: s.paragraph == paragraph, behind))


def _bullet(parse: Parse, sentence: SentenceSpan) -> str | None:
    """The mark that opens an item: its first token, or what readers leave out before it."""
    before = parse.tokens[sentence.first - 1].end if sentence.first else 0
    gap = parse.article.text[before : parse.tokens[sentence.first].start].strip()
    mark = gap or parse.tokens[sentence.first].text
    return mark if _BULLET.fullmatch(mark) else None


def _without_bullet(parse: Parse, item: list[SentenceSpan]) -> Iterator[range]:
    opens = _BULLET.fullmatch(parse.tokens[item[0].first].text) is not None
    for number, sentence in enumerate(item):
        yield range(sentence.first + (opens and number == 0), sentence.last)

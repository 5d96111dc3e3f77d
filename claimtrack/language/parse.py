"""The parse that later stages see: tokens, sentences and quotations of one article, read-only.

Token numbers run through the whole article; offsets lead into ``Article.text``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.language.quotations import Quotation
from claimtrack.records import Article, Span, Spans

Likeness = Callable[[str, str], float]
"""How alike two words in small letters are in meaning: 1 the same, about 0 nothing to do with each other."""


def nothing_alike(one: str, other: str) -> float:
    """What is known of words without a model: 1.0 for the same word, else 0.0."""
    return float(one == other)


class Token(NamedTuple):
    """A word or mark, by its ``number`` in the article. ``head`` is such a number too, the token's own
    for the root of a sentence.

    ``role`` is the grammar role in the words of ``grammar``; ``entity`` is PER, ORG, LOC, MISC or "".
    """

    number: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    role: str
    head: int
    entity: str
    sentence: int


class SentenceSpan(NamedTuple):
    """A sentence: offsets, its first token and the one after its last, its paragraph's number, and how
    likely it states something that could be checked, where the model has a verdict."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    checkable: float | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """A read-only view of one parsed article."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[SentenceSpan, ...]
    quotations: tuple[Quotation, ...] = ()
    likeness: Likeness = field(default=nothing_alike, compare=False, repr=False)
    """How alike two words are in meaning, as far as the model knows."""
    leanings: NDArray[np.floating[Any]] | None = field(default=None, compare=False, repr=False)
    """How each token speaks for words being a cue, a row each (``leaning``), where the model tells."""
    children: tuple[tuple[int, ...], ...] = field(init=False)
    quoted: tuple[int, ...] = field(init=False)
    """For each token the number of the quotation that it lies in (marks included), or -1."""
    _starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.number:
                children[token.head].append(token.number)
        object.__setattr__(self, "children", tuple(map(tuple, children)))
        object.__setattr__(self, "_starts", tuple(token.start for token in self.tokens))
        quoted = [-1] * len(self.tokens)
        for number, quotation in enumerate(self.quotations):
            for index in self.tokens_in(quotation.outer):
                quoted[index] = number
        object.__setattr__(self, "quoted", tuple(quoted))

    def subtree(self, index: int, without: Iterable[int] = ()) -> set[int]:
        """The token and all that depends on it, leaving out whole branches."""
        left_out = set(without)
        found: set[int] = set()
        todo = [index]
        while todo:
            at = todo.pop()
            if at not in left_out and at not in found:
                found.add(at)
                todo += self.children[at]
        return found

    def tokens_in(self, span: Span) -> range:
        """Numbers of the tokens that begin inside a span."""
        return range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1]))

    def tokens_of(self, spans: Spans) -> list[int]:
        return [index for span in spans for index in self.tokens_in(span)]

    def token_at(self, offset: int) -> int:
        """The last token that begins at or before an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, indices: Iterable[int]) -> str:
        return " ".join(self.tokens[i].text for i in sorted(indices))

    def text(self, spans: Spans) -> str:
        return " … ".join(self.article.text[start:end] for start, end in spans)

    def spans(self, indices: Iterable[int]) -> Spans:
        """Runs of neighbouring tokens as spans, without punctuation at a run's edges."""
        runs: list[list[Token]] = []
        for index in sorted(indices):
            token = self.tokens[index]
            if (
                runs
                and runs[-1][-1].number == index - 1
                and runs[-1][-1].sentence == token.sentence
            ):
                runs[-1].append(token)
            else:
                runs.append([token])
        trimmed = (trim(run) for run in runs)
        return tuple((run[0].start, run[-1].end) for run in trimmed if run)


_OPENING = {")": "(", "]": "[", "}": "{", "”": "“", "’": "‘", "»": "«"}
_ALIKE = ('"', "''")


def trim(run: Sequence[Token]) -> Sequence[Token]:
    """A run of tokens without the punctuation at its edges; brackets and quotation marks that pair inside it stay."""
    first, last = 0, len(run)
    while first < last and _droppable(run[first]):
        first += 1
    while last > first and _droppable(run[last - 1]) and not _pairs(run[first:last]):
        last -= 1
    return run[first:last]


def _droppable(token: Token) -> bool:
    return not any(c.isalnum() or c in "$€£¥" for c in token.text) and token.text != "%"


def _pairs(run: Sequence[Token]) -> bool:
    closing = run[-1].text
    if closing in _ALIKE:
        return sum(token.text == closing for token in run) % 2 == 0
    opening = _OPENING.get(closing)
    return opening is not None and any(token.text == opening for token in run)

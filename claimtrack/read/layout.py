"""What plain text is made of: headline, byline, captions and credits around its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimtrack.read.datelines import body_start, dateline_of, datelines_of
from claimtrack.read.furniture import furniture
from claimtrack.read.lines import begins_with_label, ends_sentence, paragraphs_of
from claimtrack.records import Article, Block, BlockKind, Span, Spans

__all__ = ["article_of", "body_start", "lay_out", "paragraphs"]

_HEADLINE_WORDS, _SUBHEAD_WORDS, _QUESTION_WORDS = 20, 12, 15
_HEADLINES = 3
_NEAR_END = 3
_SPEECH = re.compile(
    r"\b(?:said|says?|told|tells?|add(?:s|ed)?|ask(?:s|ed)?|repl(?:y|ies|ied)|claim(?:s|ed)?"
    r"|den(?:y|ies|ied)|argue[sd]?|warn(?:s|ed)?|insist(?:s|ed)?|according)\b",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[.!?][\"'’”»]*\s+[^\W\d_a-z]")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_SMALL = frozenset(
    """a an and as at but by for from in into is it nor of off on or over per so the to up vs via
    with""".split()
)


def lay_out(text: str, title: str | None = None) -> tuple[tuple[Block, ...], Spans]:
    """The blocks of a plain text in order, and the datelines of its paragraphs.

    ``title`` is the headline where it is known; a first block with the same words is one.
    Text of a single block is a paragraph, whatever it looks like.
    """
    spans = paragraphs_of(text)
    kinds = _Kinds([text[start:end] for start, end in spans], title).all()
    blocks = tuple(Block(kind, *span) for kind, span in zip(kinds, spans, strict=True))
    return blocks, datelines_of(text, paragraphs(blocks))


def article_of(text: str, id: str = "text", title: str | None = None) -> Article:
    """An article of the given plain text, laid out."""
    blocks, datelines = lay_out(text, title)
    return Article(id=id, text=text, title=title, blocks=blocks, dateline=datelines)


def paragraphs(blocks: Sequence[Block]) -> list[Span]:
    """The spans of the blocks that hold sentences."""
    return [(block.start, block.end) for block in blocks if block.kind == "paragraph"]


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Tells the kind of each block of a text from its words, its place and its neighbours."""

    words: Sequence[str]
    title: str | None

    def all(self) -> list[BlockKind]:
        if len(self.words) == 1:
            return ["paragraph"]
        kinds: list[BlockKind] = []
        at_top, headlines = True, 0
        for nth in range(len(self.words)):
            kind = self._kind(nth, at_top, headlines)
            kinds.append(kind)
            at_top = at_top and kind != "paragraph"
            headlines += kind == "headline"
        return _with_a_body(kinds) if at_top else kinds

    def _kind(self, nth: int, at_top: bool, headlines: int) -> BlockKind:
        block = self.words[nth]
        near_end = nth >= len(self.words) - _NEAR_END
        known = furniture(block, at_top, headlines > 0, near_end)
        if known is not None:
            return known
        if at_top and self._is_title(block):
            return "headline"
        if at_top and headlines < _HEADLINES and nth < len(self.words) - 1:
            return "headline" if self._heads(nth, first=headlines == 0) else "paragraph"
        return "headline" if self._is_subhead(nth) else "paragraph"

    def _is_title(self, block: str) -> bool:
        return self.title is not None and _folded(block) == _folded(self.title)

    def _heads(self, nth: int, first: bool) -> bool:
        """Whether a block at the top is a headline or, not as the first, a line below one."""
        block = self.words[nth]
        size = len(_WORD.findall(block))
        if size > _HEADLINE_WORDS or (self._has_labels() and begins_with_label(block)):
            return False
        if not ends_sentence(block):
            below = first or any(map(ends_sentence, self.words[nth + 1 :]))
            return below and not block.endswith(",")
        if not first or block.endswith(":"):
            return False
        if block.rstrip("\"'’”»").endswith(("?", "!")):
            return size <= _QUESTION_WORDS and not begins_with_label(block)
        dateline = dateline_of(block)
        if _in_title_case(block[dateline:]):
            return True
        return (
            not dateline and self._stands_over_a_story(nth + 1) and not _TWO_SENTENCES.search(block)
        )

    def _has_labels(self) -> bool:
        """Whether the text looks like a transcript or a list."""
        return sum(map(begins_with_label, self.words)) > 1

    def _stands_over_a_story(self, nth: int) -> bool:
        """Whether this block is a byline or opens with a dateline."""
        block = self.words[nth]
        return furniture(block, True, True, False) == "byline" or dateline_of(block) > 0

    def _is_subhead(self, nth: int) -> bool:
        """A short line between two paragraphs that says nothing about who said what."""
        if not 0 < nth < len(self.words) - 1:
            return False
        block = self.words[nth]
        if ends_sentence(block) or begins_with_label(block) or block[0] in "\"'“‘«":
            return False
        if not ends_sentence(self.words[nth - 1]) or not ends_sentence(self.words[nth + 1]):
            return False
        return len(_WORD.findall(block)) <= _SUBHEAD_WORDS and not _SPEECH.search(block)


def _with_a_body(kinds: list[BlockKind]) -> list[BlockKind]:
    """Headlines alone are no article: all but the first are then its text."""
    first = kinds.index("headline") if "headline" in kinds else -1
    return [
        "paragraph" if kind == "headline" and nth > first else kind
        for nth, kind in enumerate(kinds)
    ]


def _folded(words: str) -> list[str]:
    return words.casefold().split()


def _in_title_case(block: str) -> bool:
    """Whether nearly all words begin with a capital, the small ones aside."""
    words = [word for word in _WORD.findall(block) if word.lower() not in _SMALL]
    capital = sum(not word[0].islower() for word in words)
    return len(words) >= 3 and capital >= 0.9 * len(words)

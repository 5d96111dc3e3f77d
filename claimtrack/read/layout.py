"""What plain text is made of: headline, byline, captions and credits around its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.read.datelines import body_start, datelines_of
from claimtrack.read.furniture import furniture
from claimtrack.read.lines import begins_with_label, ends_sentence, paragraphs_of
from claimtrack.records import Article, Block, BlockKind, Span, Spans

__all__ = ["article_of", "body_start", "lay_out"]

_HEADLINE_WORDS, _SUBHEAD_WORDS, _QUESTION_WORDS = 20, 12, 15
_HEADLINES = 3
_SPEECH = re.compile(
    r"\b(?:said|says?|told|tells?|adds?|added|asks?|asked|replied|replies|claims?|claimed|den(?:y|ies|ied)"
    r"|argue[sd]?|warn(?:s|ed)?|insist(?:s|ed)?|according)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_SMALL = frozenset(
    "a an and as at but by for from in into is it nor of off on or over per so the to up vs via with".split()
)


def lay_out(text: str, title: str | None = None) -> tuple[tuple[Block, ...], Spans]:
    """The blocks of a plain text in order, and the datelines of its paragraphs.

    ``title`` is the headline where it is known; a first block with the same words is one.
    Text of a single block is a paragraph, whatever it looks like.
    """
    spans = paragraphs_of(text)
    words = [text[start:end] for start, end in spans]
    kinds = _kinds(words, title)
    blocks = tuple(Block(kind, *span) for kind, span in zip(kinds, spans, strict=True))
    return blocks, datelines_of(text, paragraphs(blocks))


def article_of(text: str, id: str = "text", title: str | None = None) -> Article:
    """An article of the given plain text, laid out."""
    blocks, datelines = lay_out(text, title)
    return Article(id=id, text=text, title=title, blocks=blocks, dateline=datelines)


def paragraphs(blocks: Sequence[Block]) -> list[Span]:
    """The spans of the blocks that hold sentences."""
    return [(block.start, block.end) for block in blocks if block.kind == "paragraph"]


def _kinds(words: Sequence[str], title: str | None) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    last = len(words) - 1
    transcript = sum(begins_with_label(block) for block in words) > 1
    for nth, block in enumerate(words):
        at_top = "paragraph" not in kinds
        known = furniture(
            block, at_top, after_headline="headline" in kinds, near_end=nth > last - 3
        )
        if last == 0:
            kinds.append("paragraph")
        elif known is not None:
            kinds.append(known)
        elif at_top and _is_title(block, title):
            kinds.append("headline")
        elif at_top and nth < last and kinds.count("headline") < _HEADLINES:
            labelled = transcript and begins_with_label(block)
            first = "headline" not in kinds
            kinds.append("paragraph" if labelled else _top_kind(block, first))
        else:
            kinds.append(_body_kind(words, nth))
    return kinds if "paragraph" in kinds else _with_a_body(kinds)


def _with_a_body(kinds: list[BlockKind]) -> list[BlockKind]:
    """Headlines alone are no article: all but the first are then its text."""
    first = kinds.index("headline") if "headline" in kinds else -1
    return [
        "paragraph" if kind == "headline" and nth > first else kind
        for nth, kind in enumerate(kinds)
    ]


def _is_title(block: str, title: str | None) -> bool:
    return title is not None and block.casefold().split() == title.casefold().split()


def _top_kind(block: str, first: bool) -> BlockKind:
    size = len(_WORD.findall(block))
    if size > _HEADLINE_WORDS:
        return "paragraph"
    if not ends_sentence(block):
        return "paragraph" if block.endswith(",") else "headline"
    if block.endswith(":") or not first:
        return "paragraph"
    if block.rstrip("\"'’”»").endswith(("?", "!")):
        return (
            "headline" if size <= _QUESTION_WORDS and not begins_with_label(block) else "paragraph"
        )
    return "headline" if _in_title_case(block) else "paragraph"


def _body_kind(words: Sequence[str], nth: int) -> BlockKind:
    """A subhead stands alone between two paragraphs and says nothing about who said what."""
    block = words[nth]
    if not 0 < nth < len(words) - 1 or ends_sentence(block) or begins_with_label(block):
        return "paragraph"
    alone = ends_sentence(words[nth - 1]) and ends_sentence(words[nth + 1])
    if not alone or len(_WORD.findall(block)) > _SUBHEAD_WORDS:
        return "paragraph"
    return "paragraph" if _SPEECH.search(block) or block[0] in "\"'“‘«" else "headline"


def _in_title_case(block: str) -> bool:
    """Nearly all words begin with a capital, the small ones aside."""
    words = [word for word in _WORD.findall(block) if word.lower() not in _SMALL]
    capital = sum(not word[0].islower() for word in words)
    return len(words) >= 3 and capital >= 0.9 * len(words)

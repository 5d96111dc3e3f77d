"""A text made of pieces, as documents and pages give them: one paragraph, heading or cell each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimtrack.read.datelines import datelines_of
from claimtrack.read.layout import lay_out, paragraphs
from claimtrack.records import Block, BlockKind, Span, Spans

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a paragraph, and its kind where the document tells it."""

    words: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Pieced:
    """The pieces as one text, with the span of each in it; that of an empty piece is empty."""

    text: str
    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]

    def laid_out(self, text: str) -> tuple[tuple[Block, ...], Spans]:
        """The blocks, and the datelines of paragraphs. With a headline told, no other is guessed."""
        told = [
            Block(piece.kind, *span)
            for piece, span in zip(self.pieces, self.spans, strict=True)
            if piece.kind is not None
        ]
        headed = any(block.kind == "headline" for block in told)
        rest = _without(text, told)
        guessed, _ = lay_out(rest)
        blocks = [*told, *(_settled(block, headed) for block in guessed)]
        blocks.sort(key=lambda block: block.start)
        return tuple(blocks), datelines_of(text, paragraphs(blocks))


def pieced(pieces: Iterable[Piece]) -> Pieced:
    """The text of the pieces in their order, a blank line between those that hold words."""
    kept = tuple(Piece(piece.words.strip(), piece.kind) for piece in pieces)
    text = _BETWEEN.join(piece.words for piece in kept if piece.words)
    filled = tuple(Piece(piece.words, piece.kind if piece.words else None) for piece in kept)
    return Pieced(text, filled, tuple(_spans(kept)))


def _spans(pieces: Sequence[Piece]) -> Iterator[Span]:
    at = 0
    for piece in pieces:
        end = at + len(piece.words)
        yield (at, end)
        at = end + len(_BETWEEN) if piece.words else at


def _without(text: str, blocks: Sequence[Block]) -> str:
    """The text with blanks in the place of the blocks."""
    parts: list[str] = []
    done = 0
    for block in blocks:
        parts += [text[done : block.start], " " * (block.end - block.start)]
        done = block.end
    return "".join([*parts, text[done:]])


def _settled(block: Block, headed: bool) -> Block:
    if block.kind == "headline" and headed:
        return Block("paragraph", block.start, block.end)
    return block

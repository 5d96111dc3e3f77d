"""Markdown: a file is an article; headings, front matter and pictures are no paragraphs.

The text stays as it is, marks and all, so that every offset leads into the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.read.datelines import datelines_of
from claimtrack.read.inputs import Input
from claimtrack.read.layout import lay_out, paragraphs
from claimtrack.read.text import read_text
from claimtrack.records import Article, Block, BlockKind, Failure, Spans

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|$)")
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[ \t]+(?P<words>\S.*?)[ \t]*#*[ \t]*\r?$")
_UNDERLINED = re.compile(r"(?m)^(?P<words>\S.*)\r?\n {0,3}(?:=+|-{3,})[ \t]*\r?$")
_RULE = re.compile(r"(?m)^ {0,3}(?:[-*_][ \t]*){3,}\r?$")
_PICTURE = re.compile(r"(?m)^[ \t]*(?P<words>!\[[^\]]*\]\([^)]*\))[ \t]*\r?$")
_CODE = re.compile(r"(?ms)^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)[`~]*[ \t]*\r?$|\Z)")
_MARKED: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (_PICTURE, "caption"),
    (_HEADING, "headline"),
    (_UNDERLINED, "headline"),
)
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_QUOTED = re.compile(r"(?m)^ {0,3}(?:> ?)+")
_LISTED = re.compile(r"[+-]\s+")


def read_markdown(source: Input) -> Iterator[Article | Failure]:
    """The article of the whole file."""
    return read_text(source, lay_out_markdown)


def lay_out_markdown(text: str) -> tuple[tuple[Block, ...], Spans]:
    """The blocks of a Markdown text in order, and the datelines of its paragraphs."""
    marked, rest = _marked(text)
    headed = any(block.kind == "headline" for block in marked)
    plain, _ = lay_out(rest)
    kept = [_settled(text, block, headed) for block in plain]
    blocks = tuple(sorted([*marked, *kept], key=lambda block: block.start))
    return blocks, datelines_of(rest, paragraphs(blocks))


def _marked(text: str) -> tuple[list[Block], str]:
    """The blocks that marks make, and the text with blanks in the place of all of these."""
    blocks: list[Block] = []
    rest = _FRONT_MATTER.sub(_blank, text, count=1)
    rest = _without_comments(_CODE.sub(_blank, rest))
    for pattern, kind in _MARKED:
        blocks += [Block(kind, *match.span("words")) for match in pattern.finditer(rest)]
        rest = pattern.sub(_blank, rest)
    for pattern in (_RULE, _QUOTED, _EMPHASIS):
        rest = pattern.sub(_blank, rest)
    return blocks, rest


def _without_comments(text: str) -> str:
    """The text with blanks for HTML comments; one that is not closed is text."""
    parts: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[done:start], _blanks(text[start : end + 3])]
        done = end + 3
    return "".join([*parts, text[done:]])


def _blank(match: re.Match[str]) -> str:
    return _blanks(match[0])


def _blanks(words: str) -> str:
    """White space of the same length and lines."""
    return "".join(char if char in "\r\n" else " " for char in words)


def _settled(text: str, block: Block, headed: bool) -> Block:
    """The block without its marks; with headings of its own, no other line of text is one."""
    marks = _LISTED.match(text, block.start, block.end)
    start = marks.end() if marks else block.start
    if block.kind == "headline" and headed:
        return Block("paragraph", start, block.end)
    return Block(block.kind, start, block.end)

"""HTML: the article of a saved page, without the menus, notices and pictures around it.

The text is what a reader sees of the article, a paragraph, heading, list item or table cell
after the other. Needs the extra ``html``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimtrack.read.encoding import NotText, decoded
from claimtrack.read.extras import hush, missing
from claimtrack.read.formats import name_of
from claimtrack.read.inputs import Input
from claimtrack.read.making import Facts, Origin, make
from claimtrack.read.pieces import Piece, pieced
from claimtrack.records import Article, BlockKind, Failure

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096
_LINE_END = "\v"
"""Told from line ends of the source, which mean nothing on a page."""

_EMPTY_LINE = re.compile(rf"{_LINE_END}\s*{_LINE_END}")
_WORDED = frozenset({"p", "head", "item", "cell", "quote", "code", "ab"})
"""Elements of the extracted article that hold words of their own."""


def read_html(source: Input) -> Iterator[Article | Failure]:
    """The article of the page."""
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError:
        yield missing(source, "HTML", "html")
        return
    for package in ("trafilatura", "htmldate", "justext"):
        hush(package)
    raw, digest = source.whole()
    declared = _CHARSET.search(raw[:_HEAD])
    try:
        page = decoded(raw, declared[1].decode("ascii") if declared else None)
    except NotText:
        yield source.failure("CT103")
        return
    origin = Origin(name_of(source.path), source.path, digest)
    tree: Any = load_html(page.text) if page.text.strip() else None
    found: Any = None
    if tree is not None:
        found = bare_extraction(page.text, include_comments=False, with_metadata=True)
    if found is None:
        yield origin.failure("CT102", "the page holds no article")
        return
    whole = pieced(_pieces(found, {_words(each) for each in tree.iter("figcaption")}))
    facts = Facts(found.title or None, found.date or None, found.url or None, page.guess())
    yield make(whole.text, origin, facts, whole.laid_out)


def _pieces(found: Any, captions: set[str]) -> Iterator[Piece]:
    """Headline and byline of the page, then the pieces of its article."""
    heads = {_words(head) for head in found.body.iter("head")}
    if found.title and _words_of(found.title) not in heads:
        yield Piece(_words_of(found.title), "headline")
    byline = Piece(_words_of(found.author), "byline") if found.author else None
    for element in found.body.iter(*_WORDED):
        for words in filter(None, map(_words_of, _EMPTY_LINE.split("".join(_texts(element))))):
            kind = _kind(element, words, captions)
            if byline is not None and kind != "headline":
                yield byline
                byline = None
            yield Piece(words, kind)


def _kind(element: Any, words: str, captions: set[str]) -> BlockKind | None:
    if element.tag == "head":
        return "headline"
    return "caption" if words in captions else None


def _words(element: Any) -> str:
    return _words_of("".join(_texts(element)))


def _texts(element: Any) -> Iterator[str]:
    """The element's own words; those of an element inside it that has a piece are left to that."""
    yield element.text or ""
    for child in element:
        if child.tag in ("lb", "br"):
            yield _LINE_END
        elif child.tag not in _WORDED and isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""


def _words_of(text: str) -> str:
    return " ".join(text.split())

"""HTML: the article of a saved page, without the menus, notices and pictures around it.

The text is what a reader sees of the article, a paragraph, heading, list item or table cell
after the other. Needs the extra ``html``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from claimtrack.read.encoding import NotText, decoded
from claimtrack.read.extras import hush, missing
from claimtrack.read.formats import name_of
from claimtrack.read.inputs import Input
from claimtrack.read.making import Facts, Origin, make
from claimtrack.read.pagecaptions import with_captions
from claimtrack.read.pagedepth import flattened, too_deep
from claimtrack.read.pagenotices import drop_notices
from claimtrack.read.pieces import Piece, pieced
from claimtrack.records import Article, Failure

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HEAD = 4096
_LINE_END = "\v"
"""Told from line ends of the source, which mean nothing on a page."""

_EMPTY_LINE = re.compile(rf"{_LINE_END}\s*{_LINE_END}")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Places where a word may or may not be broken, which a reader does not see."""

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
    if tree is not None and too_deep(tree):
        tree = load_html(flattened(page.text))
        if too_deep(tree):
            yield origin.failure("CT115")
            return
    found: Any = None
    if tree is not None:
        drop_notices(tree)
        _write_quotation_marks(tree)
        found = bare_extraction(tree, include_comments=False, with_metadata=True)
    if found is None:
        yield origin.failure("CT102", "the page holds no article")
        return
    whole = pieced(with_captions(_pieces(found), tree, _words_of))
    facts = Facts(found.title or None, found.date or None, found.url or None, page.guess())
    yield make(whole.text, origin, facts, whole.laid_out)


def _write_quotation_marks(page: Any) -> None:
    """Puts those into the text that a browser draws at the ends of an inline quotation."""
    for quotation in list(page.iter("q")):
        quotation.text = "“" + (quotation.text or "")
        if len(quotation):
            quotation[-1].tail = (quotation[-1].tail or "") + "”"
        else:
            quotation.text += "”"
        quotation.drop_tag()


def _pieces(found: Any) -> Iterator[Piece]:
    """Headline and byline of the page, then the pieces of its article."""
    heads = {words for tag, words in _stretches(found.body) if tag == "head"}
    if found.title and _words_of(found.title) not in heads:
        yield Piece(_words_of(found.title), "headline")
    byline = Piece(_words_of(found.author), "byline") if found.author else None
    for tag, words in _stretches(found.body):
        if byline is not None and tag != "head":
            yield byline
            byline = None
        yield Piece(words, "headline" if tag == "head" else None)


def _stretches(body: Any) -> Iterator[tuple[str, str]]:
    """The words between two bounds of paragraphs, with the name of the element they stand in."""
    for within, stretch in groupby(_texts(body, body), key=lambda each: each[0]):
        for words in _EMPTY_LINE.split("".join(text for _, text in stretch)):
            if _words_of(words):
                yield within.tag, _words_of(words)


def _texts(element: Any, within: Any) -> Iterator[tuple[Any, str]]:
    """The texts in the element in order, each with the worded element that it stands in."""
    yield within, element.text or ""
    for child in element:
        if child.tag in ("lb", "br"):
            yield within, _LINE_END
        elif isinstance(child.tag, str):
            inline = child.tag not in _WORDED or within.tag == "p"
            yield from _texts(child, within if inline else child)
        yield within, child.tail or ""


def _words_of(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())

"""PDF: the text of its pages in reading order, columns one after the other, broken words joined.

``extra["pages"]`` has the span of each page, empty ones too. Needs the extra ``pdf``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from claimtrack.read.extras import hush, missing
from claimtrack.read.formats import name_of
from claimtrack.read.inputs import Input
from claimtrack.read.making import Facts, Origin, make
from claimtrack.read.pdflines import Fragment, PageLine, lines_of, without_running_lines
from claimtrack.read.pdfparagraphs import pages_of, paragraphs_of
from claimtrack.read.pieces import pieced
from claimtrack.records import Article, Failure

_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
}  # fmt: skip


def read_pdf(source: Input) -> Iterator[Article | Failure]:
    """The article of the whole file."""
    try:
        from pypdf import PdfReader
    except ImportError:
        yield missing(source, "PDF", "pdf")
        return
    hush("pypdf")
    raw, digest = source.whole()
    origin = Origin(name_of(source.path), source.path, digest)
    if not raw:
        yield origin.failure("CT102")
        return
    try:
        reader = PdfReader(io.BytesIO(raw))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [_fragments(page) for page in reader.pages]
    except Exception:  # pypdf lets through whatever a damaged file makes of its insides
        yield origin.failure("CT113", "the file is no whole PDF")
        return
    if locked:
        yield origin.failure("CT114")
        return
    yield _article(origin, pages)


def _article(origin: Origin, pages: list[list[Fragment]]) -> Article | Failure:
    lines: list[list[PageLine]] = [lines_of(fragments) for fragments in pages]
    if not any(lines):
        return origin.failure("CT102", "its pages are empty, or pictures of text")
    paragraphs = paragraphs_of(without_running_lines(lines))
    whole = pieced(paragraph.piece for paragraph in paragraphs)
    spans = [list(span) for span in pages_of(paragraphs, whole.spans, len(pages))]
    return make(whole.text, origin, Facts(extra={"pages": spans}), whole.laid_out)


def _fragments(page: Any) -> list[Fragment]:
    """The words of a page with the places where they begin, in the order of the file."""
    found: list[Fragment] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        words = text.translate(_LIGATURES).strip("\n")
        if words:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Fragment(x, y, size * abs(tm[3] * cm[3]) or size, words))

    page.extract_text(visitor_text=visit)
    return found

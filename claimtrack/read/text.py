"""Plain text: a file is an article."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.read.encoding import NotText, decoded
from claimtrack.read.formats import name_of
from claimtrack.read.inputs import Input
from claimtrack.read.making import Facts, LayOut, Origin, make
from claimtrack.records import Article, Failure


def read_text(source: Input, laid_out: LayOut | None = None) -> Iterator[Article | Failure]:
    """The article of the whole file."""
    raw, digest = source.whole()
    try:
        words = decoded(raw)
    except NotText:
        yield source.failure("CT103")
        return
    origin = Origin(name_of(source.path), source.path, digest)
    yield make(words.text, origin, Facts(extra=words.guess()), laid_out)

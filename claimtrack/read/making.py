"""The last step of every reader: a text becomes an article, or a failure that says why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claimtrack.errors import advise
from claimtrack.read.encoding import without_surrogates
from claimtrack.read.english import other_language
from claimtrack.read.layout import lay_out
from claimtrack.records import Article, Block, Failure, Spans

LayOut = Callable[[str], tuple[tuple[Block, ...], Spans]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text was found: file, line of a row format, id, and the hash of its bytes."""

    id: str
    path: str
    sha256: str
    line: int | None = None

    def failure(self, code: str, what: str | None = None) -> Failure:
        return Failure(self.id, self.path, code, advise(code, what), self.line)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an input says of its article besides the text."""

    title: str | None = None
    date: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def make(
    text: str, origin: Origin, facts: Facts | None = None, laid_out: LayOut | None = None
) -> Article | Failure:
    """The article, laid out as plain text unless ``laid_out`` knows better."""
    if not any(char.isprintable() and not char.isspace() for char in text):
        return origin.failure("CT102")
    language = other_language(text)
    if language is not None:
        return origin.failure("CT301", f"the text is not English but {language}")
    facts = facts or Facts()
    text = without_surrogates(text)
    blocks, datelines = laid_out(text) if laid_out else lay_out(text, facts.title)
    return Article(
        id=origin.id,
        text=text,
        path=origin.path,
        sha256=origin.sha256,
        title=facts.title,
        date=facts.date,
        url=facts.url,
        blocks=blocks,
        dateline=datelines,
        extra=facts.extra,
    )

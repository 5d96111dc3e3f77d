"""The input of a run as steps: articles to report, and what needs no reporting, in order."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimtrack.batch.warehouse import Warehouse
from claimtrack.errors import advise
from claimtrack.ledger import FileMark, Writer
from claimtrack.ledger.rows import content_of
from claimtrack.read import read_paths
from claimtrack.read.formats import PACKED, STANDARD_INPUT
from claimtrack.read.paths import files_of
from claimtrack.read.warn import Warn
from claimtrack.records import Article, Failure, Tool

ARTICLES, CHARACTERS, STEPS = 32, 16_000, 256
"""Where a chunk ends; a single longer article is a chunk of its own."""
PASSING = frozenset({"CT108", "CT499", "CT511"})
"""Failures of the tool or the system rather than of the article: the next run tries these again."""
_BLOCK = 1 << 20
_LEDGER_ENDINGS = ("", "-wal", "-shm", "-journal", "-lock", "-lock-journal")
_PACKING = 3
"""About how much smaller gzip makes English text."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An article that the ledger holds as it reads now."""

    path: str
    id: str
    characters: int


@dataclass(frozen=True, slots=True)
class UnchangedFile:
    """A file that has been done from end to end before."""

    path: str
    characters: int


Item = Article | Failure
Step = Item | Unchanged | UnchangedFile | FileMark


@dataclass(frozen=True, slots=True)
class Chunk:
    """Steps that are reported together and written in one transaction."""

    steps: tuple[Step, ...]
    articles: tuple[Article, ...] = field(default=())

    @property
    def items(self) -> tuple[Item, ...]:
        """The articles, and in their places those that could not be read."""
        return tuple(step for step in self.steps if isinstance(step, Article | Failure))


def chunks_of(steps: Iterable[Step]) -> Iterator[Chunk]:
    """The steps in their order, in chunks of bounded size; a file of several ends one."""
    pending: list[Step] = []
    articles: list[Article] = []
    characters = 0
    several = False
    for step in steps:
        pending.append(step)
        if isinstance(step, Article):
            articles.append(step)
            characters += len(step.text)
        full = len(articles) >= ARTICLES or characters >= CHARACTERS or len(pending) >= STEPS
        ends = isinstance(step, FileMark)
        if full or (ends and several):
            yield Chunk(tuple(pending), tuple(articles))
            pending, articles, characters = [], [], 0
        several = not ends and (several or full)
    if pending:
        yield Chunk(tuple(pending), tuple(articles))


def steps_of(
    paths: Iterable[str], ledger: Writer | Warehouse, tool: Tool, warn: Warn
) -> Iterator[Step]:
    """What is to be done for each file of the paths, each once, however often it is named; the
    ledger itself is none of them."""
    own = {Path(f"{ledger.path}{ending}").absolute() for ending in _LEDGER_ENDINGS}
    for path in paths:
        for file in files_of(plain(path), warn):
            if isinstance(file, Failure):
                yield file
            elif Path(file).absolute() not in own and ledger.meet_file(file):
                yield from _steps_of_file(file, ledger, tool, warn)


def plain(path: str) -> str:
    """The path without detours, as the ledger has it: ``a`` for ``./a/``."""
    return path if path == STANDARD_INPUT else os.path.normpath(path)


def weight_of(path: str) -> int:
    """About how many characters of text a file holds."""
    try:
        return Path(path).stat().st_size * (_PACKING if path.endswith(PACKED) else 1)
    except OSError:
        return 0


def _steps_of_file(path: str, ledger: Writer | Warehouse, tool: Tool, warn: Warn) -> Iterator[Step]:
    mark = _mark(path, tool)
    if mark is not None and ledger.file_done(mark):
        yield UnchangedFile(path, weight_of(path))
        return
    for item in read_paths([path], warn):
        if isinstance(item, Article) and _done(item, ledger, tool):
            yield Unchanged(item.path, item.id, len(item.text))
        else:
            yield item
    if mark is not None:
        yield mark


def _done(article: Article, ledger: Writer | Warehouse, tool: Tool) -> bool:
    return ledger.article_done(article.path, article.id, content_of(article), tool)


def _mark(path: str, tool: Tool) -> FileMark | None:
    """The mark of this file's bytes; None for what can be read only once, or not at all."""
    if path == STANDARD_INPUT or not Path(path).is_file():
        return None
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return None
    return FileMark(path, digest.hexdigest(), tool)


def given_up(article: Article, error: Exception) -> Failure:
    """The failure of an article over which the engine stumbled."""
    what = f"{type(error).__name__}: {error}"
    return Failure(article.id, article.path, "CT499", advise("CT499", what))

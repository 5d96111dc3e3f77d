"""The input in pieces for other machines, and the file that holds the results of one."""

from __future__ import annotations

import gzip
import hashlib
import os
import uuid
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path

from claimtrack.batch.engine import Result
from claimtrack.batch.steps import PASSING, Chunk, Item
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.ledger.lines import line_of, result_of
from claimtrack.ledger.rows import content_of
from claimtrack.ledger.writer import FileMark
from claimtrack.records import Article, Failure, Tool

ARTICLES, CHARACTERS, CHUNKS = 1_024, 512_000, 256
"""Where a shard ends: about a minute of work."""
_FIRST, _SHARE = 32, 4
"""Articles of the first shards, which keep all workers busy in a short run; later ones have a
quarter of all articles before them."""
ENDING = ".jsonl.gz"
_AGAIN = "-again" + ENDING
"""How the file ends that holds a failure which another run may not meet: it is not relied upon."""


@dataclass(frozen=True)
class Shard:
    """Chunks whose articles one worker reports on."""

    chunks: tuple[Chunk, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The articles, and in their places those that could not be read."""
        return tuple(item for chunk in self.chunks for item in chunk.items)

    def name(self, tool: Tool) -> str:
        """The result file's name, which stands for all that the results depend on."""
        digest = hashlib.sha256(repr(astuple(tool)).encode())
        for item in self.items:
            what = content_of(item) if isinstance(item, Article) else astuple(item)
            digest.update(repr((item.path, item.id, what)).encode())
        return digest.hexdigest()[:32] + ENDING


def shards_of(chunks: Iterable[Chunk], articles: int = ARTICLES) -> Iterator[Shard]:
    """The chunks in their order, in shards of about so many articles.

    A file that fills half a shard or more ends one: what changes in it leaves later shards alone.
    """
    pending: list[Chunk] = []
    size = characters = of_file = earlier = 0
    for chunk in chunks:
        limit = min(articles, max(_FIRST, earlier // _SHARE))
        pending.append(chunk)
        size += len(chunk.articles)
        of_file += len(chunk.articles)
        characters += sum(len(article.text) for article in chunk.articles)
        full = characters >= CHARACTERS * limit / articles or len(pending) >= CHUNKS
        ends_file = isinstance(chunk.steps[-1], FileMark)
        if full or size >= limit or not size or (ends_file and of_file >= articles / 2):
            yield Shard(tuple(pending))
            earlier += size
            pending, size, characters = [], 0, 0
        of_file = 0 if ends_file else of_file
    if pending:
        yield Shard(tuple(pending))


def write_results(path: Path, results: Iterable[Result]) -> None:
    """A line a result, in a file that is there whole or not at all. Raises ClaimtrackError CT520."""
    aside = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        try:
            with open(aside, "wb") as file:
                with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
                    packed.writelines(line_of(result).encode() + b"\n" for result in results)
                file.flush()
                os.fsync(file.fileno())
            aside.replace(path)
        finally:
            with suppress(OSError):
                aside.unlink()
    except OSError as error:
        raise _unusable(path, str(error.strerror)) from error


def read_results(path: Path, shard: Shard) -> list[Result]:
    """The results of the shard's items. Raises ClaimtrackError CT520 where they are not there."""
    try:
        with gzip.open(path, "rt", encoding="ascii") as file:
            results = [result_of(line) for line in file]
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    except (EOFError, ValueError, KeyError, zlib.error) as error:
        raise _damaged(path) from error
    if len(results) != len(shard.items):
        raise _damaged(path)
    return results


def settle(path: Path, results: Sequence[Result]) -> Path:
    """The file under the name by which the next run finds it, or does not rely upon it."""
    again = path.with_name(path.name.removesuffix(ENDING) + _AGAIN)
    if any(isinstance(result, Failure) and result.code in PASSING for result in results):
        path.replace(again)
        return again
    again.unlink(missing_ok=True)
    return path


def sweep(folder: Path, kept: set[Path]) -> None:
    """Removes all result files but these, and what workers that died have left of theirs."""
    for path in folder.iterdir():
        if ENDING in path.name and path not in kept:
            path.unlink(missing_ok=True)


def _unusable(path: Path, why: str) -> ClaimtrackError:
    what = f"a result file of the cluster cannot be used: {why}"
    return ClaimtrackError("CT520", advise("CT520", what), str(path))


def _damaged(path: Path) -> ClaimtrackError:
    what = "the result file is damaged; remove it, and run the same command again"
    return ClaimtrackError("CT520", what, str(path))

"""The stream of articles and failures that a command works through, one at a time.

What reads a format is loaded when an article has it.
"""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from claimtrack.errors import advise, error_line
from claimtrack.read.formats import Format, by_content, by_name, name_of
from claimtrack.read.inputs import Input, opened
from claimtrack.read.paths import files_of
from claimtrack.read.warn import Warn, unheard
from claimtrack.records import Article, Failure

_READERS: Mapping[Format, str] = {
    "text": "text:read_text",
    "markdown": "markdown:read_markdown",
    "jsonl": "jsonl:read_jsonl",
    "csv": "csvfile:read_csv",
    "HTML": "htmlpage:read_html",
    "DOCX": "wordfile:read_docx",
    "PDF": "pdf:read_pdf",
}


def read_paths(paths: Iterable[str], warn: Warn = unheard) -> Iterator[Article | Failure]:
    """The articles of the paths in order, read as they are asked for, failures in their places.

    A path is a file, a folder or ``-``. Ids are made unique; an article that is not English
    is a failure. ``warn`` is given a line for what was read all the same.
    """
    seen: dict[str, int] = {}
    for path in paths:
        for file in files_of(path, warn):
            items = iter([file]) if isinstance(file, Failure) else _read(file)
            for item in items:
                yield _with_own_id(item, seen, warn)


def _read(path: str) -> Iterator[Article | Failure]:
    try:
        with opened(path) as source:
            yield from _by_format(source)
    except FileNotFoundError:
        yield _failure(path, "CT101")
    except (EOFError, zlib.error):
        yield _failure(path, "CT109")
    except OSError as error:  # gzip's BadGzipFile too, which has no errno
        code = "CT108" if error.errno else "CT109"
        yield _failure(path, code, error.strerror)


def _by_format(source: Input) -> Iterator[Article | Failure]:
    head = source.head()
    kind = by_name(source.path) or by_content(head)
    if kind is None:
        yield source.failure("CT103")
    else:
        yield from _reader(kind)(source)


def _reader(kind: Format) -> Callable[[Input], Iterator[Article | Failure]]:
    module, name = _READERS[kind].split(":")
    reader: Callable[[Input], Iterator[Article | Failure]]
    reader = getattr(import_module(f"claimtrack.read.{module}"), name)
    return reader


def _failure(path: str, code: str, what: str | None = None) -> Failure:
    return Failure(name_of(path), path, code, advise(code, what))


def _with_own_id(item: Article | Failure, seen: dict[str, int], warn: Warn) -> Article | Failure:
    """The item under an id that no earlier one has: ``-2`` and so on is added to a duplicate."""
    id = item.id
    while id in seen:
        seen[item.id] += 1
        id = f"{item.id}-{seen[item.id]}"
    seen[id] = 1
    if id == item.id:
        return item
    warn(error_line("CT112", f"the id {item.id} is there already; this one is {id}", item.path))
    return dataclasses.replace(item, id=id)

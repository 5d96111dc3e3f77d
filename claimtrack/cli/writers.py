"""What writes each format of ``claimtrack report``, into a stream or into a folder.

Formats are loaded when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import TextIO, cast

import typer

from claimtrack.cli.output import writing
from claimtrack.config import Format
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Failure, Report
from claimtrack.render.filenames import Opening

Items = Iterable[Report | Failure]
Write = Callable[[Items, TextIO], None]
WriteFolder = Callable[[Items, Opening], None]

_STREAMS: Mapping[Format, str] = {
    Format.markdown: "markdown:write_markdown",
    Format.json: "json:write_json",
    Format.jsonl: "jsonl:write_jsonl",
    Format.html: "html:write_html",
    Format.csv: "csvtables:write_csv",
    Format.docx: "docx:write_docx",
    Format.labelstudio: "labelstudio:write_labelstudio",
    Format.claimreview: "claimreview:write_claimreview",
}
_FOLDERS: Mapping[Format, str] = {
    Format.html: "html:write_html_folder",
    Format.csv: "csvtables:write_csv_folder",
    Format.docx: "docx:write_docx_folder",
    Format.brat: "brat:write_brat_folder",
}
BY_ENDING: Mapping[str, Format] = {
    ".md": Format.markdown,
    ".markdown": Format.markdown,
    ".json": Format.json,
    ".jsonl": Format.jsonl,
    ".db": Format.sqlite,
    ".sqlite": Format.sqlite,
    ".sqlite3": Format.sqlite,
    ".html": Format.html,
    ".htm": Format.html,
    ".csv": Format.csv,
    ".docx": Format.docx,
    ".jsonld": Format.claimreview,
}


def into_folder(format: Format, output: Path | None) -> bool:
    """Whether the output is a folder: it is one, or the format has folders and the name no ending."""
    if format not in _FOLDERS:
        return False
    if output is None:
        return format not in _STREAMS
    new = not output.suffix and not output.exists()
    return output.is_dir() or new or format not in _STREAMS


def writer(format: Format) -> Write | None:
    """What writes the format into a stream, with its own errors for what a stream cannot hold."""
    if format not in _STREAMS:
        return None
    write = cast(Write, _loaded(_STREAMS[format]))
    return _alone(write) if format is Format.docx else write


def write_folder(items: Items, format: Format, output: Path | None) -> None:
    """Writes the folder, which is made where there is none; each file in it is whole."""
    if output is None:
        message = f"{format.value} is a folder: name it with --output"
        raise typer.BadParameter(message, param_hint="--format")
    write = cast(WriteFolder, _loaded(_FOLDERS[format]))
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClaimtrackError("CT402", advise("CT402", error.strerror), str(output)) from error

    @contextmanager
    def opening(name: str) -> Iterator[TextIO]:
        with writing(output / name) as out:
            yield out

    write(items, opening)


def _loaded(place: str) -> object:
    module, name = place.split(":")
    return getattr(import_module(f"claimtrack.render.{module}"), name)


def _alone(write: Write) -> Write:
    """A document holds one article, and no terminal shows it."""

    def checked(items: Items, out: TextIO) -> None:
        if out.isatty():
            message = "a document is a file: name it with --output"
            raise typer.BadParameter(message, param_hint="--format")
        remaining = iter(items)
        first = list(islice(remaining, 2))
        if len(first) > 1:
            message = "a document holds one article: name a folder with --output"
            raise typer.BadParameter(message, param_hint="--format")
        write(chain(first, remaining), out)

    return checked

"""Where a command writes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from claimtrack.errors import ClaimtrackError, advise


@contextmanager
def writing(path: Path | None) -> Iterator[TextIO]:
    """The stream to write to; a file takes the old one's place only when all is written.

    A file that is none, such as a pipe or /dev/null, is written to as it is. Raises
    ClaimtrackError CT402 where there can be no file.
    """
    if path is None:
        yield _standard_output()
        return
    try:
        with _aside(path.resolve()) if _replaceable(path) else _utf8(path) as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClaimtrackError("CT402", advise("CT402", error.strerror), str(path)) from error


def stop_output() -> None:
    """For a reader such as head that has seen enough: what is still to be flushed goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _standard_output() -> TextIO:
    """UTF-8 into files and pipes; a terminal shows what its own encoding can."""
    out = sys.stdout
    if isinstance(out, io.TextIOWrapper):
        if out.isatty():
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8", newline="\n")
    return out


def _replaceable(path: Path) -> bool:
    return path.is_file() or not path.exists()


def _utf8(path: Path) -> TextIO:
    return open(path, "w", encoding="utf-8", newline="\n")


@contextmanager
def _aside(path: Path) -> Iterator[TextIO]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    aside = Path(name)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
        aside.chmod(_mode(path))
        aside.replace(path)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise


def _mode(path: Path) -> int:
    """The old file's permissions, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""What the user names on the command line, down to single files, in a settled order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from claimtrack.errors import advise
from claimtrack.read.formats import PACKED, STANDARD_INPUT, by_name, name_of
from claimtrack.read.warn import Warn
from claimtrack.records import Failure


def files_of(path: str, warn: Warn) -> Iterator[str | Failure]:
    """The files that a path stands for: itself, or a folder's articles sorted by name.

    In a folder, hidden files and names with an unknown ending are passed over; how many,
    ``warn`` is told.
    """
    if path == STANDARD_INPUT or not os.path.isdir(path):
        yield path
        return
    passed: list[str] = []
    found = False
    for item in _walk(Path(path), passed):
        found = True
        yield item
    if passed:
        warn(_passed_over(path, passed))
    if not found:
        yield Failure(name_of(path) or path, path, "CT104", advise("CT104"))


def _walk(folder: Path, passed: list[str]) -> Iterator[str | Failure]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Failure(folder.name, str(folder), "CT108", advise("CT108", error.strerror))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, passed)
        elif not entry.is_file():
            continue
        elif by_name(entry.name) is not None or (not path.with_suffix("").suffix and _bare(path)):
            yield str(path)
        else:
            passed.append(entry.name)


def _bare(path: Path) -> bool:
    """A name that does not say what is in the file: no ending, or .gz alone."""
    return path.suffix in ("", PACKED)


def _passed_over(path: str, names: list[str]) -> str:
    shown = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    files = "file" if len(names) == 1 else "files"
    return f"{path}: {len(names)} {files} passed over whose names are no article's ({shown})"

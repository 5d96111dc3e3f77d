"""Reports out of a ledger and into one, for ``claimtrack report``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import typer

from claimtrack.errors import ClaimtrackError, advise
from claimtrack.records import Failure, Report


def is_ledger(path: str) -> bool:
    """Whether the path is an SQLite file; it is not opened where it is no file."""
    if not Path(path).is_file():
        return False
    from claimtrack.ledger import is_ledger

    return is_ledger(path)


def ledger_items(path: str, id: str | None = None) -> Iterator[Report | Failure]:
    """The reports and failures of the ledger, all or those with this id."""
    from claimtrack.ledger import reading

    with reading(Path(path)) as ledger:
        yield from ledger.items(id)


def found(items: Iterable[Report | Failure], id: str) -> Iterator[Report | Failure]:
    """The items. Raises ClaimtrackError CT516 where there are none."""
    nothing = True
    for item in items:
        nothing = False
        yield item
    if nothing:
        raise ClaimtrackError("CT516", advise("CT516", f"no article has the id {id}"))


def write_ledger(items: Iterable[Report | Failure], path: Path | None) -> None:
    """Writes a ledger of the items, whole or not at all. Raises ClaimtrackError CT515 rather than
    replace one that batch keeps."""
    from claimtrack.render.sqlite import write_sqlite

    if path is None:
        raise typer.BadParameter("a ledger is a file: name it with --output", param_hint="--format")
    _spare(path)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        write_sqlite(items, aside)
        aside.replace(path)
    except ClaimtrackError as error:
        place = str(path) if error.path == str(aside) else error.path
        raise ClaimtrackError(error.code, error.message, place, error.line) from error
    except OSError as error:
        raise ClaimtrackError("CT402", advise("CT402", error.strerror), str(path)) from error
    finally:
        with suppress(OSError):
            aside.unlink()


def _spare(path: Path) -> None:
    from claimtrack.ledger import reading

    if not is_ledger(str(path)):
        return
    try:
        with reading(path) as ledger:
            kept = ledger.kept_by_batch()
    except ClaimtrackError as error:
        kept = error.code != "CT502"
    if kept:
        raise ClaimtrackError("CT515", advise("CT515"), str(path))

"""``claimtrack config``: the settings in force and where each comes from."""

from __future__ import annotations

from claimtrack.cli.command import DONE, Session
from claimtrack.cli.output import writing
from claimtrack.config import MEANINGS, Value


def config(session: Session) -> int:
    """Show the settings in force and where each comes from."""
    from tabulate import tabulate

    rows = [
        (each.name, _shown(each.value), each.origin, MEANINGS[each.name.split(".")[0]])
        for each in session.settings
    ]
    headers = ("setting", "value", "from", "meaning")
    with writing(None) as out:
        out.write(tabulate(rows, headers, disable_numparse=True) + "\n")
    return DONE


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else value

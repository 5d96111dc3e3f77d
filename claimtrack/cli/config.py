"""``claimtrack config``: the settings in force and where each comes from."""

from __future__ import annotations

from claimtrack.cli.command import DONE, Session
from claimtrack.cli.output import writing
from claimtrack.config import MEANINGS, Value


def config(session: Session) -> int:
    """Show the settings in force and where each comes from."""
    from tabulate import tabulate

    rows = [
        (name, _shown(setting.value), setting.origin, MEANINGS[name])
        for name, setting in session.settings.items()
    ]
    headers = ("setting", "value", "from", "meaning")
    with writing(None) as out:
        out.write(tabulate(rows, headers, disable_numparse=True) + "\n")
    return DONE


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else value

"""How long until something shows: the help, and the first article's report.

    nice python -m benchmarks.startup [--repeats 15]

Each in a process of its own, CPU time, in turn with what it is set against: the help with a Typer
program of as many empty commands, the first report with importing spaCy and loading the model. A
ratio is the median of those of the turns, since a busy machine slows both of a turn. Python finds
its bytecode, as it does of an installed package.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import typer
from tabulate import tabulate

from claimtrack.cli.main import app

Arguments = tuple[str, ...]
ROOT = Path(__file__).resolve().parent.parent
SEED = next(iter(sorted((ROOT / "seeds").glob("*.txt"))))
MODEL = ROOT / "claimtrack" / "language" / "model"
TARGETS = {"help": 1.3, "first report": 1.5}
"""At most so many times what they are set against."""


def empty_program(commands: int) -> str:
    """A Typer program whose commands do nothing."""
    body = "".join(
        f"@app.command('c{n}')\ndef c{n}() -> None:\n    '''Nothing.'''\n" for n in range(commands)
    )
    options = "add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False"
    return f"import typer\napp = typer.Typer({options})\n{body}app(['--help'])\n"


def turns(ours: Arguments, theirs: Arguments, repeats: int) -> list[tuple[float, float]]:
    """CPU seconds of Python processes with these arguments, pair by pair; bytecode is made first."""
    with tempfile.TemporaryDirectory() as room:
        _once(ours, room)
        _once(theirs, room)
        return [(_once(ours, room), _once(theirs, room)) for _ in range(repeats)]


def _once(arguments: Arguments, room: str) -> float:
    """One process, in an empty folder of the room, so that no settings are found."""
    folder = Path(room, "work")
    folder.mkdir(exist_ok=True)
    own = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": room, "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "OMP_NUM_THREADS": "1", **own},
        cwd=folder,
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=15)
    repeats = parser.parse_args().repeats
    commands = len(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    loading = f"import spacy, claimtrack.language.encoder; spacy.load({str(MODEL)!r})"

    rows = []
    pairs = {
        "help": (("-m", "claimtrack.cli", "--help"), ("-c", empty_program(commands))),
        "first report": (("-m", "claimtrack.cli", "report", str(SEED)), ("-c", loading)),
    }
    for name, (ours, theirs) in pairs.items():
        taken = turns(ours, theirs, repeats)
        own, other = (median(times) for times in zip(*taken, strict=True))
        ratio = median(each / against for each, against in taken)
        rows.append((name, f"{own:.2f}", f"{other:.2f}", f"{ratio:.2f}", TARGETS[name]))
    heads = ["", "claimtrack, s", "set against, s", "ratio", "target"]
    print(tabulate(rows, heads, tablefmt="github"))


if __name__ == "__main__":
    main()

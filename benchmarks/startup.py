"""How long until something shows: the help, and the first article's report.

    nice python -m benchmarks.startup [--repeats 7]

Each in a process of its own, CPU time, the best of several. The help is set against a Typer program
of as many empty commands; the first report against importing spaCy and loading the model.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path

import typer
from tabulate import tabulate

from claimtrack.cli.main import app

ROOT = Path(__file__).parent.parent
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


def seconds(*arguments: str, repeats: int) -> float:
    """CPU seconds of a Python process with these arguments, the best of several."""
    return min(_once(arguments) for _ in range(repeats))


def _once(arguments: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    repeats = parser.parse_args().repeats
    commands = len(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    loading = f"import spacy; spacy.load({str(MODEL)!r})"

    rows = []
    pairs = {
        "help": (("-m", "claimtrack.cli", "--help"), ("-c", empty_program(commands))),
        "first report": (("-m", "claimtrack.cli", "report", str(SEED)), ("-c", loading)),
    }
    for name, (ours, theirs) in pairs.items():
        own, other = (seconds(*each, repeats=repeats) for each in (ours, theirs))
        rows.append((name, f"{own:.2f}", f"{other:.2f}", f"{own / other:.2f}", TARGETS[name]))
    heads = ["", "claimtrack, s", "set against, s", "ratio", "target"]
    print(tabulate(rows, heads, tablefmt="github"))


if __name__ == "__main__":
    main()

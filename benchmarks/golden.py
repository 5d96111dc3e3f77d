"""reports/ made again: what claimtrack writes of seeds/, in every format.

    python -m benchmarks.golden [--into reports]

Word documents and ledgers are kept as canonical text, without times, so that a difference can be
read. Everything is written aside first: where a format fails, reports/ stays as it was.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from typer.testing import CliRunner

from claimtrack.cli.main import app
from claimtrack.ledger import reading
from claimtrack.ledger.dump import dump

ROOT = Path(__file__).resolve().parent.parent
REPORTS, SEEDS = ROOT / "reports", "seeds"
FILES: Mapping[str, str] = {
    "seeds.md": "markdown",
    "seeds.txt": "table",
    "seeds.json": "json",
    "seeds.jsonl": "jsonl",
    "seeds.html": "html",
    "seeds.csv": "csv",
    "seeds.labelstudio.json": "labelstudio",
    "seeds.claimreview.json": "claimreview",
}
"""Formats that are one text, by the name of the file."""

FOLDERS = ("brat", "docx")
"""Formats that are a folder with files for each article."""

_TIME = re.compile(r' [\w:]*date="[^"]*"')


def make(into: Path) -> None:
    """Writes every format into the folder, which may be there already."""
    with tempfile.TemporaryDirectory() as room:
        aside = Path(room) / "reports"
        aside.mkdir()
        for name, format in FILES.items():
            _report(format, aside / name)
        for format in FOLDERS:
            _report(format, aside / format)
        _report("sqlite", aside / "seeds.db")
        _as_text(aside)
        into.mkdir(exist_ok=True)
        for folder in FOLDERS:
            shutil.rmtree(into / folder, ignore_errors=True)
        shutil.copytree(aside, into, dirs_exist_ok=True)


def _report(format: str, out: Path) -> None:
    arguments = ["report", SEEDS, "--format", format, "-o", str(out), "--quiet"]
    with _at_root():
        run = CliRunner().invoke(app, arguments)
    if run.exit_code != 0:
        raise SystemExit(f"{format}: {run.output}")


@contextmanager
def _at_root() -> Iterator[None]:
    """Paths in reports are those that a person at the root of the project would type."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(before)


def _as_text(folder: Path) -> None:
    """Puts a dump in the place of each binary file."""
    dumps: Mapping[str, Callable[[Path], str]] = {".docx": docx_as_text, ".db": ledger_as_text}
    for path in sorted(folder.rglob("*")):
        if path.suffix in dumps:
            path.with_name(path.name + ".txt").write_text(
                dumps[path.suffix](path), encoding="utf-8"
            )
            path.unlink()


def docx_as_text(path: Path) -> str:
    """The document's XML parts one after the other, an element a line, without times."""
    parts: list[str] = []
    with zipfile.ZipFile(path) as file:
        for name in sorted(file.namelist()):
            tree = ElementTree.fromstring(file.read(name))
            ElementTree.indent(tree)
            parts += [f"== {name}", _TIME.sub("", ElementTree.tostring(tree, encoding="unicode"))]
    return "\n".join(parts) + "\n"


def ledger_as_text(path: Path) -> str:
    """The canonical dump of the ledger, a line a row."""
    with reading(path) as ledger:
        return "".join(f"{line}\n" for line in dump(ledger))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--into", type=Path, default=REPORTS)
    make(parser.parse_args(arguments).into.resolve())


if __name__ == "__main__":
    main()

"""The command line as a whole: help, wrong options, settings, interruption, closed pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.cli.command import Session
from claimtrack.config import FORMATS
from tests.cli.conftest import Run


def test_no_command_shows_the_help(run: Run) -> None:
    ran = run()
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Usage: claimtrack [OPTIONS] COMMAND [ARGS]...\n")
    assert run("rules").out.startswith("Usage: claimtrack rules [OPTIONS] COMMAND [ARGS]...\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["repor"], "No such command 'repor'."),
        (["report"], "Missing argument 'PATH…'."),
        (["report", "a", "--nope"], "No such option: --nope"),
        (["report", "a", "-f", "xml"], "Invalid value for '--format'"),
        (["report", "a", "--width", "x"], "Invalid value for '--width'"),
    ],
)
def test_a_wrong_command_line_is_one_line(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"claimtrack: CT401 {said.rstrip('.')}")
    assert ran.err.endswith(" --help\n")
    assert ran.err.count("\n") == 1


def test_settings_and_where_each_comes_from(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path("home/.config/claimtrack")
    own.mkdir(parents=True)
    (own / "claimtrack.ini").write_text("[claimtrack]\nquiet = yes\nmodel = one\n")
    Path("claimtrack.ini").write_text("[claimtrack]\n\nrules = own\nmodel = two\n")
    monkeypatch.setenv("CLAIMTRACK_FORMAT", "json")
    ran = run("config", "--model", "three")
    lines = [line.split("  ") for line in ran.out.splitlines()[2:]]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    folder = Path.cwd()
    assert [tuple(cell[:3]) for cell in cells] == [
        ("model", "three", "--model"),
        ("rules", str(folder / "own"), f"{folder}/claimtrack.ini:3"),
        ("format", "json", "CLAIMTRACK_FORMAT"),
        ("quiet", "yes", f"{folder}/home/.config/claimtrack/claimtrack.ini:2"),
        ("verbose", "no", "built in"),
    ]


def test_options_may_stand_before_the_command(run: Run) -> None:
    before = run("--model", "one", "config").out
    assert before == run("config", "--model", "one").out
    assert "one" in before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[claimtrack]\nformatt = json\n", "c.ini:2:1: CT404 there is no setting formatt; did you mean format?"),
        ("[claimtrack]\nformat = xml\n", f"c.ini:2:1: CT405 there is no format 'xml'; write one of {', '.join(FORMATS)}"),
        ("[claimtrack]\nquiet = maybe\n", "c.ini:2:1: CT405 quiet is 'maybe'; write yes or no"),
        ("quiet = yes\n", "c.ini:1:1: CT403 the configuration file cannot be read; write a section [claimtrack] with lines such as format = markdown"),
        ("[other]\n", "c.ini: CT403 no section [claimtrack]; write a section [claimtrack] with lines such as format = markdown"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_file(run: Run, text: str, said: str) -> None:
    Path("c.ini").write_text(text)
    ran = run("config", "--config", "c.ini")
    assert (ran.status, ran.out, ran.err) == (2, "", said + "\n")


def test_a_missing_configuration_file(run: Run) -> None:
    ran = run("config", "--config", "c.ini")
    assert ran.status == 2
    assert ran.err.startswith("c.ini: CT403 No such file or directory; ")


def test_interruption_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(self: Session) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Session, "tracker", property(interrupt))
    Path("a.txt").write_text("The toll rose.")
    ran = run("report", "a.txt", "-o", "out.md")
    assert (ran.status, ran.err) == (
        2,
        "claimtrack: CT408 stopped from the keyboard; run it again; no file is left half written\n",
    )
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt"]


def _python(code: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parent.parent.parent
    environment = os.environ | {"PYTHONPATH": str(root)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_help_loads_no_heavy_library() -> None:
    done = _python(
        "import sys\n"
        "from claimtrack.cli.main import status_of\n"
        "status_of(['report', '--help'])\n"
        "heavy = {'spacy', 'textacy', 'tabulate', 'numpy'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    rows = '{"text": "The toll rose."}\n' * 3000
    (tmp_path / "a.jsonl").write_text(rows)
    done = _python(
        "import subprocess, sys\n"
        "code = '''\n"
        "from claimtrack.cli.command import Session\n"
        "from claimtrack.cli.main import run\n"
        "from tests.cli.tracker import FakeTracker\n"
        "Session.tracker = FakeTracker()\n"
        f'run(["report", "{tmp_path}/a.jsonl", "-f", "jsonl"])\n'
        "'''\n"
        "child = subprocess.Popen([sys.executable, '-c', code], stdout=subprocess.PIPE)\n"
        "child.stdout.readline()\n"
        "child.stdout.close()\n"
        "sys.exit(child.wait())\n"
    )
    assert (done.returncode, done.stderr) == (0, "")

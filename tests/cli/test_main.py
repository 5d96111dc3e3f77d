"""The command line as a whole: help, wrong options, settings, interruption, closed pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.cli.command import Session
from claimtrack.cli.deferred import Deferred
from claimtrack.cli.main import COMMANDS
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
    (own / "claimtrack.toml").write_text('quiet = true\nmodel = "one"\n')
    Path("claimtrack.toml").write_text('# mine\nrules = "own"\nmodel = "two"\n')
    monkeypatch.setenv("CLAIMTRACK_FORMAT", "json")
    ran = run("config", "--model", "three")
    lines = [line.split("  ") for line in ran.out.splitlines()[2:]]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    folder = Path.cwd()
    assert [tuple(cell[:3]) for cell in cells] == [
        ("model", "three", "--model"),
        ("rules", str(folder / "own"), f"{folder}/claimtrack.toml:2"),
        ("format", "json", "CLAIMTRACK_FORMAT"),
        ("quiet", "yes", f"{folder}/home/.config/claimtrack/claimtrack.toml:1"),
        ("verbose", "no", "built in"),
    ]


def test_options_may_stand_before_the_command(run: Run) -> None:
    before = run("--model", "one", "config").out
    assert before == run("config", "--model", "one").out
    assert "one" in before


@pytest.mark.parametrize(
    ("files", "value", "place"),
    [
        ({"claimtrack.toml": 'model = "a"\n'}, "a", "claimtrack.toml:1"),
        ({"pyproject.toml": '[project]\nname = "x"\n\n[tool.claimtrack]\nmodel = "b"\n'}, "b", "pyproject.toml:5"),
        ({"pyproject.toml": '[tool.claimtrack]\nmodel = "b"\n', "claimtrack.toml": 'model = "a"\n'}, "a", "claimtrack.toml:1"),
        ({"pyproject.toml": '[tool.other]\nmodel = "claimtrack"\n', "../claimtrack.toml": '\nmodel = "c"\n'}, "c", "../claimtrack.toml:2"),
    ],
)  # fmt: skip
def test_the_nearest_file_above_counts(
    run: Run, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], value: str, place: str
) -> None:
    folder = Path.cwd() / "town" / "desk"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    (folder / "deeper").mkdir()
    monkeypatch.chdir(folder / "deeper")
    row = next(line for line in run("config").out.splitlines() if line.startswith("model"))
    path, line = place.split(":")
    assert row.split()[1:3] == [value, f"{(folder / path).resolve()}:{line}"]


_REMEDY = 'write lines such as format = "markdown", in pyproject.toml under [tool.claimtrack]'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('formatt = "json"\n', "c.toml:1:1: CT404 there is no setting formatt; did you mean format?"),
        ('format = "xml"\n', f"c.toml:1:10: CT405 there is no format 'xml'; write one of {', '.join(FORMATS)}"),
        ('\nquiet = "yes"\n', "c.toml:2:9: CT405 quiet is yes; write true or false"),
        ("model = 3\n", "c.toml:1:9: CT405 model is 3; write text in quotes"),
        ("[claimtrack]\n", "c.toml:1:2: CT404 there is no setting claimtrack; there are model, rules, format, quiet, verbose, off, lists, stances"),
        ("quiet = yes\n", f"c.toml:1:9: CT403 no valid TOML: Invalid value; {_REMEDY}"),
        ('model = "a\n', f"c.toml:1:11: CT403 no valid TOML: Illegal character '\\n'; {_REMEDY}"),
        ('off = ["a"', f"c.toml:1:11: CT403 no valid TOML: Unclosed array; {_REMEDY}"),
    ],
)  # fmt: skip
def test_a_wrong_configuration_file(run: Run, text: str, said: str) -> None:
    Path("c.toml").write_text(text)
    ran = run("config", "--config", "c.toml")
    assert (ran.status, ran.out, ran.err) == (2, "", said + "\n")


def test_a_project_file_that_is_named_has_the_table(run: Run) -> None:
    Path("pyproject.toml").write_text("[project]\n")
    ran = run("config", "--config", "pyproject.toml")
    assert (ran.status, ran.err) == (
        2,
        f"pyproject.toml: CT403 no table [tool.claimtrack]; {_REMEDY}\n",
    )


def test_a_missing_configuration_file(run: Run) -> None:
    ran = run("config", "--config", "c.toml")
    assert ran.status == 2
    assert ran.err.startswith("c.toml: CT403 No such file or directory; ")


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


def test_the_list_of_commands_loads_none_of_them() -> None:
    done = _python(
        "import sys\n"
        "from claimtrack.cli.main import COMMANDS, status_of\n"
        "status_of(['--help'])\n"
        "loaded = {f'claimtrack.cli.{name}' for name in COMMANDS} & set(sys.modules)\n"
        "sys.exit(str(loaded) if loaded else 0)\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("name", "summary"), COMMANDS.items())
def test_a_command_is_listed_with_the_first_line_of_its_help(name: str, summary: str) -> None:
    assert Deferred(name).loaded().help.splitlines()[0] == summary


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

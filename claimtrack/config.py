"""The settings in force and where each comes from.

From the weakest to the strongest: what is built in, the user's own ``claimtrack.ini`` (in
``$XDG_CONFIG_HOME/claimtrack`` or ``~/.config/claimtrack``), the one in the current folder or
the one named with ``--config``, environment variables such as ``CLAIMTRACK_MODEL``, options.
"""

from __future__ import annotations

import configparser
import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from claimtrack.errors import ClaimtrackError, advise

Value = str | bool | None


class Format(str, Enum):
    """How a report is written."""

    table = "table"
    markdown = "markdown"
    json = "json"
    jsonl = "jsonl"
    sqlite = "sqlite"
    html = "html"
    csv = "csv"
    docx = "docx"
    brat = "brat"
    labelstudio = "labelstudio"
    claimreview = "claimreview"


FORMATS = tuple(each.value for each in Format)
SECTION = "claimtrack"
FILE_NAME = "claimtrack.ini"
BUILT_IN: Mapping[str, Value] = {
    "model": None,
    "rules": None,
    "format": "table",
    "quiet": False,
    "verbose": False,
}
MEANINGS: Mapping[str, str] = {
    "model": "the spaCy pipeline that reads the text; none: the embedded one",
    "rules": "a folder of rule files laid over the shipped ones",
    "format": f"the format of reports: {', '.join(FORMATS)}",
    "quiet": "no notes on standard error, errors alone",
    "verbose": "stack traces and more notes on standard error",
}
_SWITCHES = {"true": True, "yes": True, "on": True, "1": True} | {
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting's value, and the option, variable, file and line, or default it comes from."""

    name: str
    value: Value
    origin: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What settings are looked for in: the current folder and the environment's variables."""

    folder: Path
    variables: Mapping[str, str]


def settings_in_force(
    options: Mapping[str, Value], file: Path | None, around: Surroundings
) -> dict[str, Setting]:
    """Every setting by name. ``options`` of None or False are not given.

    Raises ClaimtrackError where a file or variable says what cannot be.
    """
    found = {name: Setting(name, value, "built in") for name, value in BUILT_IN.items()}
    for path in _files(file, around):
        found.update((setting.name, setting) for setting in _from_file(path))
    found.update((setting.name, setting) for setting in _from_variables(around))
    given = {name: value for name, value in options.items() if value not in (None, False)}
    found.update((name, Setting(name, value, f"--{name}")) for name, value in given.items())
    return found


def _files(named: Path | None, around: Surroundings) -> list[Path]:
    variables = around.variables
    home = Path(variables.get("HOME", "~")).expanduser()
    own = Path(variables.get("XDG_CONFIG_HOME") or home / ".config") / SECTION / FILE_NAME
    if named is None and variables.get("CLAIMTRACK_CONFIG"):
        named = Path(variables["CLAIMTRACK_CONFIG"])
    local = around.folder / FILE_NAME
    optional = [path for path in (own, local) if path.is_file()]
    return optional if named is None else [path for path in optional if path == own] + [named]


def _from_file(path: Path) -> Iterator[Setting]:
    text = _text(path)
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
    except configparser.Error as error:
        line = getattr(error, "lineno", None) or _first_line(error)
        raise ClaimtrackError("CT403", advise("CT403"), str(path), line) from error
    if not parser.has_section(SECTION):
        raise ClaimtrackError("CT403", advise("CT403", "no section [claimtrack]"), str(path))
    for name, words in parser.items(SECTION):
        line = _line_of(name, text)
        value = _value(name, words, str(path), line)
        if name == "rules" and isinstance(value, str):
            value = str(path.parent / Path(value).expanduser())
        yield Setting(name, value, f"{path}:{line}")


def _from_variables(around: Surroundings) -> Iterator[Setting]:
    for name in BUILT_IN:
        variable = f"CLAIMTRACK_{name.upper()}"
        if around.variables.get(variable):
            yield Setting(name, _value(name, around.variables[variable], variable), variable)


def _value(name: str, words: str, path: str, line: int | None = None) -> Value:
    if name not in BUILT_IN:
        near = difflib.get_close_matches(name, BUILT_IN, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(BUILT_IN)}"
        raise ClaimtrackError("CT404", f"there is no setting {name}; {hint}", path, line)
    if isinstance(BUILT_IN[name], bool):
        if words.lower() not in _SWITCHES:
            message = f"{name} is {words!r}; write yes or no"
            raise ClaimtrackError("CT405", message, path, line)
        return _SWITCHES[words.lower()]
    if name == "format" and words not in FORMATS:
        message = f"there is no format {words!r}; write one of {', '.join(FORMATS)}"
        raise ClaimtrackError("CT405", message, path, line)
    return words or None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = advise("CT403", error.strerror)
        raise ClaimtrackError("CT403", message, str(path)) from error
    except UnicodeDecodeError as error:
        message = "the configuration file is not UTF-8; save it as UTF-8"
        raise ClaimtrackError("CT403", message, str(path)) from error


def _first_line(error: configparser.Error) -> int | None:
    """A ParsingError lists its lines instead of having one."""
    errors = getattr(error, "errors", None)
    return errors[0][0] if errors else None


def _line_of(name: str, text: str) -> int:
    key = re.compile(rf"\s*{re.escape(name)}\s*[=:]", re.IGNORECASE)
    return next(nth for nth, line in enumerate(text.splitlines(), 1) if key.match(line))

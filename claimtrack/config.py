"""The settings in force and where each comes from.

From the weakest to the strongest: what is built in, the user's own ``claimtrack.toml`` (in
``$XDG_CONFIG_HOME/claimtrack`` or ``~/.config/claimtrack``), the project's or the file named with
``--config``, environment variables such as ``CLAIMTRACK_MODEL``, options. The project's is the
nearest ``claimtrack.toml``, or ``pyproject.toml`` with a table ``[tool.claimtrack]``, in the current
folder or above it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from claimtrack.errors import ClaimtrackError, advise
from claimtrack.toml import Document, Keys, read_toml

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
FOLDER = "claimtrack"
FILE_NAME, PROJECT_FILE = "claimtrack.toml", "pyproject.toml"
_TABLE = ("tool", "claimtrack")
BUILT_IN: Mapping[str, Value] = {
    "model": None,
    "rules": None,
    "format": "table",
    "quiet": False,
    "verbose": False,
}
CHANGES = ("off", "lists", "stances")
"""What a file changes in the rules; checked when these are loaded."""
MEANINGS: Mapping[str, str] = {
    "model": "the spaCy pipeline that reads the text; none: the embedded one",
    "rules": "a folder of rule files laid over the shipped ones",
    "format": f"the format of reports: {', '.join(FORMATS)}",
    "quiet": "no notes on standard error, errors alone",
    "verbose": "stack traces and more notes on standard error",
    "off": "rules that are switched off",
    "lists": "what is changed in word lists",
    "stances": "what rules judge otherwise",
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
class Settings:
    """Every setting by its name, and what files change in the rules, the weakest first."""

    values: Mapping[str, Setting]
    changes: tuple[Document, ...] = ()

    def __iter__(self) -> Iterator[Setting]:
        yield from self.values.values()
        for document in self.changes:
            yield from _changed(document, (), document.values)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What settings are looked for in: the current folder and the environment's variables."""

    folder: Path
    variables: Mapping[str, str]


def settings_in_force(
    options: Mapping[str, Value], file: Path | None, around: Surroundings
) -> Settings:
    """The settings. ``options`` of None or False are not given.

    Raises ClaimtrackError where a file or variable says what cannot be.
    """
    found = {name: Setting(name, value, "built in") for name, value in BUILT_IN.items()}
    documents = list(_documents(file, around))
    for document in documents:
        found.update((setting.name, setting) for setting in _from_file(document))
    found.update((setting.name, setting) for setting in _from_variables(around))
    given = {name: value for name, value in options.items() if value not in (None, False)}
    found.update((name, Setting(name, value, f"--{name}")) for name, value in given.items())
    return Settings(found, tuple(filter(None, (each.only(CHANGES) for each in documents))))


# --- files -------------------------------------------------------------------------------------


def _documents(named: Path | None, around: Surroundings) -> Iterator[Document]:
    """The user's own settings, then those of the file that is named or of the project."""
    variables = around.variables
    home = Path(variables.get("HOME", "~")).expanduser()
    own = Path(variables.get("XDG_CONFIG_HOME") or home / ".config") / FOLDER / FILE_NAME
    if own.is_file():
        yield read_toml(_text(own), str(own))
    if named is None and variables.get("CLAIMTRACK_CONFIG"):
        named = Path(variables["CLAIMTRACK_CONFIG"])
    if named is not None:
        yield _named(named)
        return
    project = next(filter(None, map(_of_project, (around.folder, *around.folder.parents))), None)
    if project is not None and project.path != str(own):
        yield project


def _named(path: Path) -> Document:
    document = read_toml(_text(path), str(path))
    if path.name != PROJECT_FILE:
        return document
    table = document.within(*_TABLE)
    if table is None:
        message = advise("CT403", "no table [tool.claimtrack]")
        raise ClaimtrackError("CT403", message, str(path))
    return table


def _of_project(folder: Path) -> Document | None:
    """The settings in a folder: its ``claimtrack.toml``, else the table in its ``pyproject.toml``."""
    own, shared = folder / FILE_NAME, folder / PROJECT_FILE
    if own.is_file():
        return read_toml(_text(own), str(own))
    text = _text(shared) if shared.is_file() else ""
    return read_toml(text, str(shared)).within(*_TABLE) if FOLDER in text else None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = advise("CT403", error.strerror)
        raise ClaimtrackError("CT403", message, str(path)) from error
    except UnicodeDecodeError as error:
        message = "the configuration file is not UTF-8; save it as UTF-8"
        raise ClaimtrackError("CT403", message, str(path)) from error


def _from_file(document: Document) -> Iterator[Setting]:
    path = document.path
    for name, given in document.values.items():
        if name in CHANGES:
            continue
        if name not in BUILT_IN:
            raise ClaimtrackError("CT404", _unknown(name), path, *document.at_key(name))
        wrong = _wrong(name, given)
        if wrong is not None:
            raise ClaimtrackError("CT405", wrong, path, *document.at(name))
        value = str(Path(path).parent / Path(given).expanduser()) if name == "rules" else given
        yield Setting(name, value, f"{path}:{document.at_key(name)[0]}")


def _wrong(name: str, given: object) -> str | None:
    """What is wrong with the value of a setting, and what to write."""
    if isinstance(BUILT_IN[name], bool):
        right, wanted = isinstance(given, bool), "true or false"
    else:
        right, wanted = isinstance(given, str), "text in quotes"
    if not right:
        return f"{name} is {_shown(given)}; write {wanted}"
    if name == "format" and given not in FORMATS:
        return f"there is no format {given!r}; write one of {', '.join(FORMATS)}"
    return None


def _unknown(name: str) -> str:
    known = (*BUILT_IN, *CHANGES)
    near = difflib.get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"there is no setting {name}; {hint}"


def _changed(document: Document, keys: Keys, value: object) -> Iterator[Setting]:
    """What a file changes in the rules: a setting for each value, under its dotted name."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _changed(document, (*keys, name), each)
    else:
        origin = f"{document.path}:{document.at_key(*keys)[0]}"
        yield Setting(".".join(map(str, keys)), _shown(value), origin)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    if isinstance(value, dict):
        return str(value["word"]) if "word" in value else ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


# --- the environment ---------------------------------------------------------------------------


def _from_variables(around: Surroundings) -> Iterator[Setting]:
    for name in BUILT_IN:
        variable = f"CLAIMTRACK_{name.upper()}"
        if around.variables.get(variable):
            yield Setting(name, _of_words(name, around.variables[variable], variable), variable)


def _of_words(name: str, words: str, variable: str) -> Value:
    if isinstance(BUILT_IN[name], bool):
        if words.lower() not in _SWITCHES:
            raise ClaimtrackError("CT405", f"{name} is {words!r}; write yes or no", variable)
        return _SWITCHES[words.lower()]
    wrong = _wrong(name, words)
    if wrong is not None:
        raise ClaimtrackError("CT405", wrong, variable)
    return words

"""docs/rules.md knows every key, frame and code, and whatever it shows holds."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.authoring.ruletest import Result
from claimtrack.authoring.ruletest import run as prove
from claimtrack.cli.command import Session
from claimtrack.errors import CATALOGUE
from claimtrack.language.load import Pipeline
from claimtrack.paths import shipped_rules
from claimtrack.records import POSITIONS
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.keys import (
    CHOICE_KEYS,
    CLASSES,
    EXAMPLE_KEYS,
    FILE_KEYS,
    LIST_KEYS,
    RULE_KEYS,
    WORD_KEYS,
)
from claimtrack.rules.model import RuleSet
from claimtrack.rules.rulefile import load_rules
from claimtrack.rules.speakers import KINDS
from claimtrack.tracker import Tracker
from tests.cli.conftest import Run, run

__all__ = ["run"]
PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(kind, text) for kind, text in _BLOCK.findall(PAGE)]
YAML = [text for kind, text in BLOCKS if kind == "yaml"]


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n.*?(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[0]


def named(text: str) -> set[str]:
    """The words in code marks of the first columns of tables."""
    cells = re.findall(r"^\| (`[^|]*`) \|", text, re.MULTILINE)
    return {word for cell in cells for word in re.findall(r"`(\w+)`", cell)}


def test_every_key_has_its_row() -> None:
    rules, example = section("Keys").split("An example (or counterexample) has")
    lists, word = section("Word lists").split("| key of a word")
    assert named(rules) == set(RULE_KEYS)
    assert named(example) == set(EXAMPLE_KEYS)
    assert named(lists) == set(LIST_KEYS)
    assert named(word) == set(WORD_KEYS)


def test_other_names_are_told() -> None:
    names = (*FILE_KEYS, *CHOICE_KEYS, *CLASSES, *KINDS, *POSITIONS)
    assert [name for name in names if f"`{name}`" not in PAGE] == []


def test_every_frame_is_explained_in_the_order_of_their_strength() -> None:
    titles = re.findall(r"^### (\S+)$", section("Frames"), re.MULTILINE)
    assert titles == sorted(FRAMES, key=lambda name: FRAMES[name].rank)


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_has_its_classes_two_sentences_and_a_rule(name: str) -> None:
    text = section("Frames").split(f"### {name}\n")[1].split("###")[0]
    classes, prose = text.strip().split("```")[0].split(".", 1)
    assert classes == "Words of the class " + " or ".join(
        f"`{kind}`" for kind in FRAMES[name].kinds
    )
    assert len(re.findall(r"[.](?=\s)", prose + " ")) == 2
    assert re.search(rf"^    frame: {name}$", text, re.MULTILINE)


def test_every_code_is_in_the_table() -> None:
    rows = re.findall(r"^\| (CT\d{3}) \| (.+) \| (.+) \|$", section("Codes"), re.MULTILINE)
    own = [
        (code, each.meaning, each.remedy)
        for code, each in CATALOGUE.items()
        if code.startswith("CT2")
    ]
    assert rows == own


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", YAML, ids=lambda text: next(iter(re.findall(r"id: (\S+)", text)), "off")
)
def test_every_rule_file_loads_and_holds(tracker: Tracker, tmp_path: Path, text: str) -> None:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    loaded = load_rules(shipped_rules(), tmp_path)
    own = tuple(rule for rule in loaded.rules if Path(rule.place.path).parent == tmp_path)
    results = prove(RuleSet(own, loaded.lists, "", loaded.speakers), tracker.language)
    assert [str(result) for result in results if result.verdict == "failed"] == []
    assert sum(result.example is not None for result in results) == text.count(
        "text: "
    ) - text.count("{text: …")


def commands(console: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each command of a console block with the lines that it is shown to print."""
    for part in console.split("$ claimtrack ")[1:]:
        line, *shown = part.splitlines()
        yield shlex.split(line), shown


def shows(printed: list[str], shown: list[str]) -> bool:
    """Whether the lines stand in this order; … stands for anything."""
    rest = iter(printed)
    for line in shown:
        if line == "…":
            continue
        wanted = line.removeprefix("…")
        if not any(
            each.endswith(wanted) if line.startswith("…") else each == wanted for each in rest
        ):
            return False
    return True


def changed(text: str, diff: str) -> str:
    lines = diff.splitlines()
    old = "".join(line[1:] + "\n" for line in lines if not line.startswith("+"))
    new = "".join(line[1:] + "\n" for line in lines if not line.startswith("-"))
    assert text.count(old) == 1, old
    return text.replace(old, new)


@pytest.mark.slow
def test_the_walk_through(run: Run, tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_rules(session: Session) -> Tracker:
        return replace(tracker, rules=load_rules(shipped_rules(), *session.own_rules))

    def own_results(rules: RuleSet, language: Pipeline) -> tuple[Result, ...]:
        """The proofs of the reader's rules, those of the shipped ones left out."""
        new = {rule.id for rule in rules.rules} - {rule.id for rule in tracker.rules.rules}
        bare = (
            r if r.id in new else replace(r, examples=(), counterexamples=()) for r in rules.rules
        )
        results = prove(RuleSet(tuple(bare), rules.lists, "", rules.speakers), language)
        return tuple(result for result in results if result.rule in new)

    monkeypatch.setattr(Session, "tracker", property(with_rules))
    monkeypatch.setattr("claimtrack.authoring.ruletest.run", own_results)
    beat = Path("my-rules/beat.yaml")
    for kind, text in _BLOCK.findall(section("A walk-through")):
        if kind == "text":
            Path("council.txt").write_text(text, encoding="utf-8")
        elif kind == "yaml":
            assert beat.read_text(encoding="utf-8") == text
        elif kind == "diff":
            beat.write_text(changed(beat.read_text(encoding="utf-8"), text), encoding="utf-8")
        for arguments, shown in commands(text) if kind == "console" else ():
            ran = run(*arguments)
            assert shows(ran.out.splitlines(), shown), (arguments, ran)

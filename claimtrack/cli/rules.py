"""``claimtrack rules``: look at the rules in force, and prove them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.command import DONE, FOUND, Session, before_commands, command
from claimtrack.cli.console import terminal_width
from claimtrack.cli.output import writing
from claimtrack.errors import ClaimtrackError, advise
from claimtrack.render.printable import printable, wrapped
from claimtrack.render.sections import counted

if TYPE_CHECKING:
    from claimtrack.rules.model import Example, Rule, RuleSet, Word
    from claimtrack.rules.ruletest import Verdict

rules_app = typer.Typer(help="Look at the rule files, and prove them.", rich_markup_mode=None)
before_commands(rules_app)
_WIDTH = 88
_OTHER_COLUMNS, _NARROW_COLUMN = 66, 24


class ListFormat(str, Enum):
    """How rules are listed."""

    table = "table"
    json = "json"


def list_rules(
    session: Session,
    format: Annotated[ListFormat, typer.Option("--format", "-f", help="How they are listed.")] = (
        ListFormat.table
    ),
) -> int:
    """List the rules in force."""
    rules = _rules(session).rules
    with writing(None) as out:
        if format is ListFormat.json:
            out.write(json.dumps([asdict(rule) for rule in rules], indent=2) + "\n")
        else:
            out.write(_listed(rules) + "\n")
    return DONE


def show(
    session: Session, id: Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")]
) -> int:
    """Show a rule: its frames, words, stances and examples."""
    rule = next((rule for rule in _rules(session).rules if rule.id == id), None)
    if rule is None:
        raise ClaimtrackError("CT406", advise("CT406", f"there is no rule {id}"))
    with writing(None) as out:
        out.write("\n".join(_shown(rule)) + "\n")
    return DONE


def test(session: Session) -> int:
    """Try every rule on its examples and counterexamples."""
    from claimtrack.rules.ruletest import run

    results = run(session.tracker.rules, session.tracker.language)
    for result in results:
        if result.verdict == "warning":
            session.console.warn(str(result))
    with writing(None) as out:
        out.writelines(f"{result}\n" for result in results if result.verdict == "failed")
        out.write(_tally([result.verdict for result in results]) + "\n")
    return DONE if all(result.passed for result in results) else FOUND


command(rules_app, "list")(list_rules)
command(rules_app, "show")(show)
command(rules_app, "test")(test)


def _rules(session: Session) -> RuleSet:
    from claimtrack.paths import shipped_rules
    from claimtrack.rules.rulefile import load_rules

    own = session.rules_folder
    return load_rules(shipped_rules(), *([own] if own else []))


def _tally(verdicts: Sequence[Verdict]) -> str:
    passed, gaps, failed = (verdicts.count(each) for each in ("passed", "gap", "failed"))
    return f"{counted(passed, 'example')} passed, {counted(gaps, 'known gap')}, {failed} failed"


def _listed(rules: Sequence[Rule]) -> str:
    from tabulate import tabulate

    frames = max(terminal_width() - _OTHER_COLUMNS, _NARROW_COLUMN)
    rows = [
        (
            rule.id,
            "\n".join(wrapped(", ".join(rule.frames), frames)),
            rule.stance or "by its words",
            len(rule.words),
            len(rule.examples),
            len(rule.counterexamples),
        )
        for rule in rules
    ]
    headers = ("rule", "frames", "stance", "words", "+", "-")
    return tabulate(rows, headers)


def _shown(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield f"  in        {rule.place.path}:{rule.place.line}"
    yield f"  frames    {', '.join(rule.frames)}"
    yield f"  stance    {rule.stance or 'by its words'}"
    if rule.negated:
        yield f"  negated   {rule.negated}"
    if rule.joins:
        yield f"  joins     {', '.join(rule.joins)}"
    words = f"{rule.kind}: " + ", ".join(map(_word, rule.words))
    for nth, line in enumerate(wrapped(words, _WIDTH)):
        yield ("  words     " if nth == 0 else "            ") + line
    yield from _examples("examples", rule.examples)
    yield from _examples("counterexamples", rule.counterexamples)


def _word(word: Word) -> str:
    """The word, and its stance where it has one of its own."""
    judged = f" ({word.stance})" if word.stance else ""
    return " ".join(word.lemmas) + judged


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if not examples:
        return
    yield f"  {title}"
    for example in examples:
        gap = "known gap: " if example.todo else ""
        yield f"    {gap}{printable(example.text)}"
        yield from _expected(example)


def _expected(example: Example) -> Iterator[str]:
    parts = ("source", "cue", "claim", "stance", "why")
    said = {part: getattr(example, part) for part in parts}
    line = ", ".join(f"{part}: {printable(value)}" for part, value in said.items() if value)
    if line:
        yield f"      {line}"

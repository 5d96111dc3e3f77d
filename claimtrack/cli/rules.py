"""``claimtrack rules``: look at the rules in force, prove them, write new ones."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.command import DONE, FAILED, FOUND, Session, before_commands, command
from claimtrack.cli.console import terminal_width
from claimtrack.cli.output import writing
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.records import Article, Failure, Stance
from claimtrack.render.printable import printable, wrapped
from claimtrack.render.sections import counted

if TYPE_CHECKING:
    from claimtrack.authoring.ruletest import Verdict
    from claimtrack.rules.model import Example, Place, Rule, RuleSet, Word

rules = typer.Typer(
    help="Look at the rule files, prove them, write new ones.",
    add_completion=False,
    rich_markup_mode=None,
)
before_commands(rules)
_WIDTH = 88
_OTHER_COLUMNS, _NARROW_COLUMN = 92, 24


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
    from claimtrack.authoring.ruletest import run

    results = run(session.tracker.rules, session.tracker.language)
    for result in results:
        if result.verdict == "warning":
            session.console.warn(str(result))
    with writing(None) as out:
        out.writelines(f"{result}\n" for result in results if result.verdict == "failed")
        out.write(_tally([result.verdict for result in results]) + "\n")
    return DONE if all(result.passed for result in results) else FOUND


def new(
    session: Session,
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A sentence that attributes.")
    ],
    cue: Annotated[str, typer.Option("--cue", help="The words in it that attribute.")],
    source: Annotated[str, typer.Option("--source", help="Who vouches; none by default.")] = "",
    claim: Annotated[str, typer.Option("--claim", help="What is attributed.")] = "",
    stance: Annotated[str | None, typer.Option("--stance", help="What the source does.")] = None,
    id: Annotated[str | None, typer.Option("--id", help="The rule's id.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A new rule file.")] = None,
) -> int:
    """Write a rule for a sentence whose source, cue and claim are given."""
    from claimtrack.authoring.draft import Marked, draft, stance_of, written
    from claimtrack.read import article_of

    judged = stance_of(stance)
    _make_room(output)
    marked = Marked(*(" ".join(part.split()) for part in (sentence, source, cue, claim)))
    parse = next(session.tracker.language.parse([article_of(marked.text)]))
    made = draft(parse, marked, session.tracker.rules, judged, id)
    with writing(output) as out:
        out.write(written([made]))
    for line in made.doubts():
        session.console.warn(line)
    return DONE if made.exact and made.winner is None else FOUND


def suggest(
    session: Session,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")
    ],
    most: Annotated[int, typer.Option("--most", min=1, help="How many at most.")] = 20,
    fewest: Annotated[
        int, typer.Option("--fewest", min=1, help="How often each occurs at least.")
    ] = 2,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A new rule file.")] = None,
) -> int:
    """Find words that attribute and that no rule covers, with a rule for each to begin with."""
    from claimtrack.authoring import suggest as suggesting

    _make_room(output)
    failures: list[Failure] = []
    articles = _articles(session, paths, failures)
    tracker = session.tracker
    found = suggesting.suggest(articles, tracker.rules, tracker.language, fewest, most)
    if found:
        with writing(output) as out:
            out.writelines(f"{line}\n" for line in suggesting.suggested(found))
    else:
        session.console.warn(f"no word that the rules miss occurs {counted(fewest, 'time')}")
    return FAILED if failures else DONE


def lint(session: Session) -> int:
    """Look for rules that never win, words judged twice, and lists that nobody uses."""
    from claimtrack.authoring.lint import lint as linted
    from claimtrack.paths import shipped_rules
    from claimtrack.rules.rulefile import load_rules

    earlier = load_rules(shipped_rules()) if session.own_rules else None
    found = linted(session.tracker.rules, session.tracker.language, earlier)
    with writing(None) as out:
        out.writelines(f"{problem}\n" for problem in found)
        out.write(counted(len(found), "finding") + "\n")
    return FOUND if found else DONE


def schema(
    session: Session,  # noqa: ARG001
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file to write to.")
    ] = None,
) -> int:
    """Write the JSON Schema of rule files, by which editors complete and check them."""
    from claimtrack.authoring.schema import schema as made

    with writing(output) as out:
        out.write(json.dumps(made(), indent=2, ensure_ascii=False) + "\n")
    return DONE


command(rules, "list")(list_rules)
command(rules, "show")(show)
command(rules, "test")(test)
command(rules, "lint")(lint)
command(rules, "new")(new)
command(rules, "suggest")(suggest)
command(rules, "schema")(schema)


def _make_room(output: Path | None) -> None:
    """Makes the folder of a new rule file. One that is there already is somebody's work."""
    if output is None:
        return
    if output.is_file():
        raise ClaimtrackError("CT402", "the file is there already: name a new one", str(output))
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClaimtrackError("CT402", advise("CT402", error.strerror), str(output)) from error


def _articles(session: Session, paths: Sequence[str], failures: list[Failure]) -> Iterator[Article]:
    """The articles of the paths; what could not be read is told, and noted in ``failures``."""
    from claimtrack.read import read_paths

    for item in read_paths(paths, session.console.warn):
        if isinstance(item, Failure):
            session.console.error(error_line(item.code, item.message, item.path, item.line))
            failures.append(item)
        else:
            yield item


def _rules(session: Session) -> RuleSet:
    from claimtrack.paths import shipped_rules
    from claimtrack.rules.rulefile import load_rules

    return load_rules(shipped_rules(), *session.own_rules)


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
            rule.finer.get(rule.stance or "") or rule.stance or "by its words",
            len(rule.words),
            len(rule.examples),
            len(rule.counterexamples),
            _place(rule.place),
        )
        for rule in rules
    ]
    headers = ("rule", "frames", "stance", "words", "+", "-", "from")
    return tabulate(rows, headers)


def _shown(rule: Rule) -> Iterator[str]:
    yield rule.id
    yield f"  in        {rule.place.path}:{rule.place.line}"
    yield f"  frames    {', '.join(rule.frames)}"
    judged = f" ({_place(rule.judged)})" if rule.judged else ""
    yield f"  stance    {_judgement(rule, rule.stance) or 'by its words'}{judged}"
    if rule.negated:
        yield f"  negated   {_judgement(rule, rule.negated)}"
    if rule.joins:
        yield f"  joins     {', '.join(rule.joins)}"
    for nth, (name, wanted) in enumerate(rule.conditions.told()):
        yield ("  wants     " if nth == 0 else "            ") + f"{name}: {wanted}"
    words = f"{rule.kind}: " + ", ".join(map(_word, rule.words))
    for nth, line in enumerate(wrapped(words, _WIDTH)):
        yield ("  words     " if nth == 0 else "            ") + line
    yield from _examples("examples", rule.examples)
    yield from _examples("counterexamples", rule.counterexamples)


def _place(place: Place) -> str:
    """File and line, within the shipped rules or the current folder as far as they lie there."""
    from claimtrack.paths import shipped_rules

    path = Path(place.path)
    for folder in (shipped_rules(), Path.cwd()):
        if path.is_relative_to(folder):
            return f"{path.relative_to(folder)}:{place.line}"
    return f"{path}:{place.line}"


def _judgement(rule: Rule, stance: Stance | None) -> str:
    """A stance of the rule, with the author's own word before it."""
    finer = rule.finer.get(stance or "")
    return f"{finer}, which refines {stance}" if finer else stance or ""


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

"""A rule written from a marked sentence: the frame that fits, as a file that loads and holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimtrack.authoring.draft import (
    Draft,
    Marked,
    comment,
    draft,
    entries,
    rule_id,
    scalar,
    stance_of,
    written,
)
from claimtrack.authoring.ruletest import run as prove
from claimtrack.cli.command import Session
from claimtrack.errors import ClaimtrackError
from claimtrack.language.parse import Parse
from claimtrack.read import article_of
from claimtrack.records import Article
from claimtrack.rules.model import RuleSet, Word
from claimtrack.rules.rulefile import load_rules
from claimtrack.tracker import Tracker
from tests.cli.conftest import Run, run
from tests.handmade import RULES, parse_of

__all__ = ["run"]
NO_RULES = RuleSet((), {}, "", RULES.speakers)
CLERK = parse_of(
    "The|DET|det|2 clerk|NOUN|nsubj|3 chirruped/chirrup|VERB|root|0 that|SCONJ|mark|7 it|PRON|nsubj|7 "
    "was/be|AUX|cop|7 late|ADJ|ccomp|3 .|PUNCT|punct|3"
)
CLERK_MARKED = Marked(
    "The clerk chirruped that it was late.", "The clerk", "chirruped", "it was late"
)


def test_the_frame_that_fits_is_found() -> None:
    assert draft(CLERK, CLERK_MARKED, NO_RULES) == Draft(
        "own.chirrup",
        ("speaker-verb-clause",),
        "verb",
        Word(("chirrup",)),
        "asserts",
        CLERK_MARKED,
        CLERK_MARKED,
    )


def test_stance_and_id_are_taken_over() -> None:
    made = draft(CLERK, CLERK_MARKED, NO_RULES, "alleges", "beat.chirrup")
    assert (made.id, made.stance, list(made.doubts())) == ("beat.chirrup", "alleges", [])


def test_what_is_found_instead_is_told() -> None:
    marked = Marked(CLERK_MARKED.text, "clerk", "chirruped", "it was late")
    made = draft(CLERK, marked, NO_RULES)
    assert (made.exact, made.found) == (False, CLERK_MARKED)
    assert list(made.doubts()) == [
        "claimtrack: CT251 own.chirrup finds source 'The clerk', cue 'chirruped', claim 'it was late' "
        "in its example, not what is marked"
    ]


def test_a_stronger_rule_is_named() -> None:
    said = parse_of(
        "It|PRON|nsubj|2 said/say|VERB|root|0 he|PRON|nsubj|4 left/leave|VERB|ccomp|2 .|PUNCT|punct|2"
    )
    made = draft(said, Marked("It said he left.", "It", "said", "he left"), RULES)
    assert made.winner == "reporting.say"
    assert list(made.doubts()) == [
        "claimtrack: CT263 in the example of own.say, reporting.say wins"
    ]


@pytest.mark.parametrize(
    ("marked", "line"),
    [
        (
            Marked(CLERK_MARKED.text, "The clark", "chirruped", ""),
            "claimtrack: CT242 the source 'The clark' is not in the sentence; copy them from the text",
        ),
        (
            Marked(CLERK_MARKED.text, "", "", ""),
            "claimtrack: CT242 the cue '' is not in the sentence; copy them from the text",
        ),
        (
            Marked(CLERK_MARKED.text, "", "The", "it was late"),
            "claimtrack: CT255 no frame finds an attribution there (speaker-verb-infinitive misses an adjective: "
            "it is used as a verb here; speaker-adjective-clause misses a clause, or what its preposition governs; "
            "adjective misses a noun right after it; phrase misses a name after it, or a possessor inside it; adverb misses a clause that it grades); mark them as the text has them, or "
            "take a simpler sentence; claimtrack explain shows how it is read",
        ),
    ],
)
def test_what_cannot_be_drafted(marked: Marked, line: str) -> None:
    with pytest.raises(ClaimtrackError) as raised:
        draft(CLERK, marked, NO_RULES)
    assert str(raised.value) == line


def test_stances() -> None:
    assert (stance_of(None), stance_of("denies")) == (None, "denies")
    with pytest.raises(ClaimtrackError) as raised:
        stance_of("says")
    assert (raised.value.code, raised.value.message.split(":")[0]) == (
        "CT221",
        "there is no stance says",
    )


@pytest.mark.parametrize(
    ("text", "written_as"),
    [
        ("The clerk left.", "The clerk left."),
        ("no", '"no"'),
        ("Off", '"Off"'),
        ("", '""'),
        (":", '":"'),
        ("He said: go", '"He said: go"'),
        ("It rose 5%", '"It rose 5%"'),
        ("“Go,” he said", '"“Go,” he said"'),
        ('a "b"', '"a \\"b\\""'),
        ("- x", '"- x"'),
        ("- x #", '"- x #"'),
        ("a\x07b\x85\u2028", '"a\\u0007b\\u0085\\u2028"'),
    ],
)
def test_text_is_quoted_where_yaml_needs_it(text: str, written_as: str) -> None:
    assert scalar(text) == written_as


@pytest.mark.parametrize(
    "text",
    ["a\x07b", "a\x7f\x85b", 'tab\tand \\ "b"', "\ufeffx", "🙂 – é", "#x", "'x'", "x: y", "~"],
)
def test_text_is_read_back(tmp_path: Path, text: str) -> None:
    file = f"rules:\n  - {{id: a.b, frame: naming, words: {{verb: [x]}}, examples: [{{text: {scalar(text)}}}]}} # {comment(text)}\n"
    (tmp_path / "own.yaml").write_text(file, encoding="utf-8")
    assert load_rules(tmp_path).rules[0].examples[0].text == text


def test_ids() -> None:
    assert rule_id("verb", ["take", "issue", "with"]) == "own.take-issue-with"
    assert rule_id("noun", ["claim"]) == "own.claim-noun"
    assert rule_id("label", [":"]) == "own.label"


def test_entries_of_each_class() -> None:
    found = dict(entries(CLERK, [2]))
    assert {kind: word.lemmas for kind, word in found.items()} == {
        "verb": ("chirrup",), "silence": ("chirrup",), "adjective": ("chirruped",),
        "phrase": ("chirruped",), "possessed": ("chirruped",), "adverb": ("chirruped",),
    }  # fmt: skip


def test_a_file_loads_and_is_what_was_drafted(tmp_path: Path) -> None:
    odd = Marked("It: “no”, he said – 5 %", "no", "said", "")
    drafts = [
        draft(CLERK, CLERK_MARKED, NO_RULES),
        Draft(
            "own.off",
            ("silence",),
            "silence",
            Word(("no",), negation=True),
            "declines",
            odd,
            odd,
            ("on",),
        ),
    ]
    (tmp_path / "own.yaml").write_text(written(drafts), encoding="utf-8")
    first, second = load_rules(tmp_path).rules
    assert (first.id, first.frames, first.kind, first.words) == (
        "own.chirrup", ("speaker-verb-clause",), "verb", (Word(("chirrup",)),),
    )  # fmt: skip
    assert (first.examples[0].source, first.examples[0].claim) == ("The clerk", "it was late")
    assert (second.words, second.joins) == ((Word(("no",), negation=True),), ("on",))
    assert (second.examples[0].text, second.examples[0].claim) == (odd.text, "")


SENTENCES = [
    (Marked("The clerk chirruped that the office was too cold.", "The clerk", "chirruped", "the office was too cold"), "speaker-verb-clause"),
    (Marked("The mayor took a dim view of the plan.", "The mayor", "took a dim view of", "the plan"), "speaker-verb-preposition"),
    (Marked("It is muttered that the king is ill.", "", "is muttered", "the king is ill"), "passive"),
    (Marked("The firm did not pick up the phone.", "The firm", "did not pick up the phone", ""), "silence"),
    (Marked("“It is late,” cooed the clerk.", "the clerk", "cooed", "It is late"), "speaker-verb-clause"),
    (Marked("The hunch that he lied is old.", "", "hunch", "he lied"), "noun-clause"),
    (Marked("On the whim of the mayor, the bridge was closed.", "the mayor", "On the whim of", "the bridge was closed"), "phrase"),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("marked", "frame"), SENTENCES, ids=lambda value: getattr(value, "cue", value)
)
def test_real_sentences(tracker: Tracker, tmp_path: Path, marked: Marked, frame: str) -> None:
    parse = next(tracker.language.parse([article_of(marked.text)]))
    made = draft(parse, marked, tracker.rules)
    assert (made.frames, made.found) == ((frame,), marked)
    (tmp_path / "own.yaml").write_text(written([made]), encoding="utf-8")
    own = load_rules(tmp_path)
    results = prove(RuleSet(own.rules, {}, "", tracker.rules.speakers), tracker.language)
    assert [result.verdict for result in results] == ["passed", "warning"]


NEW = (
    "rules",
    "new",
    "The clerk chirruped that it was late.",
    "--cue",
    "chirruped",
    "--claim",
    "it was late",
)


@pytest.fixture
def handmade(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command with the hand-built parse in the place of a language model."""

    class Language:
        def parse(self, articles: list[Article]) -> Iterator[Parse]:
            return iter([CLERK for _ in articles])

    monkeypatch.setattr(Session, "tracker", SimpleNamespace(rules=NO_RULES, language=Language()))
    return run


def test_the_command_prints_a_rule(handmade: Run) -> None:
    ran = handmade(*NEW, "--source", "The clerk", "--stance", "alleges", "--id", "beat.chirrup")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[:11] == [
        "rules:",
        "  - id: beat.chirrup",
        "    frame: speaker-verb-clause",
        "    words: {verb: [chirrup]}",
        "    stance: alleges",
        "    examples:",
        "      - text: The clerk chirruped that it was late.",
        "        source: The clerk",
        "        cue: chirruped",
        "        claim: it was late",
        "        stance: alleges",
    ]


def test_the_command_warns_where_something_else_is_found(handmade: Run) -> None:
    ran = handmade(*NEW, "-o", "own.yaml")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(
        "claimtrack: CT251 own.chirrup finds source 'The clerk', cue 'chirruped', claim"
    )
    assert "id: own.chirrup" in Path("own.yaml").read_text()


def test_the_command_writes_over_no_file(handmade: Run) -> None:
    Path("own.yaml").write_text("# mine\n")
    ran = handmade(*NEW, "-o", "own.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "own.yaml: CT402 the file is there already: name a new one\n"
    assert Path("own.yaml").read_text() == "# mine\n"


def test_the_command_knows_stances(handmade: Run) -> None:
    ran = handmade(*NEW, "--stance", "says")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("claimtrack: CT221 there is no stance says: there are asserts, ")

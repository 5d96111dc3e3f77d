"""Words that no rule covers: where they are found, in which company, and what is offered to paste."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from claimtrack.authoring.draft import Draft, Marked
from claimtrack.authoring.suggest import (
    Context,
    Occurrence,
    Suggestion,
    in_context,
    occurrences,
    suggest,
    suggested,
)
from claimtrack.cli.command import Session
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
CLAUSE = (
    "The|DET|det|2 minister|NOUN|nsubj|3 chirruped/chirrup|VERB|root|0 that|SCONJ|mark|7 it|PRON|nsubj|7 "
    "was/be|AUX|cop|7 late|ADJ|ccomp|3 .|PUNCT|punct|3"
)
QUOTATION = (
    "“|PUNCT|punct|4 It|PRON|nsubj|4 is/be|AUX:VBZ|cop|4 late|ADJ|ccomp|7 ,|PUNCT|punct|4 ”|PUNCT|punct|4 "
    "cooed/coo|VERB|root|0 the|DET|det|9 minister|NOUN|nsubj|7 .|PUNCT|punct|7"
)
PHRASE = (
    "In|ADP|case|3 the|DET|det|3 gospel|NOUN|obl|9 of|ADP|case|6 the|DET|det|6 minister|NOUN|nmod|3 "
    ",|PUNCT|punct|3 taxes/tax|NOUN:NNS|nsubj|9 fall|VERB:VBP|root|0 .|PUNCT|punct|9"
)
NOUN = (
    "The|DET|det|2 hunch|NOUN|nsubj|8 that|SCONJ|mark|5 he|PRON|nsubj|5 lied/lie|VERB|acl|2 is/be|AUX:VBZ|cop|8 "
    "an|DET|det|8 heirloom|NOUN|root|0 .|PUNCT|punct|8"
)


def found(*sentences: str, rules: RuleSet = NO_RULES) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.kind, one.words, one.frame) for one in occurrences(parse_of(*sentences), rules)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (CLAUSE, [("verb", ("chirrup",), "speaker-verb-clause")]),
        (QUOTATION, [("verb", ("coo",), "speaker-verb-clause")]),
        (PHRASE, [("phrase", ("in", "the", "gospel", "of"), "phrase")]),
        (NOUN, [("noun", ("hunch",), "noun-clause")]),
    ],
)
def test_what_attributes_is_found(
    sentence: str, expected: list[tuple[str, tuple[str, ...], str]]
) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        CLAUSE.replace("minister|", "window|"),
        CLAUSE.replace("The|DET|det|2 minister|NOUN|", "And|CCONJ|cc|3 I|PRON|"),
        CLAUSE.replace("chirruped/chirrup", "knew/know"),
        CLAUSE.replace("ADJ|ccomp", "ADJ|advcl").replace("that", "until"),
        PHRASE.replace("In|", "During|"),
        PHRASE.replace("minister", "mountains"),
        NOUN.replace("hunch", "week"),
        NOUN.replace("hunch", "minister"),
        CLAUSE.replace(
            "The|DET|det|2 minister|NOUN|nsubj|3 chirruped/chirrup|VERB|",
            "They|PRON|nsubj|3 to|PART:TO|mark|3 chirrup|VERB:VB|",
        ),
    ],
    ids=[
        "no speaker",
        "the writer",
        "no report",
        "no complement",
        "a time",
        "no person",
        "a date",
        "a person",
        "no deed",
    ],
)
def test_what_does_not_is_not(sentence: str) -> None:
    assert found(sentence) == []


def rules_of(tmp_path: Path, words: str, frame: str, more: str = "") -> RuleSet:
    (tmp_path / "own.yaml").write_text(
        f"rules:\n  - {{id: a.b, frame: {frame}, words: {words}{more}}}\n"
    )
    return RuleSet(load_rules(tmp_path).rules, {}, "", RULES.speakers)


def test_what_a_rule_covers_is_not_found(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "{verb: [chirrup]}", "speaker-verb-clause")
    assert found(CLAUSE, rules=rules) == []


def test_what_a_rule_has_turned_down_is_not_found(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "{verb: [chirrup]}", "speaker-verb-clause", ", source_kind: news")
    assert found(CLAUSE, rules=rules) == []


def test_what_a_rule_has_in_another_frame_is_found(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "{verb: [chirrup]}", "speaker-verb-object")
    assert found(CLAUSE, rules=rules) == [("verb", ("chirrup",), "speaker-verb-clause")]


def test_an_occurrence_has_its_parts() -> None:
    parse = parse_of(CLAUSE)
    assert list(occurrences(parse, NO_RULES)) == [
        Occurrence(
            ("chirrup",), "verb", "speaker-verb-clause", parse.article, (13, 22),
            Marked("The minister chirruped that it was late.", "The minister", "chirruped", "it was late"),
        )
    ]  # fmt: skip


def test_context_is_that_of_the_occurrence_and_not_of_the_first_such_word() -> None:
    text = "He read it.\nShe read  that (it) rose."
    marked = Marked("", "", "", "")
    one = Occurrence(("read",), "verb", "quotation", Article("day", text), (16, 20), marked)
    assert in_context(one) == Context("day", "He read it. She", "read", "that (it) rose.")


class Language:
    """Gives the hand-built parse whose name an article begins with, in the place of a language model."""

    parses: ClassVar = {"The": CLAUSE, "“It": QUOTATION, "In": PHRASE, "Hunch": NOUN}

    def parse(self, articles: Iterable[Article]) -> Iterator[Parse]:
        return (parse_of(self.parses[article.text.split()[0]]) for article in articles)


EXAMPLE = Marked(
    "The minister chirruped that it was late.", "The minister", "chirruped", "it was late"
)
DRAFT = Draft(
    "own.chirrup", ("speaker-verb-clause",), "verb", Word(("chirrup",)), "asserts", EXAMPLE, EXAMPLE
)
CONTEXT = Context("handmade", "The minister", "chirruped", "that it was late.")
PLACE = ("handmade", (13, 22))


def test_suggestions() -> None:
    articles = [article_of("The one.")] * 4
    assert suggest(articles, NO_RULES, Language()) == [  # type: ignore[arg-type]
        Suggestion(("chirrup",), "verb", (PLACE,) * 4, (CONTEXT,) * 3, DRAFT)
    ]
    assert suggest(articles, NO_RULES, Language(), fewest=5) == []  # type: ignore[arg-type]


def suggested_words(names: str, most: int) -> list[tuple[str, int]]:
    articles = [article_of(name) for name in names.split()]
    found = suggest(articles, NO_RULES, Language(), fewest=1, most=most)  # type: ignore[arg-type]
    return [(" ".join(one.words), len(one.places)) for one in found]


def test_the_commonest_come_first_then_verbs() -> None:
    expected = [("coo", 2), ("chirrup", 1), ("in the gospel of", 1)]
    assert suggested_words("In The “It “It", most=4) == expected
    assert suggested_words("In The “It “It", most=2) == expected[:2]


def test_suggestions_are_a_rule_file(tmp_path: Path) -> None:
    one = Suggestion(
        ("chirrup",), "verb", (PLACE,) * 4, (replace(CONTEXT, after="that\x07it"),), DRAFT
    )
    lines = list(suggested([one, replace(one, rule=replace(DRAFT, id="own.other"))]))
    assert lines[:4] == [
        "rules:",
        "  # chirrup, verb, 4 times",
        "  #   handmade: … The minister >>chirruped<< that it …",
        "  - id: own.chirrup",
    ]
    (tmp_path / "own.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert [rule.id for rule in load_rules(tmp_path).rules] == ["own.chirrup", "own.other"]


@pytest.mark.slow
def test_articles_with_a_word_switched_off(tracker: Tracker) -> None:
    left = [
        replace(rule, words=tuple(word for word in rule.words if word.lemmas[0] != "say"))
        for rule in tracker.rules.rules
    ]
    rules = RuleSet(tuple(left), tracker.rules.lists, "", tracker.rules.speakers)
    text = (
        "The minister said that the bridge was closed. Two ships were late, the company said. "
        "According to the police, a driver was hurt."
    )
    (one,) = suggest([article_of(text)], rules, tracker.language)
    assert (one.words, one.rule.frames, len(one.places)) == (("say",), ("speaker-verb-clause",), 2)
    assert one.rule.id == "own.say"
    assert one.rule.example == Marked(
        "Two ships were late, the company said.", "the company", "said", "Two ships were late"
    )


@pytest.fixture
def handmade(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command with hand-built parses in the place of a language model."""
    monkeypatch.setattr(Session, "tracker", SimpleNamespace(rules=NO_RULES, language=Language()))
    Path("day.jsonl").write_text('{"text": "The man left, and it was late."}\n' * 3)
    return run


def test_the_command_prints_a_rule_file(handmade: Run) -> None:
    ran = handmade("rules", "suggest", "day.jsonl", "no.txt")
    assert ran.status == 2
    assert ran.err == "no.txt: CT101 there is no such file or folder; check the name\n"
    assert ran.out.splitlines()[:2] == ["rules:", "  # chirrup, verb, 3 times"]


def test_the_command_says_that_there_is_nothing(handmade: Run) -> None:
    ran = handmade("rules", "suggest", "day.jsonl", "--fewest", "4", "-o", "new.yaml")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "no word that the rules miss occurs 4 times\n"
    assert not Path("new.yaml").exists()


def test_the_command_writes_over_no_file(handmade: Run) -> None:
    Path("new.yaml").write_text("# mine\n")
    ran = handmade("rules", "suggest", "day.jsonl", "-o", "new.yaml")
    assert ran.status == 2
    assert ran.err == "new.yaml: CT402 the file is there already: name a new one\n"

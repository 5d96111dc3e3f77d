"""What rules ask beyond their frames: on hand-built parses in both dialects, and in whole sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack import match
from claimtrack.explanation import explain
from claimtrack.language.inflection import person, tense
from claimtrack.language.parse import Parse
from claimtrack.match import Match
from claimtrack.paths import shipped_rules
from claimtrack.records import Article, Block
from claimtrack.rules.frames.model import Missing
from claimtrack.rules.model import Conditions, Place, Rule, RuleSet, Word
from claimtrack.rules.rulefile import RuleFileError, load_rules
from claimtrack.tracker import Tracker
from tests.rules.shapes import LABELS, SPEAKERS, parse_of

SAID = (
    "The|DT minister|NN said/say|VBD that|IN bus|NN fares/fare|NNS rose/rise|VBD .|.",
    "det>2 nsubj>3 root mark>7 compound>6 nsubj>7 ccomp>3 punct>3",
    "det>2 nsubj>3 ROOT mark>7 compound>6 nsubj>7 ccomp>3 punct>3",
)
QUOTED = (
    "“|`` The|DT minister|NN said/say|VBD that|IN fares/fare|NNS rose/rise|VBD ,|, ”|'' she|PRP added/add|VBD .|.",
    "punct>4 det>3 nsubj>4 ccomp>11 mark>7 nsubj>7 ccomp>4 punct>11 punct>11 nsubj>11 root punct>11",
    "punct>4 det>3 nsubj>4 ccomp>11 mark>7 nsubj>7 ccomp>4 punct>11 punct>11 nsubj>11 ROOT punct>11",
)
WE = (
    "We|PRP will|MD say|VB fares/fare|NNS rose/rise|VBD .|.",
    "nsubj>3 aux>3 root nsubj>5 ccomp>3 punct>3",
    "nsubj>3 aux>3 ROOT nsubj>5 ccomp>3 punct>3",
)


def outcome(parse: Parse, conditions: Conditions) -> str:
    """What a rule for *say* with these conditions makes of a sentence: "" where it holds."""
    words, place = (Word(("say",)),), Place("test", 1, 1)
    rule = Rule("test", ("speaker-verb-clause",), "verb", words, place, conditions=conditions)
    rules = RuleSet((rule,), {}, "", SPEAKERS)
    (attempt,) = match.attempts(parse, rules, range(len(parse.tokens)))
    assert isinstance(attempt.outcome, (Match, Missing))
    return str(attempt.outcome) if isinstance(attempt.outcome, Missing) else ""


@pytest.mark.parametrize("dialect", LABELS)
@pytest.mark.parametrize(
    ("sentence", "met", "not_met", "told"),
    [
        (SAID, {"source_kind": ("expert", "official")}, {"source_kind": ("expert", "news")}, "wants a source of the kind expert or news; this one is official"),
        (SAID, {"claim_contains": ("tax", "bus fare")}, {"claim_contains": ("tax", "fare bus")}, "wants a claim that contains tax or fare bus; this one does not"),
        (SAID, {"source_contains": ("mayor", "minister")}, {"source_contains": ("tax", "poll")}, "wants a source that contains tax or poll; this one does not"),
        (SAID, {"source_lacks": ("tax",)}, {"source_lacks": ("tax", "minister")}, "wants a source without tax or minister; this one contains minister"),
        (SAID, {"claim_lacks": ("tax",)}, {"claim_lacks": ("tax", "fare")}, "wants a claim without tax or fare; this one contains fare"),
        (SAID, {"claim_begins": ("bus",)}, {"claim_begins": ("why", "how")}, "wants a claim that begins with why or how; this one begins with bus"),
        (SAID, {"claim_is": "clause"}, {"claim_is": "infinitive"}, "wants an infinitive as its claim; this one is a clause"),
        (SAID, {"claim_head": ("rise", "rent")}, {"claim_head": ("fare", "rent")}, "wants a claim whose own noun is one of the rule's; this one's is rose"),
        (SAID, {"claim_head_not": ("fare",)}, {"claim_head_not": ("fare", "rose")}, "wants a claim whose own noun is none of the rule's; this one's is rose"),
        (SAID, {"claim_is": "thing"}, {"claim_is": "somebody"}, "wants somebody as its claim; this one is a thing"),
        (SAID, {"tense": ("past",)}, {"tense": ("present", "future")}, "wants a cue in the present or future tense; this one is in the past"),
        (WE, {"tense": ("future",)}, {"tense": ("past",)}, "wants a cue in the past tense; this one is in the future"),
        (SAID, {"person": ("third",)}, {"person": ("first",)}, "wants a source in the first person; this one is in the third"),
        (WE, {"person": ("second", "first")}, {"person": ("third",)}, "wants a source in the third person; this one is in the first"),
        (SAID, {"own_voice": False}, {"own_voice": True}, "wants I, we or you that say it now; this is told of somebody, or of the past"),
        (WE, {"own_voice": True}, {"own_voice": False}, "wants a source that is told of; here I, we or you say it now"),
        (SAID, {"not_behind": ("the", "bus minister")}, {"not_behind": ("no", "the minister")}, "wants a cue that does not follow no or the minister; the minister stands before it"),
        (SAID, {"not_before": ("fare", "that fares")}, {"not_before": ("that bus", "no")}, "wants a cue that is not followed by that bus or no; that bus follows"),
        (SAID, {"in_quotes": False}, {"in_quotes": True}, "wants a cue within a quotation; this one is not quoted"),
        (QUOTED, {"in_quotes": True}, {"in_quotes": False}, "wants a cue outside of quotations; this one is quoted"),
        (SAID, {"section": "body"}, {"section": "headline"}, "wants a cue in the headline; this is the body"),
    ],
)  # fmt: skip
def test_a_condition_is_met_or_told(
    dialect: str,
    sentence: tuple[str, str, str],
    met: dict[str, object],
    not_met: dict[str, object],
    told: str,
) -> None:
    words, universal, clearnlp = sentence
    parse = parse_of(words, universal if dialect == "universal" else clearnlp, dialect)
    assert outcome(parse, Conditions(**met)) == ""  # type: ignore[arg-type]
    assert outcome(parse, Conditions(**not_met)) == told  # type: ignore[arg-type]


def test_a_cue_in_a_headline() -> None:
    parse = parse_of(*SAID[:2], "universal")
    text = parse.article.text
    headed = replace(parse, article=Article("a", text, blocks=(Block("headline", 0, len(text)),)))
    assert outcome(headed, Conditions(section="headline")) == ""
    assert (
        outcome(headed, Conditions(section="body"))
        == "wants a cue in the body; this is the headline"
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("says/say|VBZ", "present"),
        ("has/have|VBZ said/say|VBN", "past"),
        ("is/be|VBZ saying/say|VBG", "present"),
        ("was/be|VBD told/tell|VBN", "past"),
        ("will|MD have|VB said/say|VBN", "future"),
        ("did/do|VBD not|RB say|VB", "past"),
        ("might|MD say|VB", None),
        ("saying/say|VBG", None),
        ("claims/claim|NNS", None),
    ],
)  # fmt: skip
def test_the_tense_of_a_cue(words: str, expected: str | None) -> None:
    count = len(words.split())
    arcs = " ".join(["aux>" + str(count)] * (count - 1) + ["root"])
    assert tense(parse_of(words, arcs, "universal"), count - 1, range(count)) == expected


def test_a_source_of_no_words_has_no_person() -> None:
    assert person(parse_of(*SAID[:2], "universal"), ()) is None


# --- whole sentences ---------------------------------------------------------------------------

RULE = """\
rules:
  - id: beat.warble
    frame: speaker-verb-clause
    words: {{verb: [warn]}}
    stance: {{sings: asserts}}
    {condition}
"""


@pytest.fixture
def told(tracker: Tracker, tmp_path: Path) -> Callable[[str, str], str]:
    """Says what becomes of a rule for *warn* that has a condition, in the text's last sentence."""

    def of(condition: str, text: str) -> str:
        (tmp_path / "rules.yaml").write_text(RULE.format(condition=condition), encoding="utf-8")
        own = replace(tracker, rules=load_rules(shipped_rules() / "words", tmp_path))
        (trial,) = explain(own, text)[-1].trials
        return trial.why or trial.outcome

    return of


@pytest.mark.slow
@pytest.mark.parametrize(
    ("condition", "holds", "fails", "why"),
    [
        ("source_kind: official", "The minister warned that prices would rise.", "The report warned that prices would rise.", "it wants a source of the kind official; this one is document"),
        ("source_kind: speaker", "The report warned that prices would rise.", "The lamp warned that prices would rise.", "it wants a source of the kind speaker; this one is of none"),
        ("source_named: true", "Anna Lund warned that prices would rise.", "An official warned that prices would rise.", "it wants a named source; this one is not named"),
        ("source_named: false", "An official warned that prices would rise.", "Anna Lund warned that prices would rise.", "it wants a source without a name; this one is named"),
        ("claim_contains: [price]", "The minister warned that prices would rise.", "The minister warned that rents would rise.", "it wants a claim that contains price; this one does not"),
        ("claim_lacks: [price]", "The minister warned that rents would rise.", "The minister warned that prices would rise.", "it wants a claim without price; this one contains price"),
        ("source_contains: [minister]", "The minister warned that prices would rise.", "The report warned that prices would rise.", "it wants a source that contains minister; this one does not"),
        ("source_lacks: [report]", "The minister warned that prices would rise.", "The report warned that prices would rise.", "it wants a source without report; this one contains report"),
        ("tense: past", "The minister warned that prices would rise.", "The minister warns that prices will rise.", "it wants a cue in the past tense; this one is in the present"),
        ("person: third", "The minister warned that prices would rise.", "We warned that prices would rise.", "it wants a source in the third person; this one is in the first"),
        ("not_before: [again]", "The minister warned that prices would rise.", "The minister warned again that prices would rise.", "it wants a cue that is not followed by again; again follows"),
        ("own_voice: false", "We warned that prices would rise.", "We warn that prices will rise.", "it wants a source that is told of; here I, we or you say it now"),
        ("not_behind: [board]", "The minister warned that prices would rise.", "The board warned that prices would rise.", "it wants a cue that does not follow board; board stands before it"),
        ("in_quotes: false", "The minister warned that prices would rise.", "“The minister warned that prices would rise,” she said.", "it wants a cue outside of quotations; this one is quoted"),
        ("section: body", "The minister warned that prices would rise.", None, ""),
        ("section: headline", None, "The minister warned that prices would rise.", "it wants a cue in the headline; this is the body"),
    ],
)  # fmt: skip
def test_a_whole_sentence(
    told: Callable[[str, str], str], condition: str, holds: str | None, fails: str | None, why: str
) -> None:
    if holds is not None:
        assert told(condition, holds) == "won"
    if fails is not None:
        assert told(condition, fails) == why


OF_A_NOUN = """\
rules:
  - id: beat.yield
    frame: [speaker-verb-object, passive]
    words: {{verb: [yield]}}
    stance: {{sighs: acknowledges}}
    {condition}
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("condition", "holds", "fails", "why"),
    [
        ("claim_is: thing", "The minister yielded the point.", "The minister yielded the prisoners.", "it wants a thing as its claim; this one is somebody"),
        ("claim_is: thing", "The minister yielded them.", "The minister yielded Anna Lund.", "it wants a thing as its claim; this one is somebody"),
        ("claim_is: somebody", "The minister yielded the prisoners.", "The minister yielded the prisoners' claim.", "it wants somebody as its claim; this one is a thing"),
        ("claim_is: somebody", "The prisoners were yielded by the minister.", "The point was yielded by the minister.", "it wants somebody as its claim; this one is a thing"),
        ("claim_head: [point]", "The minister yielded an old point of law.", "The minister yielded a field near the point.", "it wants a claim whose own noun is one of the rule's; this one's is field"),
        ("claim_head: [concession]", "The minister yielded a series of concessions.", "The minister yielded a history of concessions.", "it wants a claim whose own noun is one of the rule's; this one's is history"),
        ("claim_head: [fee]", "The minister yielded the fine and the fee.", "The minister yielded the fine.", "it wants a claim whose own noun is one of the rule's; this one's is fine"),
        ("claim_head_not: [free kick]", "The minister yielded a kick.", "The minister yielded a free kick.", "it wants a claim whose own noun is none of the rule's; this one's is free kick"),
    ],
)  # fmt: skip
def test_what_a_claim_is_about(
    tracker: Tracker, tmp_path: Path, condition: str, holds: str, fails: str, why: str
) -> None:
    (tmp_path / "rules.yaml").write_text(OF_A_NOUN.format(condition=condition), encoding="utf-8")
    own = replace(tracker, rules=load_rules(shipped_rules() / "words", tmp_path))
    won = [t.outcome for t in explain(own, holds)[-1].trials if t.outcome == "won"]
    whys = [t.why for t in explain(own, fails)[-1].trials]
    assert won == ["won"]
    assert why in whys


@pytest.mark.slow
def test_a_source_is_named_by_the_article_not_the_sentence(told: Callable[[str, str], str]) -> None:
    text = "Anna Lund heads the bank. She warned that prices would rise."
    assert told("source_named: true", text) == "won"
    assert told("source_named: false", text) == (
        "it wants a source without a name; this one is named"
    )


PAIR = """\
rules:
  - id: beat.named
    frame: speaker-verb-clause
    words: {verb: [warn]}
    stance: asserts
    source_named: true
  - id: beat.unnamed
    frame: speaker-verb-clause
    words: {verb: [warn]}
    stance: {whispers: alleges}
    source_named: false
"""


@pytest.mark.slow
def test_the_next_rule_has_its_turn(tracker: Tracker, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text(PAIR, encoding="utf-8")
    own = replace(tracker, rules=load_rules(shipped_rules() / "words", tmp_path))
    text = "Anna Lund warned that prices would rise. An official warned that rents would rise."
    report = own.report(text)
    assert [(a.rule, a.stance) for a in report.attributions] == [
        ("beat.named", "asserts"),
        ("beat.unnamed", "alleges"),
    ]
    won = [each.trials[0] for each in explain(own, text)]
    assert [(each.rule, each.stance, each.finer) for each in won] == [
        ("beat.named", "asserts", ""),
        ("beat.unnamed", "alleges", "whispers"),
    ]


# --- loading -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "problem"),
    [
        ("tense: pst", "6:12: CT221 there is no tense pst: did you mean past?"),
        ("tense: [past, futur]", "6:19: CT221 there is no tense futur: did you mean future?"),
        ("person: frist", "6:13: CT221 there is no person frist: did you mean first?"),
        ("section: headlines", "6:14: CT221 there is no section headlines: did you mean headline?"),
        ("source_kind: offical", "6:18: CT239 there is no source_kind offical: did you mean official?"),
        ("source_named: maybe", "6:19: CT218 source_named is true or false"),
        ("own_voice: mine", "6:16: CT218 own_voice is true or false"),
        ("in_quotes: 1", "6:16: CT218 in_quotes is true or false"),
        ("claim_contains: []", "6:21: CT215 claim_contains is empty: give at least one, or leave the key out"),
        ("not_before: 7", "6:17: CT217 YAML reads 7 as a number: put it in quotes"),
        ("in_quote: true", "6:5: CT213 a rule has no key in_quote: did you mean in_quotes?"),
        ("negated: {hedges: denis}", "6:23: CT221 there is no stance denis: did you mean denies?"),
        ("negated: {denies: asserts}", "6:15: CT224 denies is a stance itself: choose another word, or write stance: denies"),
        ("negated: {a: denies, b: denies}", "6:14: CT224 a finer stance is one word: {boasts: asserts}"),
    ],
)  # fmt: skip
def test_a_wrong_condition_is_told_at_its_place(
    tmp_path: Path, condition: str, problem: str
) -> None:
    file = tmp_path / "rules.yaml"
    file.write_text(RULE.format(condition=condition), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rules(tmp_path)
    assert str(caught.value) == f"{file}:{problem}"

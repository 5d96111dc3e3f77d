"""Why a sentence was tagged as it was: what was seen, each frame tried, what won over what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from claimtrack import match, stance
from claimtrack.attributing import attribute
from claimtrack.language import grammar
from claimtrack.language.drawing import DrawnWord, drawn
from claimtrack.language.parse import Parse
from claimtrack.match import Attempt, Match, SetAside
from claimtrack.quotes.voices import is_of_no_source
from claimtrack.read import article_of
from claimtrack.records import Article, Span, Spans, Stance
from claimtrack.rules.frames.model import Missing
from claimtrack.rules.model import RuleSet
from claimtrack.tracker import Tracker

Outcome = Literal["won", "lost", "failed"]


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word as it was seen. ``role`` is in plain words; ``head`` counts from the sentence's first word."""

    text: str
    lemma: str
    tag: str
    role: str
    head: int | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule whose words stand in the sentence, and what came of it. ``why`` says what was missing,
    or which rule was stronger."""

    outcome: Outcome
    rule: str
    frame: str
    cue: Spans
    source: Spans = ()
    claim: Spans = ()
    stance: Stance | None = None
    finer: str = ""
    """The author's own word for the stance, where the rule has one."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence of ``text``, its words, and every rule that was tried on it, winners first."""

    text: str
    sentence: Span
    words: tuple[SeenWord, ...]
    trials: tuple[Trial, ...]


def explain(tracker: Tracker, text: str | Article, within: Span | None = None) -> list[Explanation]:
    """An explanation for each sentence of a text, or of those that reach into a span of it."""
    article = text if isinstance(text, Article) else article_of(text, id="text")
    parse = next(tracker.language.parse([article]))
    set_aside = attribute(parse, tracker.rules, tracker.confidence).set_aside
    start, end = within or (0, len(article.text))
    return [
        _explanation(parse, number, tracker.rules, set_aside)
        for number, sentence in enumerate(parse.sentences)
        if sentence.start < end and sentence.end > start
    ]


def drawing(explanation: Explanation, id: str) -> str:
    """The parse as an SVG element; ``id`` tells it from others on its page."""
    words = explanation.words
    return drawn([DrawnWord(word.text, word.tag, word.role, word.head) for word in words], id)


def _explanation(parse: Parse, number: int, rules: RuleSet, set_aside: SetAside) -> Explanation:
    sentence = parse.sentences[number]
    tried = list(match.attempts(parse, rules, range(sentence.first, sentence.last), set_aside))
    kept = match.winners(parse, [a.outcome for a in tried if isinstance(a.outcome, Match)])
    stances = {judged.match.words: judged for judged in stance.judge(parse, kept)}
    trials = [_trial(parse, attempt, kept, stances) for attempt in tried]
    order: dict[Outcome, int] = {"won": 0, "lost": 1, "failed": 2}
    return Explanation(
        parse.article.text,
        (sentence.start, sentence.end),
        tuple(
            _seen(parse, index, sentence.first) for index in range(sentence.first, sentence.last)
        ),
        tuple(sorted(trials, key=lambda trial: order[trial.outcome])),
    )


def _seen(parse: Parse, index: int, first: int) -> SeenWord:
    token = parse.tokens[index]
    head = None if token.head == index else token.head - first
    return SeenWord(
        token.text, token.lemma, grammar.word_class(token), grammar.plain_role(token), head
    )


Stances = Mapping[tuple[int, ...], stance.Judged]
"""What became of the matches that were judged, by the words that are their cue's own."""


def _trial(parse: Parse, attempt: Attempt, kept: tuple[Match, ...], stances: Stances) -> Trial:
    entry, outcome = attempt.cue.entry, attempt.outcome
    if isinstance(outcome, Missing):
        return Trial(
            "failed",
            entry.rule,
            entry.frame,
            parse.spans(attempt.cue.tokens),
            why=f"it {outcome}",
        )
    judged = stances.get(outcome.words) if outcome in kept else None
    told = outcome if judged is None else judged.match
    parts = (parse.spans(told.cue), parse.spans(told.source), parse.spans(told.claim))
    stronger = next(
        (m for m in kept if set(m.words) & set(outcome.words) and m is not outcome), None
    )
    if outcome in kept:
        if judged is None:
            why = "it is only wanted, planned or asked to be said"
            return Trial("lost", entry.rule, entry.frame, *parts, why=why)
        if is_of_no_source(parse, judged):
            why = (
                "it is an opinion of the writer's or the speaker's own, or of nobody in particular"
            )
            return Trial("lost", entry.rule, entry.frame, *parts, why=why)
        finer = entry.finer.get(judged.stance, "")
        return Trial("won", entry.rule, entry.frame, *parts, judged.stance, finer)
    return Trial("lost", entry.rule, entry.frame, *parts, why=_why(outcome, stronger))


def _why(loser: Match, winner: Match | None) -> str:
    """By which of the three measures of strength a rule lost."""
    if winner is None:
        return "another rule has a word of its cue, or an adjective keeps its noun at a distance"
    reasons = ("its cue is longer", "its frame is more specific", "it stands earlier in the files")
    pairs = zip(match.strength(winner), match.strength(loser), reasons, strict=True)
    reason = next((why for mine, theirs, why in pairs if mine != theirs), reasons[-1])
    return f"{winner.entry.rule} ({winner.entry.frame}) wins: {reason}"

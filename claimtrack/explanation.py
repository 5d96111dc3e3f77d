"""Why a sentence is read as it is: its parse, and every rule whose words it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimtrack import match as matching
from claimtrack import stance
from claimtrack.language.parse import Parse, SentenceSpan
from claimtrack.match import Attempt, Match
from claimtrack.read import article_of
from claimtrack.records import Span, Spans
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.model import RuleSet

if TYPE_CHECKING:
    from claimtrack.tracker import Tracker

Outcome = Literal["won", "lost", "failed"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence as the rules see it. ``head`` is an index into the words, or None."""

    text: str
    lemma: str
    tag: str
    role: str
    head: int | None


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule tried in a frame at a cue; spans lead into the text.

    ``won``: it says what the report says. ``lost``: another rule took the same words, or the
    words only want something said. ``failed``: its frame found a part missing. ``why`` says more.
    """

    rule: str
    frame: str
    outcome: Outcome
    why: str
    cue: Spans = ()
    source: Spans = ()
    claim: Spans = ()
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One sentence of the text explained; trials in the order of their cues."""

    text: str
    sentence: Span
    words: tuple[Word, ...]
    trials: tuple[Trial, ...]


def explain(tracker: Tracker, text: str) -> tuple[Explanation, ...]:
    """Each sentence of the text explained."""
    parse = next(iter(tracker.language.parse([article_of(text)])))
    return tuple(_explained(parse, tracker.rules, sentence) for sentence in parse.sentences)


def _explained(parse: Parse, rules: RuleSet, sentence: SentenceSpan) -> Explanation:
    tokens = range(sentence.first, sentence.last)
    attempts = list(matching.attempts(parse, rules, tokens))
    found = [each.outcome for each in attempts if isinstance(each.outcome, Match)]
    winners = matching.winners(found)
    return Explanation(
        text=parse.article.text,
        sentence=(sentence.start, sentence.end),
        words=tuple(_word(parse, index, tokens) for index in tokens),
        trials=tuple(_trial(parse, attempt, winners) for attempt in attempts),
    )


def _word(parse: Parse, index: int, tokens: range) -> Word:
    token = parse.tokens[index]
    head = token.head - tokens.start if token.head in tokens and token.head != index else None
    return Word(token.text, token.lemma, token.tag, token.role, head)


def _trial(parse: Parse, attempt: Attempt, winners: Sequence[Match]) -> Trial:
    entry, outcome = attempt.cue.entry, attempt.outcome
    if not isinstance(outcome, Match):
        why = f"wants {outcome.what}"
        return Trial(entry.rule, entry.frame, "failed", why, parse.spans(attempt.cue.tokens))
    judged = stance.judge(parse, [outcome])
    won = outcome in winners and bool(judged)
    return Trial(
        rule=entry.rule,
        frame=entry.frame,
        outcome="won" if won else "lost",
        why="" if won else _why_lost(outcome, winners),
        cue=parse.spans(outcome.cue),
        source=parse.spans(outcome.source),
        claim=parse.spans(outcome.claim),
        stance=judged[0].stance if judged else None,
    )


def _why_lost(loser: Match, winners: Sequence[Match]) -> str:
    winner = next((w for w in winners if set(w.cue) & set(loser.cue)), loser)
    if winner is loser:
        return "the words only want something said; nobody says it"
    rule = winner.entry.rule
    if len(winner.words) > len(loser.words):
        return f"{rule} has more words of the cue"
    if FRAMES[winner.entry.frame].rank < FRAMES[loser.entry.frame].rank:
        return f"the frame of {rule}, {winner.entry.frame}, is more specific"
    return f"{rule} stands earlier in the rule files"

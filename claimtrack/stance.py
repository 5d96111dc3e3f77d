"""Stance: what the source does with the claim, negation, mood and aspect counted in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.language.withholding import is_left_short, withheld_by
from claimtrack.match import Match
from claimtrack.records import Stance

_HYPOTHETICAL = frozenset({"would", "could", "might", "may", "should", "'d", "’d"})
_OWED = frozenset({"must"})
"""What the law says somebody must do: *banks must report a loss*; *I must say* is said."""
_STILL_REAL = frozenset({"like", "love", "prefer", "rather"})
_FIRST_PERSON = frozenset({"i", "we"})
_UNNAMED = frozenset({"anonymity", "anonymously", "named", "identified"})
_REASONS = frozenset({"because", "as", "since", "fear"})
_NO_ONE = frozenset({"no", "neither", "nobody", "none", "no-one", "nothing", "few"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A match with its stance; ``hypothetical``: under a condition or a modal, never counted as said."""

    match: Match
    stance: Stance
    hypothetical: bool = False


def judge(parse: Parse, matches: Iterable[Match]) -> tuple[Judged, ...]:
    """The stance of each match; what is only wanted, planned or asked to be said is left out."""
    told = (m for m in matches if not (_only_wanted(parse, m) or _explains_anonymity(parse, m)))
    judged = _settled(parse, [_judged(parse, match) for match in told])
    return tuple(
        replace(each, stance="declines") if _grants_nothing(parse, each, judged) else each
        for each in judged
    )


def _grants_nothing(parse: Parse, denial: Judged, judged: Iterable[Judged]) -> bool:
    """*did not confirm it, nor did he deny it*: not to deny grants nothing beside not to confirm."""
    if denial.stance != "acknowledges" or denial.match.entry.stance != "denies":
        return False
    sentence = parse.tokens[denial.match.head].sentence
    beside = (each for each in judged if parse.tokens[each.match.head].sentence == sentence)
    granting = ("confirms", "acknowledges")
    return any(e.stance == "declines" and e.match.entry.stance in granting for e in beside)


def _settled(parse: Parse, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """*“I will not comment,” he said*: who says of himself that he gives no answer, declines."""
    silences = [each for each in judged if _own_silence(parse, each)]
    declined = {
        number: refusal
        for number, each in enumerate(judged)
        if each.stance == "asserts" and (refusal := _refusal_in(each.match, silences)) is not None
    }
    refusals = {id(refusal) for refusal in declined.values()}
    return tuple(
        replace(each, stance="declines") if number in declined else each
        for number, each in enumerate(judged)
        if id(each) not in refusals
    )


def _own_silence(parse: Parse, judged: Judged) -> bool:
    """Whether it tells in the first person that no answer is given."""
    own = {parse.tokens[i].lower for i in judged.match.source} <= _FIRST_PERSON
    return own and judged.stance == "declines" and judged.match.entry.kind == "silence"


def _refusal_in(match: Match, silences: Iterable[Judged]) -> Judged | None:
    """The silence that a claim is all about."""
    for other in silences:
        first = min(other.match.cue | other.match.source)
        if other.match.cue <= match.claim and first - min(match.claim) <= 1:
            return other
    return None


def _judged(parse: Parse, match: Match) -> Judged:
    negated = _is_negated(parse, match)
    entry = match.entry
    if entry.frame == "label" and grammar.asks(parse, match.head):
        return Judged(match, "asks")
    stance = entry.negated if negated and not entry.word.negation else entry.stance
    if negated and stance == "declines" and _never_said(parse, match):
        stance = "denies"
    if _says_no_comment(parse, match):
        stance = "declines"
    match = replace(match, cue=match.cue | _no_before(parse, match))
    return _withheld(parse, match) or Judged(
        match, stance, not negated and _is_hypothetical(parse, match)
    )


def _withheld(parse: Parse, match: Match) -> Judged | None:
    """*has yet to confirm*, *failed to say*: whoever does not get to it gives no answer."""
    words = withheld_by(parse, match.head) if match.entry.kind == "verb" else None
    if not words:
        return None
    stance: Stance = "doubts" if match.entry.negated == "doubts" else "declines"
    own = words - match.source
    return Judged(replace(match, cue=match.cue | own, claim=match.claim - own), stance)


def _says_no_comment(parse: Parse, match: Match) -> bool:
    """*“No comment,” he said*: words that give no answer."""
    said = [parse.tokens[i].lower for i in sorted(match.claim)]
    return match.entry.stance == "asserts" and [w for w in said if w.isalpha()] == ["no", "comment"]


def _never_said(parse: Parse, match: Match) -> bool:
    """*never said*, *never claimed that* deny, where *did not say* only declines."""
    clause = match.entry.frame == "speaker-verb-clause"
    told = match.entry.stance == "asserts" or (match.entry.stance == "alleges" and clause)
    return told and _never(parse, match)


def _never(parse: Parse, match: Match) -> bool:
    return any(parse.tokens[i].lower == "never" for i in grammar.negations(parse, match.head))


def _is_negated(parse: Parse, match: Match) -> bool:
    """Whether an odd number of words negates the cue, its verb or its speaker."""
    if match.entry.kind == "noun":
        return bool(_no_before(parse, match))
    if match.entry.kind not in ("verb", "silence", "adjective"):
        return False
    heads = {match.head} | (
        {_predicate(parse, match)} if match.entry.kind == "adjective" else set()
    )
    negations = {n for head in heads for n in grammar.negations(parse, head)}
    count = len(negations - set(match.words) - match.source)
    shared = grammar.negations_shared(parse, match.head)
    nobody = any(parse.tokens[index].lower in _NO_ONE for index in sorted(match.source)[:1])
    return (count + (0 if count else len(shared)) + nobody) % 2 == 1


def _predicate(parse: Parse, match: Match) -> int:
    """*favour* of *in favour of*."""
    head = grammar.head_of(parse, match.words)
    return match.head if head is None else head


def _no_before(parse: Parse, match: Match) -> frozenset[int]:
    """*had no plans to*: the word that negates a noun, and belongs to its cue."""
    if match.entry.kind != "noun":
        return frozenset()
    return frozenset(c for c in parse.children[match.words[-1]] if parse.tokens[c].lower == "no")


def _is_hypothetical(parse: Parse, match: Match) -> bool:
    if match.entry.kind not in ("verb", "silence", "adjective"):
        return False
    modals = set(grammar.modals(parse, match.head)) & (_HYPOTHETICAL | _OWED)
    own = {parse.tokens[i].lower for i in match.source} <= _FIRST_PERSON
    modals -= _OWED if own else set()
    softened = any(parse.tokens[i].lemma in _STILL_REAL for i in match.cue)
    return bool(modals and not softened) or bool(grammar.conditions_over(parse, match.head))


def _explains_anonymity(parse: Parse, match: Match) -> bool:
    """Whether a cue stands in the clause that says why somebody stays unnamed."""
    first = grammar.sentence_start(parse, match.head)
    before = [parse.tokens[i].lower for i in range(first, match.head)]
    head = parse.tokens[match.head]
    if head.tag == "VBG" and head.lemma == "fear" and before[-1:] == [","]:
        return any(
            word in _UNNAMED for word in before
        )  # *asked not to be named, fearing reprisals*
    reason = max((n for n, word in enumerate(before) if word in _REASONS), default=None)
    if reason is None or "," in before[reason:]:
        return False
    return any(word in _UNNAMED for word in before[:reason])


def _only_wanted(parse: Parse, match: Match) -> bool:
    """A verb in the infinitive reports nothing (*to say that would be wrong*), save after a verb of
    going on, beginning or seeming (*went on to say*), or one that is withheld (*failed to say*); nor
    does a gerund that somebody stops short of, nor a silence that is wanted (*told to keep quiet*)."""
    if match.entry.kind == "silence":
        return grammar.is_wanted_of_somebody(parse, match.head)
    if match.entry.kind != "verb" or withheld_by(parse, match.head):
        return False
    return grammar.is_unrealised(parse, match.head) or is_left_short(parse, match.head)

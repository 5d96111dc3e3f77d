"""Sentences: whether somebody vouches for each, and whether anybody disputes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimtrack import disputes as disputing
from claimtrack.language import grammar
from claimtrack.language.checkable import LIKELY, SURE
from claimtrack.language.parse import Parse, SentenceSpan
from claimtrack.records import (
    Attribution,
    ContestReason,
    Dispute,
    Reason,
    Sentence,
    Status,
)
from claimtrack.rules.model import RuleSet

_WRITER = frozenset({"i", "we"})
_CLOSING = "\"'”’»)]} "


def judge(
    parse: Parse,
    attributions: Sequence[Attribution],
    disputes: Sequence[Dispute],
    rules: RuleSet,
) -> tuple[Sentence, ...]:
    """Every sentence of the article with its status and the reasons why it is contested."""
    held = _held(parse, attributions)
    reasons = _reasons(parse, attributions, disputes, rules)
    ids: list[list[str]] = [[] for _ in parse.sentences]
    for attribution in attributions:
        ids[attribution.sentence].append(attribution.id)
    return tuple(
        Sentence(
            number,
            span.start,
            span.end,
            _status(parse, span, held[number], rules),
            tuple(ids[number]),
            reasons[number],
        )
        for number, span in enumerate(parse.sentences)
    )


def contested(
    attributions: Sequence[Attribution], disputes: Sequence[Dispute]
) -> tuple[Attribution, ...]:
    """The attributions, marked where a dispute joins them: the disputed claim and its denial."""
    joined = {d.denial for d in disputes} | {d.claim for d in disputes}
    return tuple(replace(a, contested=a.id in joined) for a in attributions)


# --- status --------------------------------------------------------------------------------------


def _held(parse: Parse, attributions: Iterable[Attribution]) -> list[list[Attribution]]:
    """For each sentence the attributions whose cue or claim reaches into it."""
    held: list[list[Attribution]] = [[] for _ in parse.sentences]
    for attribution in attributions:
        tokens = parse.tokens_of(attribution.cue + attribution.claim)
        for number in sorted({attribution.sentence, *(parse.tokens[i].sentence for i in tokens)}):
            held[number].append(attribution)
    return held


def _status(
    parse: Parse, span: SentenceSpan, held: Sequence[Attribution], rules: RuleSet
) -> Status:
    counted = [a for a in held if not a.hypothetical and _counts(parse, a)]
    if counted and not _only_asks(parse, span, counted):
        return "attributed"
    return "no_claim" if counted or claims_nothing(parse, span, rules) else "unattributed"


def _only_asks(parse: Parse, span: SentenceSpan, held: Sequence[Attribution]) -> bool:
    """Whether the sentence is itself the question that is asked: labelled, or the writer's own."""
    outer = [a for a in held if a.parent is None]
    if _is_question(parse, span) and outer and _labelled(outer):
        return True
    labelled = _labelled(held)
    if labelled:
        return all(a.stance == "asks" for a in held) or _is_question(parse, span)
    whether = parse.tokens[span.first].tag in grammar.FINITE_TAGS  # answered by yes or no
    asked = _is_question(parse, span) and whether
    cues = {i for a in held for i in parse.tokens_of(a.cue)}
    roots = {i for i in range(span.first, span.last) if parse.tokens[i].head == i}
    return asked and bool(roots & cues) and parse.quoted[span.first] < 0


def _labelled(held: Sequence[Attribution]) -> bool:
    return all(a.frame == "label" or not a.cue for a in held)


def _counts(parse: Parse, attribution: Attribution) -> bool:
    """Whether an attribution makes its sentence attributed, which *alleged support* does not, and *drew
    criticism from the unions* does.
    """
    bare = attribution.frame in ("adjective", "noun-clause")
    carried = attribution.frame == "noun-clause" and any(
        grammar.is_verb(parse, i) for i in parse.tokens_of(attribution.cue)
    )
    return not bare or carried or _is_clause(parse, attribution)


def _is_clause(parse: Parse, attribution: Attribution) -> bool:
    tokens = set(parse.tokens_of(attribution.claim))
    tops = [i for i in tokens if parse.tokens[i].head not in tokens or parse.tokens[i].head == i]
    return any(grammar.is_verb_like(parse, top) for top in tops)


def claims_nothing(parse: Parse, span: SentenceSpan, rules: RuleSet) -> bool:
    """Whether a sentence in the writer's own voice states nothing that could be checked: by its form,
    or by the model's verdict."""
    if span.checkable is not None and span.checkable < LIKELY:
        return True
    if _is_question(parse, span) or _is_fragment(parse, span) or _is_greeting(parse, span, rules):
        return True
    if _is_marked_as_opinion(parse, span, rules):
        return True
    if span.checkable is not None and span.checkable >= SURE:
        return False
    clauses = list(_main_clauses(parse, span))
    return all(
        _is_imperative(parse, verb)
        or _is_address(parse, verb)
        or _is_wish(parse, verb, rules)
        or _is_opinion(parse, verb, rules)
        for verb in clauses
    )


def _is_question(parse: Parse, span: SentenceSpan) -> bool:
    return parse.article.text[span.start : span.end].rstrip(_CLOSING).endswith("?")


def _is_fragment(parse: Parse, span: SentenceSpan) -> bool:
    """No verb, no name, no number, and too few words to state something."""
    words = [parse.tokens[i] for i in range(span.first, span.last)]
    if any(word.pos in ("VERB", "AUX", "NUM", "PROPN") for word in words):
        return False
    return sum(word.text[:1].isalnum() for word in words) < 6


def _is_greeting(parse: Parse, span: SentenceSpan, rules: RuleSet) -> bool:
    """*Thanks for reading*; *All rights reserved*: a fixed phrase at the beginning."""
    words = [parse.tokens[i].lower for i in range(span.first, span.last)]
    opening = " ".join(word for word in words if word[:1].isalnum())
    return any((opening + " ").startswith(phrase + " ") for phrase in rules.words("courtesies"))


def _is_marked_as_opinion(parse: Parse, span: SentenceSpan, rules: RuleSet) -> bool:
    """*In my view, it is too slow*, outside of quotations."""
    own = [i for i in range(span.first, span.last) if parse.quoted[i] < 0]
    words = " ".join(["", *grammar.words_of(parse, own), ""])
    return any(f" {phrase} " in words for phrase in rules.words("opinion_phrases"))


def _main_clauses(parse: Parse, span: SentenceSpan) -> Iterator[int]:
    """The roots of a sentence, with the clauses that are joined to them."""
    for index in range(span.first, span.last):
        if parse.tokens[index].head == index and parse.tokens[index].pos != "PUNCT":
            yield index
            yield from (
                c for c in grammar.conjuncts(parse, index) if _is_clause_of_its_own(parse, c)
            )


def _is_clause_of_its_own(parse: Parse, index: int) -> bool:
    return grammar.own_subject(parse, index) is not None


def _is_imperative(parse: Parse, verb: int) -> bool:
    """*Call us*, *do not wait*, *let's go*: a bare verb without a subject."""
    token = parse.tokens[verb]
    if token.tag != "VB" or grammar.subject(parse, verb) is not None:
        return False
    helpers = {parse.tokens[a].lower for a in grammar.auxiliaries(parse, verb)}
    return helpers <= {"do"} and not grammar.markers(parse, verb)


def _is_address(parse: Parse, verb: int) -> bool:
    """*You can read more here*: what the reader does or may do, no tale of what happened."""
    subject = grammar.subject(parse, verb)
    addressed = subject is not None and parse.tokens[subject].lower == "you"
    return addressed and not _is_past(parse, verb)


def _is_past(parse: Parse, verb: int) -> bool:
    copula = grammar.copula(parse, verb)
    words = [verb, *grammar.auxiliaries(parse, verb), *([copula] if copula is not None else [])]
    return any(parse.tokens[index].tag == "VBD" for index in words)


def _is_wish(parse: Parse, verb: int, rules: RuleSet) -> bool:
    """What ought to be or what the writer would do: *the city should pay*, *I will miss it*."""
    if grammar.linking_word(parse, verb) is not None:
        return False  # what the aim is: *the aim is that nobody should wait*
    modals = set(grammar.modals(parse, verb))
    subject = grammar.subject(parse, verb)
    by_writer = subject is not None and parse.tokens[subject].lower == "i"
    return bool(modals & rules.words("modals_of_duty")) or (by_writer and bool(modals))


def _is_opinion(parse: Parse, verb: int, rules: RuleSet) -> bool:
    """*I think*, *we hope*; *it was a disgrace*: what the writer holds, or a judgement."""
    subject = grammar.subject(parse, verb)
    by_writer = subject is not None and parse.tokens[subject].lower in _WRITER
    if by_writer and parse.tokens[verb].lemma in rules.words("opinion_verbs"):
        return True
    valued = parse.tokens[verb].lemma in rules.words("valuing_words")
    complements = grammar.predicates(parse, verb)
    return valued or any(parse.tokens[c].lemma in rules.words("valuing_words") for c in complements)


# --- contested -----------------------------------------------------------------------------------


def _reasons(
    parse: Parse,
    attributions: Sequence[Attribution],
    disputes: Sequence[Dispute],
    rules: RuleSet,
) -> list[tuple[ContestReason, ...]]:
    """For each sentence why it is contested: what it reports itself, then what disputes it."""
    found: list[list[ContestReason]] = [[] for _ in parse.sentences]
    by_id = {a.id: a for a in attributions}
    of_denial = {d.denial: d.id for d in disputes}
    for attribution in attributions:
        linked = of_denial.get(attribution.id)
        if linked or disputing.reports_denial(parse, attribution, rules):
            found[attribution.sentence].append(ContestReason(_reason(attribution), linked))
    for dispute in disputes:
        found[dispute.sentence] += _disputed(dispute, by_id)
    return [tuple(dict.fromkeys(reasons)) for reasons in found]


def _reason(denial: Attribution) -> Reason:
    return "doubted" if denial.stance == "doubts" else "denied"


def _disputed(dispute: Dispute, by_id: dict[str, Attribution]) -> Iterator[ContestReason]:
    """Why the disputed sentence is contested; an allegation of nobody's is also *alleged*."""
    yield ContestReason(_reason(by_id[dispute.denial]), dispute.id)
    claim = by_id.get(dispute.claim) if dispute.claim else None
    if claim is not None and claim.stance == "alleges" and not claim.source.spans:
        yield ContestReason("alleged", dispute.id)

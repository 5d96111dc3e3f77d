"""*“It is over,” smiled the envoy*: a speaker right beside a quotation."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.language.quotations import Quotation
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.who import spoken_to, who_speaks

_FEW = 3
_IN_A_PHRASE = frozenset({"DT", "JJ", "POS", "PRP$"})


def quotation(parse: Parse, cue: Cue) -> Found:
    """*“It is over,” smiled the envoy*: a speaker and a verb right beside a quotation."""
    verb = cue.head
    if parse.quoted[verb] >= 0:
        return Missing("a verb outside of the quotation")
    if cue.entry.kind == "label":
        return _led_up_to(parse, cue)
    if grammar.is_passive(parse, verb):
        return Missing("an active verb: who or what it is done to does not speak")
    beside = quotation_beside(parse, cue)
    if beside is None:
        return Missing("a quotation right beside it")
    quote = parse.quotations[beside]
    if _is_part_of_a_name(parse, quote):
        return Missing("words of somebody's; here quotation marks set off a part of a phrase")
    source = who_speaks(parse, cue)
    if not source:
        return Missing("a speaker")
    claim = frozenset(parse.tokens_in((quote.start, quote.end)))
    return Slots(source - claim, claim, spoken_to(parse, verb) - claim - source)


def _is_part_of_a_name(parse: Parse, quote: Quotation) -> bool:
    """*Its | “comeback” | went on*, *a large | “safety zone”*: a word or three behind an article, an owner or
    an adjective."""
    inside = parse.tokens_in((quote.start, quote.end))
    before = inside[0] - 2 if inside else -1
    few = 0 < len(inside) <= _FEW and not any(grammar.is_verb(parse, i) for i in inside)
    return few and before >= 0 and parse.tokens[before].tag in _IN_A_PHRASE


def _led_up_to(parse: Parse, cue: Cue) -> Found:
    """*The envoy was blunt: “It is over.”* The quotation is whose the clause before the colon is about."""
    colon = cue.head
    sentence = grammar.sentence_of(parse, colon)
    if colon + 1 >= sentence.last or parse.quoted[colon + 1] < 0:
        return Missing("a quotation right behind the colon")
    before = range(sentence.first, colon)
    tops = (i for i in before if parse.tokens[i].head not in before or parse.tokens[i].head == i)
    pairs = ((top, grammar.own_subject(parse, top)) for top in tops)
    able = ((t, s) for t, s in pairs if s is not None and _may_speak(parse, cue, s))
    top, subject = next(able, (None, None))
    if top is None or subject is None:
        return Missing("somebody who speaks, as the subject before the colon")
    quote = parse.quotations[parse.quoted[colon + 1]]
    claim = frozenset(parse.tokens_in((quote.start, quote.end)))
    source = frozenset(grammar.speaker(parse, subject))
    first = min(grammar.verb_group(parse, top) | {top})
    return Slots(source, claim, cue=frozenset(range(first, colon + 1)) - source)


def _may_speak(parse: Parse, cue: Cue, subject: int) -> bool:
    return grammar.may_stand_for_somebody(parse, subject) and cue.speakers.can_speak(parse, subject)


def _described(parse: Parse, verb: int) -> Tokens:
    """*Said Ann Lee, who grew up here, “…”*: what describes the speaker behind a verb that opens its sentence."""
    subject = grammar.own_subject(parse, verb)
    if subject is None or subject < verb or not grammar.opens_sentence(parse, verb):
        return NONE
    clauses = grammar.relative_clauses(parse, subject)
    return frozenset(i for c in clauses for i in parse.subtree(c) if parse.quoted[i] < 0)


def quotation_beside(parse: Parse, cue: Cue) -> int | None:
    """The nearest quotation in the sentence with no other verb between it and the cue."""
    sentence = grammar.sentence_of(parse, cue.head)
    passed = _described(parse, cue.head)
    for step, limit in ((1, sentence.last), (-1, sentence.first - 1)):
        for index in range(cue.tokens[-1] + 1 if step > 0 else cue.head - 1, limit, step):
            if index in passed:
                continue
            if parse.quoted[index] >= 0:
                return parse.quoted[index]
            if parse.tokens[index].tag in ("WDT", "WP"):
                break
            if (
                grammar.is_verb(parse, index)
                and index not in cue.tokens
                and not grammar.is_auxiliary(parse, index)
            ):
                break
    return None

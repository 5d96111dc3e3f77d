"""*“It is over,” smiled the envoy*: a speaker right beside a quotation."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.language.quotations import Quotation
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.who import spoken_to, who_speaks

_DASHES = frozenset({"-", "–", "—", "--"})
_NAMES = frozenset({"NNP", "NNPS"})
_ROLE_TAGS = _NAMES | {"DT", "JJ", "NN", "NNS"}
_TITLE_WORDS = 6
"""So many words at most may be a title: *a painting by Ada Lund: “The Old Harbour in May”*."""
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
    claim = _words_of(parse, beside)
    return Slots(source - claim, claim, spoken_to(parse, verb) - claim - source)


def _is_part_of_a_name(parse: Parse, quote: Quotation) -> bool:
    """*Its | “comeback” | went on*, *a large | “safety zone”*: a word or three behind an article, an owner or
    an adjective."""
    inside = parse.tokens_in((quote.start, quote.end))
    before = inside[0] - 2 if inside else -1
    few = 0 < len(inside) <= _FEW and not any(grammar.is_verb(parse, i) for i in inside)
    return few and before >= 0 and parse.tokens[before].tag in _IN_A_PHRASE


def _led_up_to(parse: Parse, cue: Cue) -> Found:
    """*The envoy was blunt: “It is over.”* The quotation is whose the clause before the colon is about,
    or who is named right before the colon."""
    colon = cue.head
    sentence = grammar.sentence_of(parse, colon)
    near = colon + 1 < sentence.last and parse.quoted[colon + 1] >= 0
    led_up_to = parse.quoted[colon + 1] if near else grammar.quotation_below(parse, colon)
    if led_up_to is None:
        return Missing("a quotation right behind the colon")
    before, claim = range(sentence.first, colon), _words_of(parse, led_up_to)
    named = _named_before(parse, before) if len(claim) > _TITLE_WORDS else NONE
    labelled = bool(named) and parse.tokens[min(named) - 1].text in _DASHES
    told = None if labelled else _told_of(parse, cue, before)
    if told is not None:
        top, subject = told
        source = frozenset(grammar.speaker(parse, subject))
        first = min(grammar.verb_group(parse, top) | {top})
        return Slots(source, claim, cue=frozenset(range(first, colon + 1)) - source)
    if named:
        return Slots(named, claim, cue=frozenset({colon}))
    return Missing("somebody who speaks, as the subject before the colon or named right there")


def _told_of(parse: Parse, cue: Cue, before: range) -> tuple[int, int] | None:
    """The first clause before a colon that is about somebody who speaks: its verb and its subject."""
    tops = (i for i in before if parse.tokens[i].head not in before or parse.tokens[i].head == i)
    pairs = ((top, grammar.own_subject(parse, top)) for top in tops)
    able = ((t, s) for t, s in pairs if s is not None and _may_speak(parse, cue, s))
    return next(able, None)


def _named_before(parse: Parse, before: range) -> Tokens:
    """*Boats come home early – Dockwatch: “…”*, *That is no news to the skipper Ada Lund: “…”*: a name behind
    a dash, or a person's with the role before it."""
    backwards = list(reversed(before))
    name = list(takewhile(lambda i: parse.tokens[i].tag in _NAMES, backwards))
    set_off = backwards[len(name) : len(name) + 1]
    dashed = bool(name) and any(parse.tokens[i].text in _DASHES for i in set_off)
    if not dashed and not any(parse.tokens[i].entity == "PER" for i in name):
        return NONE
    role = takewhile(lambda i: parse.tokens[i].tag in _ROLE_TAGS, backwards[len(name) :])
    return frozenset((*name, *role))


def _words_of(parse: Parse, quotation: int) -> Tokens:
    """The words of a quotation."""
    quote = parse.quotations[quotation]
    return frozenset(parse.tokens_in((quote.start, quote.end)))


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
    """The nearest quotation with no other verb between it and the cue: in the sentence, or below its colon."""
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
        else:
            below = grammar.quotation_below(parse, sentence.last - 1) if step > 0 else None
            if below is not None:
                return below
    return None

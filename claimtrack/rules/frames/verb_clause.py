"""*The bank said (that) trade rose*: a verb and the clause that it reports."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.language import grammar
from claimtrack.language.asides import aside
from claimtrack.language.parse import Parse
from claimtrack.language.relating import related
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import clause_words, complementing_clause
from claimtrack.rules.frames.who import spoken_to, who_speaks

_NOMINAL = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "``"})
_CLAUSE_ONLY = frozenset({"say", "think", "argue", "insist", "contend", "believe", "hope", "fear"})
"""Verbs that a clause must complete: what follows them with a verb of its own is one, however parsed."""
_UNTOLD = frozenset({"anything", "nothing", "something", "things"})
_HEARERS = frozenset({"official", "group", "document", "evidence"})
"""Kinds of those who sit to hear: a court, a jury, an inquest, a trial."""
_QUESTION_WORDS = frozenset({"how", "when", "where", "which", "who", "why"})


def speaker_verb_clause(parse: Parse, cue: Cue) -> Found:
    """*The bank said (that) trade rose*; *Trade rose, said the bank*; *Trade, it said, rose*."""
    verb = cue.head
    if grammar.is_passive(parse, verb) != cue.entry.word.passive:
        return Missing("a passive verb" if cue.entry.word.passive else "an active verb")
    set_off = aside(parse, verb)
    if set_off is not None and grammar.is_preposition(parse, cue.tokens[-1]):
        return Missing("a cue without a preposition, which governs no clause")
    if set_off is not None:
        told = spoken_to(parse, verb) - set_off.reported - set_off.speaker
        return _heard(parse, cue, Slots(set_off.speaker, set_off.reported, told))
    of_it = related(parse, verb)
    if of_it is not None and not grammar.is_passive(parse, verb):
        return Slots(of_it.speaker, of_it.relative | of_it.said)
    claim = _reported(parse, cue)
    if not claim:
        return Missing("a clause that is reported")
    source = who_speaks(parse, cue)
    if not source:
        return Missing("a speaker")
    if source & claim:
        claim -= source if len(source) < len(claim) else NONE
    return _heard(parse, cue, Slots(source, claim, spoken_to(parse, verb) - claim))


def _heard(parse: Parse, cue: Cue, found: Slots) -> Found:
    """*The court heard that …*: those who sit to hear it are told, and nobody is named who says it; what
    a paper has heard it vouches for."""
    head = grammar.head_of(parse, found.source)
    if parse.tokens[cue.head].lemma != "hear" or cue.entry.word.passive or head is None:
        return found
    kinds = cue.speakers.kinds(parse, head)
    if "news" in kinds:
        return found
    if not kinds & _HEARERS:
        return Missing("a court or another body that sits to hear it")
    return replace(found, source=NONE, recipient=found.source)


def _reported(parse: Parse, cue: Cue) -> Tokens:
    """The clause that is reported: the verb's own, the one behind it, or the one around it."""
    verb, complement = cue.head, complementing_clause(parse, cue)
    if _says_something(parse, verb):
        return NONE
    if complement is not None:
        return _completing(parse, cue, complement)
    if parse.tokens[verb].lemma in _CLAUSE_ONLY and grammar.has_clause_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb)
    return (
        _bare_question(parse, verb)
        or grammar.that_clause_behind(parse, cue.tokens[-1])
        or _behind_colon(parse, cue)
        or _around(parse, cue)
    )


def _says_something(parse: Parse, verb: int) -> bool:
    """*said something that shocked me*, *told them things*: what was said is left untold."""
    return any(parse.tokens[i].lower in _UNTOLD for i in grammar.objects(parse, verb))


def _bare_question(parse: Parse, verb: int) -> Tokens:
    """*did not say | why*: a question word that stands for the whole question."""
    behind = parse.tokens[verb + 1 : grammar.sentence_end(parse, verb)]
    ends = len(behind) < 2 or behind[1].pos in ("PUNCT", "CCONJ")
    return frozenset({verb + 1}) if behind and behind[0].lower in _QUESTION_WORDS and ends else NONE


def _with_lost_subject(parse: Parse, verb: int, complement: int) -> Tokens:
    """The clause, with its subject where a parser ties that to the verb: *argued | the fleet, which …,
    is “in retreat”*, *said | the “old rules” they had kept were gone*."""
    claim = clause_words(parse, complement)
    between = range(verb + 1, min(claim))
    if _owns_what_follows(parse, between):
        return claim.union(between)
    if parse.tokens[verb].lemma not in _CLAUSE_ONLY:
        return claim
    if _opens_clause(parse, between):
        return claim.union(between)
    bare = grammar.own_subject(parse, complement) is None
    objects = [o for o in grammar.objects(parse, verb) if o in between] if bare else []
    return claim.union(*(parse.subtree(o) for o in objects))


def _owns_what_follows(parse: Parse, words: range) -> bool:
    """*said | the judge's “mind is shot”*: whose it is stands before the quotation marks."""
    last = max((i for i in words if parse.tokens[i].pos != "PUNCT"), default=None)
    return last is not None and parse.tokens[last].tag == "POS"


def _opens_clause(parse: Parse, words: range) -> bool:
    """Whether words behind a verb begin with a noun phrase that is no time and nobody spoken to."""
    nouns = [i for i in words if grammar.is_noun(parse, i)]
    if not nouns or parse.tokens[words[0]].tag not in _NOMINAL:
        return False
    return not grammar.tells_when_or_where(parse, nouns[0])


def _completing(parse: Parse, cue: Cue, complement: int) -> Tokens:
    """The clause that completes the verb; one in front of it gives way to what stands right behind."""
    verb = cue.head
    fronted = complement < verb and parse.quoted[complement] < 0
    if fronted and grammar.has_clause_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb)
    if fronted and grammar.opens_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb + 1)
    claim = _with_lost_subject(parse, verb, complement) - frozenset(cue.tokens)
    if claim and min(claim) > verb and _is_fragment(parse, complement, claim):
        return frozenset(range(min(claim), grammar.sentence_end(parse, verb)))
    return claim | (grammar.loose_end(parse, claim, verb) if claim and min(claim) > verb else NONE)


def _is_fragment(parse: Parse, complement: int, claim: Tokens) -> bool:
    """Whether a parser left no more of the clause than a noun: *said | voters – who … – had stayed away*."""
    told = grammar.is_verb_like(parse, complement) or grammar.copula(parse, complement) is not None
    noun = grammar.is_noun(parse, complement) and not told
    gerund = parse.tokens[complement].tag == "VBG" and not grammar.auxiliaries(parse, complement)
    linked = grammar.linking_word(parse, complement) is not None
    lone = parse.quoted[complement] < 0 and (noun or (gerund and linked))
    return lone and not any(parse.tokens[i].text in (";", ":") for i in claim)


def _behind_colon(parse: Parse, cue: Cue) -> Tokens:
    """*He said: we are ready*; not *She rejected that version: the gate, she said, was shut*."""
    verb = cue.head
    if any(_is_thing(parse, cue, o) for o in grammar.objects(parse, verb)):
        return NONE
    loose = (a for a in grammar.asides(parse, verb) if a > verb)
    behind = next((a for a in loose if _colon_between(parse, verb, a)), None)
    return NONE if behind is None else clause_words(parse, behind)


def _is_thing(parse: Parse, cue: Cue, noun: int) -> bool:
    """Whether an object is no part of the cue and nobody spoken to, but is itself what is claimed."""
    common = parse.tokens[noun].pos == "NOUN" and noun not in cue.tokens
    return common and not cue.speakers.kinds(parse, noun)


def _around(parse: Parse, cue: Cue) -> Tokens:
    """The clause that the verb is itself attached to: *Trade rose, the bank said*; *as the bank put it*."""
    verb, whole = cue.head, grammar.governor(parse, cue.head)
    as_clause = grammar.is_subordinate(parse, verb) and grammar.introduced_by(parse, verb) == "as"
    as_clause = as_clause and not grammar.goes_on_even(parse, verb)
    attached = whole != verb and (grammar.is_aside(parse, verb) or as_clause)
    own = {i for i in cue.tokens if parse.tokens[i].pos == "PRON"}
    if (
        not attached
        or set(grammar.objects(parse, verb)) - own
        or grammar.own_subject(parse, verb) is None
    ):
        return NONE
    return clause_words(parse, whole, without=[verb])


def _colon_between(parse: Parse, verb: int, clause: int) -> bool:
    first = min(parse.subtree(clause))
    return any(parse.tokens[i].text in (":", "“", '"') for i in range(verb + 1, first + 1))

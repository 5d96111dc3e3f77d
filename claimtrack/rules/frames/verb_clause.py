"""*The bank said (that) trade rose*: a verb and the clause that it reports."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.language import grammar
from claimtrack.language.asides import aside
from claimtrack.language.opening import (
    behind_participle,
    clause_behind_aside,
    head_of_opener,
    opener,
    up_to_turn,
)
from claimtrack.language.parse import Parse
from claimtrack.language.relating import related
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import clause_words, complementing_clause, listed_below
from claimtrack.rules.frames.who import spoken_to, who_speaks

_NOMINAL = frozenset({"DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "``"})
_CLAUSE_ONLY = frozenset({"say", "think", "argue", "insist", "contend", "believe", "hope", "fear"})
"""Verbs that a clause must complete: what follows them with a verb of its own is one, however parsed."""
_ADDING = frozenset({"add", "claim", "note", "stress", "warn"})
_EXPLAINING = frozenset(
    "clarify describe detail disclose explain illustrate recall recount remember reveal specify".split()
)
_UNTOLD = frozenset({"anything", "nothing", "something", "things"})
_HEARERS = frozenset({"official", "group", "document", "evidence"})
"""Kinds of those who sit to hear: a court, a jury, an inquest, a trial."""
_ANYBODY = frozenset("anybody anyone everybody everyone many nobody some you".split())
_ASKING = frozenset({"if", "whether"})
_QUESTION_WORDS = frozenset({"how", "when", "where", "which", "who", "why"})


def speaker_verb_clause(parse: Parse, cue: Cue) -> Found:
    """*The bank said (that) trade rose*; *Trade rose, said the bank*; *Trade, it said, rose*."""
    verb = cue.head
    if grammar.is_passive(parse, verb) != cue.entry.word.passive:
        return Missing("a passive verb" if cue.entry.word.passive else "an active verb")
    if _turns(parse, verb):
        return Missing("a speaker: *that said* only turns to something else")
    if _leads_to_quotation(parse, verb):
        return Missing("a clause; a quotation stands below its colon")
    if parse.tokens[verb].lemma == "deny" and grammar.takes_two(parse, verb):
        return Missing("a clause that is not so; what is denied somebody is refused")
    set_off = aside(parse, verb)
    if set_off is not None and grammar.is_preposition(parse, cue.tokens[-1]):
        return Missing("a cue without a preposition, which governs no clause")
    if set_off is not None:
        told = spoken_to(parse, verb) - set_off.reported - set_off.speaker
        return _heard(parse, cue, Slots(set_off.speaker, set_off.reported, told))
    of_it = related(parse, verb)
    if of_it is not None and not grammar.is_passive(parse, verb):
        return Slots(of_it.speaker, of_it.relative | of_it.said)
    return _completed(parse, cue)


def _leads_to_quotation(parse: Parse, verb: int) -> bool:
    """*Asked how he felt, Lund said:* with a quotation below, and no other verb before the colon."""
    colon = grammar.sentence_end(parse, verb) - 1
    other = any(grammar.is_verb(parse, i) for i in range(verb + 1, colon))
    return not other and grammar.quotation_below(parse, colon) is not None


def _turns(parse: Parse, verb: int) -> bool:
    """*That said, the road is long*: the writer turns to something else."""
    first = grammar.sentence_start(parse, verb)
    bare = verb == first + 1 and parse.tokens[first].lower in ("that", "this")
    return bare and verb + 1 < len(parse.tokens) and parse.tokens[verb + 1].text == ","


def _completed(parse: Parse, cue: Cue) -> Found:
    """The clause that completes the verb, and who says it: its subject, or whom word order tells."""
    claim = _reported(parse, cue) or _behind_inserted(parse, cue)
    if not claim:
        return Missing("a clause that is reported")
    claim = _from_that(parse, cue, claim)
    source = who_speaks(parse, cue)
    if not source or source <= claim:
        told = _opened(parse, cue, claim) or _behind_participle(parse, cue, claim)
        if told is not None:
            return told
    if not source:
        return Missing("a speaker")
    if source & claim:
        claim -= source if len(source) < len(claim) else NONE
    return _heard(parse, cue, Slots(source, claim, spoken_to(parse, cue.head) - claim))


def _from_that(parse: Parse, cue: Cue, claim: Tokens) -> Tokens:
    """*argued in a letter, | sent in May, | that …*: what is set off before *that* is not told."""
    link = grammar.that_behind_inserted(parse, cue.head)
    inserted = link is not None and cue.head < min(claim) < link < max(claim)
    return frozenset(i for i in claim if i > link) if link is not None and inserted else claim


def _behind_inserted(parse: Parse, cue: Cue) -> Tokens:
    """*argued calmly – naming nobody – | that …*, where a parser lost the clause."""
    link = grammar.that_behind_inserted(parse, cue.head)
    if link is None or grammar.objects(parse, cue.head):
        return NONE
    return frozenset(range(link + 1, grammar.sentence_end(parse, link)))


def _opened(parse: Parse, cue: Cue, claim: Tokens) -> Slots | None:
    """Who opens the clause of a verb that a clause behind it completes, where the parser lost them."""
    if min(claim) < cue.head or parse.tokens[cue.head].lemma not in _CLAUSE_ONLY:
        return None
    source = _able(parse, cue, opener(parse, cue.head))
    return Slots(source, claim | up_to_turn(parse, claim)) if source else None


def _able(parse: Parse, cue: Cue, words: range | None) -> Tokens:
    """The words where the noun at their head is somebody who speaks."""
    head = None if words is None else head_of_opener(parse, words)
    if words is None or head is None or not cue.speakers.kinds(parse, head) - {"place"}:
        return NONE
    return frozenset(words)


def _behind_participle(parse: Parse, cue: Cue, claim: Tokens) -> Slots | None:
    """*Noting that the dam leaks, the mayor called for help*: who acts behind the comma speaks."""
    words = behind_participle(parse, cue.head)
    source = _able(parse, cue, words)
    if words is None or not source:
        return None
    first = cue.head + 1 + (parse.tokens[cue.head + 1].lower == "that")
    told = frozenset(i for i in claim if first <= i < words.start)
    return Slots(source, told) if told else None


def _heard(parse: Parse, cue: Cue, found: Slots) -> Found:
    """*The court heard that …*: those who sit to hear it are told, and nobody is named who says it; what
    a paper has heard it vouches for."""
    head = grammar.head_of(parse, found.source)
    if parse.tokens[cue.head].lemma != "hear" or cue.entry.word.passive or head is None:
        return found
    kinds = cue.speakers.kinds(parse, head)
    if "news" in kinds:
        return found
    anybody = parse.tokens[head].lower in _ANYBODY
    if not kinds & _HEARERS or anybody or grammar.first_word(parse, found.claim) in _ASKING:
        return Missing("a court or another body that sits to hear it")
    return replace(found, source=NONE, recipient=found.source)


def _reported(parse: Parse, cue: Cue) -> Tokens:
    """The clause that is reported: the verb's own, the one behind it, or the one around it."""
    verb, complement = cue.head, complementing_clause(parse, cue)
    listed = listed_below(parse, cue)
    if listed or _says_something(parse, verb):
        return listed
    told = NONE if complement is None else _completing(parse, cue, complement)
    explained = _explained(parse, cue)
    if explained and min(told, default=verb + 2) > min(explained):
        return _before_teller(parse, verb, explained | up_to_turn(parse, explained))
    if complement is not None:
        return told
    clause_only = parse.tokens[verb].lemma in _CLAUSE_ONLY or _adds(parse, verb)
    if clause_only and grammar.has_clause_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb)
    return (
        _bare_question(parse, verb)
        or _described(parse, verb)
        or _that_clause(parse, cue)
        or _behind_colon(parse, cue)
        or _around(parse, cue)
        or (grammar.question_behind(parse, verb) if cue.entry.stance == "asks" else NONE)
    )


def _explained(parse: Parse, cue: Cue) -> Tokens:
    """The first word of a question right behind a verb: *explained | why the bridge had to close*,
    *recalled | what it was like to sail*; not *helps explain why*, which things do."""
    first = cue.tokens[-1] + 1
    if any(t.lemma == "help" for t in parse.tokens[cue.head - 2 : cue.head]):
        return NONE
    opens = parse.tokens[cue.head].lemma in _EXPLAINING and first < grammar.sentence_end(
        parse, cue.head
    )
    return frozenset({first}) if opens and grammar.opens_question(parse, first) else NONE


def _before_teller(parse: Parse, verb: int, claim: Tokens) -> Tokens:
    """*explained why it leaked, | the crew said*: up to who tells the whole sentence."""
    tellers = (aside(parse, i) for i in sorted(claim) if parse.tokens[i].lemma in _CLAUSE_ONLY)
    outer = next((t for t in tellers if t is not None and verb in t.reported), None)
    return claim if outer is None else frozenset(i for i in claim if i < min(outer.speaker) - 1)


def _adds(parse: Parse, verb: int) -> bool:
    """*…, adding | the town must pay*: a participle behind a comma that only a clause without a relative
    word can complete."""
    token = parse.tokens[verb]
    set_off = token.tag == "VBG" and token.lemma in _ADDING and parse.tokens[verb - 1].text == ","
    finite = (
        i
        for i in range(verb + 1, grammar.sentence_end(parse, verb))
        if parse.tokens[i].tag in grammar.FINITE_TAGS
    )
    first = next(finite, verb)
    return set_off and not any(
        t.tag in ("WDT", "WP", "WP$", "WRB") or t.lower == "that"
        for t in parse.tokens[verb + 1 : first]
    )


def _describes_opener(parse: Parse, verb: int, clause: int) -> bool:
    """*Growers, whose fields lie dry, said …*: a clause in front that only describes who speaks."""
    words = opener(parse, verb) if parse.tokens[verb].lemma in _CLAUSE_ONLY else None
    return words is not None and clause in words


def _described(parse: Parse, verb: int) -> Tokens:
    """*said | their stalls, empty until May, were full*: a clause whose subject is described between commas."""
    lemma = parse.tokens[verb].lemma
    return clause_behind_aside(parse, verb) if lemma in _CLAUSE_ONLY else NONE


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
    if fronted and _describes_opener(parse, verb, complement):
        return _described(parse, verb) or grammar.rest_of_sentence(parse, verb)
    if complement == verb + 1 and parse.tokens[complement].lower == "that":
        opening = frozenset({complement + 1})
        return opening | up_to_turn(parse, opening)
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


def _that_clause(parse: Parse, cue: Cue) -> Tokens:
    """*told the court, which sat late, that …*; not *rejected reports that …*, where the clause is the noun's."""
    claim = grammar.that_clause_behind(parse, cue.tokens[-1])
    before = min(claim, default=0) - 2
    own = before > cue.head and before in grammar.objects(parse, cue.head)
    return NONE if own and _is_thing(parse, cue, before) else claim


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
    return common and not cue.speakers.kinds(parse, noun) - {"document"}


def _around(parse: Parse, cue: Cue) -> Tokens:
    """The clause that the verb is itself attached to: *Trade rose, the bank said*; *as the bank put it*."""
    verb, whole = cue.head, grammar.governor(parse, cue.head)
    as_clause = grammar.is_subordinate(parse, verb) and grammar.introduced_by(parse, verb) == "as"
    as_clause = as_clause and not grammar.goes_on_even(parse, verb)
    attached = whole != verb and (grammar.is_aside(parse, verb) or as_clause)
    own = {i for i in cue.tokens if parse.tokens[i].pos == "PRON"}
    if as_clause and parse.tokens[verb].lemma == "tell":  # *as she told the paper*
        own |= set(grammar.objects(parse, verb))
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

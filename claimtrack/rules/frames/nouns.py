"""*The claim that trade rose*, *issued a warning*: a noun and what it holds."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import clause_words
from claimtrack.rules.frames.who import who_speaks

_LIGHT_VERBS = frozenset(
    "make issue express voice raise give offer repeat reiterate release publish file have hold share deliver "
    "send level lodge air post put face draw spark bring renew harbour harbor".split()
)
_DRAWING = frozenset(
    "attract bring draw earn elicit face garner get meet prompt provoke receive spark trigger win".split()
)
_SAYING = frozenset("say add announce confirm declare insist note report state warn write".split())
_BY_WHOM = (("by",), ("from",), ("among",))
_MOTIVES = frozenset({"for", "in", "of", "on"})
_SORTS = frozenset({"kind", "sort", "type"})
_WRITTEN = frozenset({"account", "report", "statement"})
_CAUSING = frozenset("raise bring draw give renew spark".split())
"""Carrying verbs whose subject may only cause what others hope or fear: *the report raised hopes that …*."""


def noun_clause(parse: Parse, cue: Cue) -> Found:
    """*The claim that …*, *concerns about …*, *issued a warning that …*."""
    noun = cue.tokens[-1]
    if not grammar.is_noun(parse, noun):
        return Missing("a noun")
    if _is_where_it_is_said(parse, noun):
        return Missing("a noun that holds what is said; here a verb does, and says where")
    if _is_why_it_is_done(parse, noun):
        return Missing("a noun that somebody holds; here it says why something is done")
    clauses = grammar.noun_clauses(parse, noun) or grammar.equated_clauses(parse, noun)
    verb = _light_verb(parse, noun)
    if not clauses and verb is not None:
        clauses = grammar.clauses(parse, verb)
    claim = clause_words(parse, clauses[0]) if clauses else _topic(parse, cue, noun)
    if not claim and (drawn := _drawn(parse, cue, noun)) is not None:
        return drawn
    if not claim:
        return Missing("a clause, or a preposition with what it is about")
    claim |= grammar.results(parse, grammar.clause_head(parse, noun), claim) if clauses else NONE
    source = _holder(parse, cue, noun, verb)
    claim -= _from_whom(parse, source)
    source -= claim
    words = (
        frozenset(cue.tokens)
        if verb is None
        else frozenset(cue.tokens) | grammar.verb_group(parse, verb)
    )
    return Slots(source, claim - words, cue=words)


def _is_hoped(parse: Parse, noun: int) -> bool:
    """*in hopes of saving it*, *in the hope that it holds*: whoever does it for that reason hopes it."""
    before = [token.lower for token in parse.tokens[max(0, noun - 2) : noun]]
    return parse.tokens[noun].lemma == "hope" and (before[-1:] == ["in"] or before == ["in", "the"])


def _is_where_it_is_said(parse: Parse, noun: int) -> bool:
    """*said in a statement that …*: the clause is the verb's."""
    verb = parse.tokens[noun].head
    inside = any(parse.tokens[m].lower in ("in", "through") for m in grammar.markers(parse, noun))
    return inside and verb < noun and parse.tokens[verb].lemma in _SAYING


def _is_why_it_is_done(parse: Parse, noun: int) -> bool:
    """*for fear of losing it*, *on suspicion of theft*, *of hope over data*: right behind a preposition."""
    opens = grammar.opens_sentence(parse, noun)
    before = parse.tokens[noun - 1]
    why = before.lower in _MOTIVES and before.tag == "IN"
    return not opens and why and not _is_hoped(parse, noun)


def _topic(parse: Parse, cue: Cue, noun: int) -> Tokens:
    """What a preposition says that the noun is about: not *a warning of any kind*, nor *the report of a
    committee*, which wrote it."""
    wanted = {tuple(p.split()) for p in cue.entry.joins}
    for words, governed in grammar.prepositional(parse, noun):
        of = grammar.words_of(parse, words) == ("of",)
        sort = of and parse.tokens[governed].lemma in _SORTS
        wrote = of and parse.tokens[noun].lemma in _WRITTEN
        body = wrote and cue.speakers.kinds(parse, governed) & {"official", "group"}
        if grammar.words_of(parse, words) in wanted and not (sort or body):
            return frozenset(parse.subtree(governed))
    return NONE


def _light_verb(parse: Parse, noun: int) -> int | None:
    """The verb that only carries the noun: *issued* a warning, *expressed* concern."""
    verb = grammar.verb_of_object(parse, noun)
    if (
        verb is not None
        and parse.tokens[verb].lemma in _LIGHT_VERBS
        and not grammar.is_passive(parse, verb)
    ):
        return verb
    return None


def _drawn(parse: Parse, cue: Cue, noun: int) -> Slots | None:
    """*The plan drew criticism from anglers*: the subject is what they hold it about."""
    verb = grammar.verb_of_object(parse, noun)
    if verb is None or parse.tokens[verb].lemma not in _DRAWING or not cue.entry.joins:
        return None
    subject = grammar.subject(parse, verb)
    froms = [
        holder
        for host in (noun, verb)
        for words, holder in grammar.prepositional(parse, host)
        if grammar.words_of(parse, words) == ("from",) and _able(parse, cue, holder)
    ]
    if subject is None or not froms:
        return None
    holders = frozenset(grammar.noun_phrase(parse, froms[0]))
    words = frozenset(cue.tokens) | grammar.verb_group(parse, verb)
    return Slots(holders, frozenset(grammar.speaker(parse, subject)) - holders, cue=words)


def _able(parse: Parse, cue: Cue, noun: int) -> bool:
    return bool(cue.speakers.kinds(parse, noun) - {"place", "document", "evidence"})


def _from_whom(parse: Parse, source: Tokens) -> Tokens:
    """The words of a *from* phrase that names the source, with its preposition."""
    first = min(source, default=0)
    named = first > 0 and (parse.tokens[first - 1].lower,) in _BY_WHOM
    return source | {first - 1} if named else NONE


def _holder(parse: Parse, cue: Cue, noun: int, verb: int | None) -> Tokens:
    owner = grammar.possessor(parse, noun)
    if owner is not None:
        return frozenset(grammar.noun_phrase(parse, owner))
    topics = [n for _, n in grammar.prepositional(parse, noun)]
    drawing = [verb] if verb is not None and parse.tokens[verb].lemma in _DRAWING else []
    for host in (noun, *topics, *drawing):
        for words, governed in grammar.prepositional(parse, host):
            if grammar.words_of(parse, words) in _BY_WHOM and (
                host == noun or _able(parse, cue, governed)
            ):
                return frozenset(grammar.noun_phrase(parse, governed))
    if _is_hoped(parse, noun):
        return who_speaks(parse, cue, grammar.governor(parse, noun))
    if verb is None:
        return NONE
    source = who_speaks(parse, cue, verb)
    head = grammar.head_of(parse, source)
    causes = parse.tokens[verb].lemma in _CAUSING
    able = head is not None and cue.speakers.kinds(parse, head) - {"document", "evidence"}
    pronoun = head is not None and parse.tokens[head].pos == "PRON"
    return source if able or pronoun or not causes else NONE

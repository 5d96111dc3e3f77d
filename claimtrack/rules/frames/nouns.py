"""*The claim that trade rose*, *issued a warning*: a noun and what it holds."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.drawing import DRAWING, able, drawn
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import clause_words
from claimtrack.rules.frames.who import who_speaks

_LIGHT_VERBS = frozenset(
    "make issue express voice raise give offer repeat reiterate release publish file have hold share deliver "
    "send level lodge air post put face draw spark bring renew harbour harbor evince reaffirm restate register convey "
    "echo".split()
)
_SAYING = frozenset("say add announce confirm declare insist note report state warn write".split())
_BY_WHOM = (("by",), ("from",), ("among",))
_LODGED = frozenset("appeal call complaint objection plea proposal protest request".split())
"""What is made or filed with somebody, who hears it."""
_HELD = _LODGED | frozenset(
    "anger anxiety concern demand disappointment enthusiasm expectation frustration gratitude grievance hope "
    "indignation ire optimism outcry outrage worry".split()
)
"""What is *of* those who have it: *the objections of farmers*."""
_GIVEN = frozenset({"approval", "backing", "blessing", "praise", "support"})
"""What is *the* support *of* those who give it; *support of the party* goes to the party."""
_PEOPLE = frozenset({"expert", "group", "official", "participant", "person", "witness"})
_AIDING = frozenset({"encouragement", "praise", "support"})
"""What goes *to* those who get it, and is no attitude *to* them."""
_TELEPHONING = frozenset(
    "answer arrange await book cancel end hold host join miss organise organize place postpone receive record "
    "reschedule return schedule screen take transfer".split()
)
_NOT_ANY = frozenset({"any", "no"})
_ASKING = frozenset({"whether", "if"})
_MOTIVES = frozenset({"for", "in", "of", "on", "without"})
_TOPICAL = frozenset({("about",), ("over",), ("against",)})
_FELT = frozenset({("of",), ("at",), ("for",)})
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
    clauses = grammar.noun_clauses(parse, noun)
    if _is_by_telephone(parse, noun):
        return Missing("a call for something; this one is made by telephone")
    if _is_why_it_is_done(parse, noun, bool(clauses)):
        return Missing("a noun that somebody holds; here it says why something is done")
    predicated = _predicated(parse, cue, noun)
    if predicated is not None:
        return predicated
    verb = _light_verb(parse, noun)
    if not clauses and verb is not None:
        clauses = grammar.clauses(parse, verb)
    if not clauses:
        clauses = grammar.postponed_clauses(parse, noun)
    carrier = grammar.arising(parse, noun) if verb is None else verb
    claim = clause_words(parse, clauses[0]) if clauses else _topic(parse, cue, noun, carrier)
    held = None if clauses else drawn(parse, cue, noun)
    if held is not None and (not claim or claim & (held.source | held.claim)):
        return held
    if not claim:
        return Missing("a clause, or a preposition with what it is about")
    claim |= grammar.results(parse, grammar.clause_head(parse, noun), claim) if clauses else NONE
    source = _holder(parse, cue, noun, verb)
    if not source and _is_not_any(parse, noun):
        return Missing(
            "a noun that there is; *no* or *any* leaves it open whether anybody holds it"
        )
    if claim < source:
        source -= claim
    claim -= _from_whom(parse, source)
    source -= claim
    words = (
        frozenset(cue.tokens)
        if verb is None
        else frozenset(cue.tokens) | grammar.verb_group(parse, verb)
    )
    return Slots(source, claim - words, cue=words)


def _predicated(parse: Parse, cue: Cue, noun: int) -> Slots | None:
    """*Her fear is that the roof leaks*, *the plan is to sell*: an infinitive where the rule wants one."""
    found = grammar.said_to_be(parse, noun) or _behind_colon(parse, cue, noun)
    if found is None:
        return None
    copula, claim = found
    infinitive = parse.tokens[min(claim)].tag == "TO"
    if infinitive != (cue.entry.conditions.claim_is == "infinitive"):
        return None
    return Slots(_holder(parse, cue, noun, None), claim, cue=frozenset(cue.tokens) | copula)


def _behind_colon(parse: Parse, cue: Cue, noun: int) -> tuple[Tokens, Tokens] | None:
    """*Their argument: only a lower fee can save it*: a sentence that the owner's noun leads up to."""
    sentence = grammar.sentence_of(parse, noun)
    opens = frozenset(range(sentence.first, noun)) < frozenset(grammar.noun_phrase(parse, noun))
    colon = noun + 1 < sentence.last and parse.tokens[noun + 1].text == ":"
    if not (opens and colon) or grammar.possessor(parse, noun) is None or cue.entry.joins:
        return None
    claim = frozenset(range(noun + 2, sentence.last))
    finite = any(parse.tokens[i].tag in grammar.FINITE_TAGS | {"MD"} for i in claim)
    told = finite and parse.tokens[sentence.last - 1].text != "?"
    return (frozenset({noun + 1}), claim) if told else None


def _is_not_any(parse: Parse, noun: int) -> bool:
    """*There is no doubt that …*, *if you have any objections to it*."""
    first = grammar.first_word(parse, grammar.noun_phrase(parse, noun))
    return first in _NOT_ANY


def _is_hoped(parse: Parse, noun: int) -> bool:
    """*in hopes of saving it*, *in the hope that it holds*: whoever does it for that reason hopes it."""
    before = [token.lower for token in parse.tokens[max(0, noun - 2) : noun]]
    return parse.tokens[noun].lemma == "hope" and (before[-1:] == ["in"] or before == ["in", "the"])


def _is_where_it_is_said(parse: Parse, noun: int) -> bool:
    """*said in a statement that …*: the clause is the verb's."""
    verb = parse.tokens[noun].head
    inside = any(parse.tokens[m].lower in ("in", "through") for m in grammar.markers(parse, noun))
    return inside and verb < noun and parse.tokens[verb].lemma in _SAYING


def _is_why_it_is_done(parse: Parse, noun: int, holds_clause: bool) -> bool:
    """*for fear of losing it*, *on suspicion of theft*, *of hope over data*: right behind a preposition;
    not *because of concerns that …*, nor *a rise in support for it*."""
    opens = grammar.opens_sentence(parse, noun)
    before = parse.tokens[noun - 1]
    held = before.lower == "of" and holds_clause
    counted = before.lower == "in" and [t.lower for t in parse.tokens[noun + 1 : noun + 2]] == [
        "for"
    ]
    if parse.tokens[noun].lemma == "view" and before.lower == "a":
        return parse.tokens[noun + 1].lower == "to"  # *with a view to selling it*
    why = before.lower in _MOTIVES and before.tag == "IN"
    return why and not (opens or held or counted or _is_hoped(parse, noun))


def _is_by_telephone(parse: Parse, noun: int) -> bool:
    """*schedule a call for nine*, *took a call about the roof*."""
    verb = grammar.verb_of_object(parse, noun) if parse.tokens[noun].lemma == "call" else None
    return verb is not None and parse.tokens[verb].lemma in _TELEPHONING


def _topic(parse: Parse, cue: Cue, noun: int, verb: int | None) -> Tokens:
    """What a preposition says that the noun is about: not *a warning of any kind*, nor *the report of a
    committee*, which wrote it."""
    wanted = {tuple(p.split()) for p in cue.entry.joins}
    places = grammar.prepositional(parse, noun)
    for words, governed in places + _topics_astray(parse, noun, verb):
        of = grammar.words_of(parse, words) == ("of",)
        sort = of and parse.tokens[governed].lemma in _SORTS
        wrote = of and parse.tokens[noun].lemma in _WRITTEN
        body = wrote and cue.speakers.kinds(parse, governed) & {"official", "group"}
        marks = grammar.words_of(parse, words)
        asked = len(marks) > 1 and marks[1] in _ASKING and marks[:1] in wanted
        other = _is_whose_or_to_whom(parse, cue, noun, marks, governed)
        if (marks in wanted or asked) and not (sort or body or other):
            return frozenset(parse.subtree(governed))
    return NONE


def _is_whose_or_to_whom(
    parse: Parse, cue: Cue, noun: int, marks: tuple[str, ...], governed: int
) -> bool:
    """*the objections | of farmers*, who have them; *a request | to the council*, which gets it."""
    lemma = parse.tokens[noun].lemma
    if marks == ("with",):
        return lemma in _LODGED
    named = grammar.is_noun(parse, governed)
    if marks == ("to",):
        return named and lemma in _LODGED - {"objection"} | _AIDING
    if marks != ("of",) or not named or not cue.speakers.kinds(parse, governed) & _PEOPLE:
        return False
    the = grammar.first_word(parse, grammar.noun_phrase(parse, noun)) == "the"
    return lemma in _HELD or (the and lemma in _GIVEN)


def _topics_astray(parse: Parse, noun: int, verb: int | None) -> list[tuple[tuple[int, ...], int]]:
    """What prepositions govern that parsers hang from who holds it, or from the carrying verb: *unease
    among sailors | about the lock*, *voiced horror | at the delay*."""
    found = []
    for words, holder in grammar.prepositional(parse, noun):
        if grammar.words_of(parse, words) in _BY_WHOM:
            inner = grammar.prepositional(parse, holder)
            found += [pair for pair in inner if grammar.words_of(parse, pair[0]) in _TOPICAL]
    if verb is not None:
        own = (pair for pair in grammar.prepositional(parse, verb) if pair[1] > noun)
        near = (pair for pair in own if grammar.words_of(parse, pair[0]) in _TOPICAL | _FELT)
        found += [pair for pair in near if not grammar.tells_when_or_where(parse, pair[1])]
    return found


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


def _from_whom(parse: Parse, source: Tokens) -> Tokens:
    """The words of a *from* phrase that names the source, with its preposition."""
    first = min(source, default=0)
    named = first > 0 and (parse.tokens[first - 1].lower,) in _BY_WHOM
    return source | {first - 1} if named else NONE


def _holder(parse: Parse, cue: Cue, noun: int, verb: int | None) -> Tokens:
    owner = grammar.possessor(parse, noun)
    if owner is not None:
        return frozenset(grammar.noun_phrase(parse, owner))
    topics = [n for _, n in grammar.prepositional(parse, noun) if grammar.is_noun(parse, n)]
    drawing = [verb] if verb is not None and parse.tokens[verb].lemma in DRAWING else []
    for host in (noun, *topics, *drawing):
        for words, governed in grammar.prepositional(parse, host):
            if grammar.words_of(parse, words) in _BY_WHOM and (
                host == noun or able(parse, cue, governed)
            ):
                return frozenset(grammar.noun_phrase(parse, governed))
    if _is_hoped(parse, noun):
        return who_speaks(parse, cue, grammar.governor(parse, noun))
    if verb is None and grammar.words_of(parse, grammar.markers(parse, noun)) == ("of",):
        return _who_is_of(parse, cue, noun)
    if verb is None or parse.tokens[verb].lemma in DRAWING - _CAUSING:
        return NONE
    source = who_speaks(parse, cue, verb)
    head = grammar.head_of(parse, source)
    causes = parse.tokens[verb].lemma in _CAUSING
    feels = head is not None and cue.speakers.kinds(parse, head) - {"document", "evidence"}
    pronoun = head is not None and parse.tokens[head].pos == "PRON"
    return source if feels or pronoun or not causes else NONE


def _who_is_of(parse: Parse, cue: Cue, noun: int) -> Tokens:
    """*The council is of the view that …*."""
    return NONE if grammar.copula(parse, noun) is None else who_speaks(parse, cue, noun)

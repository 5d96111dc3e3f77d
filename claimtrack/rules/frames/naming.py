"""*Critics call the plan a gift*: a name that somebody gives to a thing."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import governed_by
from claimtrack.rules.frames.who import who_speaks

_FARTHEST = 21
_NAMING = frozenset({"call", "christen", "dub", "name", "nickname", "term"})
_PEOPLE = frozenset(
    "ancestors children colleagues everybody everyone families folk folks friends generations inhabitants "
    "islanders kids locals many most natives neighbours neighbors people relatives residents sailors some they "
    "tourists villagers visitors who".split()
)
_DESCRIBING = frozenset({"that", "which", "who", "whose"})


def naming(parse: Parse, cue: Cue) -> Found:
    """*Critics call the plan a gift*; *what critics call a gift*; *described it as a gift*."""
    verb = cue.head
    names = _names(parse, cue)
    quoted = _quoted_name(parse, verb)
    if quoted and _is_anothers(parse, cue, quoted):
        return Missing("a name of its own; this one belongs to what is named so")
    if quoted:
        names = []
    if not (names or quoted) or grammar.is_passive(parse, verb):
        return Missing("a name that is given to something")
    source = who_speaks(parse, cue)
    if not source:
        return Missing("a speaker")
    if _is_a_name_in_use(parse, cue, source, names, quoted):
        return Missing("a judgement; here it is the name that people use for it")
    things = grammar.objects(parse, verb) + grammar.indirect_objects(parse, verb)
    things += [thing for thing in _governed(parse, cue) if thing not in names]
    plea = bool(names) and grammar.is_adjective(parse, names[0])
    if not (things or quoted or plea or grammar.stands_in_what_clause(parse, verb)):
        return Missing("a thing that is named")
    claim = frozenset(parse.subtree(names[0])) if names else quoted
    for thing in things:
        if grammar.antecedent(parse, thing) is None and parse.tokens[thing].lower != "what":
            claim |= frozenset(parse.subtree(thing))
    claim |= _by_how_much(parse, verb, claim)
    return Slots(source, claim - source - frozenset(cue.tokens))


def _is_a_name_in_use(
    parse: Parse, cue: Cue, source: Tokens, names: list[int], quoted: Tokens
) -> bool:
    """*They call it the Old Lady*, *locals call the hill “Crow Head”*: a proper name, by people in general."""
    if parse.tokens[cue.head].lemma not in _NAMING:
        return False
    head = grammar.head_of(parse, source)
    if head is None or parse.tokens[head].lower not in _PEOPLE:
        return False
    given = (
        frozenset(parse.subtree(names[0]))
        if names
        else frozenset(i for i in quoted if parse.quoted[i] >= 0)
    )
    words = [parse.tokens[i] for i in sorted(given) if parse.tokens[i].pos not in ("PUNCT", "DET")]
    return bool(words) and all(word.text[:1].isupper() for word in words)


def _by_how_much(parse: Parse, verb: int, claim: Tokens) -> Tokens:
    """*put her ahead | by three points*: the margin, which parsers hang from the verb."""
    margins = (n for words, n in grammar.prepositional(parse, verb) if _is_by(parse, words))
    close = (n for n in margins if min(parse.subtree(n)) == max(claim) + 1)
    return frozenset(i for n in close for i in parse.subtree(n))


def _is_by(parse: Parse, words: tuple[int, ...]) -> bool:
    return grammar.words_of(parse, words) == ("by",)


def _names(parse: Parse, cue: Cue) -> list[int]:
    """What is said to be the name: behind *as* or *to* where the entry joins so, which parsers hang from
    the verb or from the thing; else a predicate or a second noun."""
    verb, joins = cue.head, cue.entry.joins
    if joins:
        things = grammar.objects(parse, verb)
        heads = [verb, *(i for thing in things for i in _without_relatives(parse, thing))]
        predicates = grammar.predicates(parse, verb)
        named = [name for head in heads for name in governed_by(parse, head, joins)]
        return predicates + [name for name in named if name > verb]
    names = grammar.predicates(parse, verb) or grammar.second_names(parse, verb)
    names = names or grammar.adjectives_behind(parse, verb)
    if not names and grammar.stands_in_what_clause(parse, verb):
        return [o for o in grammar.objects(parse, verb) if o > verb]  # *what it calls fair prices*
    return names


def _without_relatives(parse: Parse, thing: int) -> list[int]:
    """The words of a thing without what a relative clause says of it: *what they described as theft*."""
    clauses = grammar.relative_clauses(parse, thing)
    opened = (c for c in clauses if grammar.opens_with_relative(parse, thing, c))
    return sorted(set(parse.subtree(thing)) - {i for c in opened for i in parse.subtree(c)})


def _governed(parse: Parse, cue: Cue) -> list[int]:
    """What the cue's own preposition governs: *referred to him as a genius*."""
    governed = grammar.governed(parse, cue.tokens[-1], cue.tokens) if cue.tokens[1:] else None
    return [] if governed is None else [governed]


def _quoted_name(parse: Parse, verb: int) -> Tokens:
    """A quoted name right behind the thing that it is given to: *called the drop “steep”*, *called what she saw
    “absurd”*, *called the claim that it was late “absurd”*; not *called the man who wrote “go home”*."""
    opener = ""
    for index in range(verb + 1, min(verb + _FARTHEST, len(parse.tokens))):
        token, before = parse.tokens[index], parse.tokens[index - 1]
        if parse.quoted[index] >= 0 and parse.quoted[index] != parse.quoted[verb]:
            quoted = parse.tokens_in(parse.quotations[parse.quoted[index]].outer)
            told = grammar.is_verb(parse, index - 1) or before.tag in ("IN", "TO")
            taken = opener in _DESCRIBING and told
            return frozenset(range(verb + 1, quoted[-1] + 1)) if quoted and not taken else NONE
        opens = token.lower in _DESCRIBING and index > verb + 2
        opener = token.lower if opens or token.lower == "what" else opener
        if token.pos == "PUNCT" or (grammar.is_verb(parse, index) and not opener):
            break
    return NONE


def _is_anothers(parse: Parse, cue: Cue, named: Tokens) -> bool:
    """*called what she saw “a scandal”*: a name without the *as* of *seen as* is not hers who saw it."""
    first = next(i for i in sorted(named) if parse.quoted[i] >= 0)
    joined = parse.tokens[first - 1].lower in cue.entry.joins
    what = grammar.stands_in_what_clause(parse, cue.head)
    return bool(cue.entry.joins) and what and not joined

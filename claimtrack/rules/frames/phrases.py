"""*According to the ministry, trade rose*: a phrase names the source of its clause."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Found, Missing, Slots
from claimtrack.rules.frames.what import clause_words

_NEAR = 16
"""Within how many tokens behind a phrase its source's own noun stands."""


def phrase(parse: Parse, cue: Cue) -> Found:
    """*According to the ministry, trade rose*: the phrase governs the source, the clause is the claim."""
    if _names_no_wanted(parse, cue):
        return Missing("one of the words that its rule wants for a source")
    noun, whose = cue.tokens[-1], grammar.possessor(parse, cue.tokens[-1])
    bound = whose is not None or _hangs_from_a_word(parse, cue)
    at_end = None if bound else grammar.final_phrase(parse, cue.tokens)
    if at_end is not None:
        return Slots(at_end.named, at_end.rest)
    if whose is None:
        governed = grammar.governed(parse, cue.tokens[-1], cue.tokens)
        if governed is None:
            return Missing("a name after it, or a possessor inside it")
        noun = whose = governed
    host = grammar.governor(parse, noun)
    if host == noun:
        in_front = grammar.opening_phrase(parse, cue.tokens)
        if in_front is None:
            return Missing("a clause that it belongs to")
        return Slots(in_front.named, in_front.rest)
    clause = _scope(parse, cue, noun, host)
    source = frozenset(grammar.noun_phrase(parse, whose)) - frozenset(cue.tokens)
    front = grammar.opens_sentence(parse, cue.tokens[0])
    own = [] if front or not source else _statements_behind(parse, clause, max(source))
    claim = clause_words(parse, clause, without=[noun, *cue.tokens]) - source
    claim = claim.difference(*(parse.subtree(c) for c in own))
    in_front = grammar.opening_phrase(parse, cue.tokens)
    if in_front is not None and claim and not claim <= in_front.rest:
        return Slots(in_front.named, claim & in_front.rest or in_front.rest)
    return Slots(source, claim) if claim else Missing("a clause that it belongs to")


def _names_no_wanted(parse: Parse, cue: Cue) -> bool:
    """Whether a rule wants a word for its source (*in a* poll) that does not stand near behind the cue."""
    wanted = cue.entry.conditions.source_is
    near = parse.tokens[cue.tokens[-1] + 1 : cue.tokens[-1] + _NEAR]
    return bool(wanted) and not any(token.lower in wanted for token in near)


def _hangs_from_a_word(parse: Parse, cue: Cue) -> bool:
    """*She has a lead | in a poll*: a lone preposition without a comma speaks for its own clause."""
    first = cue.tokens[0]
    return (
        grammar.is_preposition(parse, first)
        and len(cue.tokens) == 1
        and parse.tokens[first - 1].text != ","
    )


def _statements_behind(parse: Parse, clause: int, last: int) -> list[int]:
    """*He left no will, according to his agent, | and he had hoped to move*: a statement of its own."""
    joined = (c for c in grammar.conjuncts(parse, clause) if min(parse.subtree(c)) > last)
    return [c for c in joined if grammar.own_subject(parse, c) is not None]


def _scope(parse: Parse, cue: Cue, noun: int, host: int) -> int:
    """The clause that an attribution phrase speaks for: at either end of a sentence, all of it."""
    sentence = grammar.sentence_of(parse, noun)
    words = [
        t.number
        for t in parse.tokens[sentence.first : sentence.last]
        if any(c.isalnum() for c in t.text)
    ]
    ends = cue.tokens[0] == words[0] or (
        words[-1] in parse.subtree(noun) and parse.tokens[cue.tokens[0] - 1].text == ","
    )
    return grammar.root(parse, host) if ends else grammar.clause_head(parse, host)

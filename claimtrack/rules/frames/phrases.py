"""*According to the ministry, trade rose*: a phrase names the source of its clause."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import clause_words

_ASKED = frozenset(
    "ask compare complete conduct include interview participate publish question respond take vote".split()
)
_OF_THE_BODY = frozenset({"eye", "mind"})
"""What holds a tear or a memory, too: *with tears in her eyes*, *kept it in his mind*."""
_TELLING_WHICH = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "CD"})
_LEADS_IN = frozenset({"although", "and", "because", "but", "that", "though", "what", "which"})


def phrase(parse: Parse, cue: Cue) -> Found:
    """*According to the ministry, trade rose*: the phrase governs the source, the clause is the claim."""
    if cue.entry.kind == "noun":
        return _shown_in(parse, cue)
    noun, whose = cue.tokens[-1], grammar.possessor(parse, cue.tokens[-1])
    if cue.entry.kind == "possessed" and cue.head not in grammar.markers(parse, noun):
        return Missing("a noun that its preposition governs")
    if cue.entry.kind == "possessed" and whose is None:
        return Missing("whose it is: in her view")
    if any(parse.tokens[i].lemma in _OF_THE_BODY for i in cue.tokens) and not _is_set_off(
        parse, cue.tokens[0]
    ):
        return Missing("a place at the front or behind a comma: in her mind, …")
    at_end = grammar.final_phrase(parse, cue.tokens) if whose is None else None
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
    if front and claim:
        subject = _swallowed_subject(parse, source, claim)
        source, claim = source - subject, claim | subject
    return Slots(source, claim) if claim else Missing("a clause that it belongs to")


def _is_set_off(parse: Parse, first: int) -> bool:
    """Whether a phrase opens a sentence or a clause, or stands behind a mark."""
    before = parse.tokens[max(0, first - 1)]
    opens = grammar.opens_sentence(parse, first) or before.lower in _LEADS_IN
    return opens or not any(c.isalnum() for c in before.text)


def _swallowed_subject(parse: Parse, source: Tokens, claim: Tokens) -> Tokens:
    """*According to Ada Reed, | the pit and the mill | have closed*: who acts, whom parsers join to the name
    in front."""
    if parse.tokens[min(claim)].tag not in grammar.FINITE_TAGS:
        return NONE
    commas = sorted(i for i in source if parse.tokens[i].text == ",")
    behind = frozenset(i for i in source if commas and i > commas[-1])
    return behind if max(source, default=0) + 1 >= min(claim) else NONE


def _shown_in(parse: Parse, cue: Cue) -> Found:
    """*In a new poll, half of the town wants the dam*; *leads by nine points in a poll of voters*: the noun
    is the source of its clause, at the front of it or behind its verb."""
    noun, wanted = cue.tokens[-1], {(join,) for join in cue.entry.joins}
    marks = grammar.markers(parse, noun)
    if grammar.words_of(parse, marks) not in wanted:
        return Missing("one of its prepositions: " + ", ".join(cue.entry.joins))
    host = grammar.governor(parse, noun)
    front = grammar.opens_sentence(parse, marks[0])
    clause = grammar.root(parse, host) if front else grammar.clause_head(parse, host)
    if host == noun or clause == noun or not (front or clause < noun):
        return Missing("a clause that it speaks for")
    if not front and _happens_there(parse, noun, clause):
        return Missing("a clause that it shows; this one tells what was done in it")
    phrase = grammar.noun_phrase(parse, noun)
    comma = _comma_behind(parse, max(phrase) if front else noun)
    source = frozenset(i for i in phrase if i < comma)
    claim = clause_words(parse, clause, without=[noun, *grammar.markers(parse, clause)]) - source
    shown = frozenset(i for i in claim if (i > comma if front else i < comma))
    return Slots(source, shown or claim, cue=frozenset(marks))


def _comma_behind(parse: Parse, last: int) -> int:
    """*In a poll | last month, …*, *in a poll | for the paper, a fall of nine points*: where the phrase ends."""
    end = grammar.sentence_end(parse, last)
    marks = (i for i in range(last + 1, end) if parse.tokens[i].text in (",", "—", "–", ";"))
    return next(marks, end)


def _happens_there(parse: Parse, noun: int, clause: int) -> bool:
    """*voted in Sunday's poll*, *asked in a survey whether …*: a day's own poll is held, whoever is asked
    there says so, and *leading in the polls* cites none; *in most polls*, *in the latest polls* do."""
    owner = grammar.possessor(parse, noun)
    held = owner is not None and grammar.is_day(parse, owner)
    told = any(c > noun for c in grammar.clauses(parse, clause))
    several = parse.tokens[noun].tag != "NN" and not _says_which(parse, noun, clause)
    return several or held or told or parse.tokens[clause].lemma in _ASKED


def _says_which(parse: Parse, noun: int, clause: int) -> bool:
    """*The mayor leads in national polls*: polls that are told apart, and a clause that is whole."""
    described = any(
        parse.tokens[i].tag in _TELLING_WHICH and i < noun for i in grammar.noun_phrase(parse, noun)
    )
    leads = grammar.own_subject(parse, clause)
    return described and leads is not None and not parse.tokens[leads].tag.startswith("W")


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

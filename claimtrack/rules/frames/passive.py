"""*He is accused of fraud*: who does it is behind *by*, or not said."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.language import grammar
from claimtrack.language.asides import aside
from claimtrack.language.parse import Parse
from claimtrack.language.withholding import withheld_by
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import (
    before_main_clause,
    clause_words,
    complementing_clause,
    governed_by,
    stated_grounds,
)

_MADE = frozenset("add compose maintain note pen post pronounce recall utter voice write".split())
"""Verbs of which a thing may be the object, that nobody claims: *a book written by the guide*."""
_SOMEBODY = frozenset({"he", "i", "she", "they", "we", "who", "you"})
_MEASURES = frozenset({"vote", "margin", "point", "show"})


def passive(parse: Parse, cue: Cue) -> Found:
    """*It was reported that …*; *he is accused of fraud (by …)*; *is believed to be ill*; *was denied by the firm*."""
    verb = cue.head
    if not grammar.is_passive(parse, verb):
        return Missing("a passive verb")
    by = grammar.agent(parse, verb)
    if by is not None and parse.tokens[by].lemma in _MEASURES:
        return Missing("somebody behind by; a number of votes is nobody")
    source = _doer(parse, cue, by) if by is not None else NONE
    subject = grammar.subject(parse, verb)
    whom = NONE if subject is None else _passive_subject(parse, verb, subject)
    described = grammar.is_set_off_behind_its_noun(parse, verb)
    if described and by is None:
        return Missing("a clause of its own; it only describes the noun before it")
    apart = not (_tells_of_subject(parse, verb) or cue.entry.conditions.grounds)
    set_off = aside(parse, verb) if apart else None
    if set_off is not None:
        return Slots(source, set_off.reported, set_off.speaker)
    told = whom if subject is not None and not grammar.is_expletive(parse, subject) else NONE
    complement = complementing_clause(parse, cue)
    held = complement is not None and not described and not cue.entry.conditions.grounds
    asked = _asked(parse, cue, held)
    if asked:
        return Slots(source, asked - source, told)
    if complement is not None and held:
        claim = before_main_clause(parse, verb, clause_words(parse, complement))
        return Slots(source, claim, told)
    if cue.entry.conditions.claim_is == "clause" or parse.tokens[verb].lemma in _MADE:
        return Missing("a clause that is told; here somebody is told, or a thing is made")
    return _said_of(parse, cue, by, source, whom)


def _asked(parse: Parse, cue: Cue, held: bool) -> Tokens:
    """*Asked | what it cost, he laughed*; *was asked by a caller | if it would close*, where no clause was found."""
    lost = not held or grammar.opens_sentence(parse, cue.head)
    return grammar.question_behind(parse, cue.head) if cue.entry.stance == "asks" and lost else NONE


def _tells_of_subject(parse: Parse, verb: int) -> bool:
    """*In May, | they are expected to leave*: what is told stands behind, whatever opens the sentence."""
    return any(c > verb for c in grammar.open_clauses(parse, verb))


def _said_of(parse: Parse, cue: Cue, by: int | None, source: Tokens, whom: Tokens) -> Found:
    """*He is accused of fraud*, *is believed to be ill*: the subject with what is said of it."""
    rest = grammar.open_clauses(parse, cue.head) + stated_grounds(parse, cue)
    rest += [] if rest or by is None else _deeds_behind(parse, cue, by)
    rest += grammar.gerunds_joined(parse, cue.head) if rest else []
    if cue.entry.conditions.grounds:
        rest += grammar.predicates(parse, cue.head)
    rest = [r for r in rest if r != by]
    if _is_come_upon(parse, cue, rest):
        return Missing("what was found of somebody; here he himself is found")
    if cue.entry.conditions.grounds and not rest:
        return Missing("a stated ground: " + ", ".join(cue.entry.joins))
    held = grammar.objects(parse, cue.head) if cue.entry.stance == "promises" else []
    if held:  # *Families were promised new homes in May*
        return Slots(source, frozenset(parse.subtree(held[0])), whom)
    if rest and whom:
        return Slots(
            source, whom | frozenset(index for r in rest for index in parse.subtree(r)) - source
        )
    if whom and (source or _is_unconfirmed(parse, cue)):
        return Slots(source, whom)
    return Missing("who did it, or what was said")


def _is_come_upon(parse: Parse, cue: Cue, rest: Sequence[int]) -> bool:
    """*She was found by a farmer*, *they were found swimming*; not *the cup was found to be old*."""
    subject = grammar.subject(parse, cue.head)
    if parse.tokens[cue.head].lemma != "find" or subject is None:
        return False
    pronoun = parse.tokens[subject].lower in _SOMEBODY
    somebody = pronoun or cue.speakers.kinds(parse, subject) & {"person", "witness", "participant"}
    return bool(somebody) and all(parse.tokens[r].tag == "VBG" for r in rest)


def _doer(parse: Parse, cue: Cue, by: int) -> Tokens:
    """Whom *by* names, without the deed that the parser hung from them: *accused by police | of hiding it*."""
    # a parser may hang *by* from a role: *by moderator Ada Lund*
    words = grammar.noun_phrase(parse, by)
    own = frozenset(i for i in words if i > by or parse.tokens[i].lower != "by")
    deeds = _deeds_behind(parse, cue, by)
    ends = min((min(parse.subtree(deed)) for deed in deeds), default=max(own) + 1)
    return frozenset(index for index in own if index < ends)


def _deeds_behind(parse: Parse, cue: Cue, by: int) -> list[int]:
    """Gerunds that *of*, *for* or the like joins to the verb, though they hang from who accuses."""
    behind = governed_by(parse, by, cue.entry.joins)
    return [deed for deed in behind if parse.tokens[deed].tag == "VBG"]


def _is_unconfirmed(parse: Parse, cue: Cue) -> bool:
    """*The film could not be verified*, *has yet to be confirmed*: nobody vouches for it."""
    withheld = grammar.negations(parse, cue.head) or withheld_by(parse, cue.head)
    return cue.entry.stance == "confirms" and bool(withheld)


def _passive_subject(parse: Parse, verb: int, subject: int) -> Tokens:
    if grammar.governor(parse, verb) == subject:
        return frozenset(grammar.noun_phrase(parse, subject) - parse.subtree(verb))
    return frozenset(grammar.speaker(parse, subject))

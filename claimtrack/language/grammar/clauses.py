"""Clauses: what completes a verb or noun, and what is loosely attached to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claimtrack.language.grammar.auxiliaries import adverbs, auxiliaries, copula, has_helper
from claimtrack.language.grammar.markers import introduced_by
from claimtrack.language.grammar.repair import (
    asked_about,
    bare_clauses,
    gerunds_behind,
    infinitive_behind,
    is_infinitive_with_subject,
    is_mislabelled,
    right_behind_as_adverbial,
    that_behind_noun,
    that_past_phrase,
    told_to_somebody,
)
from claimtrack.language.grammar.roles import FINITE_TAGS, VERB_TAGS, with_role
from claimtrack.language.grammar.words import is_verb
from claimtrack.language.parse import Parse

_LINKS = frozenset({"that", "whether"})
_QUOTES = frozenset({'"', "“", "‘", "''", "``"})
_TO = frozenset({"to"})
_ARISING = frozenset(
    "abound arise circulate emerge express grow mount persist raise rise spread surface swirl voice".split()
)
_TRANSITIVE = frozenset(
    "call confirm deny describe dispute give issue make need publish raise receive reject repeat require "
    "send want".split()
)
"""Verbs that want an object; *call* and *describe* only where a name follows without one."""


def clauses(parse: Parse, verb: int) -> list[int]:
    """Clauses that complete a verb, adjective or noun: *that the sides met*, a quoted sentence."""
    found = [c for c in with_role(parse, verb, ("ccomp",)) if not is_mislabelled(parse, c, verb)]
    return (
        found
        or list(right_behind_as_adverbial(parse, verb, _LINKS))
        or asked_about(parse, verb)
        or told_to_somebody(parse, verb)
    )


def noun_clauses(parse: Parse, noun: int) -> list[int]:
    """Clauses that say what a noun holds: the claim *that …*, the pledge *to …*; no relative clauses."""
    found = [c for c in with_role(parse, noun, ("acl", "ccomp", "acl:relcl", "xcomp")) if c > noun]
    held = [c for c in found if _introduced(parse, c) in ("that", "whether", "if", "to", "for")]
    own = [c for c in held if not _lacks_its_object(parse, c)]
    return (
        own
        or that_behind_noun(parse, noun)
        or that_past_phrase(parse, noun)
        or bare_clauses(parse, noun)
    )


def _lacks_its_object(parse: Parse, clause: int) -> bool:
    """*the warning that the law requires*: a relative clause, whose verb's object is the noun."""
    token = parse.tokens[clause]
    own = {parse.tokens[c].role for c in parse.children[clause]}
    return token.lemma in _TRANSITIVE and not own & {"obj", "ccomp", "xcomp", "nsubj:pass"}


def _introduced(parse: Parse, clause: int) -> str:
    """The word that introduces a clause as a complement, or "" (a relative pronoun is no such word)."""
    marks = [
        c for c in parse.children[clause] if c < clause and parse.tokens[c].role in ("mark", "aux")
    ]
    return parse.tokens[marks[0]].lower if marks else ""


def open_clauses(parse: Parse, verb: int) -> list[int]:
    """Infinitives and *-ing* forms that complete a verb: *vowed to fight*, *denied knowing*."""
    complements = with_role(parse, verb, ("ccomp",))
    found = [
        *with_role(parse, verb, ("xcomp",)),
        *right_behind_as_adverbial(parse, verb, _TO),
        *(c for c in complements if is_infinitive_with_subject(parse, c, verb)),
        *gerunds_behind(parse, verb),
    ]
    verbal = [c for c in found if parse.tokens[c].tag in VERB_TAGS or has_helper(parse, c)]
    return verbal or infinitive_behind(parse, verb)


def purposes(parse: Parse, verb: int) -> list[int]:
    """*to* clauses loosely tied to a verb: called on him *to resign*."""
    return [c for c in with_role(parse, verb, ("advcl",)) if introduced_by(parse, c) == "to"]


def subordinate_clauses(parse: Parse, verb: int) -> list[int]:
    """Adverbial clauses of a verb or of the verb that it completes: *asked if …, he declined to say*."""
    found = list(with_role(parse, verb, ("advcl",)))
    if parse.tokens[verb].role == "xcomp":
        found += with_role(parse, parse.tokens[verb].head, ("advcl",))
    return found


def predicate_clause_of(parse: Parse, noun: int) -> int | None:
    """The infinitive that a noun is said to be: its stated aim *is to win*."""
    found = [c for c in with_role(parse, noun, ("csubj", "ccomp", "xcomp", "acl")) if c > noun]
    head = parse.tokens[noun].head
    if parse.tokens[noun].role.startswith("nsubj") and copula(parse, head) is not None:
        found.append(head)
    found += [
        c
        for c in with_role(parse, head, ("csubj", "ccomp", "xcomp"))
        if copula(parse, noun) is not None
    ]
    to = (c for c in found if any(parse.tokens[i].lower == "to" for i in parse.children[c]))
    return next(to, None)


def said_to_be(parse: Parse, noun: int) -> tuple[frozenset[int], frozenset[int]] | None:
    """*Her fear | has been | that the roof leaks*: the copula's words, and the *that* clause or infinitive
    right behind them that a noun is said to be, without *that*."""
    host = parse.tokens[noun].head
    if not parse.tokens[noun].role.startswith("nsubj"):
        return None
    own = host if parse.tokens[host].lemma == "be" else copula(parse, host)
    link = None if own is None else own + 1
    if own is None or link is None or own < noun or link >= len(parse.tokens):
        return None
    kind = "that" if parse.tokens[link].lower == "that" else parse.tokens[link].tag
    clause = frozenset(i for i in parse.subtree(host) if i > link)
    first = link + 1 + (parse.tokens[min(link + 1, len(parse.tokens) - 1)].text in _QUOTES)
    begins = first in clause and parse.tokens[first].pos not in ("PUNCT", "AUX")
    if kind not in ("that", "TO") or (kind == "that" and not begins):
        return None
    grading = (*auxiliaries(parse, host), *adverbs(parse, host))
    words = {own, *(i for i in grading if noun < i < own)}
    return frozenset(words), clause | ({link} if kind == "TO" else set())


def postponed_clauses(parse: Parse, noun: int) -> list[int]:
    """*Fears are growing | that the dam will burst*, *concerns were raised | that …*."""
    verb = arising(parse, noun)
    if verb is None or [t.lower for t in parse.tokens[verb + 1 : verb + 2]] != ["that"]:
        return []
    behind = with_role(parse, verb, ("acl", "acl:relcl", "advcl", "ccomp"))
    return [c for c in behind if c > verb and introduced_by(parse, c) == "that"][:1]


def arising(parse: Parse, noun: int) -> int | None:
    """The verb that says no more than that somebody has what a noun says: *questions | were raised | about it*."""
    verb = parse.tokens[noun].head
    is_subject = parse.tokens[noun].role.startswith("nsubj")
    return verb if is_subject and parse.tokens[verb].lemma in _ARISING else None


def has_infinitive(parse: Parse, cue: Collection[int], claim: Iterable[int]) -> bool:
    """Whether an infinitive in the claim hangs from the cue or from what its preposition governs, or is
    what the cue is said to be; not what another subject is: *told them | the aim is to win*."""
    own = set(cue)
    to = [i for i in claim if parse.tokens[i].lower == "to" and parse.tokens[i].tag == "TO"]
    if any(parse.tokens[i - 1].lemma == "be" and own & set(_subjects(parse, i)) for i in to):
        return True
    to = [i for i in to if not _is_equated(parse, parse.tokens[i].head)]
    hosts = (parse.tokens[parse.tokens[i].head].head for i in to)
    return any(
        host in own or (parse.tokens[host].head in own and not _is_predicate(parse, host))
        for host in hosts
    )


def _is_equated(parse: Parse, infinitive: int) -> bool:
    """*The aim is to win*: an infinitive with a finite *be* of its own."""
    is_it = copula(parse, infinitive)
    return is_it is not None and parse.tokens[is_it].tag in FINITE_TAGS


def _subjects(parse: Parse, to: int) -> Iterator[int]:
    return with_role(parse, parse.tokens[to].head, ("nsubj", "nsubj:outer"))


def _is_predicate(parse: Parse, word: int) -> bool:
    return is_verb(parse, word) or copula(parse, word) is not None


def asides(parse: Parse, head: int) -> list[int]:
    """Clauses loosely attached: *He said: we are ready* hangs *ready* so."""
    return list(with_role(parse, head, ("parataxis",)))


def is_aside(parse: Parse, verb: int) -> bool:
    """Whether the verb is itself loosely attached to what it reports: *Trade rose, the bank said*."""
    return parse.tokens[verb].role == "parataxis"


def is_subordinate(parse: Parse, verb: int) -> bool:
    return parse.tokens[verb].role in ("advcl", "advcl:relcl")


def goes_on_even(parse: Parse, verb: int) -> bool:
    """*even as tests showed lead*: what happens at the same time, no comment on the clause before."""
    return any(parse.tokens[c].lower == "even" and c < verb for c in parse.children[verb])

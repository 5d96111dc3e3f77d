"""Voice: is a verb passive, and who is its agent."""

from __future__ import annotations

from claimtrack.language.grammar.auxiliaries import auxiliaries
from claimtrack.language.grammar.clauses import open_clauses
from claimtrack.language.grammar.markers import introduced_by, preposition
from claimtrack.language.grammar.repair import is_main_verb_in_disguise, is_set_off_behind_its_noun
from claimtrack.language.grammar.roles import PREPOSITIONAL, with_role
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.parse import Parse

_RAISING = frozenset("believe think allege report rumour rumor presume".split())
"""Verbs that take a bare *to* infinitive in the passive only: *people believed to be alive*."""


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is in the passive, a bare participle after its noun included."""
    token = parse.tokens[verb]
    if any(True for _ in with_role(parse, verb, ("nsubj:pass", "aux:pass", "csubj:pass"))):
        return True
    if token.role == "conj" and token.tag == "VBN" and own_subject(parse, verb) is None:
        return not auxiliaries(parse, verb) and is_passive(parse, token.head)
    bare = not auxiliaries(parse, verb) and own_subject(parse, verb) is None
    if bare and token.number == parse.sentences[token.sentence].first:
        return token.tag in ("VBN", "VBD")
    if token.lemma in _RAISING and token.tag in ("VBN", "VBD") and not auxiliaries(parse, verb):
        return any(introduced_by(parse, c) == "to" for c in open_clauses(parse, verb))
    asked = token.role in ("advcl", "parataxis") and introduced_by(parse, verb) in (
        "when",
        "if",
        "once",
    )
    if bare and asked and token.tag in ("VBN", "VBD"):
        return True
    if is_set_off_behind_its_noun(parse, verb):
        return True
    if is_main_verb_in_disguise(parse, verb):
        return False
    after_noun = token.role == "acl" and token.tag in ("VBN", "VBD")
    return bare and (after_noun or (token.role == "advcl" and token.tag == "VBN"))


def agent(parse: Parse, verb: int) -> int | None:
    """Who does it, in a passive: what *by* governs."""
    for child in with_role(parse, verb, PREPOSITIONAL):
        if parse.tokens[child].role == "obl:agent" or "by" in preposition(parse, child):
            return child
    return None

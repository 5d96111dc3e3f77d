"""Voice: is a verb passive, and who is its agent."""

from __future__ import annotations

from claimtrack.language.calendar import MONTHS, WEEKDAYS
from claimtrack.language.grammar.auxiliaries import auxiliaries
from claimtrack.language.grammar.bounds import opens_sentence, sentence_end
from claimtrack.language.grammar.clauses import open_clauses
from claimtrack.language.grammar.markers import introduced_by, preposition
from claimtrack.language.grammar.repair import is_main_verb_in_disguise, is_set_off_behind_its_noun
from claimtrack.language.grammar.roles import PREPOSITIONAL, with_role
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.parse import Parse

_TERMS = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "afternoon autumn deadline end evening fall hour midnight month morning night noon quarter spring summer time "
        "today tomorrow tonight week weekend winter year".split()
    )
)
_PASSIVE_ROLES = frozenset({"nsubj:pass", "aux:pass", "csubj:pass"})
_RAISING = frozenset("believe think allege report rumour rumor presume".split())
"""Verbs that take a bare *to* infinitive in the passive only: *people believed to be alive*."""


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is in the passive, a bare participle after its noun included."""
    if next(with_role(parse, verb, _PASSIVE_ROLES), None) is not None:
        return True
    token, own = parse.tokens[verb], own_subject(parse, verb)
    if token.tag not in ("VBN", "VBD"):
        return False
    helped = bool(auxiliaries(parse, verb))
    if token.role == "conj" and token.tag == "VBN" and own is None:
        return not helped and is_passive(parse, token.head)
    bare = not helped and own is None
    if bare and opens_sentence(parse, verb):
        return not _leads_up_to_words(parse, verb)
    if token.lemma in _RAISING and not helped:
        bare_clauses = (c for c in open_clauses(parse, verb) if own_subject(parse, c) is None)
        return any(introduced_by(parse, c) == "to" for c in bare_clauses)
    return _is_passive_clause(parse, verb, bare)


def _leads_up_to_words(parse: Parse, verb: int) -> bool:
    """*Wrote the judge: “This is wrong.”* Its subject stands behind it, up to a colon."""
    for index in range(verb + 1, sentence_end(parse, verb)):
        if parse.tokens[index].text == ":":
            return index > verb + 1
        if parse.tokens[index].pos in ("VERB", "AUX") or parse.quoted[index] >= 0:
            return False
    return False


def _is_passive_clause(parse: Parse, verb: int, bare: bool) -> bool:
    """Whether a past participle makes a clause of its own: *when asked*, *a man accused of fraud*."""
    token = parse.tokens[verb]
    loose = bare and token.role in ("advcl", "parataxis")
    if loose and introduced_by(parse, verb) in ("when", "if", "once"):
        return True
    if is_set_off_behind_its_noun(parse, verb):
        return True
    if is_main_verb_in_disguise(parse, verb):
        return False
    return bare and (token.role == "acl" or (token.role == "advcl" and token.tag == "VBN"))


def agent(parse: Parse, verb: int) -> int | None:
    """Who does it, in a passive: what *by* governs, if it is no term: *by the following spring*; a parser may
    hang it from a term: *dismissed within the hour | by the board*."""
    own = list(with_role(parse, verb, PREPOSITIONAL))
    terms = (child for child in own if parse.tokens[child].lemma in _TERMS)
    behind = [c for term in terms for c in with_role(parse, term, PREPOSITIONAL)]
    for child in own + behind:
        by = parse.tokens[child].role == "obl:agent" or "by" in preposition(parse, child)
        if by and parse.tokens[child].lower not in _TERMS:
            return child
    return None

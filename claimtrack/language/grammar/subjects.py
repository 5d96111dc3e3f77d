"""Subjects: the one that hangs from the verb itself."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.language.grammar.auxiliaries import auxiliaries
from claimtrack.language.grammar.bounds import opens_sentence, sentence_start
from claimtrack.language.grammar.roles import SUBJECTS, with_role
from claimtrack.language.grammar.words import speaks_as_it
from claimtrack.language.parse import Parse

NO_ONE = frozenset({"nobody", "none", "no-one"})


def own_subject(parse: Parse, verb: int) -> int | None:
    """The subject that hangs from the verb itself or its helping verb (*has* yet to confirm), active or
    passive."""
    helped = (s for helper in auxiliaries(parse, verb) for s in with_role(parse, helper, SUBJECTS))
    own = (s for s in with_role(parse, verb, SUBJECTS) if not _opens_only(parse, s, verb))
    found = list(own) or list(helped)
    if found:
        return _nearest_subject(parse, found)
    others = (c for c in parse.children[verb] if c < verb)
    return next(
        (c for c in others if parse.tokens[c].lower in NO_ONE or speaks_as_it(parse, c)), None
    )


def _opens_only(parse: Parse, subject: int, verb: int) -> bool:
    """*Giving evidence, the widow said …*: a participle and a comma are no subject."""
    token = parse.tokens[subject]
    opens = opens_sentence(parse, subject) and token.tag == "VBG"
    return opens and any(parse.tokens[i].text == "," for i in range(subject, verb))


def _nearest_subject(parse: Parse, found: Sequence[int]) -> int:
    """The first; the last of two with a joining word between them, since the first is then of a clause
    that the parse lost, or of two whose first is *which*, which is then the object.
    """
    between = range(found[0], found[-1])
    joined = any(parse.tokens[i].lower in ("but", "while", "whereas") for i in between)
    taken_up = parse.tokens[found[0]].tag == "WDT"  # *the tanks, which it describes as leaking*
    return found[-1] if joined or taken_up else found[0]


def hangs_from_gerund(parse: Parse, verb: int) -> bool:
    """Whether a verb is tied to an *-ing* form or infinitive: *accused it of leaving, saying …*."""
    host = parse.tokens[parse.tokens[verb].head]
    return host.tag in ("VBG", "VB") and own_subject(parse, host.number) is None


def is_free_participle(parse: Parse, verb: int) -> bool:
    """Whether a verb is an *-ing* form set off by a comma: *…, accusing the bank of fraud*."""
    token = parse.tokens[verb]
    if (
        token.tag != "VBG"
        or own_subject(parse, verb) is not None
        or auxiliaries(parse, verb)
        or token.role == "xcomp"
    ):
        return False
    first, before = sentence_start(parse, verb), verb - 1
    while before >= first and parse.tokens[before].tag in ("RB", "''", "``"):
        before -= 1
    set_off = before >= first and parse.tokens[before].text == ","
    return set_off or token.role == "conj"

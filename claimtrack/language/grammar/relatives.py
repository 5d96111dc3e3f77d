"""Relative clauses: what a relative pronoun stands for."""

from __future__ import annotations

from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.parse import Parse

_DASHES = frozenset({",", "—", "–", "--"})
_TRANSITIVE = frozenset(
    "back challenge confirm contest corroborate deny dismiss dispute endorse refute reject repeat substantiate "
    "support verify".split()
)
"""Verbs that want an object: *a claim that she denies* says what she does with it, *a claim that she lied*
what is claimed."""
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})


def antecedent(parse: Parse, pronoun: int) -> int | None:
    """What a relative pronoun stands for: the noun that its clause hangs from."""
    if (
        parse.tokens[pronoun].tag not in ("WP", "WDT", "WP$")
        and parse.tokens[pronoun].lower != "that"
    ):
        return None
    clause = relative_clause(parse, pronoun)
    return parse.tokens[clause].head if parse.tokens[clause].role in _RELATIVE_CLAUSES else None


def gap_fillers(parse: Parse, verb: int) -> list[int]:
    """What a verb without an object takes from the noun that its clause describes: *a claim she denies*,
    *a claim that the port could not confirm*.
    """
    token = parse.tokens[verb]
    if not is_summed_up(parse, verb) or own_subject(parse, verb) is None:
        return []
    complete = any(parse.tokens[c].role in ("ccomp", "xcomp") for c in parse.children[verb])
    holds = token.role == "acl" and token.lemma not in _TRANSITIVE
    return [] if complete or holds else [token.head]


def is_summed_up(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in the clause that describes the noun with which the writer sums up what was
    said: *…, a claim that she denies*."""
    token = parse.tokens[verb]
    if token.role not in ("acl:relcl", "acl") or token.head > verb:
        return False
    noun = token.head
    called = parse.tokens[noun - 1].lower in ("a", "an") and parse.tokens[noun - 2].text in _DASHES
    return noun > 1 and called


def relative_clause(parse: Parse, pronoun: int) -> int:
    """The verb of the relative clause that a pronoun stands in."""
    at = pronoun
    while parse.tokens[at].role not in _RELATIVE_CLAUSES and parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def stands_in_what_clause(parse: Parse, verb: int) -> bool:
    """*what critics call a gift*."""
    first = parse.sentences[parse.tokens[verb].sentence].first
    return any(parse.tokens[i].lower == "what" for i in range(max(first, verb - 6), verb))


def is_lone_pronoun(parse: Parse, noun: int) -> bool:
    """*whom*, *what* that stands for no noun in the sentence, and that no clause describes: *what they
    called a scandal*."""
    described = any(parse.tokens[c].role in _RELATIVE_CLAUSES for c in parse.children[noun])
    related = parse.tokens[noun].tag in ("WP", "WDT") and not described
    return related and antecedent(parse, noun) is None

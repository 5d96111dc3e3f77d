"""The tree: ways up and down from a word."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language.grammar.roles import with_role
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.parse import Parse

_CLAUSE_ROLES = frozenset(
    "root ccomp advcl acl:relcl parataxis csubj csubj:pass advcl:relcl acl xcomp".split()
)


def root(parse: Parse, index: int) -> int:
    """The root of the sentence that a token stands in."""
    at = index
    while parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def governor(parse: Parse, index: int) -> int:
    return parse.tokens[index].head


def clause_head(parse: Parse, index: int) -> int:
    """The verb or predicate of the clause that a token belongs to, at or above it."""
    at = index
    while not _heads_clause(parse, at) and parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def _heads_clause(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.role in _CLAUSE_ROLES:
        return True
    return token.role == "conj" and own_subject(parse, index) is not None


def conjuncts(parse: Parse, index: int) -> list[int]:
    return list(with_role(parse, index, ("conj",)))


def head_of(parse: Parse, tokens: Iterable[int]) -> int | None:
    """The word of a phrase from which the others hang."""
    own = set(tokens)
    outer = [i for i in sorted(own) if parse.tokens[i].head not in own or parse.tokens[i].head == i]
    return outer[0] if outer else None

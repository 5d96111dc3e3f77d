"""A mention: words that may be, or stand for, a source, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, trim
from claimtrack.records import Spans
from claimtrack.sources.lexicon import Gender, Type
from claimtrack.sources.names import Name

Form = Literal["name", "description", "pronoun"]
Article = Literal["definite", "indefinite", "bare"]
RELATIVE_TAGS = ("WP", "WDT", "WP$")


@dataclass(frozen=True, slots=True)
class Role:
    """A role or kind of thing that words give somebody: its head noun, what qualifies it, whose it is."""

    head: str
    modifiers: frozenset[str]
    possessor: int | None
    tokens: tuple[int, ...]
    indefinite: bool = False
    complement: frozenset[str] = frozenset()
    """The nouns and adjectives after its head: the board *of elections*, people *familiar* with the talks."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may stand for a source. ``head`` is their grammatical head, by which they are known.

    ``pronoun`` is a pronoun's class or "". ``spans`` are an attribution's where the mention speaks.
    """

    head: int
    tokens: frozenset[int]
    form: Form
    spans: Spans
    speaks: bool
    names: tuple[Name, ...] = ()
    roles: tuple[Role, ...] = ()
    pronoun: str = ""
    types: frozenset[Type] = frozenset()
    gender: Gender = ""
    plural: bool = False
    article: Article = "bare"
    heads: tuple[int, ...] = ()
    """All tokens by which it is known, those of its appositions included."""
    label: str = ""
    """The label of an interview's turn that it is: *Q*, *A*."""
    members: tuple[int, ...] = ()
    """Heads of the mentions that *and* joins in this one, whose own head then is the *and*."""


def is_subject(parse: Parse, mention: Mention) -> bool:
    """Whether it, or the group that it begins, is a clause's subject, or heads a sentence without one."""
    heads = mention.members[:1] or mention.heads
    found = ((own, grammar.own_subject(parse, parse.tokens[own].head)) for own in heads)
    return any(
        subject == own or (subject is None and parse.tokens[own].head == own)
        for own, subject in found
    )


def text_of(parse: Parse, tokens: Iterable[int]) -> str:
    """The article's words from the first token to the last, white space made plain."""
    ordered = [token.number for token in trim([parse.tokens[i] for i in sorted(tokens)])]
    if not ordered:
        return ""
    text = parse.article.text[parse.tokens[ordered[0]].start : parse.tokens[ordered[-1]].end]
    return " ".join(text.split()).strip("-–—")

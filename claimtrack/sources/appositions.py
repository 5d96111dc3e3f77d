"""Appositions: a role and a name side by side are one mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.sources.lexicon import Type
from claimtrack.sources.mention import Mention

_OF_BODIES_TOO = frozenset(
    "owner operator supplier producer landlord sponsor developer contractor".split()
)
"""What both people and companies are."""


def without_appositions(parse: Parse, made: Mapping[int, Mention]) -> list[Mention]:
    """The mentions with their appositions taken in: *the commander, General Kurilla* is one."""
    kept = dict(made)
    for head, other in sorted(
        {*_by_grammar(parse, made), *_by_commas(parse, made), *_side_by_side(parse, made)}
    ):
        if head in kept and other in kept and _explains(kept[head], kept[other]):
            kept[head] = _together(kept[head], kept.pop(other))
    return [kept[head] for head in sorted(kept)]


def _by_grammar(parse: Parse, made: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """What the parser hung as an apposition, but for one that stands beside the second of two names."""
    known = {token: head for head, m in made.items() for name in m.names for token in name.tokens}
    for head in made:
        for token in grammar.appositions(parse, head):
            other = known.get(token, token)
            between = range(head + 1, other)
            nearer = any(
                made[i].form == "name" and i in grammar.conjuncts(parse, head)
                for i in between
                if i in made
            )
            if other in made and other != head and not nearer:
                yield head, other


def _side_by_side(parse: Parse, made: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """A noun and the name right after it, where one hangs from the other: *the group Avaaz*."""
    begins = {m.names[0].first: m for m in made.values() if m.form == "name"}
    for mention in made.values():
        other = begins.get(mention.head + 1)
        if other is None or mention.form != "description" or mention.plural:
            continue
        if (
            parse.tokens[other.head].head == mention.head
            or parse.tokens[mention.head].head == other.head
        ):
            yield mention.head, other.head


def _by_commas(parse: Parse, made: Mapping[int, Mention]) -> Iterator[tuple[int, int]]:
    """Neighbours between commas, whatever the parser made of them: *the chair, Ann Lee, said*."""
    begins = {min(m.tokens): m for m in made.values() if m.form != "pronoun"}
    for mention in made.values():
        at = _after_comma(parse, max(mention.tokens) + 1)
        other = begins.get(at, _named_behind(parse, begins, at)) if at else None
        if other is None or other is mention or not _may_explain(parse, mention, other):
            continue
        free = mention.form == "name" and not grammar.markers(parse, mention.head)
        known = (mention.form == "name" or mention.article != "bare") and not _is_fronted(
            parse, mention
        )
        alike = mention.form == other.form
        if known and (alike or _closed(parse, max(other.tokens) + 1, before_verb=free)):
            yield mention.head, other.head


def _named_behind(parse: Parse, begins: Mapping[int, Mention], at: int) -> Mention | None:
    """*His rival, the | former mayor Ada Obi, …*: a name with its title behind an article."""
    article = parse.tokens[at : at + 1]
    other = begins.get(at + 1) if article and article[0].lower == "the" else None
    return other if other is not None and other.form == "name" and other.roles else None


def _is_fronted(parse: Parse, mention: Mention) -> bool:
    """*In a speech*, Munir, … : a preposition that begins the sentence governs it."""
    first = grammar.sentence_start(parse, mention.head)
    return first in grammar.markers(parse, mention.head)


def _may_explain(parse: Parse, mention: Mention, other: Mention) -> bool:
    """A name beside a description, or two descriptions in the words of one source: *one of them, a manager*."""
    if {mention.form, other.form} == {"name", "description"}:
        return True
    same = mention.speaks and other.tokens <= set(parse.tokens_of(mention.spans))
    return same and mention.form == other.form == "description"


def _closed(parse: Parse, at: int, before_verb: bool) -> bool:
    """Whether an aside ends here: at a comma or full stop, or at the verb, if it may."""
    if at < len(parse.tokens) and parse.tokens[at].text == "(":
        at = next(
            (
                i + 1
                for i in range(at, min(at + 4, len(parse.tokens)))
                if parse.tokens[i].text == ")"
            ),
            at,
        )
    following = parse.tokens[at : at + 1]
    tags = ("VBD", "VBZ", "VBP", "MD") if before_verb else ()
    return any(t.text in (",", ";", ".", "—", "–") or t.tag in tags for t in following)


def _after_comma(parse: Parse, at: int) -> int | None:
    """Where words go on after a comma, or after an age between two: *Pruett, 61, a former director*."""
    words = [t.text for t in parse.tokens[at : at + 3]]
    if words[:1] != [","]:
        return None
    aged = len(words) == 3 and words[1].isdigit() and len(words[1]) < 4 and words[2] == ","
    return at + 3 if aged else at + 1


def _explains(one: Mention, other: Mention) -> bool:
    """Whether an apposition says who somebody is: a role beside a name or role, of one type and number."""
    if one.form == "pronoun" or one.plural != other.plural:
        return False
    if one.form == other.form == "name":
        return False
    if one.form == other.form == "description" and not (one.speaks or other.speaks):
        return False
    return bool(one.types & other.types) and {one.gender, other.gender} != {"masculine", "feminine"}


def _types_together(one: Mention, other: Mention) -> frozenset[Type]:
    """What both may be; a body where a name that the model takes for one has a word that bodies have too: *the
    mine's owner, Lassel Minerals*."""
    both = one.types & other.types
    names, roles = one.names + other.names, one.roles + other.roles
    body = all(name.guess == "body" and "body" in name.types for name in names)
    owns = any(role.head in _OF_BODIES_TOO for role in roles)
    return frozenset({"body"}) if names and body and owns else both


def _together(one: Mention, other: Mention) -> Mention:
    tokens = one.tokens | other.tokens
    named = bool(one.names or other.names)
    return replace(
        one,
        tokens=tokens,
        heads=one.heads + other.heads,
        form="name" if named else "description",
        names=one.names + other.names,
        roles=one.roles + other.roles,
        types=_types_together(one, other),
        gender=one.gender or other.gender,
        spans=one.spans
        if one.speaks
        else other.spans
        if other.speaks
        else tuple(sorted(one.spans + other.spans)),
        speaks=one.speaks or other.speaks,
        article="definite" if named else one.article,
    )

"""Mentions: what may be, or stand for, a source, and where it stands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Spans
from claimtrack.sources.appositions import without_appositions
from claimtrack.sources.lexicon import Lexicon
from claimtrack.sources.making import Maker
from claimtrack.sources.mention import RELATIVE_TAGS, Mention
from claimtrack.sources.names import Name, find_names


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of an article in the order of the text, and the head of each attribution's source by its spans."""

    mentions: tuple[Mention, ...]
    heads: Mapping[Spans, int]


def find_mentions(parse: Parse, attributions: Sequence[Attribution], lexicon: Lexicon) -> Found:
    """All mentions, one a head; a name with its apposition is one mention."""
    said = {a.source.spans for a in attributions if a.source.spans}
    spoken_by = _capitalised(parse, said)
    names = {name_head(parse, name): name for name in find_names(parse, lexicon, spoken_by)}
    inside = {index: head for head, name in names.items() for index in name.tokens}
    speakers = {spans: _speaker_head(parse, spans, names, inside) for spans in said}
    speaking = {speakers[spans]: spans for spans in sorted(said, reverse=True)}
    spoken = {parse.tokens[head].lemma for head in speaking if parse.tokens[head].pos == "NOUN"}
    heads = set(names) | set(speaking)
    heads |= {
        i
        for i in range(len(parse.tokens))
        if i not in inside and _may_refer(parse, i, lexicon, spoken)
    }
    maker = Maker(parse, lexicon, names, speaking)
    made = {head: maker.mention(head) for head in sorted(heads)}
    groups = [_group(parse, made, inside, head) for head in made]
    single = without_appositions(parse, made)
    mentions = sorted([*single, *filter(None, groups)], key=lambda m: m.head)
    return Found(tuple(mentions), speakers)


def _capitalised(parse: Parse, said: Collection[Spans]) -> set[int]:
    """Tokens of sources that are one capitalised word: *Musk* said."""
    lone = (tokens[0] for spans in said if len(tokens := parse.tokens_of(spans)) == 1)
    return {index for index in lone if parse.tokens[index].text[:1].isupper()}


def _speaker_head(
    parse: Parse, spans: Spans, names: Mapping[int, Name], inside: Mapping[int, int]
) -> int:
    """The head of a source's words; where they begin with a name that stands for itself, the name's."""
    tokens = parse.tokens_of(spans)
    first = inside.get(tokens[0]) if tokens else None
    if first is not None and parse.tokens[names[first].last : names[first].last + 1]:
        after = parse.tokens[names[first].last]
        if names[first].words and (after.text == "," or after.number not in tokens):
            return first
    head = head_of(parse, spans)
    return inside.get(head, head)


def _group(
    parse: Parse, made: Mapping[int, Mention], inside: Mapping[int, int], head: int
) -> Mention | None:
    """The mention of several joined by *and*: *Kurilla and Munir*."""
    joined = [inside.get(c, c) for c in grammar.conjuncts(parse, head)]
    members = (head, *(c for c in joined if c in made))
    parts = [made[c] for c in members]
    types = frozenset.intersection(*(p.types for p in parts))
    titles = any(_describes_too(parse, parts[0], p) for p in parts[1:])
    if (
        len(parts) < 2
        or not types
        or titles
        or any(p.form == "pronoun" and not p.gender for p in parts)
    ):
        return None
    tokens = frozenset(range(min(min(p.tokens) for p in parts), max(parts[-1].tokens) + 1))
    links = [
        i for i in range(head, members[-1]) if parse.tokens[i].lower in ("and", "or", "nor", "&")
    ]
    if not links or links[-1] in made:
        return None
    said = (
        parts[0].spans if parts[0].speaks and members[-1] in parse.tokens_of(parts[0].spans) else ()
    )
    return Mention(
        links[-1], tokens, "description", said or parse.spans(tokens), bool(said), types=types, plural=True,
        article="definite", heads=(links[-1],), members=members,
    )  # fmt: skip


def _describes_too(parse: Parse, first: Mention, other: Mention) -> bool:
    """*the chairman and chief executive*, *Ada Obi, a lawyer and an expert on ports*: one person."""
    if other.form != "description" or other.plural:
        return False
    commas = any(parse.tokens[i].text == "," for i in range(first.head, other.head))
    named = bool(first.names) and other.article == "indefinite" and commas
    return other.article == "bare" or named


def head_of(parse: Parse, spans: Spans) -> int:
    """The token that the words hang from; of a relative pronoun and its antecedent, the antecedent's."""
    tokens = parse.tokens_of(spans) or [parse.token_at(spans[0][0])]
    words = [i for i in tokens if parse.tokens[i].text[:1].isalnum()] or tokens
    kept = [i for i in words if parse.tokens[i].tag not in RELATIVE_TAGS] or words
    if len(spans) > 1 and parse.tokens[kept[-1]].lower == "that" and len(kept) > 1:
        kept.pop()
    own = set(kept)
    tops = [i for i in kept if parse.tokens[i].head not in own or parse.tokens[i].head == i]
    nouns = [i for i in tops if _is_noun_like(parse, i)]
    if nouns:
        return nouns[0]
    if tops and tops[0] == kept[0] and parse.tokens[kept[0]].pos in ("DET", "ADJ"):
        return kept[0]
    subject = grammar.own_subject(parse, tops[0]) if tops else None
    inside = [
        i
        for i in (subject, *kept)
        if i in own and _is_noun_like(parse, i) and not is_modifier(parse, i)
    ]
    if not inside or tops == kept[-1:]:
        return (tops or kept)[0]
    return inside[0]


def _is_noun_like(parse: Parse, index: int) -> bool:
    return parse.tokens[index].pos in ("NOUN", "PROPN", "PRON", "NUM")


def name_head(parse: Parse, name: Name) -> int:
    """The token of a name that hangs from outside of it."""
    tokens = range(name.first, name.last)
    outside = (i for i in tokens if parse.tokens[i].head not in tokens or parse.tokens[i].head == i)
    return next((i for i in outside if parse.tokens[i].text[:1].isalnum()), name.last - 1)


def _may_refer(parse: Parse, index: int, lexicon: Lexicon, spoken: Collection[str]) -> bool:
    """Whether a word outside of names may stand for a source: a personal pronoun, or a noun that heads its
    phrase and is a role or speaks elsewhere."""
    token = parse.tokens[index]
    kind = lexicon.pronouns.get(token.lower)
    if kind is not None:
        return kind in ("masculine", "feminine") and token.tag in ("PRP", "PRP$")
    if token.tag not in ("NN", "NNS") and token.pos not in ("NOUN", "PROPN"):
        return False
    known = lexicon.types(token.lemma) or token.lemma in spoken
    return (
        bool(known) and not is_modifier(parse, index) and not _is_an_office(parse, index, lexicon)
    )


def _is_an_office(parse: Parse, index: int, lexicon: Lexicon) -> bool:
    """*a race for governor*, *his time as mayor*: what somebody is or wants to be, and nobody."""
    told = set(grammar.preposition(parse, index)) & {"as", "for"}
    lone = not grammar.compounds(parse, index) and grammar.possessor(parse, index) is None
    return (
        bool(told)
        and lone
        and parse.tokens[index].tag == "NN"
        and lexicon.is_personal(parse.tokens[index].lemma)
    )


def is_modifier(parse: Parse, index: int) -> bool:
    """Whether a noun only describes the noun after it: *police* officer."""
    head = parse.tokens[index].head
    return head > index and index in grammar.compounds(parse, head)

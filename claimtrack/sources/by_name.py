"""By name: the same name, its acronym, a part of it."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.sources.by_description import is_company
from claimtrack.sources.lexicon import Lexicon
from claimtrack.sources.mention import Mention
from claimtrack.sources.names import Name, is_paper
from claimtrack.sources.scene import Entity, Scene, agree, nearest, only
from claimtrack.sources.short_forms import is_acronym, is_short_body, is_short_for, same_body


def by_name(mention: Mention, scene: Scene) -> int | None:
    """The same name, or an acronym that stands beside it in the text."""
    near = scene.sharing(w for name in mention.names for w in (*name.words, name.acronym))
    return nearest(
        [e for e in near if agree(mention, e) and _shares_name(mention, e, scene.lexicon)]
    )


def _shares_name(mention: Mention, entity: Entity, lexicon: Lexicon) -> bool:
    return any(_same(one, other, lexicon) for one in mention.names for other in entity.names)


def _same(one: Name, other: Name, lexicon: Lexicon) -> bool:
    if one.words == other.words:
        return True
    shorts = {(one.acronym,), (other.acronym,)} - {("",)}
    if (
        one.words in shorts
        or other.words in shorts
        or (one.acronym and one.acronym == other.acronym)
    ):
        return True
    if "body" not in one.types or "body" not in other.types:
        return False
    variants = [one.words, *([(one.acronym,)] if one.acronym else [])]
    others = [other.words, *([(other.acronym,)] if other.acronym else [])]
    return any(same_body(a, b, lexicon) for a in variants for b in others)


def by_label(mention: Mention, scene: Scene) -> int | None:
    """The same label of a turn: *Q:* and *Q:*."""
    return scene.labelled(mention.label) if mention.label else None


def by_acronym(mention: Mention, scene: Scene) -> int | None:
    """Letters that can be read off a name, or the name that an earlier acronym abbreviates."""
    bodies = [n for n in mention.names if "body" in n.types]
    spelled = {e.number: e for n in bodies for e in scene.spelled(len(n.words) > 1, n.letters)}
    named = [e for e in spelled.values() if agree(mention, e)]
    return only([e for e in named if any(_abbreviates(a, b) for a in bodies for b in e.names)])


def _abbreviates(one: Name, other: Name) -> bool:
    for short, long in ((one, other), (other, one)):
        letters = len(short.words) == 1 and len(long.words) > 1 and not long.acronym
        if (
            letters
            and "body" in long.types
            and short.types == {"body"}
            and is_acronym(short.words[0], long.words)
        ):
            return True
    return False


def by_part_of_name(mention: Mention, scene: Scene) -> int | None:
    """A surname for the person, a short name for the body, or the full name after these."""
    place = any(name.guess == "place" for name in mention.names)
    words = [name.words for name in mention.names] or _title_as_name(mention)
    sharing = list(scene.sharing(w for name in words for w in name))
    near = [e for e in sharing if e.names and (not place or _may_bear(mention, e, scene.lexicon))]
    near = [
        e for e in near if agree(mention, e) or (_is_known_surname(mention, e) and not e.plural)
    ]
    fits = [e for e in near if any(_is_part(name, mention, e, scene.lexicon) for name in words)]
    if not fits and len(words) == 1 and len(words[0]) == 1:
        fits = [e for e in near if any(_is_given_name(words[0][0], n, e) for n in e.names)]
    if len(fits) > 1 and not _all_one_name(fits):
        guesses = {name.guess for name in mention.names}
        fits = [e for e in fits if e.types <= guesses] or fits
    return nearest(fits) if _all_one_name(fits) else only(fits)


def _all_one_name(fits: Sequence[Entity]) -> bool:
    """Whether all have one longest name but for words left out: they are one whom another test kept apart."""
    longest = [max((n.words for n in e.names), key=len) for e in fits]
    whole = max(longest, key=len, default=())
    return all(
        words == whole or (is_short_for(words, whole) and len(words) > 1) for words in longest
    )


def _title_as_name(mention: Mention) -> list[tuple[str, ...]]:
    """A lone capitalised word without article may be a surname that looks like a title: *Bishop*."""
    lone = (
        mention.form == "description" and len(mention.roles) == 1 and not mention.roles[0].modifiers
    )
    return (
        [(mention.roles[0].head,)]
        if lone and mention.article == "bare" and not mention.plural
        else []
    )


def _may_bear(mention: Mention, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether what looks like a place's name may be a person's or a company's in this article."""
    return _is_known_surname(mention, entity) or (
        mention.types != {"place"} and is_company(entity, lexicon)
    )


def _is_known_surname(mention: Mention, entity: Entity) -> bool:
    """*Paris* after Valeska Paris is the woman, not the city."""
    if "person" not in entity.types or not mention.names:
        return False
    lone = mention.names[0].words
    longer = (n for n in entity.names if len(n.words) > len(lone))
    named = (n for n in longer if n.words[-len(lone) :] == lone)
    return any(n.gender or n.title or n.guess == "person" or entity.speaks for n in named)


def _is_part(name: Sequence[str], mention: Mention, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a mention's name and the entity's are one cut short, with no other full name of the entity against it."""
    full = [n for n in entity.names if len(n.words) > 1 and len(name) > 1]
    return all(
        _is_cut(name, n, mention, entity, lexicon) or n.words == tuple(name) for n in full
    ) and any(_is_cut(name, n, mention, entity, lexicon) for n in entity.names)


def _is_cut(
    words: Sequence[str], name: Name, mention: Mention, entity: Entity, lexicon: Lexicon
) -> bool:
    if "person" in entity.types and "person" in name.types:
        short, long = (words, name.words) if len(words) < len(name.words) else (name.words, words)
        common = short[0] in lexicon.roles or short[0] in lexicon.bodies
        if is_short_for(short, long) and not (common and name.guess != "person"):
            return True
    guesses = {name.guess, *(n.guess for n in mention.names)}
    if "body" not in entity.types or entity.gender or name.guess == "place":
        return False
    if "person" in guesses and not _cuts_a_body(words, name, entity, lexicon):
        return False
    papers = is_paper(words, lexicon) and is_paper(name.words, lexicon)
    paper = papers and tuple(name.words[-len(words) :]) == tuple(words)
    return (
        paper
        or is_short_body(words, name.words, lexicon)
        or is_short_body(name.words, words, lexicon)
    )


def _is_given_name(word: str, name: Name, entity: Entity) -> bool:
    """*Gafur* for Abdul Gafur Morol: a name before the last."""
    return entity.types == {"person"} and word in name.words[:-1] and len(word) > 2


def _cuts_a_body(words: Sequence[str], name: Name, entity: Entity, lexicon: Lexicon) -> bool:
    """Whether a name cuts short the one that a body had before, whatever the model takes it for."""
    body = name.guess == "body" or (name.guess != "person" and is_company(entity, lexicon))
    return body and len(name.words) > len(words)

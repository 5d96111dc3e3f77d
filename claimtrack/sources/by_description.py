"""By description: *the general*, *the ministry*, *the company*, *prosecutors*."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.sources.lexicon import Lexicon, fold
from claimtrack.sources.mention import RELATIVE_TAGS, Mention, Role
from claimtrack.sources.names import body_head
from claimtrack.sources.scene import UNCLEAR, Entity, Scene, agree, nearest, only
from claimtrack.sources.short_forms import LEGAL

_KNOWN_WITHOUT_ARTICLE = ("official", "expert")
"""Kinds whose bare plural means the same people each time: *prosecutors*, *researchers*."""
_CAMPS = frozenset("critic opponent supporter campaigner".split())
"""People whose bare plural is one side of a quarrel."""
_POINTS_BACK = 2
"""How many sentences back *this* and *these* look."""
_GENERIC_COMPANY = frozenset({"company", "firm"})
_GENERIC_NEWS = frozenset(
    "newspaper paper magazine broadcaster network outlet publication daily".split()
)


def by_role(mention: Mention, scene: Scene) -> int | None:
    """The last one whose own words carry the role or noun: *the general*, *the ministry*."""
    if (
        mention.form != "description"
        or mention.article == "indefinite"
        or not mention.roles
        or mention.members
    ):
        return None
    role = mention.roles[0]
    if mention.article == "bare" and not role.possessor:
        return _by_bare_role(mention, role, scene)
    reach = _POINTS_BACK if _points(mention, scene) else len(scene.parse.sentences)
    near = takewhile(lambda e: _sentences_back(e, mention, scene) <= reach, scene.headed(role.head))
    fits = (e for e in near if agree(mention, e) and _carries(e, role, scene))
    fits = (
        e for e in fits if is_writers_own(e.mentions[0], scene) <= is_writers_own(mention, scene)
    )
    last, before = next(fits, None), next(fits, None)
    if before is not None and all(_is_one_of_many(e) for e in (last, before, *fits) if e):
        return UNCLEAR
    return None if last is None else last.number


def by_naming(mention: Mention, scene: Scene) -> int | None:
    """*The deputy, Karl Renner*, for *a deputy* before: the only one without a name who had the role."""
    if mention.form != "name" or mention.plural:
        return None
    known = [role for role in mention.roles if _is_taken_up(role, mention, scene)]
    near = [e for role in known for e in scene.headed(role.head) if _carries(e, role, scene)]
    return only([e for e in near if not e.names and agree(mention, e)])


def _is_taken_up(role: Role, mention: Mention, scene: Scene) -> bool:
    """Whether a role with *the* stands before the name and a comma."""
    tokens, last = scene.parse.tokens, max(role.tokens)
    comma = tokens[last + 1 : last + 2]
    named = any(name.first == last + 2 for name in mention.names)
    return named and comma[0].text == "," and tokens[min(role.tokens)].lower == "the"


def _by_bare_role(mention: Mention, role: Role, scene: Scene) -> int | None:
    """The same words without an article: *prosecutors* and *Prosecutors*, *rich countries*, *critics*; *people*
    and *fans* are others each time."""
    kind = scene.lexicon.roles.get(role.head, scene.lexicon.bodies.get(role.head))
    one_camp = role.head in _CAMPS or (bool(role.modifiers) and kind in ("group", "participant"))
    if kind not in _KNOWN_WITHOUT_ARTICLE and not one_camp:
        return None
    same = (e.number for e in scene.headed(role.head) if _same_bare(mention, role, e))
    return next(same, None)


def is_writers_own(mention: Mention, scene: Scene) -> bool:
    """*This newspaper* is the one that the reader holds."""
    first = scene.parse.tokens[min(mention.tokens)].lower
    news = bool(mention.roles) and mention.roles[0].head in _GENERIC_NEWS
    return news and not mention.names and first in ("this", "our")


def _points(mention: Mention, scene: Scene) -> bool:
    """*This map*, *these results*: what stands close by, or on the page."""
    first = scene.parse.tokens[min(mention.tokens)]
    return first.lower in ("this", "these", "that", "those")


def _sentences_back(entity: Entity, mention: Mention, scene: Scene) -> int:
    tokens = scene.parse.tokens
    return tokens[mention.head].sentence - tokens[entity.last.head].sentence


def _same_bare(mention: Mention, role: Role, entity: Entity) -> bool:
    first = entity.mentions[0]
    bare = first.article == "bare" and not first.names and bool(entity.roles)
    return (
        bare
        and agree(mention, entity)
        and entity.roles[0].head == role.head
        and entity.roles[0].modifiers == role.modifiers
        and entity.roles[0].complement == role.complement
    )


def _is_one_of_many(entity: Entity) -> bool:
    return not entity.names and any(role.indefinite for role in entity.roles)


def _carries(entity: Entity, role: Role, scene: Scene) -> bool:
    """Whether the entity's words give it the role, with what qualifies the role and whose it is."""
    told = (role.modifiers | role.complement) - entity.words
    if told and not all(_is_whose(word, entity, scene) for word in told):
        return False
    if any(r.head == role.head and _same_possessor(r, role, scene) for r in entity.roles):
        return True
    headed = any(body_head(name) == role.head for name in entity.names if "body" in name.types)
    return headed and role.possessor is None


def _is_whose(word: str, entity: Entity, scene: Scene) -> bool:
    """*The Polish ministry* is Poland's."""
    whose = {
        fold(scene.parse.tokens[r.possessor].text) for r in entity.roles if r.possessor is not None
    }
    return any(scene.lexicon.is_of_place(word, place) for place in whose)


def _same_possessor(own: Role, role: Role, scene: Scene) -> bool:
    if role.possessor is None:
        return True
    if own.possessor is None:
        place = fold(scene.parse.tokens[role.possessor].text)
        return any(scene.lexicon.is_of_place(word, place) for word in own.modifiers)
    one, other = scene.of.get(own.possessor), scene.of.get(role.possessor)
    if one is not None and other is not None:
        return one == other
    return scene.parse.tokens[own.possessor].lemma == scene.parse.tokens[role.possessor].lemma


def by_kind_of_body(mention: Mention, scene: Scene) -> int | None:
    """*The company* for the only company, *the newspaper* for the last one named."""
    if (
        mention.form != "description"
        or mention.article != "definite"
        or mention.plural
        or not mention.roles
    ):
        return None
    role = mention.roles[0]
    if (
        role.possessor is not None
        or not role.modifiers <= scene.lexicon.peoples
        or is_told_apart(mention, scene)
    ):
        return None
    if role.head in _GENERIC_COMPANY:
        return _only_company(scene)
    if role.head in _GENERIC_NEWS:
        return nearest(scene.all(_is_medium))
    return None


def _only_company(scene: Scene) -> int | None:
    """The only company; none where something else that may be one has spoken since."""
    found = only(scene.all(is_company))
    if found is None or found == UNCLEAR:
        return found
    last = scene.entities[found].last.head
    since = takewhile(lambda e: e.last.head > last, scene.recent())
    return UNCLEAR if any(_may_be_company(e, scene.lexicon) for e in since) else found


def _may_be_company(entity: Entity, lexicon: Lexicon) -> bool:
    """A speaker whose name tells nothing of what body it is."""
    if not entity.speaks or not entity.names or entity.roles or "body" not in entity.types:
        return False
    known = any(
        " ".join(n.words) in lexicon.media or body_head(n) in lexicon.bodies for n in entity.names
    )
    labelled = all(n.guess == "body" and not n.acronym for n in entity.names)
    return labelled and not known


def _is_medium(entity: Entity, lexicon: Lexicon) -> bool:
    return any(" ".join(name.words) in lexicon.media for name in entity.names)


def is_told_apart(mention: Mention, scene: Scene) -> bool:
    """Whether a clause or phrase right after the noun says which one: *the company that designs it*."""
    following = scene.parse.tokens[mention.head + 1 : mention.head + 2]
    behind = scene.parse.tokens[mention.head + 2 : mention.head + 3]
    if [t.lower for t in following] == ["of"] and [t.tag for t in behind] == ["VBG"]:
        return False  # *accused the company of hiding it*
    return any(
        t.tag in (*RELATIVE_TAGS, "VBG", "VBN") or t.lower in ("that", "behind", "of")
        for t in following
    )


def is_company(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether its name or what is said of it tells a company."""
    if "body" not in entity.types or entity.plural or not entity.names or entity.gender:
        return False
    heads = {body_head(n) for n in entity.names} | {r.head for r in entity.roles}
    ends = {body_head(n) for n in entity.names if len(n.words) > 1}
    listed = any(lexicon.bodies.get(head) == "participant" for head in heads)
    return listed or bool(ends & (lexicon.company_endings | LEGAL))

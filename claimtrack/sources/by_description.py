"""By description: *the general*, *the ministry*, *the company*, *prosecutors*."""

from __future__ import annotations

from claimtrack.sources.lexicon import Lexicon
from claimtrack.sources.mention import RELATIVE_TAGS, Mention, Role
from claimtrack.sources.names import LEGAL, Name
from claimtrack.sources.scene import UNCLEAR, Entity, Scene, agree, nearest, only

_KNOWN_WITHOUT_ARTICLE = ("official", "expert")
"""Kinds whose bare plural means the same people each time: *prosecutors*, *researchers*."""
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
        return nearest([e for e in scene.entities if _same_bare(mention, role, e, scene.lexicon)])
    fits = [e for e in scene.entities if agree(mention, e) and _carries(e, role, scene)]
    if _points(mention, scene):
        fits = [e for e in fits if _sentences_back(e, mention, scene) <= _POINTS_BACK]
    if len(fits) > 1 and all(_is_one_of_many(e) for e in fits):
        return UNCLEAR
    return nearest(fits)


def _points(mention: Mention, scene: Scene) -> bool:
    """*This map*, *these results*: what stands close by, or on the page."""
    first = scene.parse.tokens[min(mention.tokens)]
    return first.lower in ("this", "these", "that", "those")


def _sentences_back(entity: Entity, mention: Mention, scene: Scene) -> int:
    tokens = scene.parse.tokens
    return tokens[mention.head].sentence - tokens[entity.last.head].sentence


def _same_bare(mention: Mention, role: Role, entity: Entity, lexicon: Lexicon) -> bool:
    """The same words without an article: *prosecutors* and *Prosecutors*; *people* and *fans* are others each time."""
    first = entity.mentions[0]
    if lexicon.roles.get(role.head, lexicon.bodies.get(role.head)) not in _KNOWN_WITHOUT_ARTICLE:
        return False
    bare = first.article == "bare" and not first.names and bool(entity.roles)
    return (
        bare
        and agree(mention, entity)
        and entity.roles[0].head == role.head
        and (entity.roles[0].modifiers == role.modifiers)
    )


def _is_one_of_many(entity: Entity) -> bool:
    return not entity.names and any(role.indefinite for role in entity.roles)


def _carries(entity: Entity, role: Role, scene: Scene) -> bool:
    """Whether the entity's words give it the role, with what qualifies the role and whose it is."""
    words = {w for name in entity.names for w in (*name.words, *name.title)}
    words |= {w for own in entity.roles for w in own.modifiers | {own.head} | own.complement}
    if not role.modifiers | role.complement <= words:
        return False
    own = [r for r in entity.roles if r.head == role.head]
    if any(_same_possessor(r, role, scene) for r in own):
        return True
    headed = any(body_head(name) == role.head for name in entity.names if "body" in name.types)
    return headed and role.possessor is None


def body_head(name: Name) -> str:
    """The noun that heads a body's name: *bank* in *Bank of England*, *Kessler Bank*."""
    links = [i for i, word in enumerate(name.words) if word in ("of", "for")]
    head = name.words[: links[0]] if links else name.words
    return head[-1] if head else ""


def _same_possessor(own: Role, role: Role, scene: Scene) -> bool:
    if role.possessor is None:
        return True
    if own.possessor is None:
        return False
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
        or _is_told_apart(mention, scene)
    ):
        return None
    if role.head in _GENERIC_COMPANY:
        return only([e for e in scene.entities if is_company(e, scene.lexicon)])
    if role.head in _GENERIC_NEWS:
        media = scene.lexicon.media
        return nearest(
            [e for e in scene.entities if any(" ".join(n.words) in media for n in e.names)]
        )
    return None


def _is_told_apart(mention: Mention, scene: Scene) -> bool:
    """Whether a clause or phrase right after the noun says which one: *the company that designs it*."""
    following = scene.parse.tokens[mention.head + 1 : mention.head + 2]
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

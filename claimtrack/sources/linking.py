"""Linking: which mentions are one. A single pass from left to right; each mention is tried on
what came before by one test after another, the most precise first, and joins what the first
test that answers names. Where two fit equally well, it joins neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution
from claimtrack.sources.lexicon import Gender, Lexicon, Type
from claimtrack.sources.mentions import Mention, Role, head_of, is_subject
from claimtrack.sources.names import (
    Name,
    is_acronym,
    is_short_body,
    is_short_for,
    same_body,
)

UNCLEAR = -1
"""A test's answer where several fit equally well: join none, and try no further test."""

_REACH = 3
"""How many sentences back a pronoun looks."""
_MARGIN = 2.0
"""By how much the best antecedent of a pronoun must beat the next."""
_KNOWN_WITHOUT_ARTICLE = ("official", "expert")
"""Kinds whose bare plural means the same people each time: *prosecutors*, *researchers*."""
_GENERIC_COMPANY = frozenset({"company", "firm"})
_GENERIC_NEWS = frozenset({"newspaper", "paper", "magazine", "broadcaster", "network", "outlet", "publication", "daily"})


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions so far add up to."""

    number: int
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    roles: tuple[Role, ...]
    types: frozenset[Type]
    gender: Gender
    plural: bool

    @property
    def last(self) -> Mention:
        return self.mentions[-1]

    @property
    def speaks(self) -> bool:
        return any(m.speaks for m in self.mentions)


@dataclass(slots=True)
class Scene:
    """What the pass knows so far: the entities, and which of them each head belongs to."""

    parse: Parse
    lexicon: Lexicon
    claims: Sequence[tuple[int, frozenset[int], bool]]
    """For each attribution its source's head, its claim's tokens, and whether it is a quotation."""
    entities: list[Entity] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)

    def add(self, mention: Mention, number: int | None) -> None:
        """Puts a mention with an entity, or begins one."""
        if number is None:
            number = len(self.entities)
            self.entities.append(_begun(number, mention))
        else:
            self.entities[number] = _grown(self.entities[number], mention)
        for head in mention.heads:
            self.of[head] = number

    def words_of(self, head: int) -> frozenset[int]:
        """The tokens of the mention that a head belongs to."""
        number = self.of.get(head)
        mentions = self.entities[number].mentions if number is not None else ()
        return next((m.tokens for m in mentions if head in m.heads), frozenset())

    def group_of(self, head: int, tokens: Iterable[int]) -> int:
        """The head of the group that begins with ``head`` and lies within ``tokens``, else of its name."""
        own = set(tokens)
        for entity in self.entities:
            for mention in entity.mentions:
                if mention.members and mention.members[0] == self.outer(head) and mention.members[-1] in own:
                    return mention.head
        return self.outer(head)

    def outer(self, head: int) -> int:
        """The head by which the mention that holds a token is known."""
        if head in self.of:
            return head
        holds = (m for e in self.entities for m in e.mentions for n in m.names if head in n.tokens)
        return next((m.head for m in holds), head)


def _begun(number: int, mention: Mention) -> Entity:
    return Entity(
        number, (mention,), mention.names, mention.roles, mention.types, mention.gender, mention.plural
    )


def _grown(entity: Entity, mention: Mention) -> Entity:
    return replace(
        entity,
        mentions=(*entity.mentions, mention),
        names=entity.names + mention.names,
        roles=entity.roles + mention.roles,
        types=entity.types & mention.types or entity.types,
        gender=entity.gender or mention.gender,
    )


Test = Callable[[Mention, Scene], "int | None"]


def link(
    parse: Parse, mentions: Iterable[Mention], attributions: Sequence[Attribution], lexicon: Lexicon
) -> Scene:
    """All mentions with their entities; bodies' press offices joined at the end."""
    scene = Scene(parse, lexicon, [_claim(parse, a) for a in attributions if a.source.spans])
    for mention in mentions:
        answers = (test(mention, scene) for test in _TESTS)
        found = next((answer for answer in answers if answer is not None), None)
        scene.add(mention, None if found == UNCLEAR else found)
    _join_press_offices(scene)
    return scene


def _claim(parse: Parse, attribution: Attribution) -> tuple[int, frozenset[int], bool]:
    claim = frozenset(parse.tokens_of(attribution.claim))
    return head_of(parse, attribution.source.spans), claim, attribution.style == "direct"


def _agree(mention: Mention, entity: Entity) -> bool:
    """Whether type, gender and number allow the two to be one."""
    if not mention.types & entity.types or {mention.gender, entity.gender} == {"masculine", "feminine"}:
        return False
    return mention.plural == entity.plural


def _only(found: Sequence[Entity]) -> int | None:
    """The one that fits, UNCLEAR where several do."""
    if not found:
        return None
    return found[0].number if len(found) == 1 else UNCLEAR


# --- by name -----------------------------------------------------------------------------------


def by_name(mention: Mention, scene: Scene) -> int | None:
    """The same name, or an acronym that stands beside it in the text."""
    fits = [e for e in scene.entities if _agree(mention, e) and _shares_name(mention, e, scene.lexicon)]
    return fits[-1].number if len(fits) == 1 else _last_spoken(fits)


def _last_spoken(fits: Sequence[Entity]) -> int | None:
    """Of several with one name the one whose last mention is nearest."""
    return max(fits, key=lambda e: e.last.head).number if fits else None


def _shares_name(mention: Mention, entity: Entity, lexicon: Lexicon) -> bool:
    return any(_same(one, other, lexicon) for one in mention.names for other in entity.names)


def _same(one: Name, other: Name, lexicon: Lexicon) -> bool:
    if one.words == other.words:
        return True
    shorts = {(one.acronym,), (other.acronym,)} - {("",)}
    if one.words in shorts or other.words in shorts or one.acronym and one.acronym == other.acronym:
        return True
    if "body" not in one.types or "body" not in other.types:
        return False
    variants = [one.words, *([(one.acronym,)] if one.acronym else [])]
    others = [other.words, *([(other.acronym,)] if other.acronym else [])]
    return any(same_body(a, b, lexicon) for a in variants for b in others)


def by_label(mention: Mention, scene: Scene) -> int | None:
    """The same label of a turn: *Q:* and *Q:*."""
    if not mention.label:
        return None
    same = (e.number for e in scene.entities if e.mentions[0].label == mention.label)
    return next(same, None)


def by_acronym(mention: Mention, scene: Scene) -> int | None:
    """Letters that can be read off a name, or the name that an earlier acronym abbreviates."""
    fits = [
        e
        for e in scene.entities
        if _agree(mention, e) and any(_abbreviates(a, b) for a in mention.names for b in e.names)
    ]
    return _only(fits)


def _abbreviates(one: Name, other: Name) -> bool:
    for short, long in ((one, other), (other, one)):
        letters = len(short.words) == 1 and len(long.words) > 1 and not long.acronym
        if letters and "body" in long.types and short.types == {"body"} and is_acronym(short.words[0], long.words):
            return True
    return False


def by_part_of_name(mention: Mention, scene: Scene) -> int | None:
    """A surname for the person, a short name for the body, or the full name after these."""
    words = [name.words for name in mention.names] or _title_as_name(mention)
    near = [e for e in scene.entities if _agree_in_name(mention, e)]
    fits = [e for e in near if any(_is_part(w, n, e, scene.lexicon) for w in words for n in e.names)]
    if not fits and len(words) == 1 and len(words[0]) == 1:
        fits = [e for e in near if any(_is_first_name(words[0][0], n, e) for n in e.names)]
    return _only(fits)


def _title_as_name(mention: Mention) -> list[tuple[str, ...]]:
    """A lone capitalised word without article may be a surname that looks like a title: *Bishop*."""
    lone = mention.form == "description" and len(mention.roles) == 1 and not mention.roles[0].modifiers
    return [(mention.roles[0].head,)] if lone and mention.article == "bare" and not mention.plural else []


def _agree_in_name(mention: Mention, entity: Entity) -> bool:
    if not entity.names or mention.types == {"place"} and not _is_known_surname(mention, entity):
        return False
    return _agree(mention, entity) or mention.types == {"place"} and not entity.plural


def _is_known_surname(mention: Mention, entity: Entity) -> bool:
    """*Paris* after Valeska Paris is the woman, not the city."""
    lone = mention.names[0].words if mention.names else ()
    return "person" in entity.types and any(
        len(n.words) > 1 and n.words[-1:] == lone and (n.gender or n.title or n.guess == "person") for n in entity.names
    )


def _is_part(words: Sequence[str], name: Name, entity: Entity, lexicon: Lexicon) -> bool:
    if "person" in entity.types and "person" in name.types:
        if is_short_for(words, name.words) or is_short_for(name.words, words):
            return True
    if "body" not in entity.types or entity.gender or "place" in name.types:
        return False
    return is_short_body(words, name.words, lexicon) or is_short_body(name.words, words, lexicon)


def _is_first_name(word: str, name: Name, entity: Entity) -> bool:
    return entity.types == {"person"} and len(name.words) > 1 and name.words[0] == word and len(word) > 2


# --- by role -----------------------------------------------------------------------------------


def by_role(mention: Mention, scene: Scene) -> int | None:
    """The last one whose own words carry the role or noun: *the general*, *the ministry*."""
    if mention.form != "description" or mention.article == "indefinite" or not mention.roles or mention.members:
        return None
    role = mention.roles[0]
    if mention.article == "bare" and not role.possessor:
        return _nearest([e for e in scene.entities if _same_bare(mention, role, e, scene.lexicon)])
    fits = [e for e in scene.entities if _agree(mention, e) and _carries(e, role, scene)]
    if len(fits) > 1 and all(_is_one_of_many(e) for e in fits):
        return UNCLEAR
    return _nearest(fits)


def _same_bare(mention: Mention, role: Role, entity: Entity, lexicon: Lexicon) -> bool:
    """The same words without an article: *prosecutors* and *Prosecutors*; *people* and *fans* are others each time."""
    first = entity.mentions[0]
    if lexicon.roles.get(role.head, lexicon.bodies.get(role.head)) not in _KNOWN_WITHOUT_ARTICLE:
        return False
    bare = first.article == "bare" and not first.names and bool(entity.roles)
    return bare and _agree(mention, entity) and entity.roles[0].head == role.head and (
        entity.roles[0].modifiers == role.modifiers
    )


def _nearest(fits: Sequence[Entity]) -> int | None:
    """The one mentioned last; UNCLEAR where the last two stand side by side."""
    return max(fits, key=lambda e: e.last.head).number if fits else None


def _is_one_of_many(entity: Entity) -> bool:
    return not entity.names and any(role.indefinite for role in entity.roles)


def _carries(entity: Entity, role: Role, scene: Scene) -> bool:
    """Whether the entity's words give it the role, with what qualifies the role and whose it is."""
    words = {w for name in entity.names for w in (*name.words, *name.title)}
    words |= {w for own in entity.roles for w in own.modifiers | {own.head}}
    if not role.modifiers <= words:
        return False
    own = [r for r in entity.roles if r.head == role.head]
    if any(_same_possessor(r, role, scene) for r in own):
        return True
    headed = any(_body_head(name) == role.head for name in entity.names if "body" in name.types)
    return headed and role.possessor is None


def _body_head(name: Name) -> str:
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
    if mention.form != "description" or mention.article != "definite" or mention.plural or not mention.roles:
        return None
    role = mention.roles[0]
    if role.possessor is not None or not role.modifiers <= scene.lexicon.peoples:
        return None
    if role.head in _GENERIC_COMPANY:
        return _only([e for e in scene.entities if _is_company(e, scene.lexicon)])
    if role.head in _GENERIC_NEWS:
        media = scene.lexicon.media
        return _nearest([e for e in scene.entities if any(" ".join(n.words) in media for n in e.names)])
    return None


def _is_company(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether it is named as a company, or as a body of no other class."""
    if "body" not in entity.types or entity.plural or not entity.names or entity.gender:
        return False
    heads = {_body_head(n) for n in entity.names} | {r.head for r in entity.roles}
    if any(" ".join(n.words) in lexicon.media for n in entity.names):
        return False
    known = [lexicon.bodies[h] for h in heads if h in lexicon.bodies]
    return "participant" in known or not known and entity.types == {"body"}


# --- by pronoun --------------------------------------------------------------------------------


def by_pronoun(mention: Mention, scene: Scene) -> int | None:
    """The antecedent that fits and stands out; UNCLEAR where none stands out from the next."""
    if mention.pronoun not in ("masculine", "feminine", "neuter", "plural"):
        return None
    fits = [e for e in scene.entities if _may_mean(mention, e, scene)]
    if not fits:
        return None
    speaker = _last_speaker(mention, fits, scene)
    if speaker is not None:
        return speaker.number
    scored = sorted(((_salience(e, mention, scene), e.number) for e in fits), reverse=True)
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _MARGIN:
        return UNCLEAR
    return scored[0][1]


def _last_speaker(mention: Mention, fits: Sequence[Entity], scene: Scene) -> Entity | None:
    """Who spoke in this sentence or the one before, where nobody else who fits has been mentioned since."""
    last = max(fits, key=lambda e: e.last.head)
    here = scene.parse.tokens[mention.head].sentence
    near = here - scene.parse.tokens[last.last.head].sentence <= 1
    return last if mention.speaks and mention.pronoun != "plural" and last.last.speaks and near else None


def _may_mean(mention: Mention, entity: Entity, scene: Scene) -> bool:
    parse = scene.parse
    if not mention.types & entity.types or {mention.gender, entity.gender} == {"masculine", "feminine"}:
        return False
    if not _number_fits(mention, entity) or entity.mentions[0].pronoun in ("first", "second"):
        return False
    here = parse.tokens[mention.head].sentence
    if here - parse.tokens[entity.last.head].sentence > _REACH:
        return False
    if any(mention.head in m.tokens and m is not mention for m in entity.mentions):
        return False
    return not _is_quoted_by(mention, entity, scene) and not _shares_verb(mention, entity, parse)


def _number_fits(mention: Mention, entity: Entity) -> bool:
    if mention.pronoun == "plural":
        return entity.plural or "body" in entity.types and not entity.gender
    return not entity.plural


def _is_quoted_by(mention: Mention, entity: Entity, scene: Scene) -> bool:
    """Whether the pronoun stands in a quotation of the entity's own, where it would be *I*."""
    return any(
        direct and mention.head in claim and scene.of.get(head) == entity.number
        for head, claim, direct in scene.claims
    )


def _shares_verb(mention: Mention, entity: Entity, parse: Parse) -> bool:
    """*Kurilla praised him*: subject and object of one verb are two people."""
    verb = parse.tokens[mention.head].head
    return any(parse.tokens[m.head].head == verb and m.head != verb for m in entity.mentions[-2:])


def _salience(entity: Entity, mention: Mention, scene: Scene) -> float:
    """How much the entity stands out at the pronoun: its best recent mention, and what fits it closely."""
    best = max(sum(_WEIGHTS[s] for s in _signs(m, mention, scene)) for m in entity.mentions[-3:])
    return best + sum(_WEIGHTS[sign] for sign in _traits(entity, mention))


_WEIGHTS: Mapping[str, float] = {
    "a sentence back": -2.0,
    "speaks, and so does the pronoun": 2.5,
    "speaks": 0.0,
    "says what holds the pronoun": 1.0,
    "named in the words of who says that": 1.0,
    "subject": 1.0,
    "subject, for a thing": 1.0,
    "possessive": 0.5,
    "the same pronoun in the sentence": 2.5,
    "the same pronoun a sentence back": 2.5,
    "quoted elsewhere": -2.5,
    "in the pronoun's own claim": -4.0,
    "often mentioned": 0.5,
    "gender shown": 2.0,
    "of another type by guess": -3.0,
    "a name, for a person": 1.0,
    "known by whose it is": 1.0,
    "one for several": 0.0,
}
"""What a sign adds to an antecedent's salience; fitted on the news, interviews and lives of GUM."""


def _signs(before: Mention, mention: Mention, scene: Scene) -> Iterator[str]:
    """What holds of an earlier mention as seen from a pronoun."""
    parse = scene.parse
    distance = parse.tokens[mention.head].sentence - parse.tokens[before.head].sentence
    yield from ["a sentence back"] * distance
    if before.speaks:
        yield "speaks, and so does the pronoun" if mention.speaks else "speaks"
    if is_subject(parse, before):
        yield "subject, for a thing" if mention.pronoun == "neuter" else "subject"
    if _is_possessive(parse, before):
        yield "possessive"
    if before.pronoun == mention.pronoun and distance < 2:
        yield "the same pronoun a sentence back" if distance else "the same pronoun in the sentence"
    if parse.quoted[before.head] not in (-1, parse.quoted[mention.head]):
        yield "quoted elsewhere"
    if distance == 0:
        yield from _signs_of_speech(before, mention, scene)


def _signs_of_speech(before: Mention, mention: Mention, scene: Scene) -> Iterator[str]:
    """What the attributions of the sentence say of the two: *the bank said it …*, *Smith will go, he said*."""
    for head, claim, _ in scene.claims:
        if head == mention.head and before.head in claim:
            yield "in the pronoun's own claim"
        if mention.head in claim and before.head < mention.head:
            if head in before.heads:
                yield "says what holds the pronoun"
            elif before.head in scene.words_of(head):
                yield "named in the words of who says that"


def _traits(entity: Entity, mention: Mention) -> Iterator[str]:
    """What holds of an entity as seen from a pronoun."""
    if len(entity.mentions) > 2:
        yield "often mentioned"
    if mention.gender and entity.gender == mention.gender:
        yield "gender shown"
    guesses = {name.guess for name in entity.names if name.guess}
    if guesses and not guesses & mention.types:
        yield "of another type by guess"
    if entity.names and mention.gender:
        yield "a name, for a person"
    elif any(role.possessor is not None for role in entity.roles):
        yield "known by whose it is"
    if mention.pronoun == "plural" and not entity.plural:
        yield "one for several"


def _is_possessive(parse: Parse, mention: Mention) -> bool:
    return grammar.possessor(parse, grammar.governor(parse, mention.head)) == mention.head


_TESTS: tuple[Test, ...] = (by_label, by_name, by_acronym, by_part_of_name, by_role, by_kind_of_body, by_pronoun)


# --- press offices -----------------------------------------------------------------------------


def _join_press_offices(scene: Scene) -> None:
    """*The army's media wing* is the one press office that the text names, where it has no rival."""
    offices = [e for e in scene.entities if e.speaks and is_press_office(e, scene.lexicon)]
    named = [e for e in offices if e.names]
    unnamed = [e for e in offices if not e.names]
    if len(named) == 1 and unnamed:
        for office in unnamed:
            if _may_share(office, named[0], scene):
                _merge(scene, office, named[0])


def is_press_office(entity: Entity, lexicon: Lexicon) -> bool:
    """Whether its words head a body that speaks for another: media wing, Public Relations."""
    if "body" not in entity.types or entity.plural:
        return False
    phrases = [" ".join([m, r.head]) for r in entity.roles for m in r.modifiers]
    phrases += [" ".join(n.words[i:]) for n in entity.names for i in range(len(n.words))]
    phrases += [f"{w}{s} office" for n in entity.names for w in n.words for s in ("", "s") if _heads_office(n)]
    return any(p in lexicon.press for p in phrases)


def _heads_office(name: Name) -> bool:
    """*Directorate of Military Communication* is a communications office."""
    return "body" in name.types and _body_head(name) in ("directorate", "department", "bureau", "office", "unit")


def _may_share(office: Entity, named: Entity, scene: Scene) -> bool:
    """Whether nothing in the text says that the two speak for different bodies."""
    ours = {scene.of.get(r.possessor) for r in office.roles if r.possessor is not None}
    theirs = {scene.of.get(r.possessor) for r in named.roles if r.possessor is not None}
    return not ours or not theirs or bool(ours & theirs) or None in ours | theirs


def _merge(scene: Scene, one: Entity, other: Entity) -> None:
    """Moves all mentions of one entity to another; the first is left empty."""
    for mention in one.mentions:
        scene.add(mention, other.number)
    scene.entities[one.number] = replace(one, mentions=())

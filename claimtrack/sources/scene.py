"""The scene of a pass: entities under construction, and which of them each mention belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimtrack.language.parse import Parse
from claimtrack.records import Spans
from claimtrack.sources.lexicon import Gender, Lexicon, Type
from claimtrack.sources.mention import Mention, Role
from claimtrack.sources.names import Name, body_head

UNCLEAR = -1
"""A test's answer where several fit equally well: join none, and try no further test."""


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
    speaks: bool
    words: frozenset[str]
    """All words of its names, titles and roles."""

    heads: frozenset[str]
    """The nouns that head its roles and the names of bodies."""

    @property
    def last(self) -> Mention:
        return self.mentions[-1]


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution as the pass sees it: its source's head, its claim's tokens, whether it is a quotation."""

    head: int
    claim: frozenset[int]
    direct: bool


@dataclass(slots=True)
class Scene:
    """What the pass knows so far: the entities, and which of them each head belongs to."""

    parse: Parse
    lexicon: Lexicon
    speech: Sequence[Speech]
    heads: Mapping[Spans, int]
    """The head of each source's words."""
    entities: list[Entity] = field(default_factory=list)
    of: dict[int, int] = field(default_factory=dict)
    over: dict[int, list[Speech]] = field(init=False)
    """What is said at each token: the speech whose claim holds it."""
    _named: dict[str, set[int]] = field(default_factory=dict)
    _spelled: dict[tuple[bool, str], set[int]] = field(default_factory=dict)
    """Entities by the letter with which a name of one word begins (True), or the letters with
    which an acronym of a longer one may."""
    _labelled: dict[str, int] = field(default_factory=dict)
    _recent: dict[int, None] = field(default_factory=dict)
    """All entities, the one mentioned last at the end."""
    _headed: dict[str, dict[int, None]] = field(default_factory=dict)
    """The same, by the nouns that head their roles and the names of bodies."""
    _held: dict[int, Mention] = field(default_factory=dict)
    """Each mention by its heads."""
    _within: dict[int, int] = field(default_factory=dict)
    """For each token of a name the head of the mention that holds it."""
    _groups: dict[int, Mention] = field(default_factory=dict)
    """Mentions of several, by the head of the first."""
    _kept: dict[Kept, tuple[set[int], int]] = field(default_factory=dict)
    _grown: list[int] = field(default_factory=list)
    """The numbers of the entities in the order in which mentions came to them."""

    def __post_init__(self) -> None:
        self.over = {}
        for speech in self.speech:
            for token in speech.claim:
                self.over.setdefault(token, []).append(speech)

    def add(self, mention: Mention, number: int | None) -> None:
        """Puts a mention with an entity, or begins one."""
        if number is None:
            number = len(self.entities)
            self.entities.append(_begun(number, mention))
        else:
            self.entities[number] = _grown(self.entities[number], mention)
        self._grown.append(number)
        _to_end(self._recent, number)
        for head in mention.heads:
            self.of[head] = number
            self._held[head] = mention
        if mention.members:
            self._groups[mention.members[0]] = mention
        self._note_words(mention, number)

    def _note_words(self, mention: Mention, number: int) -> None:
        if self.entities[number].mentions[0] is mention and mention.label:
            self._labelled.setdefault(mention.label, number)
        for name in mention.names:
            for word in (*name.words, name.acronym):
                self._named.setdefault(word, set()).add(number)
            for letter in name.letters:
                self._spelled.setdefault((len(name.words) == 1, letter), set()).add(number)
            self._within.update(dict.fromkeys(name.tokens, mention.head))
        for head in self.entities[number].heads:
            _to_end(self._headed.setdefault(head, {}), number)

    def recent(self) -> Iterator[Entity]:
        """All entities, the one mentioned last first."""
        return (self.entities[number] for number in reversed(self._recent))

    def headed(self, noun: str) -> Iterator[Entity]:
        """Entities with the noun at the head of a role or of a body's name, the one mentioned last
        first."""
        return (self.entities[number] for number in reversed(self._headed.get(noun, {})))

    def labelled(self, label: str) -> int | None:
        """The first entity that began with this label."""
        return self._labelled.get(label)

    def spelled(self, alone: bool, letters: Iterable[str]) -> list[Entity]:
        """Entities with a name of one word that begins with one of the letters, or, not ``alone``,
        with a longer one whose acronym may."""
        found = (self._spelled.get((alone, letter), ()) for letter in letters)
        return [self.entities[n] for n in sorted({n for numbers in found for n in numbers})]

    def all(self, kept: Kept) -> list[Entity]:
        """The entities that pass a test, which each is put to again only when it has grown."""
        numbers, seen = self._kept.get(kept, (set(), 0))
        for number in set(self._grown[seen:]):
            passes = kept(self.entities[number], self.lexicon)
            (numbers.add if passes else numbers.discard)(number)
        self._kept[kept] = numbers, len(self._grown)
        return [self.entities[number] for number in sorted(numbers)]

    def sharing(self, words: Iterable[str]) -> Iterator[Entity]:
        """Entities with any of the words in a name, in the order in which they came."""
        numbers = {n for word in words if word for n in self._named.get(word, ())}
        return (self.entities[n] for n in sorted(numbers))

    def words_of(self, head: int) -> frozenset[int]:
        """The tokens of the mention that a head belongs to."""
        mention = self._held.get(head)
        return frozenset() if mention is None else mention.tokens

    def speaker(self, spans: Spans) -> int:
        """The entity that speaks in a source's words: of several joined by *and*, all where they are all there."""
        head, own = self.heads[spans], set(self.parse.tokens_of(spans))
        group = self._groups.get(head)
        return self.of[head if group is None or group.members[-1] not in own else group.head]

    def members(self, number: int) -> list[Entity]:
        """The entities that a group joins, none for what is no group."""
        heads = (head for m in self.entities[number].mentions for head in m.members)
        return [
            self.entities[n]
            for n in dict.fromkeys(self.of[head] for head in heads if head in self.of)
        ]

    def outer(self, head: int) -> int:
        """The head by which the mention that holds a token is known."""
        return head if head in self.of else self._within.get(head, head)


def _begun(number: int, mention: Mention) -> Entity:
    return Entity(
        number,
        (mention,),
        mention.names,
        mention.roles,
        mention.types,
        mention.gender,
        mention.plural,
        mention.speaks,
        _words(mention),
        _heads(mention),
    )


def _grown(entity: Entity, mention: Mention) -> Entity:
    return replace(
        entity,
        mentions=(*entity.mentions, mention),
        names=entity.names + tuple(n for n in mention.names if not _has(entity, n)),
        roles=entity.roles + mention.roles,
        types=entity.types & mention.types or entity.types,
        gender=entity.gender or mention.gender,
        speaks=entity.speaks or mention.speaks,
        words=entity.words | _words(mention),
        heads=entity.heads | _heads(mention),
    )


def _heads(mention: Mention) -> frozenset[str]:
    bodies = (body_head(name) for name in mention.names if "body" in name.types)
    return frozenset({role.head for role in mention.roles}.union(bodies))


def _words(mention: Mention) -> frozenset[str]:
    words = {w for name in mention.names for w in (*name.words, *name.title)}
    words |= {w for own in mention.roles for w in own.modifiers | {own.head} | own.complement}
    return frozenset(words)


def _to_end(numbers: dict[int, None], number: int) -> None:
    numbers.pop(number, None)
    numbers[number] = None


def _has(entity: Entity, name: Name) -> bool:
    return any(
        n.words == name.words and n.title == name.title and n.acronym == name.acronym
        for n in entity.names
    )


Kept = Callable[[Entity, Lexicon], bool]
"""Whether an entity is of some kind."""
Test = Callable[[Mention, Scene], "int | None"]
"""Names the entity that a mention joins; None: no answer, UNCLEAR: none, and ask no other test."""


def agree(mention: Mention, entity: Entity) -> bool:
    """Whether type, gender and number allow the two to be one."""
    if not mention.types & entity.types or {mention.gender, entity.gender} == {
        "masculine",
        "feminine",
    }:
        return False
    return mention.plural == entity.plural


def only(found: Sequence[Entity]) -> int | None:
    """The one that fits, UNCLEAR where several do."""
    if not found:
        return None
    return found[0].number if len(found) == 1 else UNCLEAR


def nearest(fits: Sequence[Entity]) -> int | None:
    """The one mentioned last."""
    return max(fits, key=lambda e: e.last.head).number if fits else None

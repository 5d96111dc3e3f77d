"""The scene of a pass: entities under construction, and which of them each mention belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claimtrack.language.parse import Parse
from claimtrack.records import Spans
from claimtrack.sources.lexicon import Gender, Lexicon, Type
from claimtrack.sources.mention import Mention, Role
from claimtrack.sources.names import Name

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

    @property
    def last(self) -> Mention:
        return self.mentions[-1]

    @property
    def speaks(self) -> bool:
        return any(m.speaks for m in self.mentions)


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
        for head in mention.heads:
            self.of[head] = number
        for name in mention.names:
            for word in (*name.words, name.acronym):
                self._named.setdefault(word, set()).add(number)

    def sharing(self, words: Iterable[str]) -> Iterator[Entity]:
        """Entities with any of the words in a name, in the order in which they came."""
        numbers = {n for word in words if word for n in self._named.get(word, ())}
        return (self.entities[n] for n in sorted(numbers))

    def words_of(self, head: int) -> frozenset[int]:
        """The tokens of the mention that a head belongs to."""
        number = self.of.get(head)
        mentions = self.entities[number].mentions if number is not None else ()
        return next((m.tokens for m in mentions if head in m.heads), frozenset())

    def speaker(self, spans: Spans) -> int:
        """The entity that speaks in a source's words: of several joined by *and*, all where they are all there."""
        head, own = self.heads[spans], set(self.parse.tokens_of(spans))
        for entity in self.entities:
            for mention in entity.mentions:
                if mention.members and mention.members[0] == head and mention.members[-1] in own:
                    return entity.number
        return self.of[head]

    def members(self, number: int) -> list[Entity]:
        """The entities that a group joins, none for what is no group."""
        heads = (head for m in self.entities[number].mentions for head in m.members)
        return [
            self.entities[n]
            for n in dict.fromkeys(self.of[head] for head in heads if head in self.of)
        ]

    def outer(self, head: int) -> int:
        """The head by which the mention that holds a token is known."""
        if head in self.of:
            return head
        holds = (m for e in self.entities for m in e.mentions for n in m.names if head in n.tokens)
        return next((m.head for m in holds), head)


def _begun(number: int, mention: Mention) -> Entity:
    return Entity(
        number,
        (mention,),
        mention.names,
        mention.roles,
        mention.types,
        mention.gender,
        mention.plural,
    )


def _grown(entity: Entity, mention: Mention) -> Entity:
    return replace(
        entity,
        mentions=(*entity.mentions, mention),
        names=entity.names + tuple(n for n in mention.names if not _has(entity, n)),
        roles=entity.roles + mention.roles,
        types=entity.types & mention.types or entity.types,
        gender=entity.gender or mention.gender,
    )


def _has(entity: Entity, name: Name) -> bool:
    return any(
        n.words == name.words and n.title == name.title and n.acronym == name.acronym
        for n in entity.names
    )


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

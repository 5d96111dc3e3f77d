"""By pronoun: *he*, *she*, *it*, *they* and whom they most likely mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.sources.mention import Mention, is_subject
from claimtrack.sources.scene import UNCLEAR, Entity, Scene

_REACH = 3
"""How many sentences back a pronoun looks."""
_MARGIN = 2.0
"""By how much the best antecedent of a pronoun must beat the next."""
_FLOOR = -2.0
"""How much it must stand out at least."""
_SPEAKERS_MARGIN = 1.5
"""The same where the pronoun speaks."""


def by_antecedent(mention: Mention, scene: Scene) -> int | None:
    """The noun that a relative pronoun follows."""
    antecedent = (
        grammar.antecedent(scene.parse, mention.head) if mention.pronoun == "relative" else None
    )
    return None if antecedent is None else scene.of.get(scene.outer(antecedent))


def by_first_person(mention: Mention, scene: Scene) -> int | None:
    """*I* for the *I* before it in the same paragraph, in the same quotation or outside of any."""
    if mention.pronoun != "first":
        return None
    paragraph = _paragraph(mention, scene.parse)
    near = takewhile(lambda e: _paragraph(e.last, scene.parse) == paragraph, scene.recent())
    last = next((e for e in near if e.mentions[0].pronoun == "first"), None)
    together = last is not None and _stand_together(last.last, mention, scene.parse)
    return last.number if last is not None and together else None


def _paragraph(mention: Mention, parse: Parse) -> int:
    return grammar.sentence_of(parse, mention.head).paragraph


def _stand_together(one: Mention, other: Mention, parse: Parse) -> bool:
    number = [
        parse.tokens[m.head].lower in ("we", "us", "our", "ours", "ourselves") for m in (one, other)
    ]
    return number[0] == number[1] and parse.quoted[one.head] == parse.quoted[other.head]


def by_pronoun(mention: Mention, scene: Scene) -> int | None:
    """The antecedent that fits and stands out; UNCLEAR where none stands out from the next."""
    if mention.pronoun not in ("masculine", "feminine", "neuter", "plural"):
        return None
    tokens = scene.parse.tokens
    first = tokens[mention.head].sentence - _REACH
    near = takewhile(lambda e: tokens[e.last.head].sentence >= first, scene.recent())
    told = _names_told(mention, scene)
    fits = [e for e in near if _may_mean(mention, e, scene) and not _is_named_among(e, told)]
    if not fits:
        return None
    speaker = _last_speaker(mention, fits, scene) or _teller(mention, fits, scene)
    if speaker is not None:
        return speaker.number
    scored = sorted(((_salience(e, mention, scene), e.number) for e in fits), reverse=True)
    margin = _SPEAKERS_MARGIN if mention.speaks else _MARGIN
    if scored[0][0] < _FLOOR or (len(scored) > 1 and scored[0][0] - scored[1][0] < margin):
        return UNCLEAR
    return scored[0][1]


def _names_told(mention: Mention, scene: Scene) -> frozenset[str]:
    """The proper nouns in what the pronoun says: quoted, or else behind it."""
    if not mention.speaks:
        return frozenset()
    own = (speech for speech in scene.speech if speech.head == mention.head)
    told = (i for speech in own for i in speech.claim if speech.direct or i > mention.head)
    tokens = (scene.parse.tokens[index] for index in told)
    return frozenset(token.lower for token in tokens if token.pos == "PROPN")


def _is_named_among(entity: Entity, told: Collection[str]) -> bool:
    """*“Warhol was a genius,” he said*: nobody calls himself by his name."""
    return any(name.words and name.words[-1] in told for name in entity.names)


def _last_speaker(mention: Mention, fits: Sequence[Entity], scene: Scene) -> Entity | None:
    """Who alone spoke in this sentence or the one before, where nobody else who fits has acted since."""
    if not mention.speaks or mention.pronoun == "plural":
        return None
    tokens = scene.parse.tokens
    first = tokens[mention.head].sentence - 1
    spoke = {e.number: _spoke(e, first, scene) for e in fits}
    speakers = [e for e in fits if spoke[e.number] is not None]
    if len(speakers) != 1:
        return None
    speaker, since = speakers[0], spoke[speakers[0].number] or 0
    quotes = any(s.direct for s in scene.speech if s.head == mention.head)
    acting = (m for e in fits if e is not speaker for m in _acts_since(e, since, scene))
    acts = any(not quotes or not _says(speaker, m, scene) for m in acting)
    told = any(_is_told(e, since, mention, scene) for e in fits if e is not speaker)
    return None if acts or told else speaker


def _teller(mention: Mention, fits: Sequence[Entity], scene: Scene) -> Entity | None:
    """*Holm said she …*: the subject of what somebody tells, not quoted, is that person."""
    if mention.pronoun not in ("masculine", "feminine") or not is_subject(scene.parse, mention):
        return None
    over = scene.over.get(mention.head, ())
    before = {s.head for s in over if not s.direct and s.head < mention.head}
    tellers = {
        scene.of.get(h) for h in before if not any(_is_told(e, h, mention, scene) for e in fits)
    }
    return next((e for e in fits if e.number in tellers), None)


def _spoke(entity: Entity, first: int, scene: Scene) -> int | None:
    """Where an entity last spoke, from the given sentence on."""
    said = (m.head for m in reversed(entity.mentions) if m.speaks)
    return next((h for h in said if scene.parse.tokens[h].sentence >= first), None)


def _acts_since(entity: Entity, since: int, scene: Scene) -> Iterator[Mention]:
    """Where an entity is a subject behind a token."""
    return (m for m in entity.mentions if m.head > since and is_subject(scene.parse, m))


def _says(speaker: Entity, mention: Mention, scene: Scene) -> bool:
    """Whether the speaker says what holds the mention: *Orr would not say whether Ike will play. “I pick the
    team,” he said*."""
    return any(scene.of.get(s.head) == speaker.number for s in scene.over.get(mention.head, ()))


def _is_told(entity: Entity, speaker: int, pronoun: Mention, scene: Scene) -> bool:
    """*Dane asked her …*: whom the last speaker speaks to by the same pronoun."""
    tokens = scene.parse.tokens
    same = (m for m in entity.mentions if m.pronoun == pronoun.pronoun and m.head > speaker)
    return any(tokens[m.head].head == tokens[speaker].head for m in same)


def _may_mean(mention: Mention, entity: Entity, scene: Scene) -> bool:
    parse = scene.parse
    if not mention.types & entity.types or {mention.gender, entity.gender} == {
        "masculine",
        "feminine",
    }:
        return False
    if not _number_fits(mention, entity) or entity.mentions[0].pronoun in ("first", "second"):
        return False
    first = parse.tokens[mention.head].sentence - _REACH
    recent = takewhile(lambda m: parse.tokens[m.head].sentence >= first, reversed(entity.mentions))
    if any(mention.head in m.tokens for m in recent):
        return False
    return not _is_quoted_by(mention, entity, scene) and not _shares_verb(mention, entity, parse)


def _number_fits(mention: Mention, entity: Entity) -> bool:
    if mention.pronoun == "plural":
        return entity.plural or ("body" in entity.types and not entity.gender)
    return not entity.plural


def _is_quoted_by(mention: Mention, entity: Entity, scene: Scene) -> bool:
    """Whether the pronoun stands in a quotation of the entity's own, where it would be *I*."""
    over = scene.over.get(mention.head, ())
    return any(speech.direct and scene.of.get(speech.head) == entity.number for speech in over)


def _shares_verb(mention: Mention, entity: Entity, parse: Parse) -> bool:
    """*Kurilla praised him*: subject and object of one verb are two people."""
    verb = parse.tokens[mention.head].head
    return any(parse.tokens[m.head].head == verb and m.head != verb for m in entity.mentions[-2:])


def _salience(entity: Entity, mention: Mention, scene: Scene) -> float:
    """How much the entity stands out at the pronoun: its best recent mention, and what fits it closely."""
    best = max(_standing(before, mention, scene) for before in entity.mentions[-3:])
    return best + sum(_WEIGHTS[sign] for sign in _traits(entity, mention))


def _standing(before: Mention, mention: Mention, scene: Scene) -> float:
    """How much one of its mentions stands out, the less the more sentences it is back."""
    tokens = scene.parse.tokens
    distance = tokens[mention.head].sentence - tokens[before.head].sentence
    signs = _signs(before, mention, distance, scene)
    return _PER_SENTENCE * distance + sum(_WEIGHTS[sign] for sign in signs)


_PER_SENTENCE = -2.0
_WEIGHTS: Mapping[str, float] = {
    "speaks, and so does the pronoun": 1.5,
    "speaks": -1.0,
    "says what holds the pronoun": 0.5,
    "named in the words of who says that": 0.5,
    "subject": 1.0,
    "subject, for a thing": 2.0,
    "subject of the clause in which the pronoun possesses": 2.0,
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
    "one for several": -1.0,
}
"""What a sign adds to an antecedent's salience; fitted on the news, interviews and lives of GUM."""


def _signs(before: Mention, mention: Mention, distance: int, scene: Scene) -> Iterator[str]:
    """What holds of an earlier mention as seen from a pronoun so many sentences on."""
    parse = scene.parse
    if before.speaks:
        yield "speaks, and so does the pronoun" if mention.speaks else "speaks"
    if _is_subject_over(parse, before, mention):
        yield "subject of the clause in which the pronoun possesses"
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
    if any(speech.head == mention.head for speech in scene.over.get(before.head, ())):
        yield "in the pronoun's own claim"
    for speech in scene.over.get(mention.head, ()):
        if speech.head in before.heads:
            yield "says what holds the pronoun"
        elif before.head < mention.head and before.head in scene.words_of(speech.head):
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


def _is_subject_over(parse: Parse, before: Mention, pronoun: Mention) -> bool:
    """*Teague* deferred *her* statement."""
    if not _is_possessive(parse, pronoun):
        return False
    clause = grammar.clause_head(parse, grammar.governor(parse, pronoun.head))
    return grammar.own_subject(parse, clause) in before.heads


def _is_possessive(parse: Parse, mention: Mention) -> bool:
    return grammar.possessor(parse, grammar.governor(parse, mention.head)) == mention.head

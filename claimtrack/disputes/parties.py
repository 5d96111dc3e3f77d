"""Parties: whom a claim is about and whom a denier speaks for, *the union* and *union leader Ana Birk*."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.disputes.meant import names_of
from claimtrack.disputes.scene import NOUNS, Claim, Scene
from claimtrack.language import grammar

_BODIES = (
    "company_words", "government_bodies", "group_words", "international_bodies", "learned_bodies",
    "document", "evidence", "news", "group", "press_wing",
)  # fmt: skip
_POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our"})
_OWNED_BY = {"he": "his", "she": "her", "it": "its", "they": "their"}
_ONE = frozenset({"he", "she"})
_OF_ONES_OWN = frozenset({"part", "own"})
_LEAST_OF_A_NAME = 4
_LONGEST_ENDING = 3


def is_about(scene: Scene, before: Claim, denial: Claim) -> bool:
    """Whether an earlier claim speaks of the denier, or of those the denier speaks for."""
    told = before.tokens | set(scene.parse.tokens_of(before.attribution.recipient))
    named = any(names(scene, denial, i) for i in told)
    return named or _is_pronoun_for(scene, before, denial) or _is_he(scene, before, denial)


def names(scene: Scene, denial: Claim, word: int) -> bool:
    """Whether a word is a mention of the denier, or names one of the denier's party."""
    known = scene.known(denial.attribution.source.id).tokens
    return word in known or _names(scene, denial, word)


def _is_pronoun_for(scene: Scene, before: Claim, denial: Claim) -> bool:
    """*fired Rick Sand after reports that he …*, of Sand; *he has jailed …*, of *his government*."""
    pronouns = {scene.lower(i) for i in before.tokens} & set(_OWNED_BY)
    if not pronouns or before.attribution.source.id == denial.attribution.source.id:
        return False
    source = {scene.lower(i) for i in scene.parse.tokens_of(denial.attribution.source.spans)}
    if source & {_OWNED_BY[pronoun] for pronoun in pronouns}:
        return True
    first = scene.parse.sentences[before.sentence].first
    teller = set(scene.parse.tokens_of(before.attribution.source.spans))
    ahead = set(range(first, before.at)) - teller
    return any(names(scene, denial, i) for i in ahead)


def _is_he(scene: Scene, before: Claim, denial: Claim) -> bool:
    """*The guard had kicked the dog. He denies …*: whose name is not told may be who was just told of."""
    source = scene.parse.tokens_of(denial.attribution.source.spans)
    if len(source) != 1 or scene.lower(source[0]) not in _ONE:
        return False
    if names_of(scene, denial) - _ONE or denial.sentence - before.sentence > 1:
        return False
    verbs = (top for top in before.tops if grammar.is_verb_like(scene.parse, top))
    agents = (grammar.own_subject(scene.parse, verb) for verb in verbs)
    tags = {scene.parse.tokens[agent].tag for agent in agents if agent is not None}
    return bool(tags & {"NN", "NNP"})


def speaks_for_accused(scene: Scene, before: Claim, denial: Claim) -> bool:
    """Whether *her lawyer*, *its director* speaks where somebody was just accused."""
    source = {scene.lower(i) for i in scene.parse.tokens_of(denial.attribution.source.spans)}
    return bool(source & _POSSESSIVES) and is_accusing(scene, before)


def answers_for(scene: Scene, denial: Claim, pronoun: int, accused: int) -> bool:
    """Whether who says *I*, *she* or *it* can tell what the accused knew: it is they, or *their lawyer*."""
    if scene.parse.tokens[accused].pos == "PRON":
        return True
    source = scene.parse.tokens_of(denial.attribution.source.spans)
    owned = bool({scene.lower(i) for i in source} & _POSSESSIVES)
    speaker = any(scene.is_in(i, "representatives") for i in source)
    alone = scene.lower(pronoun) in ("i", "he", "she")
    known = scene.known(denial.attribution.source.id).tokens
    titled = scene.lower(accused) in {scene.lower(i) for i in source}
    is_who = titled or accused in known or _names(scene, denial, accused)
    return is_who or (owned and (speaker or not alone))


def is_bystander(scene: Scene, denial: Claim, pronoun: int, accused: int) -> bool:
    """Whether somebody who says *he* or *she* did not do it answers for another: *the driver had left* is
    not denied by *the cyclist said she had not left*; a palace, a spokesman, *her lawyer* may mean others."""
    if scene.lower(pronoun) not in ("he", "she"):
        return False
    source = scene.parse.tokens_of(denial.attribution.source.spans)
    person = any(_is_person(scene, i) for i in source)
    spoken_for = any(
        scene.is_in(i, "representatives") or scene.lower(i) in _POSSESSIVES for i in source
    )
    return person and not spoken_for and not answers_for(scene, denial, pronoun, accused)


def _is_person(scene: Scene, word: int) -> bool:
    """A person's name, or the common noun of no body and no text, in the singular."""
    token = scene.parse.tokens[word]
    return token.entity == "PER" or (token.tag == "NN" and not scene.is_in(word, *_BODIES))


def is_accusing(scene: Scene, before: Claim) -> bool:
    """An accusation by its cue, or what prosecutors and complaints say."""
    source = scene.parse.tokens_of(before.attribution.source.spans)
    return before.stance == "alleges" or any(scene.is_in(i, "accusers") for i in source)


def blames(scene: Scene, before: Claim) -> bool:
    """Whether a claim tells of a wrong that was done: *had forged the minutes*."""
    verbs = (v for top in before.tops for v in (top, *grammar.conjuncts(scene.parse, top)))
    return any(
        scene.is_in(v, "wrong_verbs") and not grammar.negations(scene.parse, v) for v in verbs
    )


def together(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether two speak for the same: the same source, a name in both, *its* right behind the other."""
    words = scene.parse.tokens_of(one.attribution.source.spans)
    source = {
        scene.lower(i) for i in words if scene.lower(scene.parse.tokens[i].head) not in _OF_ONES_OWN
    }
    related = bool(source & _POSSESSIVES) or (
        bool(source & {"the"}) and not _party_names(scene, one)
    )
    related = related and one.sentence - other.sentence <= 1
    return (
        one.is_of(other) or related or bool(_party_names(scene, one) & _party_names(scene, other))
    )


def _party_names(scene: Scene, claim: Claim) -> set[str]:
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    return {scene.stem(i) for i in source if grammar.is_name(scene.parse, i)}


def _names(scene: Scene, denial: Claim, index: int) -> bool:
    """Whether a word names one of the denier's party: not *the pilots’ union* for the drivers’ union."""
    word, names = scene.parse.tokens[index], names_of(scene, denial)
    capital = word.text[:1].isupper()
    if word.pos not in NOUNS or (capital and word.pos == "PROPN"):
        return capital and any(word.lower == name or is_of_name(word.lower, name) for name in names)
    same = [
        i
        for i in scene.parse.tokens_of(denial.attribution.source.spans)
        if scene.stem(i) == scene.stem(index)
    ]
    kinds = _kinds(scene, [index])
    return word.lower in names and (kinds <= names or not _kinds(scene, same))


def _kinds(scene: Scene, nouns: Iterable[int]) -> set[str]:
    """The nouns right before a noun that tell which one it is: *drivers* of *the drivers’ union*."""
    return {
        scene.lower(child)
        for noun in nouns
        for child in scene.parse.children[noun]
        if child < noun and scene.parse.tokens[child].pos in NOUNS
    }


def is_of_name(word: str, name: str) -> bool:
    """*dorani* of *doran*, *velian* of *velia*, *borran* of *borra*."""
    longer = len(name) >= _LEAST_OF_A_NAME and word.startswith(name)
    return longer and 0 < len(word) - len(name) <= _LONGEST_ENDING

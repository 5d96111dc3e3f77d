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
_LEAST_OF_A_NAME = 4
_LONGEST_ENDING = 3


def is_about(scene: Scene, before: Claim, denial: Claim) -> bool:
    """Whether an earlier claim speaks of the denier, or of those the denier speaks for."""
    known = scene.known(denial.attribution.source.id).tokens
    return any(
        i in known or _names(scene, denial, i)
        for i in before.tokens | set(scene.parse.tokens_of(before.attribution.recipient))
    )


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


def together(scene: Scene, one: Claim, other: Claim) -> bool:
    """Whether two speak for the same: the same source, a name in both, *its* right behind the other."""
    source = {scene.lower(i) for i in scene.parse.tokens_of(one.attribution.source.spans)}
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

"""Who is meant: by the words for a source, by a pronoun in its claim, by two words."""

from __future__ import annotations

from claimtrack.disputes.scene import NOUNS, Claim, Scene, nouns_among


def mentions(scene: Scene, claim: Claim, denial: Claim) -> bool:
    """Whether a claim, or the words for whom it was told, name the source of a denial."""
    recipient = scene.parse.tokens_of(claim.attribution.recipient)
    if {scene.lower(i) for i in claim.tokens | set(recipient)} & names_of(scene, denial):
        return True
    return not claim.tokens.isdisjoint(scene.known(denial.attribution.source.id).tokens)


def names_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """The nouns for whoever speaks, in small letters: in all mentions, and the aliases."""
    source = claim.attribution.source
    words = scene.known(source.id).nouns | nouns_among(
        scene.parse, scene.parse.tokens_of(source.spans)
    )
    titles = ("office_titles", "courtesy_titles", "military_titles")
    return words.difference(*(scene.words(name) for name in titles))


def speaks_of_itself(scene: Scene, claim: Claim, agent: int) -> bool:
    """Whether a pronoun may mean its claim's own source: *they* of *voters say they …*."""
    pronoun = scene.lower(agent)
    source = [scene.parse.tokens[i] for i in scene.parse.tokens_of(claim.attribution.source.spans)]
    if pronoun in ("i", "we") or any(word.lower == pronoun for word in source):
        return True
    nouns = [word for word in source if word.pos in NOUNS]
    plural = any(word.tag in ("NNS", "NNPS") for word in nouns)
    return bool(nouns) and pronoun in (("they",) if plural else ("he", "she", "it"))


def may_be_same(scene: Scene, words: list[int]) -> bool:
    """Whether two words may name the same: one is a pronoun, or they have the same stem."""
    nouns = [scene.stem(i) for i in words if scene.parse.tokens[i].pos in NOUNS]
    return len(nouns) < 2 or nouns[0] == nouns[1]

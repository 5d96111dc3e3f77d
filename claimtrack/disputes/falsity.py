"""Calling an earlier claim false: *that is untrue*, *called the claim a lie*, *the letter is a forgery*."""

from __future__ import annotations

from claimtrack.disputes import claim_nouns, pointing, restating
from claimtrack.disputes.earlier import stated
from claimtrack.disputes.meant import mentions, names_of, speaks_of_itself
from claimtrack.disputes.opposite import is_negated
from claimtrack.disputes.scene import Claim, Scene, Target, to, within
from claimtrack.language import grammar

_RECOGNISING = frozenset({"recognise", "recognize"})
_SHORT = 14
"""The most words of a claim that does no more than call another false."""

Targets = tuple[Target, ...]


def called_false(scene: Scene, claim: Claim) -> Targets:
    """What a statement calls false, however it does so."""
    return (
        _called_untrue(scene, claim)
        or _untrue_that(scene, claim)
        or _not_recognised(scene, claim)
        or _without_truth(scene, claim)
        or _called_a_liar(scene, claim)
        or _called_forged(scene, claim)
    )


def _called_untrue(scene: Scene, claim: Claim) -> Targets:
    """*That is untrue*; *it never happened*; *called the accusation baseless*."""
    subject = _called_so(scene, claim)
    if subject is None:
        return ()
    evidence = scene.parse.spans(scene.parse.subtree(subject) & claim.tokens or {subject})
    if pointing.kind_of(scene, subject) == "again":
        return ()
    led = pointing.lead(scene, claim, subject, evidence)
    loose = scene.is_in(subject, "claim_nouns_loose") and "the" in scene.below(subject)
    return led or (to(next(iter(stated(scene, claim, 1)), None), evidence) if loose else ())


def _untrue_that(scene: Scene, claim: Claim) -> Targets:
    """*It was untrue that the guard had slept*; *it is nonsense to say that …*: what the clause tells is denied."""
    for top in claim.tops:
        subject = grammar.own_subject(scene.parse, top)
        it = any(
            scene.lower(i) == "it" for i in (subject, *scene.parse.children[top]) if i is not None
        )
        false, negated = _is_false(scene, top, None), is_negated(scene, top)
        true = scene.is_in(top, "truth_words")
        if not it or not ((false and not negated) or (true and negated)):
            continue
        told = [
            c for c in scene.parse.children[top] if c > top and grammar.is_verb_like(scene.parse, c)
        ]
        tokens = {i for c in told for i in scene.parse.subtree(c)} & claim.tokens
        inner = within(scene, claim, tokens, "denies") if tokens else None
        led = () if inner is None else restating.restated(scene, inner)
        if led:
            return led
    return ()


def _not_recognised(scene: Scene, claim: Claim) -> Targets:
    """*did not recognise that description*: what was told is not so, as the denier sees it."""
    head = claim.head
    if head is None or scene.lemma(head) not in _RECOGNISING or not is_negated(scene, head):
        return ()
    told = (i for i in grammar.objects(scene.parse, head) if pointing.kind_of(scene, i) == "claim")
    account = next(told, None)
    if account is None:
        return ()
    evidence = scene.parse.spans(scene.parse.subtree(account) & claim.tokens)
    return pointing.lead(scene, claim, account, evidence)


def _called_so(scene: Scene, claim: Claim) -> int | None:
    """The word for what is called false, where the claim does no more than that."""
    for top in claim.tops:
        subject = grammar.own_subject(scene.parse, top)
        named = next((t for t in claim.tops if t != top and pointing.kind_of(scene, t)), None)
        called = named if subject is None else subject
        false = _is_false(scene, top, called) and not _is_described(scene, claim, top)
        if subject is None and len(claim.tops) > 1 and false:
            return named
        if claim.attribution.frame == "naming" and _is_named_false(scene, top):
            return top
        if subject is not None and _says_not_so(scene, claim, top, subject, false):
            return subject
    return None


def _is_named_false(scene: Scene, top: int) -> bool:
    """*called the allegations “a work of fiction”*: the quoted name stands beside what it is for."""
    if pointing.kind_of(scene, top) not in ("accusation", "claim"):
        return False
    beside = grammar.appositions(scene.parse, top)
    return any(_is_false(scene, name, top) for name in beside)


def _is_false(scene: Scene, top: int, subject: int | None) -> bool:
    """A word of falsity; one of scorn only for what was claimed, since a plan may be absurd as well."""
    falsity = scene.words("falsity_words")
    if (
        scene.is_in(top, "falsity_words")
        or f"{scene.lemma(top)} {_particle(scene, top)}" in falsity
        or _is_made_of_it(scene, top)
    ):
        return True
    claimed = subject is not None and pointing.kind_of(scene, subject) in ("accusation", "claim")
    return claimed and scene.is_in(top, "scorning_words")


def _is_made_of_it(scene: Scene, top: int) -> bool:
    """*a work of fiction*, *a tissue of lies*, *a fairy tale*."""
    if not grammar.is_noun(scene.parse, top):
        return False
    of = (noun for words, noun in grammar.prepositional(scene.parse, top) if _is_of(scene, words))
    compound = {f"{scene.lower(i)} {scene.lemma(top)}" for i in scene.parse.children[top]}
    falsity = scene.words("falsity_words")
    return any(scene.is_in(noun, "falsity_words") for noun in of) or bool(compound & falsity)


def _is_of(scene: Scene, words: tuple[int, ...]) -> bool:
    return grammar.words_of(scene.parse, words) == ("of",)


def _particle(scene: Scene, verb: int) -> str:
    """The *up* of *was made up*."""
    return next((scene.lower(i) for i in grammar.particle(scene.parse, verb)), "")


def _says_not_so(scene: Scene, claim: Claim, top: int, subject: int, false: bool) -> bool:
    negated = is_negated(scene, top)
    true = scene.is_in(top, "truth_words") or _is_what_happened(scene, top)
    if (false and not negated) or (true and negated):
        return True
    return _none_of_them(scene, subject) and _mentions_speaker_before(scene, claim)


def _is_described(scene: Scene, claim: Claim, noun: int) -> bool:
    """*the lie that the campaign is built on* calls nothing false that was told before."""
    joined = set(grammar.conjuncts(scene.parse, noun))
    parts = (i for i in scene.parse.children[noun] if i > noun and i not in joined)
    told = (i for part in parts for i in scene.parse.subtree(part) & claim.tokens)
    return any(grammar.is_verb(scene.parse, i) for i in told)


def _is_what_happened(scene: Scene, predicate: int) -> bool:
    """*what happened*, *what we did*, *what was said*."""
    if scene.lemma(predicate) == "what":
        return any(scene.is_in(i, "deed_verbs") for i in scene.parse.subtree(predicate))
    return scene.is_in(predicate, "deed_verbs") and "what" in scene.below(predicate)


def _none_of_them(scene: Scene, subject: int) -> bool:
    pronouns = scene.below(subject) & scene.words("back_pronouns")
    return scene.lower(subject) in ("none", "neither") and bool(pronouns)


def _mentions_speaker_before(scene: Scene, claim: Claim) -> bool:
    """Whether the claim just told is about whoever speaks now."""
    return any(mentions(scene, c, claim) for c in stated(scene, claim, 1))


def called_innocent(scene: Scene, claim: Claim) -> Targets:
    """*He is innocent*; *she did nothing wrong*: against the accusation that names the speaker."""
    words = [i for i in claim.tokens if scene.is_in(i, "innocence_words")]
    lowers = {scene.lower(i): i for i in claim.tokens}
    for pair in (("nothing", "wrong"), ("not", "guilty")):
        words += [lowers[word] for word in pair] if set(pair) <= set(lowers) else []
    if not words or len(claim.tokens) > 12:
        return ()
    return pointing.accused_by_name(scene, claim, scene.parse.spans(words))


def not_to_blame(scene: Scene, claim: Claim) -> Targets:
    """*We are not the source of this leak*: against the accusation that names the speaker, if of the same."""
    for top in claim.tops:
        subject = grammar.own_subject(scene.parse, top)
        if subject is None or not scene.is_in(top, "blame_words") or not is_negated(scene, top):
            continue
        own = scene.stems(i for i in scene.parse.subtree(top) & claim.tokens if i > top)
        if not (_is_speaker(scene, claim, subject) and len(claim.tokens) <= _SHORT):
            continue
        led = pointing.accused_by_name(scene, claim, scene.parse.spans({subject, top}))
        told = [c for c in scene.claims if c.id in {t.claim for t in led}]
        this = any(scene.lower(i) in ("this", "these") for i in claim.tokens)
        if not own or this or any(own & c.stems for c in told):
            return led
    return ()


def _is_speaker(scene: Scene, claim: Claim, subject: int) -> bool:
    """Whether a claim's subject is whoever makes it."""
    if scene.parse.tokens[subject].pos == "PRON":
        return speaks_of_itself(scene, claim, subject)
    return scene.lower(subject) in names_of(scene, claim)


def _without_truth(scene: Scene, claim: Claim) -> Targets:
    """*There is no truth in the report*; *the claim is wide of the mark*."""
    words = sorted(claim.tokens)
    said = " ".join(scene.lower(i) for i in words)
    if len(words) > _SHORT or not any(p in said for p in scene.words("falsity_phrases")):
        return ()
    kinds = ((i, pointing.kind_of(scene, i)) for i in words)
    word = next((i for i, kind in kinds if kind in ("accusation", "claim", "pronoun")), None)
    if word is None:
        return ()
    evidence = scene.parse.spans(grammar.noun_phrase(scene.parse, word) & claim.tokens)
    return pointing.lead(scene, claim, word, evidence)


def _called_a_liar(scene: Scene, claim: Claim) -> Targets:
    """*The mayor is lying*; *she lied to us*: what the mayor said before, if it was just now."""
    head = claim.head
    subject = None if head is None else grammar.own_subject(scene.parse, head)
    if head is None or subject is None or is_negated(scene, head) or not _lies(scene, head):
        return ()
    said = [c for c in stated(scene, claim, pointing.NEAR) if _is_who(scene, claim, subject, c)]
    return to(next(iter(said), None), scene.parse.spans({head, subject}))


def _lies(scene: Scene, head: int) -> bool:
    """*lies, is lying, lied (to us, about it)*: not in bed, nor somewhere."""
    if scene.lemma(head) == "liar":
        return True
    tells = scene.lower(head) in ("lying", "lied") and scene.lemma(head) == "lie"
    places = [words for words, _ in grammar.prepositional(scene.parse, head)]
    told = {w for words in places for w in grammar.words_of(scene.parse, words)} <= {"about", "to"}
    return tells and told and not grammar.adverbs(scene.parse, head)


def _is_who(scene: Scene, claim: Claim, subject: int, before: Claim) -> bool:
    """Whether the one who lies is who said it: by name, or a pronoun for the one who spoke last."""
    if scene.parse.tokens[subject].pos == "PRON":
        near = claim.sentence - before.sentence <= 1
        return near and speaks_of_itself(scene, before, subject)
    source = scene.parse.tokens_of(before.attribution.source.spans)
    return scene.stem(subject) in {scene.stem(i) for i in source}


def _called_forged(scene: Scene, claim: Claim) -> Targets:
    """*The will is a forgery*, *the video was doctored*: what was told of it, or by it."""
    head = claim.head
    thing = None if head is None else grammar.own_subject(scene.parse, head)
    if head is None or thing is None or not _is_forged(scene, head):
        return ()
    definite = scene.below(thing) & {"the", "this", "that", "these", "those"}
    if not (definite and grammar.is_noun(scene.parse, thing)):
        return ()
    stem = scene.stem(thing)
    near = stated(scene, claim, pointing.NEAR + 1)
    shown = [c for c in near if stem in c.stems | claim_nouns.cue_stems(scene, c)]
    return to(next(iter(shown), None), scene.parse.spans(scene.parse.subtree(thing)))


def _is_forged(scene: Scene, head: int) -> bool:
    real = scene.is_in(head, "genuine_words")
    return real if is_negated(scene, head) else scene.is_in(head, "forgery_words")

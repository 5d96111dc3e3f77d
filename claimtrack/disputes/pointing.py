"""Pointing back: *the accusation*, *that report*, *this support*, *it*, *any wrongdoing*."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.disputes import claim_nouns, parties, restating
from claimtrack.disputes.earlier import (
    alleged,
    earlier,
    own_sentence_before,
    stated,
)
from claimtrack.disputes.meant import mentions, names_of
from claimtrack.disputes.scene import NOUNS, STATED, Claim, Scene, Target, is_clause, to
from claimtrack.disputes.stems import CONTENT
from claimtrack.language import grammar, summing
from claimtrack.records import Spans

REACH = 6
"""How many sentences back a pointing word may lead."""
NEAR = 2
"""The same, where little but nearness tells what is meant."""

_QUANTIFIERS = frozenset("all any both each either none neither much some every".split())
_OF_SEVERAL = frozenset({"both", "all"})
_SAID_OF = frozenset({"asserts", "believes", "criticises", "acknowledges"})

Targets = tuple[Target, ...]


def pointed(scene: Scene, denial: Claim) -> Targets:
    """What a word of the denial's claim points to."""
    word = pointing_word(scene, denial)
    if word is None:
        return ()
    evidence = scene.parse.spans(scene.parse.subtree(word) & denial.tokens or {word})
    kind = kind_of(scene, word)
    if kind == "aspect":
        return claim_nouns.measured(scene, denial, word, evidence)
    if kind in ("accusation", "claim") and _has_own_content(scene, denial, word):
        again = restating.restated(scene, denial)
        named = again + restating.reported(scene, denial, of_nobody=bool(again))
        figure = scene.is_in(word, "figure_nouns")
        measured = claim_nouns.measured(scene, denial, word, evidence) if figure else ()
        return named or measured or accused_by_name(scene, denial, evidence)
    if kind == "wrongdoing":
        return restating.restated(scene, denial) or accused_by_name(scene, denial, evidence)
    return lead(scene, denial, word, evidence)


def lead(scene: Scene, denial: Claim, word: int, evidence: Spans) -> Targets:
    """What a word that only points leads to, by its kind."""
    if sums_up(scene, denial):
        return told_here(scene, denial, evidence)
    kind = kind_of(scene, word)
    if kind == "accusation":
        return accused(scene, denial, evidence)
    if kind == "claim":
        return claim_nouns.claimed(scene, denial, word, evidence)
    if kind == "pronoun":
        return just_said(scene, denial, evidence)
    if kind == "denial":
        return claim_nouns.denied_before(scene, denial, word, evidence)
    return _named_again(scene, denial, word, evidence) if kind == "again" else ()


def pointing_word(scene: Scene, denial: Claim) -> int | None:
    """What heads a phrase that may point back, or the subject of *that it was so*."""
    for top in denial.tops:
        if not is_clause(scene, top):
            if kind_of(scene, top) and "as" not in grammar.preposition(scene.parse, top):
                return top
            continue
        subject = grammar.own_subject(scene.parse, top)
        if subject is None and scene.lemma(top) == "do":
            return _pronoun_among(
                scene, grammar.objects(scene.parse, top) + grammar.adverbs(scene.parse, top)
            )
        if subject is not None and (_says_so(scene, top) or kind_of(scene, subject) == "again"):
            return subject if kind_of(scene, subject) else None
    return None


def _pronoun_among(scene: Scene, words: Iterable[int]) -> int | None:
    return next((word for word in words if kind_of(scene, word) == "pronoun"), None)


def _says_so(scene: Scene, predicate: int) -> bool:
    """*was the case*, *happened*, *is a lie*."""
    return scene.is_in(predicate, "truth_words", "falsity_words") or scene.lemma(predicate) == "be"


def kind_of(scene: Scene, word: int) -> str:
    """How a word points back: accusation, claim, wrongdoing, denial, aspect, pronoun, again (a noun) or ""."""
    below = scene.below(word)
    if scene.is_in(word, "back_pronouns") and scene.parse.tokens[word].pos not in NOUNS | {"VERB"}:
        return "" if _is_described(scene, word) else "pronoun"
    if scene.lower(word) in _QUANTIFIERS and below & scene.words("back_pronouns"):
        return "pronoun"
    if scene.is_in(word, "accusation_nouns"):
        return "accusation"
    if scene.is_in(word, "claim_nouns_back", "claim_nouns_loose"):
        return "claim"
    if scene.is_in(word, "wrongdoing_nouns"):
        return "wrongdoing"
    if scene.is_in(word, "denial_nouns"):
        return "denial"
    if scene.is_in(word, "aspect_nouns") and "the" in below:
        return "aspect"
    again = grammar.is_noun(scene.parse, word) and below & (claim_nouns.DEMONSTRATIVES | {"any"})
    return "again" if again else ""


def _has_own_content(scene: Scene, denial: Claim, noun: int) -> bool:
    """Whether the noun says itself what is claimed: *reports that …*, *allegations of fraud*."""
    if scene.below(noun) & claim_nouns.DEMONSTRATIVES:
        return bool(grammar.noun_clauses(scene.parse, noun))
    names = names_of(scene, denial)
    after = [scene.parse.tokens[i] for i in denial.tokens if noun < i < _judged_at(scene, denial)]
    light = scene.words("light_words")
    telling = (word for word in after if word.pos in CONTENT and word.lemma not in light)
    return any(word.lower not in names for word in telling)


def _judged_at(scene: Scene, denial: Claim) -> int:
    """Where the words begin for what the denier makes of it: *the report | as pure guesswork*."""
    last = max(denial.tokens, default=0) + 1
    judges = denial.attribution.frame == "naming"
    return min((i for i in denial.tokens if judges and scene.lower(i) == "as"), default=last)


# --- what each kind leads to ---------------------------------------------------------------------


def accused(scene: Scene, denial: Claim, evidence: Spans) -> Targets:
    """One accusation against whoever denies it, else the nearest, else what was said of them.

    *Both men deny the charges*: the nearest accusations, each; *the allegations*: the two that
    the same accuser made last.
    """
    found = alleged(scene, denial, REACH)
    near = [claim for claim in found if denial.sentence - claim.sentence <= NEAR + 1]
    if _of_several(scene, denial) and len(near) > 1:
        return tuple(target for claim in near[:2] for target in to(claim, evidence))
    against = [claim for claim in found if mentions(scene, claim, denial)]
    stems = {scene.stem(i) for i in scene.parse.tokens_of(evidence)}
    named = [claim for claim in near if claim_nouns.cue_stems(scene, claim) & stems]
    of_one = [claim for claim in near if claim is near[0] or claim.is_of(near[0])]
    if len(of_one) > 1 and _is_plural(scene, evidence) and near[0] in (against or near):
        return tuple(target for claim in of_one[:2] for target in to(claim, evidence))
    best = sorted(named, key=lambda claim: claim not in against) + against + near
    best = best or _criticised(scene, denial, evidence) or _only_accusation(scene, denial, evidence)
    return to(next(iter(best or _said_of(scene, denial)), None), evidence)


def _criticised(scene: Scene, denial: Claim, evidence: Spans) -> list[Claim]:
    """*that criticism*: what was just found wrong or doubted."""
    words = scene.parse.tokens_of(evidence)
    if not any(scene.is_in(i, "criticism_nouns") for i in words):
        return []
    found = earlier(scene, denial, 1)
    return [claim for claim in found if claim.stance in ("criticises", "doubts")]


def _only_accusation(scene: Scene, denial: Claim, evidence: Spans) -> list[Claim]:
    """*The allegations*, of which the article has told one, however far back; rather by *allege*."""
    words = scene.parse.tokens_of(evidence)
    nouns = [i for i in words if scene.is_in(i, "accusation_nouns") and "the" in scene.below(i)]
    stems = {scene.stem(i) for i in nouns}
    told = alleged(scene, denial, denial.sentence) if nouns else []
    named = [claim for claim in told if claim_nouns.cue_stems(scene, claim) & stems]
    only = named or told
    return only if len(only) == 1 else []


def _is_plural(scene: Scene, evidence: Spans) -> bool:
    """*the allegations*, which one after the other made."""
    words = scene.parse.tokens_of(evidence)
    named = (i for i in words if scene.is_in(i, "accusation_nouns"))
    return any(scene.parse.tokens[i].tag == "NNS" for i in named)


def _of_several(scene: Scene, denial: Claim) -> bool:
    source = scene.parse.tokens_of(denial.attribution.source.spans)
    return bool({scene.lower(i) for i in source[:1]} & _OF_SEVERAL)


def _said_of(scene: Scene, denial: Claim) -> list[Claim]:
    """What was said of the denier, or just before, where nothing was put as an accusation."""
    said = [claim for claim in earlier(scene, denial, NEAR) if claim.stance in _SAID_OF]
    said_of = [claim for claim in said if mentions(scene, claim, denial)]
    just = [c for c in said if denial.sentence - c.sentence <= 1 and c.stance == "asserts"]
    return said_of + just or [c for c in stated(scene, denial, REACH) if parties.blames(scene, c)]


def accused_by_name(scene: Scene, denial: Claim, evidence: Spans) -> Targets:
    """An accusation against whoever denies, however it is worded: *denied any wrongdoing*."""
    found = alleged(scene, denial, REACH)
    against = [claim for claim in found if mentions(scene, claim, denial)]
    just = [claim for claim in found if denial.sentence - claim.sentence <= 1]
    told = alleged(scene, denial, denial.sentence) if not against + just else []
    only = [claim for claim in told if mentions(scene, claim, denial)]
    return to(next(iter(against + just + (only if len(only) == 1 else [])), None), evidence)


def just_said(scene: Scene, denial: Claim, evidence: Spans) -> Targets:
    """What *it* or *this* stand for: the nearest claim, or the writer's sentence right before."""
    here = _same_sentence(scene, denial, evidence)
    if here is not None:
        return here
    found = stated(scene, denial, NEAR)
    if _goes_on_from_another_clause(scene, denial) and not stated(scene, denial, 0):
        return ()
    if "none" in {scene.lower(i) for i in scene.cue(denial)}:
        found = [c for c in found if _is_at_hand(scene, denial, c)]
    if _may_refuse(scene, denial) and not _answers_statement(scene, denial):
        return to(next((claim for claim in found if claim.stance == "alleges"), None), evidence)
    before = denial.sentence - 1
    if before >= 0 and before not in scene.held and not any(c.sentence >= before for c in found):
        vague = denial.stance == "doubts" and _is_it(scene, evidence)
        return () if vague or is_question(scene, before) else (Target(None, before, evidence),)
    nearest = [claim for claim in found if claim.sentence == found[0].sentence]
    accusing = [claim for claim in nearest if claim.stance == "alleges"]
    told = [claim for claim in nearest if claim.stance != "acknowledges"]
    return to(next(iter(accusing + told + nearest), None), evidence)


def _same_sentence(scene: Scene, denial: Claim, evidence: Spans) -> Targets | None:
    """*…, which it denies*, *…, though others dispute this* stay in their sentence; None: look back."""
    words = scene.parse.tokens_of(evidence)
    relative = any(grammar.antecedent(scene.parse, word) is not None for word in words)
    added = any(_is_added(scene, verb) for verb in scene.cue(denial))
    if not (relative or added):
        return None
    found = stated(scene, denial, 0)
    if found or relative:
        return to(next(iter(found), None), evidence)
    return (Target(None, denial.sentence, evidence),)


def sums_up(scene: Scene, denial: Claim) -> bool:
    """Whether a denial is of what its own sentence told: *…, a claim the bank denies*."""
    first = min(denial.tokens, default=0)
    return first > 0 and summing.thing_behind(scene.parse, first - 1) is not None


def in_passing(scene: Scene, denial: Claim) -> Targets:
    """*Prosecutors say she forged letters, which she denies*: all that is told up to the comma."""
    relative = next((i for v in scene.cue(denial) for i in grammar.objects(scene.parse, v)), None)
    if not relative or scene.lower(relative) != "which":
        return ()
    above = denial.attribution.parent
    told = [c for c in scene.within(denial.sentence, denial.sentence) if c.id == above]
    comma = scene.parse.tokens[relative - 1].text == ","
    outer = [c for c in told if comma and c.stance in STATED and not c.is_of(denial)]
    return to(next(iter(outer), None), scene.parse.spans({relative}))


def promised(scene: Scene, denial: Claim) -> Targets:
    """*Campaigners doubt that it will*: what was promised or foretold right before, the verb left out."""
    words = [i for i in sorted(denial.tokens) if scene.parse.tokens[i].pos != "PUNCT"]
    tags = [scene.parse.tokens[i].tag for i in words]
    left_out = tags == ["PRP", "MD"] or (
        tags == ["PRP", "MD", "VB"] and _is_helper(scene, words[-1])
    )
    if not left_out:
        return ()
    near = [c for c in earlier(scene, denial, 1) if c.stance in STATED | {"promises"}]
    outer = [c for c in near if not (c.attribution.parent and c.stance != "promises")]
    return to(next(iter(outer), None), scene.parse.spans(words))


def _is_helper(scene: Scene, word: int) -> bool:
    return scene.lemma(word) in ("be", "do", "have")


def just_denied(scene: Scene, denial: Claim) -> Targets:
    """What *records say otherwise* disputes right behind a denial: the denial, if of nothing told before."""
    near = earlier(scene, denial, 1)
    nearest = next(iter(near), None)
    denied = nearest is not None and nearest.stance == "denies"
    return to(nearest, denial.attribution.cue) if denied else ()


def told_here(scene: Scene, denial: Claim, evidence: Spans) -> Targets:
    """What the same sentence told before, by somebody or in the writer's own voice."""
    if summing.points_back(scene.parse, min(denial.tokens) - 1):
        return just_said(scene, denial, evidence)
    told = to(next(iter(stated(scene, denial, 0)), None), evidence)
    return told or (Target(None, denial.sentence, evidence),)


def _is_it(scene: Scene, evidence: Spans) -> bool:
    """*does not believe it*: after the writer's own words, *it* is seldom all that they told."""
    return {scene.lower(i) for i in scene.parse.tokens_of(evidence)} == {"it"}


def _is_at_hand(scene: Scene, denial: Claim, claim: Claim) -> bool:
    """Whether *none of it* may be of a claim: in the same paragraph, or about whoever says so."""
    paragraphs = {scene.parse.sentences[each.sentence].paragraph for each in (denial, claim)}
    return len(paragraphs) == 1 or mentions(scene, claim, denial)


def _goes_on_from_another_clause(scene: Scene, denial: Claim) -> bool:
    """*The post was pulled back, and Sudland did not believe it*: *it* stands in the same sentence."""
    source = scene.parse.tokens_of(denial.attribution.source.spans)
    first = scene.parse.sentences[denial.sentence].first
    before = range(first, min(source, default=first))
    joined = any(scene.lower(i) in ("and", "but") for i in before[-2:])
    return joined and grammar.holds_verb(scene.parse, before)


def _is_added(scene: Scene, verb: int) -> bool:
    """Whether the denial is itself an addition to what its sentence states."""
    added = grammar.is_subordinate(scene.parse, verb)
    return added and grammar.introduced_by(scene.parse, verb) in ("although", "though", "while")


def _is_described(scene: Scene, pronoun: int) -> bool:
    """*everything we have done* points nowhere."""
    below = scene.parse.subtree(pronoun) - {pronoun}
    return any(grammar.is_verb(scene.parse, index) for index in below)


def is_question(scene: Scene, sentence: int) -> bool:
    return scene.parse.tokens[scene.parse.sentences[sentence].last - 1].text == "?"


def _may_refuse(scene: Scene, denial: Claim) -> bool:
    """*rejected it* may refuse an offer, unless something says *false*."""
    sentence = scene.parse.sentences[denial.sentence]
    words = range(sentence.first, sentence.last)
    refusing = any(scene.is_in(index, "refusing_verbs") for index in scene.cue(denial))
    return refusing and not any(scene.is_in(index, "falsity_words") for index in words)


def _answers_statement(scene: Scene, denial: Claim) -> bool:
    """Whether the last that others said, right before, is put as a fact: no offer and no demand."""
    nearest = next(iter(earlier(scene, denial, 1)), None)
    return nearest is not None and nearest.stance in ("asserts", "alleges")


def _named_again(scene: Scene, denial: Claim, noun: int, evidence: Spans) -> Targets:
    """The claim, or the writer's sentence, in which *this support* was named before."""
    stem = scene.stem(noun)
    claims = [claim for claim in stated(scene, denial, REACH) if stem in claim.stems]
    accusing = [claim for claim in claims if claim.stance == "alleges"]
    headed = [c for c in claims if c.head is not None and scene.stem(c.head) == stem]
    if claims:
        return to((accusing + headed + claims)[0], evidence)
    sentence = own_sentence_before(scene, denial, {stem}, REACH)
    if sentence is not None:
        return (Target(None, sentence, evidence),)
    loose = noun in denial.tops or "such" in scene.below(noun)
    said = _said_before(scene, denial, evidence) if loose else ()
    return restating.restated(scene, denial) or said


def _said_before(scene: Scene, denial: Claim, evidence: Spans) -> Targets:
    """What somebody else said just before: *any shortage*, *any such order*."""
    near = [c for c in stated(scene, denial, 1) if c.stance not in ("confirms", "believes")]
    return to(next(iter(near), None), evidence)

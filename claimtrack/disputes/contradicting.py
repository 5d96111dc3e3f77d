"""Plain statements that deny by what they say: *that is untrue*, *no deal was ever signed*."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.disputes import (
    answering,
    converse,
    falsity,
    opposite,
    parties,
    pointing,
    quoted_words,
    restating,
    weighing,
    wholes,
)
from claimtrack.disputes.earlier import earlier, stated
from claimtrack.disputes.meant import names_of, speaks_of_itself
from claimtrack.disputes.negations import negations
from claimtrack.disputes.scene import DISPUTING, STATED, Claim, Scene, Target, to, within
from claimtrack.disputes.stems import stem_of
from claimtrack.language import grammar
from claimtrack.records import Spans, Stance

_SHORT = 5
_HELPERS = frozenset({"be", "do", "have"})
_SMALL = frozenset({"ADV", "AUX", "INTJ", "PART"})
_SHORT_ANSWERS = frozenset({"no", "never", "nope"})
_FIRST_PERSON = frozenset({"i", "we"})
_OURS = frozenset({"my", "our"})
_NEGATING = opposite.NOTHING | {"not", "n't", "n’t", "never"}
_IN_TURNS = ("label", "continuation")

Targets = tuple[Target, ...]


def is_plain(claim: Claim) -> bool:
    """Whether a statement could be a denial by what it says."""
    named = claim.attribution.frame == "naming" and claim.stance in ("criticises", "believes")
    return (claim.stance == "asserts" or named) and not claim.attribution.hypothetical


def contradicted(scene: Scene, claim: Claim) -> Targets:
    """The earlier claim of another that a statement calls false, negates or is the opposite of."""
    if claim.head is None:
        return ()
    return (
        _answered(scene, claim)
        or _left_out(scene, claim)
        or falsity.called_false(scene, claim)
        or _nothing_of_the_kind(scene, claim)
        or falsity.called_innocent(scene, claim)
        or falsity.not_to_blame(scene, claim)
        or quoted_words.never_used(scene, claim)
        or _by_the_speaker(scene, claim)
        or opposite.negated(scene, claim)
        or wholes.in_every_part(scene, claim)
        or converse.undone(scene, claim)
        or _carried_on(scene, claim)
        or weighing.outweighed(scene, claim)
        or answering.answered(scene, claim)
    )


# --- short ways to say no ------------------------------------------------------------------------


def _answered(scene: Scene, claim: Claim) -> Targets:
    """*No.* to what was just told; to a question whether it is so, what was told before that."""
    words = [i for i in sorted(claim.tokens) if scene.parse.tokens[i].pos != "PUNCT"]
    if len(words) != 1 or scene.lower(words[0]) not in _SHORT_ANSWERS:
        return ()
    reach = pointing.NEAR if _asks_whether_so(scene, claim.sentence - 1) else 1
    before = [c for c in earlier(scene, claim, reach) if c.sentence < claim.sentence]
    told = [c for c in before if c.stance in STATED or _put_to(c)]
    found = [c for c in told if not pointing.is_question(scene, c.sentence)]
    return to(next(iter(found), None), scene.parse.spans(words))


def _put_to(claim: Claim) -> bool:
    """What an interviewer puts to somebody without a question mark."""
    return claim.stance == "asks" and claim.attribution.frame in _IN_TURNS


def _asks_whether_so(scene: Scene, sentence: int) -> bool:
    """*Were they true?* *Is that so?* *Did it happen?*"""
    if sentence < 0:
        return False
    here = scene.parse.sentences[sentence]
    so = any(scene.is_in(i, "truth_words", "falsity_words") for i in range(here.first, here.last))
    return so and pointing.is_question(scene, sentence)


def _left_out(scene: Scene, claim: Claim) -> Targets:
    """*They did not.* *It never has.* What was told right before, the verb left out (Hardt 1997)."""
    head = claim.head
    words = [i for i in sorted(claim.tokens) if scene.parse.tokens[i].pos != "PUNCT"]
    if head is None or len(words) > _SHORT or not opposite.is_negated(scene, head):
        return ()
    subject = grammar.own_subject(scene.parse, head)
    helps = scene.lemma(head) in _HELPERS or scene.parse.tokens[head].tag == "MD"
    if subject is None or not helps or not _are_small(scene, words, head, subject):
        return ()
    reach = 2 if _only_asks(scene, claim.sentence - 1) else 1
    told = [c for c in stated(scene, claim, reach) if _tells_of(scene, claim, subject, c)]
    affirmed = [c for c in told if c.head is not None and not opposite.is_negated(scene, c.head)]
    evidence = scene.parse.spans(words)
    return to(next(iter(affirmed), None), evidence) or (
        () if told else _foretold(scene, claim, head, subject, evidence)
    )


def _only_asks(scene: Scene, sentence: int) -> bool:
    """*Did you?*: a question of small words alone, after what was told before it."""
    if sentence < 0 or not pointing.is_question(scene, sentence):
        return False
    here = scene.parse.sentences[sentence]
    words = [i for i in range(here.first, here.last) if scene.parse.tokens[i].pos != "PUNCT"]
    return bool(words) and all(scene.parse.tokens[i].pos in _SMALL | {"PRON"} for i in words[-2:])


def _are_small(scene: Scene, words: Iterable[int], head: int, subject: int) -> bool:
    """Whether nothing but small words stands beside a verb and its subject, which *that* is not."""
    if scene.parse.tokens[subject].tag in ("WDT", "WP"):
        return False
    rest = set(words) - {head} - scene.parse.subtree(subject)
    return all(scene.parse.tokens[i].pos in _SMALL for i in rest)


def _tells_of(scene: Scene, claim: Claim, subject: int, before: Claim) -> bool:
    """Whether an earlier claim may hold the verb that is left out: of the same, where that is named."""
    if before.head is None or pointing.is_question(scene, before.sentence):
        return False
    if scene.parse.tokens[subject].pos == "PRON":
        return before.sentence < claim.sentence
    other = grammar.own_subject(scene.parse, before.head)
    return other is not None and scene.stem(other) == scene.stem(subject)


def _foretold(scene: Scene, claim: Claim, modal: int, subject: int, evidence: Spans) -> Targets:
    """*The mayor will have to resign. She says she won’t.* The writer’s own sentence right before, with
    the same modal, of whoever speaks."""
    number = claim.sentence - 1
    if number < 0 or number in scene.held or pointing.is_question(scene, number):
        return ()
    here = scene.parse.sentences[number]
    lowers = {scene.lower(i) for i in range(here.first, here.last)}
    helper = {"wo": "will", "ca": "can"}.get(scene.lower(modal), scene.lower(modal))
    foretells = scene.parse.tokens[modal].tag == "MD" and helper in lowers
    source = scene.sources.get(claim.attribution.source.id or "")
    text = scene.parse.article.text[here.start : here.end].lower()
    about = source is not None and source.name.split()[-1].lower() in text
    if not (foretells and about and speaks_of_itself(scene, claim, subject)) or lowers & _NEGATING:
        return ()
    return (Target(None, number, evidence),)


def _nothing_of_the_kind(scene: Scene, claim: Claim) -> Targets:
    """*It meant nothing of the kind*: what was just told, with the same verb first."""
    words = [scene.lower(i) for i in sorted(claim.tokens)]
    phrase = " ".join(words)
    if not any(wanted in phrase for wanted in scene.words("none_such")):
        return ()
    weighed = weighing.outweighed(scene, claim)
    if weighed:
        return weighed
    near = stated(scene, claim, 1)
    head = claim.head
    same = [
        c
        for c in near
        if head is not None and scene.stem(head) in {scene.stem(i) for i in c.tokens}
    ]
    evidence = [
        i for i in claim.tokens if scene.lower(i) in opposite.NOTHING | {"such", "kind", "sort"}
    ]
    return to(next(iter(same + near), None), scene.parse.spans(evidence))


def _by_the_speaker(scene: Scene, claim: Claim) -> Targets:
    """*“I doubt that it is the algae,” he said*; *doctors said they did not believe it*: the speaker's
    own verb denies or doubts."""
    stance = own_stance(scene, claim)
    head = claim.head
    if stance is None or head is None or _is_told_inside(scene, claim):
        return ()
    inside = grammar.clauses(scene.parse, head) + grammar.objects(scene.parse, head)
    tokens = {i for top in inside for i in scene.parse.subtree(top) & claim.tokens}
    inner = within(scene, claim, tokens, stance)
    led = pointing.pointed(scene, inner) or restating.restated(scene, inner) if tokens else ()
    return led or _same_as_before(scene, claim)


def _is_told_inside(scene: Scene, claim: Claim) -> bool:
    """Whether the speaker's own doubt is an attribution itself, within this one."""
    inside = (c for c in scene.within(claim.sentence, claim.sentence) if c.stance in DISPUTING)
    return any(c.attribution.parent == claim.id for c in inside)


def own_stance(scene: Scene, claim: Claim) -> Stance | None:
    """The stance of a speaker's own *I deny*, *we doubt*, *they do not believe*, or None."""
    head = claim.head
    subject = None if head is None else grammar.own_subject(scene.parse, head)
    if head is None or subject is None or grammar.modals(scene.parse, head):
        return None
    negated = opposite.is_negated(scene, head)
    if negated and speaks_of_itself(scene, claim, subject):
        return _when_negated(scene, head)
    if negated or scene.lower(subject) not in _FIRST_PERSON:
        return None
    stances = {
        e.stance for e in scene.rules.index.get(scene.lemma(head), ()) if len(e.word.lemmas) == 1
    }
    return next(iter(sorted(stances & DISPUTING)), None)


def _when_negated(scene: Scene, verb: int) -> Stance | None:
    """*do not believe* doubts, *never said* denies."""
    if scene.is_in(verb, "disbelieving_verbs"):
        return "doubts"
    never = any(scene.lower(i) == "never" for i in grammar.negations(scene.parse, verb))
    return "denies" if never and scene.lemma(verb) == "say" else None


# --- carried on ----------------------------------------------------------------------------------


def _carried_on(scene: Scene, claim: Claim) -> Targets:
    """*“We do not host them,”* right after a denial: it disputes the same."""
    head = claim.head
    if head is None or grammar.modals(scene.parse, head):
        return ()
    if _only_so_many(scene, claim):
        return _same_as_before(scene, claim)
    negated = [each.verb for each in negations(scene, claim)]
    direct = claim.attribution.style == "direct" or claim.attribution.frame in _IN_TURNS
    own = direct and any(_is_ours(scene, verb) for verb in negated)
    goes_on = head in negated and _goes_on_about_it(scene, claim)
    return _same_as_before(scene, claim) if own or goes_on else ()


def _is_ours(scene: Scene, verb: int) -> bool:
    """Whether a quotation speaks of itself: *we never did*, *our aircraft never did*."""
    subject = grammar.own_subject(scene.parse, verb)
    if subject is None:
        return False
    return scene.lower(subject) in _FIRST_PERSON or bool(scene.below(subject) & _OURS)


def _only_so_many(scene: Scene, claim: Claim) -> bool:
    """*There is one case, and only one*: no other, whatever was told."""
    words = [scene.lower(i) for i in sorted(claim.tokens)]
    return words[:1] == ["there"] and "only" in words and len(words) <= _SHORT + 3


def _goes_on_about_it(scene: Scene, claim: Claim) -> bool:
    """Whether a negation right after the speaker's own denial is about what others told before, by a
    word of theirs or by *that*."""
    names = {stem_of(name) for name in names_of(scene, claim)}
    after = any(
        other.id in scene.found and parties.together(scene, claim, other)
        for other in scene.within(claim.sentence - 1, claim.sentence)
    )
    if not after:
        return False
    points = any(
        pointing.kind_of(scene, i) == "pronoun" and scene.parse.tokens[i].pos == "PRON"
        for i in claim.tokens
    )
    return points or any(
        (claim.stems & before.stems) - names for before in stated(scene, claim, pointing.REACH)
    )


def _same_as_before(scene: Scene, claim: Claim) -> Targets:
    """The target of a denial right before, of the same source or in the same paragraph."""
    sentences = scene.parse.sentences
    for other in scene.within(claim.sentence - 1, claim.sentence):
        targets = scene.found.get(other.id, ())
        together = sentences[other.sentence].paragraph == sentences[claim.sentence].paragraph
        of_party = together or parties.together(scene, claim, other)
        if targets and other.id != claim.id and of_party:
            subject = (
                grammar.own_subject(scene.parse, claim.head) if claim.head is not None else None
            )
            words = [i for i in (claim.head, subject) if i is not None]
            told = [t for t in targets if t.sentence != other.sentence] or targets
            return tuple(replace(t, evidence=scene.parse.spans(words)) for t in told)
    return ()

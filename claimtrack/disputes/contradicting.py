"""Plain statements that deny by what they say: *that is untrue*, *no deal was ever signed*."""

from __future__ import annotations

from dataclasses import replace

from claimtrack.disputes import pointing, restating
from claimtrack.disputes.scene import (
    DISPUTING,
    NAMES,
    STATED,
    Claim,
    Scene,
    Target,
    claim_of,
    earlier,
    is_clause,
    may_be_same,
    mentions,
    names_of,
    speaks_of_itself,
    stated,
    to,
)
from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_REACH = 6
_MOST = 0.6
_NOTHING = frozenset({"no", "none", "nobody", "nothing", "neither", "no-one"})
_SHORT = 5
_HELPERS = frozenset({"be", "do", "have"})
_SMALL = frozenset({"ADV", "AUX", "INTJ", "PART"})
_SHORT_ANSWERS = frozenset({"no", "never", "nope"})
_FUTURE = frozenset("will would 'll ’ll wo shall could may might should".split())
_FIRST_PERSON = frozenset({"i", "we"})
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
        or _called_false(scene, claim)
        or _nothing_of_the_kind(scene, claim)
        or _called_innocent(scene, claim)
        or _in_the_first_person(scene, claim)
        or _negated(scene, claim)
        or _carried_on(scene, claim)
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
    if head is None or len(words) > _SHORT or not is_negated(scene, head):
        return ()
    subject = grammar.own_subject(scene.parse, head)
    helps = scene.lemma(head) in _HELPERS or scene.parse.tokens[head].tag == "MD"
    pronoun = subject is not None and scene.parse.tokens[subject].pos == "PRON"
    rest = set(words) - {head, subject}
    if not (helps and pronoun and all(scene.parse.tokens[i].pos in _SMALL for i in rest)):
        return ()
    before = [
        c for c in stated(scene, claim, 1) if c.sentence < claim.sentence and c.head is not None
    ]
    told = [c for c in before if not pointing.is_question(scene, c.sentence)]
    affirmed = [c for c in told if c.head is not None and not is_negated(scene, c.head)]
    return to(next(iter(affirmed), None), scene.parse.spans(words))


def _called_false(scene: Scene, claim: Claim) -> Targets:
    """*That is untrue*; *it never happened*; *called the accusation baseless*."""
    subject = _called_so(scene, claim)
    if subject is None:
        return ()
    evidence = scene.parse.spans(scene.parse.subtree(subject) & claim.tokens or {subject})
    kind = pointing.kind_of(scene, subject)
    return pointing.lead(scene, claim, subject, evidence) if kind != "again" else ()


def _called_so(scene: Scene, claim: Claim) -> int | None:
    """The word for what is called false, where the claim does no more than that."""
    for top in claim.tops:
        subject = grammar.own_subject(scene.parse, top)
        named = next((t for t in claim.tops if t != top and pointing.kind_of(scene, t)), None)
        called = named if subject is None else subject
        false = _is_false(scene, top, called) and not _is_described(scene, top)
        if subject is None and len(claim.tops) > 1 and false:
            return named
        if subject is not None and _says_not_so(scene, claim, top, subject, false):
            return subject
    return None


def _is_false(scene: Scene, top: int, subject: int | None) -> bool:
    """A word of falsity; one of scorn only for what was claimed, since a plan may be absurd as well."""
    if scene.is_in(top, "falsity_words"):
        return True
    claimed = subject is not None and pointing.kind_of(scene, subject) in ("accusation", "claim")
    return claimed and scene.is_in(top, "scorning_words")


def _says_not_so(scene: Scene, claim: Claim, top: int, subject: int, false: bool) -> bool:
    negated = is_negated(scene, top)
    true = scene.is_in(top, "truth_words") or _is_what_happened(scene, top)
    if (false and not negated) or (true and negated):
        return True
    return _none_of_them(scene, subject) and _mentions_speaker_before(scene, claim)


def _is_described(scene: Scene, noun: int) -> bool:
    """*the lie that the campaign is built on* calls nothing false that was told before."""
    after = [i for i in scene.parse.subtree(noun) if i > noun]
    return any(grammar.is_verb(scene.parse, i) for i in after)


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


def _nothing_of_the_kind(scene: Scene, claim: Claim) -> Targets:
    """*It meant nothing of the kind*: what was just told, with the same verb first."""
    words = [scene.lower(i) for i in sorted(claim.tokens)]
    phrase = " ".join(words)
    if not any(wanted in phrase for wanted in scene.words("none_such")):
        return ()
    near = stated(scene, claim, 1)
    head = claim.head
    same = [
        c
        for c in near
        if head is not None and scene.stem(head) in {scene.stem(i) for i in c.tokens}
    ]
    evidence = [i for i in claim.tokens if scene.lower(i) in _NOTHING | {"such", "kind", "sort"}]
    return to(next(iter(same + near), None), scene.parse.spans(evidence))


def _called_innocent(scene: Scene, claim: Claim) -> Targets:
    """*He is innocent*; *she did nothing wrong*: against the accusation that names the speaker."""
    words = [i for i in claim.tokens if scene.is_in(i, "innocence_words")]
    lowers = {scene.lower(i): i for i in claim.tokens}
    for pair in (("nothing", "wrong"), ("not", "guilty")):
        words += [lowers[word] for word in pair] if set(pair) <= set(lowers) else []
    if not words or len(claim.tokens) > 12:
        return ()
    return pointing.accused_by_name(scene, claim, scene.parse.spans(words))


def _in_the_first_person(scene: Scene, claim: Claim) -> Targets:
    """*“I doubt that it is the algae,” he said*: the speaker's own verb denies or doubts."""
    stance = first_person_stance(scene, claim)
    head = claim.head
    if stance is None or head is None:
        return ()
    inside = grammar.clauses(scene.parse, head) + grammar.objects(scene.parse, head)
    tokens = {i for top in inside for i in scene.parse.subtree(top) & claim.tokens}
    spans = scene.parse.spans(tokens)
    inner = claim_of(
        scene.parse, replace(claim.attribution, claim=spans, stance=stance), scene.rules
    )
    led = pointing.pointed(scene, inner) or restating.restated(scene, inner) if tokens else ()
    return led or _same_as_before(scene, claim)


def first_person_stance(scene: Scene, claim: Claim) -> str | None:
    """The stance of a speaker's own *I deny*, *we doubt*, or None."""
    head = claim.head
    subject = None if head is None else grammar.own_subject(scene.parse, head)
    if head is None or subject is None or scene.lower(subject) not in _FIRST_PERSON:
        return None
    if is_negated(scene, head) or grammar.modals(scene.parse, head):
        return None
    stances = {
        e.stance for e in scene.rules.index.get(scene.lemma(head), ()) if len(e.word.lemmas) == 1
    }
    return next(iter(sorted(stances & DISPUTING)), None)


# --- the opposite --------------------------------------------------------------------------------


def _negated(scene: Scene, claim: Claim) -> Targets:
    """The earlier claim with the same predicate and the other polarity, or with its antonym."""
    head = claim.head
    if head is None or not is_clause(scene, head) or _is_a_share(scene, claim):
        return ()
    for before in stated(scene, claim, _REACH):
        if _is_opposite(scene, claim, head, before):
            stems = claim.stems & before.stems | {scene.stem(head)}
            return to(before, restating.shared_words(scene, claim, stems), points=False)
    return ()


def _is_opposite(scene: Scene, claim: Claim, head: int, before: Claim) -> bool:
    """Whether this predicate cannot be true together with an earlier claim about the same."""
    if not _brings_no_name(scene, claim, before):
        return False
    shared = claim.stems & before.stems - {scene.stem(head)}
    enough = len(shared) >= _MOST * (min(len(claim.stems), len(before.stems)) - 1)
    about_same = bool(shared) and enough
    for word in before.tokens:
        if _excludes(scene, head, word, before) and _alike(scene, claim, head, before, word):
            return about_same or _answers_right_away(scene, claim, head, before)
    return False


def _is_a_share(scene: Scene, claim: Claim) -> bool:
    """*34 % said*, *one in three said*: shares of those asked differ and deny nothing."""
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    return any(scene.parse.tokens[i].pos == "NUM" for i in source)


def _excludes(scene: Scene, head: int, word: int, before: Claim) -> bool:
    """The same predicate with the other polarity, or its antonym, at the top, with the same."""
    same = scene.stem(word) == scene.stem(head)
    if same and scene.lemma(head) == "be":
        return False
    if not same and not (word in before.tops and _are_antonyms(scene, word, head)):
        return False
    return same == (is_negated(scene, head) != is_negated(scene, word))


def _are_antonyms(scene: Scene, one: int, other: int) -> bool:
    pair = (scene.lemma(one), scene.lemma(other))
    antonyms = scene.words("antonyms")
    return " ".join(pair) in antonyms or " ".join(reversed(pair)) in antonyms


def _answers_right_away(scene: Scene, claim: Claim, head: int, before: Claim) -> bool:
    """*“I heard her”* right after *he could not have heard*: the speaker's own deed."""
    subject = grammar.own_subject(scene.parse, head)
    own = subject is not None and scene.lower(subject) in _FIRST_PERSON
    return own and claim.attribution.style == "direct" and claim.sentence - before.sentence <= 1


def _alike(scene: Scene, claim: Claim, head: int, before: Claim, word: int) -> bool:
    """Whether two predicates speak of the same time, and not of different agents or things."""
    parse = scene.parse
    times = [_is_future(parse, verb) for verb in (head, word)]
    things = [thing for verb in (head, word) if (thing := _thing(parse, verb)) is not None]
    if times[0] != times[1] or not may_be_same(scene, things):
        return False
    agents = [agent for verb in (head, word) if (agent := _agent(parse, verb)) is not None]
    if len(agents) == 2 and speaks_of_itself(scene, claim, agents[0]):
        return not speaks_of_itself(scene, before, agents[1])
    return may_be_same(scene, agents)


def _is_future(parse: Parse, verb: int) -> bool:
    """*will pay*, *might pay*; *could not have paid* is past."""
    helpers = {parse.tokens[i].lemma for i in grammar.auxiliaries(parse, verb)}
    return bool(set(grammar.modals(parse, verb)) & _FUTURE) and "have" not in helpers


def _agent(parse: Parse, verb: int) -> int | None:
    if grammar.is_passive(parse, verb):
        return grammar.agent(parse, verb)
    return grammar.subject(parse, verb) if grammar.is_verb_like(parse, verb) else None


def _thing(parse: Parse, verb: int) -> int | None:
    """What it is done to: the object, in the passive the subject."""
    if grammar.is_passive(parse, verb):
        return grammar.own_subject(parse, verb)
    return next(iter(grammar.objects(parse, verb)), None)


def _brings_no_name(scene: Scene, claim: Claim, before: Claim) -> bool:
    """Whether the later claim has no name or number of its own: it is no different version."""
    words = [scene.parse.tokens[i] for i in claim.tokens]
    names = {word.lower for word in words if word.pos in NAMES}
    known = {scene.lower(i) for i in before.tokens}
    return names <= known | names_of(scene, claim) | names_of(scene, before)


def is_negated(scene: Scene, predicate: int) -> bool:
    """Whether a predicate, its subject or its object is negated."""
    parse = scene.parse
    subject = grammar.own_subject(parse, predicate)
    parts = [predicate, *grammar.objects(parse, predicate)]
    parts += [subject] if subject is not None else []
    nothing = [p for p in parts if scene.lower(p) in _NOTHING]
    nothing += [c for p in parts for c in parse.children[p] if scene.lower(c) in _NOTHING]
    return len(set(grammar.negations(parse, predicate)) | set(nothing)) % 2 == 1


# --- carried on ----------------------------------------------------------------------------------


def _carried_on(scene: Scene, claim: Claim) -> Targets:
    """*“We do not host them,”* right after a denial: it disputes the same."""
    head = claim.head
    subject = None if head is None else grammar.own_subject(scene.parse, head)
    if head is None or subject is None or scene.lower(subject) not in _FIRST_PERSON:
        return ()
    direct = claim.attribution.style == "direct" or claim.attribution.frame in _IN_TURNS
    if not direct or not is_negated(scene, head) or grammar.modals(scene.parse, head):
        return ()
    return _same_as_before(scene, claim)


def _same_as_before(scene: Scene, claim: Claim) -> Targets:
    """The target of a denial right before, of the same source or in the same paragraph."""
    sentences = scene.parse.sentences
    for other in scene.within(claim.sentence - 1, claim.sentence):
        targets = scene.found.get(other.id, ())
        together = sentences[other.sentence].paragraph == sentences[claim.sentence].paragraph
        if targets and other.id != claim.id and (together or other.is_of(claim)):
            subject = (
                grammar.own_subject(scene.parse, claim.head) if claim.head is not None else None
            )
            words = [i for i in (claim.head, subject) if i is not None]
            return tuple(replace(t, evidence=scene.parse.spans(words)) for t in targets)
    return ()

"""Disputes: which claim a denial or a doubt disputes, and the words that show it.

A denial points back (*the accusation*, *this support*, *it*), says again what it denies (*denied
that it had paid bribes*) or names the report that it denies (*reports that …*). Where nothing earlier
fits there is no dispute: an invented denial is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Dispute, Source, Spans
from claimtrack.rules.model import RuleSet

_DISPUTING = frozenset({"denies", "doubts"})
_STATED = frozenset({"asserts", "confirms", "acknowledges", "alleges", "believes"})
_PLAIN = frozenset({"asserts"})
_REACH = 6
"""How many sentences back a pointing word may lead."""
_NEAR = 2
"""The same, where nothing but nearness tells what is meant."""
_HALF = 0.5
_MOST = 0.6

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NAMES = frozenset({"PROPN", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FIRST_PERSON = frozenset({"i", "we"})
_DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
_QUANTIFIERS = frozenset(
    {"all", "any", "both", "each", "either", "none", "neither", "much", "some", "every"}
)
_NOTHING = frozenset({"no", "none", "nobody", "nothing", "neither", "no-one"})
_FUTURE = frozenset(
    {"will", "would", "'ll", "’ll", "wo", "shall", "could", "may", "might", "should"}
)
_ENDINGS = (
    "ation", "ition", "ment", "ness", "ance", "ence", "ing", "ery", "ion", "ate", "ure", "ity", "ed", "er", "or",
    "al", "e", "y", "s",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Claim:
    """An attribution with what its claim holds: its tokens, the words that head it and its content."""

    attribution: Attribution
    tokens: frozenset[int]
    tops: tuple[int, ...]
    stems: frozenset[str]
    at: int
    """The first token of cue, claim or source: where it stands among the others."""

    @property
    def id(self) -> str:
        return self.attribution.id

    @property
    def sentence(self) -> int:
        return self.attribution.sentence

    @property
    def stance(self) -> str:
        return self.attribution.stance

    @property
    def head(self) -> int | None:
        return self.tops[0] if self.tops else None


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that a denial may lead to: the claims of the article in order, who speaks, and the words."""

    parse: Parse
    claims: tuple[_Claim, ...]
    sources: Mapping[str, Source]
    rules: RuleSet
    parents: Mapping[str, str | None]

    def lemma(self, index: int) -> str:
        return self.parse.tokens[index].lemma

    def is_in(self, index: int, *lists: str) -> bool:
        token = self.parse.tokens[index]
        return any({token.lemma, token.lower} & self.rules.words(name) for name in lists)


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a denial leads: the disputed claim (or only its sentence) and the words that point there."""

    claim: str | None
    sentence: int
    evidence: Spans
    points: bool = True


def link(
    parse: Parse, attributions: tuple[Attribution, ...], sources: tuple[Source, ...], rules: RuleSet
) -> tuple[Dispute, ...]:
    """The disputes of an article, in the order of their denials, at most one a denial."""
    if not any(a.stance in _DISPUTING for a in attributions):
        return ()
    scene = _scene(parse, attributions, sources, rules)
    denials = [
        claim
        for claim in scene.claims
        if claim.stance in _DISPUTING and not claim.attribution.hypothetical
    ]
    found = [
        (denial, target) for denial in denials if (target := _target(scene, denial)) is not None
    ]
    return tuple(
        Dispute(
            f"d{number}",
            denial.id,
            target.claim,
            target.sentence,
            _link(denial, target),
            target.evidence,
        )
        for number, (denial, target) in enumerate(found, 1)
    )


def opposing(
    parse: Parse, attributions: tuple[Attribution, ...], sources: tuple[Source, ...], rules: RuleSet
) -> frozenset[str]:
    """Ids of plain statements which negate, or state the opposite of, an earlier claim: their stance is ``denies``.

    To be asked before ``link``, which then finds what they dispute.
    """
    scene = _scene(parse, attributions, sources, rules)
    plain = [claim for claim in scene.claims if _is_plain(claim)]
    return frozenset(claim.id for claim in plain if _contradicted(scene, claim) is not None)


def reports_denial(parse: Parse, attribution: Attribution, rules: RuleSet) -> bool:
    """Whether an attribution denies or doubts a fact: a refused offer or a plan not made does neither."""
    if attribution.stance not in _DISPUTING or attribution.hypothetical:
        return False
    scene = _Scene(parse, (), {}, rules, {})
    claim = _claim(parse, attribution, rules)
    return not _refuses(scene, claim) and _is_outright(scene, claim)


def _link(denial: _Claim, target: _Target) -> str:
    if target.sentence == denial.sentence:
        return "same-sentence"
    if denial.attribution.style == "direct":
        return "quotation"
    return "anaphora" if target.points else "restatement"


# --- the scene -----------------------------------------------------------------------------------


def _scene(
    parse: Parse, attributions: Iterable[Attribution], sources: Iterable[Source], rules: RuleSet
) -> _Scene:
    claims = sorted(
        (_claim(parse, a, rules) for a in attributions), key=lambda c: (c.sentence, c.at)
    )
    parents = {claim.id: claim.attribution.parent for claim in claims}
    return _Scene(parse, tuple(claims), {source.id: source for source in sources}, rules, parents)


def _claim(parse: Parse, attribution: Attribution, rules: RuleSet) -> _Claim:
    tokens = frozenset(parse.tokens_of(attribution.claim))
    places = (
        parse.tokens_of(attribution.cue)
        or sorted(tokens)
        or parse.tokens_of(attribution.source.spans)
    )
    at = min([*places, *tokens], default=parse.sentences[attribution.sentence].first)
    return _Claim(attribution, tokens, _tops(parse, tokens), _stems(parse, tokens, rules), at)


def _tops(parse: Parse, tokens: frozenset[int]) -> tuple[int, ...]:
    """The tokens that the others hang from, the one with the most words first."""
    tops = [i for i in tokens if parse.tokens[i].pos != "PUNCT" and _is_top(parse, i, tokens)]
    return tuple(sorted(tops, key=lambda i: (-len(parse.subtree(i) & tokens), i)))


def _is_top(parse: Parse, index: int, tokens: frozenset[int]) -> bool:
    head = parse.tokens[index].head
    return head == index or head not in tokens


def _stems(parse: Parse, tokens: Iterable[int], rules: RuleSet) -> frozenset[str]:
    """Stems of the words that tell what a claim is about."""
    light = rules.words("light_words")
    words = [parse.tokens[i] for i in tokens]
    return frozenset(_stem(w.lemma) for w in words if w.pos in _CONTENT and w.lemma not in light)


def _stem(lemma: str) -> str:
    """A rough stem, so that *resigned* and *resignation* meet."""
    for ending in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= (3 if ending == "ment" else 4):
            return lemma[: -len(ending)]
    return lemma


# --- where a denial leads ------------------------------------------------------------------------


def _target(scene: _Scene, denial: _Claim) -> _Target | None:
    """What a denial disputes, by its own words, or None."""
    if not _has_disputing_cue(scene, denial):
        return _contradicted(scene, denial)
    if not denial.tokens:
        return _accused(scene, denial, denial.attribution.cue)
    if _refuses(scene, denial) or not _is_outright(scene, denial):
        return None
    return _pointed(scene, denial) or _restated(scene, denial) or _reported(scene, denial)


def _disputes(claim: _Claim) -> bool:
    return claim.stance in _DISPUTING and not claim.attribution.hypothetical


def _has_disputing_cue(scene: _Scene, denial: _Claim) -> bool:
    """Whether the cue itself denies or doubts; otherwise the claim does."""
    cue = scene.parse.tokens_of(denial.attribution.cue)
    negated = set(scene.parse.words(cue).lower().split()) & _NEGATING
    return bool(negated) or _has_disputing_word(scene, cue)


def _has_disputing_word(scene: _Scene, cue: Iterable[int]) -> bool:
    lemmas = {
        word for index in cue for word in (scene.lemma(index), scene.parse.tokens[index].lower)
    }
    entries = [entry for lemma in lemmas for entry in scene.rules.index.get(lemma, ())]
    return any(e.stance in _DISPUTING and lemmas >= set(e.word.lemmas) for e in entries)


_NEGATING = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})


def _refuses(scene: _Scene, denial: _Claim) -> bool:
    """Whether a proposal is refused or a person criticised, and no fact denied: *rejected the offer*."""
    cue = scene.parse.tokens_of(denial.attribution.cue)
    things = [top for top in denial.tops if not grammar.is_verb_like(scene.parse, top)]
    if not things:
        return False
    named = all(scene.parse.tokens[thing].pos == "PROPN" for thing in things)
    if named or any(scene.is_in(thing, "granted_nouns") for thing in things):
        return True
    pointing = [thing for thing in things if _kind(scene, thing) not in ("", "again")]
    return not pointing and any(
        scene.is_in(word, "refusing_verbs", "questioning_words") for word in cue
    )


def _is_outright(scene: _Scene, denial: _Claim) -> bool:
    """Whether the cue denies or doubts by itself, or negates belief: not *had no plan to*."""
    cue = scene.parse.tokens_of(denial.attribution.cue)
    lemmas = {scene.lemma(index) for index in cue}
    takes_back = any(lemmas >= set(words.split()) for words in scene.rules.words("corrections"))
    if takes_back or _is_negated_noun(scene, denial, cue):
        return False
    if _has_disputing_word(scene, cue):
        return True
    believed_in = any(_followed_by_in(scene, word) for word in cue)
    believes = any(scene.is_in(word, "believing_words") for word in cue)
    return not cue or (believes and not believed_in)


def _is_negated_noun(scene: _Scene, denial: _Claim, cue: list[int]) -> bool:
    """*no doubt that*, *little doubt*: nothing is doubted."""
    words = {word for index in cue for word in _below(scene, index)}
    return denial.attribution.frame == "noun-clause" and bool(words & {"no", "little", "without"})


def _followed_by_in(scene: _Scene, word: int) -> bool:
    following = scene.parse.tokens[word + 1 : word + 2]
    return bool(following) and following[0].lower == "in"


def _earlier(scene: _Scene, denial: _Claim, reach: int) -> list[_Claim]:
    """Claims of others before the denial, the nearest first, of one sentence the outermost first."""
    found = [
        claim
        for claim in scene.claims
        if claim.tokens
        and claim.at < denial.at
        and denial.sentence - claim.sentence <= reach
        and not claim.attribution.hypothetical
        and not _related(scene, denial, claim)
        and not _same_source(denial, claim)
    ]
    return sorted(found, key=lambda c: (-c.sentence, c.attribution.parent is not None, -c.at))


def _related(scene: _Scene, denial: _Claim, claim: _Claim) -> bool:
    """Whether one of the two lies inside the other."""
    parents = scene.parents
    if claim.id in _above(parents, denial.id) or denial.id in _above(parents, claim.id):
        return True
    return bool(set(scene.parse.tokens_of(denial.attribution.cue)) & claim.tokens)


def _above(parents: Mapping[str, str | None], identity: str) -> Iterator[str]:
    at: str | None = identity
    for _ in range(len(parents) + 1):
        if at is None:
            return
        yield at
        at = parents.get(at)


def _same_source(one: _Claim, other: _Claim) -> bool:
    source = one.attribution.source.id
    return source is not None and source == other.attribution.source.id


# --- pointing back -------------------------------------------------------------------------------


def _pointed(scene: _Scene, denial: _Claim) -> _Target | None:
    """What a word of the denial's claim points to."""
    word = _pointing_word(scene, denial)
    if word is None:
        return None
    evidence = scene.parse.spans(_phrase(scene, denial, word))
    kind = _kind(scene, word)
    if kind in ("accusation", "claim") and _has_own_content(scene, denial, word):
        return (
            _restated(scene, denial)
            or _reported(scene, denial)
            or _accused_by_name(scene, denial, evidence)
        )
    if kind == "accusation":
        return _accused(scene, denial, evidence)
    if kind == "claim":
        return _claimed(scene, denial, word, evidence)
    if kind == "wrongdoing":
        return _restated(scene, denial) or _accused_by_name(scene, denial, evidence)
    if kind == "pronoun":
        return _just_said(scene, denial, evidence)
    return _named_again(scene, denial, word, evidence) if kind == "again" else None


def _pointing_word(scene: _Scene, denial: _Claim) -> int | None:
    """The word that may point back: what heads a phrase, or the subject of an empty clause (*that this was so*)."""
    for top in denial.tops:
        if not grammar.is_verb_like(scene.parse, top):
            if _kind(scene, top) and "as" not in grammar.preposition(scene.parse, top):
                return top
            continue
        subject = grammar.own_subject(scene.parse, top)
        if subject is not None and (_is_empty(scene, top) or _kind(scene, subject) == "again"):
            return subject if _kind(scene, subject) else None
        if subject is None and scene.lemma(top) == "do":
            return _first_of(
                scene, [*grammar.objects(scene.parse, top), *grammar.adverbs(scene.parse, top)]
            )
    return None


def _first_of(scene: _Scene, words: Iterable[int]) -> int | None:
    return next((word for word in words if _kind(scene, word) == "pronoun"), None)


def _is_empty(scene: _Scene, predicate: int) -> bool:
    """Whether a predicate says only that something is so or not so."""
    return scene.is_in(predicate, "truth_words", "falsity_words") or scene.lemma(predicate) in (
        "be",
        "take",
    )


def _kind(scene: _Scene, word: int) -> str:
    """How a word can point back: accusation, claim, wrongdoing, pronoun, again (a noun named again) or ""."""
    token = scene.parse.tokens[word]
    below = _below(scene, word)
    if scene.is_in(word, "back_pronouns") and token.pos not in ("NOUN", "PROPN", "VERB"):
        return "pronoun"
    if token.lower in _QUANTIFIERS and below & scene.rules.words("back_pronouns"):
        return "pronoun"
    for kind, name in (("accusation", "accusation_nouns"), ("claim", "claim_nouns_back")):
        if scene.is_in(word, name):
            return kind
    if scene.is_in(word, "wrongdoing_nouns"):
        return "wrongdoing"
    if grammar.is_noun(scene.parse, word) and below & (_DEMONSTRATIVES | {"any"}):
        return "again"
    return ""


def _below(scene: _Scene, word: int) -> set[str]:
    return {scene.parse.tokens[child].lower for child in scene.parse.children[word]}


def _phrase(scene: _Scene, denial: _Claim, word: int) -> set[int]:
    return scene.parse.subtree(word) & denial.tokens or {word}


def _has_own_content(scene: _Scene, denial: _Claim, noun: int) -> bool:
    """Whether the noun says itself what is claimed: *reports that …*, *allegations of fraud*."""
    if _below(scene, noun) & _DEMONSTRATIVES:
        return bool(grammar.noun_clauses(scene.parse, noun))
    names = _names(scene, denial)
    after = [scene.parse.tokens[i] for i in denial.tokens if i > noun]
    return any(word.pos in _CONTENT and word.lower not in names for word in after)


def _accused(scene: _Scene, denial: _Claim, evidence: Spans) -> _Target | None:
    """The accusation that is meant: one against whoever denies it, else the nearest, else what was said of them."""
    earlier = _earlier(scene, denial, _REACH)
    alleged = [claim for claim in earlier if claim.stance == "alleges"]
    said = [
        claim
        for claim in earlier
        if claim.stance in ("asserts", "believes", "criticises", "acknowledges")
    ]
    near = [claim for claim in alleged if denial.sentence - claim.sentence <= _NEAR + 1]
    against = [claim for claim in alleged if _mentions(scene, claim, denial)]
    named = [c for c in against or near if _cue_stems(scene, c) & _evidence_stems(scene, evidence)]
    said_of = [
        c for c in said if denial.sentence - c.sentence <= _NEAR and _mentions(scene, c, denial)
    ]
    just_said = [c for c in said if denial.sentence - c.sentence <= 1 and c.stance == "asserts"]
    return _to(next(iter(named + against + near + said_of + just_said), None), evidence)


def _evidence_stems(scene: _Scene, evidence: Spans) -> set[str]:
    return {_stem(scene.lemma(index)) for index in scene.parse.tokens_of(evidence)}


def _accused_by_name(scene: _Scene, denial: _Claim, evidence: Spans) -> _Target | None:
    """An accusation against whoever denies, however it is worded: *denied any wrongdoing*."""
    alleged = [claim for claim in _earlier(scene, denial, _REACH) if claim.stance == "alleges"]
    against = [claim for claim in alleged if _mentions(scene, claim, denial)]
    near = [claim for claim in alleged if denial.sentence - claim.sentence <= 1]
    return _to(next(iter(against + near), None), evidence)


def _claimed(scene: _Scene, denial: _Claim, noun: int, evidence: Spans) -> _Target | None:
    """The claim that *that report*, *the college's estimate* stand for: the same word as cue, the same owner, the nearest."""
    earlier = [c for c in _earlier(scene, denial, _NEAR + 1) if c.stance in _STATED]
    owner = grammar.possessor(scene.parse, noun)
    if owner is not None and scene.parse.tokens[owner].pos in ("NOUN", "PROPN"):
        earlier = [
            claim for claim in earlier if scene.parse.tokens[owner].lower in _names(scene, claim)
        ]
    named = [claim for claim in earlier if _stem(scene.lemma(noun)) in _cue_stems(scene, claim)]
    near = [claim for claim in earlier if denial.sentence - claim.sentence <= _NEAR]
    return _to(next(iter(named + near), None), evidence)


def _cue_stems(scene: _Scene, claim: _Claim) -> set[str]:
    words = scene.parse.tokens_of(claim.attribution.cue) + scene.parse.tokens_of(
        claim.attribution.source.spans
    )
    return {_stem(scene.lemma(index)) for index in words}


def _just_said(scene: _Scene, denial: _Claim, evidence: Spans) -> _Target | None:
    """What *it* or *this* stand for: the nearest claim, or the sentence before where the writer speaks in it."""
    earlier = [claim for claim in _earlier(scene, denial, _NEAR) if claim.stance in _STATED]
    if _only_refuses(scene, denial):
        return _to(next((claim for claim in earlier if claim.stance == "alleges"), None), evidence)
    held = {claim.sentence for claim in scene.claims}
    before = denial.sentence - 1
    if before >= 0 and before not in held and not any(c.sentence >= before for c in earlier):
        return _Target(None, before, evidence)
    nearest = [claim for claim in earlier if claim.sentence == earlier[0].sentence]
    alleged = [claim for claim in nearest if claim.stance == "alleges"]
    return _to(next(iter(alleged + nearest), None), evidence)


def _only_refuses(scene: _Scene, denial: _Claim) -> bool:
    """A cue such as *rejected*, which with *it* may refuse an offer, and nothing that says *false*."""
    cue = scene.parse.tokens_of(denial.attribution.cue)
    sentence = scene.parse.sentences[denial.sentence]
    untrue = any(
        scene.is_in(index, "falsity_words") for index in range(sentence.first, sentence.last)
    )
    return not untrue and any(scene.is_in(index, "refusing_verbs") for index in cue)


def _named_again(scene: _Scene, denial: _Claim, noun: int, evidence: Spans) -> _Target | None:
    """The claim, or the writer's sentence, in which *this support* was named before."""
    stem = _stem(scene.lemma(noun))
    claims = [c for c in _earlier(scene, denial, _REACH) if c.stance in _STATED and stem in c.stems]
    if claims:
        alleged = [claim for claim in claims if claim.stance == "alleges"]
        headed = [
            claim
            for claim in claims
            if claim.head is not None and _stem(scene.lemma(claim.head)) == stem
        ]
        return _to((alleged + headed + claims)[0], evidence)
    sentence = _sentence_with(scene, denial, {stem})
    if sentence is not None:
        return _Target(None, sentence, evidence)
    loose = noun in denial.tops or "such" in _below(scene, noun)
    return _restated(scene, denial) or (_said_before(scene, denial, evidence) if loose else None)


def _said_before(scene: _Scene, denial: _Claim, evidence: Spans) -> _Target | None:
    """What somebody else said just before: *denied any shortage*, *that any such order was given*."""
    near = [
        claim
        for claim in _earlier(scene, denial, 1)
        if claim.stance in ("asserts", "alleges", "acknowledges")
    ]
    return _to(next(iter(near), None), evidence)


def _sentence_with(scene: _Scene, denial: _Claim, stems: set[str]) -> int | None:
    """The nearest earlier sentence in the writer's own voice with all of these words."""
    held = {claim.sentence for claim in scene.claims}
    for number in range(denial.sentence - 1, max(-1, denial.sentence - _REACH - 1), -1):
        sentence = scene.parse.sentences[number]
        words = range(sentence.first, sentence.last)
        if number not in held and stems <= _stems(scene.parse, words, scene.rules):
            return number
    return None


def _to(claim: _Claim | None, evidence: Spans, points: bool = True) -> _Target | None:
    return None if claim is None else _Target(claim.id, claim.sentence, evidence, points)


# --- saying again --------------------------------------------------------------------------------


def _restated(scene: _Scene, denial: _Claim) -> _Target | None:
    """The earlier claim that shares most of the denial's content words."""
    own = denial.stems - {_stem(name) for name in _names(scene, denial)} - _pointing_stems(scene)
    stances = _STATED | ({"promises"} if denial.stance == "doubts" else set())
    earlier = [
        c for c in _earlier(scene, denial, len(scene.parse.sentences)) if c.stance in stances
    ]
    likely = [claim for claim in earlier if _says_the_same(scene, denial, claim, own)]
    best = max(
        likely, key=lambda c: (len(own & c.stems), c.stance == "alleges", c.sentence), default=None
    )
    if best is not None:
        return _to(best, _shared(scene, denial, own & best.stems), points=False)
    if len(own) >= 2 and (sentence := _sentence_with(scene, denial, set(own))) is not None:
        return _Target(None, sentence, _shared(scene, denial, own), points=False)
    return None


def _says_the_same(scene: _Scene, denial: _Claim, claim: _Claim, own: frozenset[str]) -> bool:
    """Whether an earlier claim is about the same thing: more is asked of it the farther back it stands."""
    shared = own & claim.stems
    back = denial.sentence - claim.sentence
    if not shared - _stems_of_names(scene, denial) or len(shared) < _HALF * len(own):
        return False
    if back > _REACH:
        return len(shared) >= 3 and len(shared) > _MOST * len(own)
    if len(shared) >= 2:
        return True
    accused = claim.stance == "alleges" and _mentions(scene, claim, denial)
    return denial.stance == "denies" and len(own) <= 2 and (accused or back <= _NEAR)


def _stems_of_names(scene: _Scene, claim: _Claim) -> set[str]:
    return {_stem(scene.lemma(i)) for i in claim.tokens if scene.parse.tokens[i].pos in _NAMES}


def _pointing_stems(scene: _Scene) -> frozenset[str]:
    names = ("accusation_nouns", "claim_nouns_back", "wrongdoing_nouns")
    return frozenset(_stem(word) for name in names for word in scene.rules.words(name))


def _shared(scene: _Scene, denial: _Claim, stems: frozenset[str]) -> Spans:
    """The words of the denial's claim that the earlier one has too."""
    return scene.parse.spans(i for i in denial.tokens if _stem(scene.lemma(i)) in stems)


def _reported(scene: _Scene, denial: _Claim) -> _Target | None:
    """The claim that the denial itself names: *denied reports that …*, *claims of fraud*."""
    inside = [claim for claim in scene.claims if claim.attribution.parent == denial.id]
    named = [
        c
        for c in inside
        if c.stance in _STATED and c.attribution.frame == "noun-clause" and c.tokens
    ]
    return _to(named[0], named[0].attribution.cue) if named else None


# --- plain statements that contradict ------------------------------------------------------------


def _is_plain(claim: _Claim) -> bool:
    """Whether a statement could be a denial by what it says."""
    named = claim.attribution.frame == "naming" and claim.stance in ("criticises", "believes")
    return (claim.stance in _PLAIN or named) and not claim.attribution.hypothetical


def _contradicted(scene: _Scene, claim: _Claim) -> _Target | None:
    """The earlier claim of another that a plain statement calls false, negates or states the opposite of."""
    if claim.head is None:
        return None
    return _called_false(scene, claim) or _called_innocent(scene, claim) or _negated(scene, claim)


def _called_false(scene: _Scene, claim: _Claim) -> _Target | None:
    """*That is untrue*; *the report was a lie*; *it never happened*; *called the accusation baseless*."""
    subject = _called_so(scene, claim)
    if subject is None:
        return None
    evidence = scene.parse.spans(scene.parse.subtree(subject) & claim.tokens or {subject})
    kind = _kind(scene, subject)
    if kind == "accusation":
        return _accused(scene, claim, evidence)
    if kind == "claim":
        return _claimed(scene, claim, subject, evidence)
    return _just_said(scene, claim, evidence) if kind == "pronoun" else None


def _called_so(scene: _Scene, claim: _Claim) -> int | None:
    """The word for what is called false, where the claim does no more than that."""
    for top in claim.tops:
        subject = grammar.own_subject(scene.parse, top)
        if subject is None and len(claim.tops) > 1 and scene.is_in(top, "falsity_words"):
            return next((t for t in claim.tops if t != top and _kind(scene, t)), None)
        negated = _is_negated(scene, top)
        truth = scene.is_in(top, "truth_words") or _is_what_happened(scene, top)
        if subject is not None and (
            scene.is_in(top, "falsity_words") and not negated or truth and negated
        ):
            return subject
    return None


def _is_what_happened(scene: _Scene, predicate: int) -> bool:
    """*what happened*, *what we did*, *what was said*."""
    below = scene.parse.subtree(predicate)
    deeds = any(scene.is_in(i, "deed_verbs") for i in below)
    return deeds and any(scene.lemma(i) in ("what", "how") for i in below | {predicate})


def _called_innocent(scene: _Scene, claim: _Claim) -> _Target | None:
    """*He is innocent*; *she did nothing wrong*: against the accusation that names the speaker."""
    words = [i for i in claim.tokens if scene.is_in(i, "innocence_words")]
    lowers = {scene.parse.tokens[i].lower: i for i in claim.tokens}
    if "nothing" in lowers and "wrong" in lowers:
        words = [lowers["nothing"], lowers["wrong"]]
    if not words or claim.head is None or len(claim.tokens) > 12:
        return None
    return _accused_by_name(scene, claim, scene.parse.spans(words))


def _negated(scene: _Scene, claim: _Claim) -> _Target | None:
    """The earlier claim with the same predicate and the other polarity, or with its antonym, about the same thing."""
    head = claim.head
    if head is None or not grammar.is_verb_like(scene.parse, head):
        return None
    for earlier in _earlier(scene, claim, _REACH):
        if earlier.stance in _STATED and _is_opposite(scene, claim, head, earlier):
            words = _shared(scene, claim, claim.stems & earlier.stems | {_stem(scene.lemma(head))})
            return _to(earlier, words, points=False)
    return None


def _is_opposite(scene: _Scene, claim: _Claim, head: int, earlier: _Claim) -> bool:
    """Whether a claim with this predicate cannot be true together with an earlier one."""
    if not _same_names(scene, claim, earlier):
        return False
    negated = _is_negated(scene, head)
    shared = claim.stems & earlier.stems - {_stem(scene.lemma(head))}
    for word in earlier.tokens:
        same = _stem(scene.lemma(word)) == _stem(scene.lemma(head)) and scene.lemma(head) != "be"
        if not same and not _are_antonyms(scene, word, head):
            continue
        if not same and word not in earlier.tops:
            continue
        if same == (negated != _is_negated(scene, word)) and _alike(
            scene, claim, head, earlier, word
        ):
            return bool(shared) and len(shared) >= _MOST * (
                min(len(claim.stems), len(earlier.stems)) - 1
            )
    return False


def _are_antonyms(scene: _Scene, one: int, other: int) -> bool:
    pairs = scene.rules.words("antonyms")
    return bool(
        {f"{scene.lemma(one)} {scene.lemma(other)}", f"{scene.lemma(other)} {scene.lemma(one)}"}
        & pairs
    )


def _alike(scene: _Scene, claim: _Claim, head: int, earlier: _Claim, word: int) -> bool:
    """Whether two predicates speak of the same time, and not of different agents or things."""
    parse = scene.parse
    times = [bool(set(grammar.modals(parse, verb)) & _FUTURE) for verb in (head, word)]
    things = [thing for verb in (head, word) if (thing := _thing(parse, verb)) is not None]
    if times[0] != times[1] or not _may_be_same(scene, things):
        return False
    agents = [agent for verb in (head, word) if (agent := _agent(parse, verb)) is not None]
    if len(agents) == 2 and _speaks_of_itself(scene, claim, agents[0]):
        return not _speaks_of_itself(scene, earlier, agents[1])
    return _may_be_same(scene, agents)


def _may_be_same(scene: _Scene, words: list[int]) -> bool:
    """Whether two words may name the same: one is a pronoun, or they have the same stem."""
    nouns = [_stem(scene.lemma(i)) for i in words if scene.parse.tokens[i].pos in _NOUNS]
    return len(nouns) < 2 or nouns[0] == nouns[1]


def _thing(parse: Parse, verb: int) -> int | None:
    """What it is done to: the object, in the passive the subject."""
    if grammar.is_passive(parse, verb):
        return grammar.own_subject(parse, verb)
    return next(iter(grammar.objects(parse, verb)), None)


def _speaks_of_itself(scene: _Scene, claim: _Claim, agent: int) -> bool:
    """Whether a pronoun in a claim may mean the claim's own source: *they* of *voters say they …*."""
    pronoun = scene.parse.tokens[agent].lower
    source = [scene.parse.tokens[i] for i in scene.parse.tokens_of(claim.attribution.source.spans)]
    if pronoun in _FIRST_PERSON or any(word.lower == pronoun for word in source):
        return True
    nouns = [word for word in source if word.pos in _NOUNS]
    plural = any(word.tag in ("NNS", "NNPS") for word in nouns)
    return bool(nouns) and pronoun in (("they",) if plural else ("he", "she", "it"))


def _agent(parse: Parse, verb: int) -> int | None:
    if grammar.is_passive(parse, verb):
        return grammar.agent(parse, verb)
    return grammar.subject(parse, verb) if grammar.is_verb_like(parse, verb) else None


def _same_names(scene: _Scene, claim: _Claim, earlier: _Claim) -> bool:
    """Whether the later claim brings in no name or number that the earlier one lacks: no different version."""
    words = [scene.parse.tokens[i] for i in claim.tokens]
    names = {word.lower for word in words if word.pos in _NAMES}
    known = {scene.parse.tokens[i].lower for i in earlier.tokens}
    return names <= known | _names(scene, claim) | _names(scene, earlier)


def _is_negated(scene: _Scene, predicate: int) -> bool:
    """Whether a predicate, its subject or its object is negated."""
    parse = scene.parse
    parts = [predicate, *grammar.objects(parse, predicate)]
    subject = grammar.own_subject(parse, predicate)
    parts += [subject] if subject is not None else []
    nothing = [p for p in parts if parse.tokens[p].lower in _NOTHING]
    nothing += [c for p in parts for c in parse.children[p] if parse.tokens[c].lower in _NOTHING]
    return (len(set(grammar.negations(parse, predicate)) | set(nothing))) % 2 == 1


# --- who is meant --------------------------------------------------------------------------------


def _mentions(scene: _Scene, claim: _Claim, denial: _Claim) -> bool:
    """Whether a claim, or the words for whom it was told, name the source of a denial."""
    words = {
        scene.parse.tokens[i].lower
        for i in claim.tokens | set(scene.parse.tokens_of(claim.attribution.recipient))
    }
    if words & _names(scene, denial):
        return True
    source = scene.sources.get(denial.attribution.source.id or "")
    mentioned = scene.parse.tokens_of(source.mentions) if source is not None else []
    return bool(claim.tokens & set(mentioned))


def _names(scene: _Scene, claim: _Claim) -> frozenset[str]:
    """The nouns that name who speaks, in small letters: in all mentions of the source, and its aliases."""
    source = scene.sources.get(claim.attribution.source.id or "")
    spans = claim.attribution.source.spans + (source.mentions if source is not None else ())
    tokens = [scene.parse.tokens[i] for i in scene.parse.tokens_of(spans)]
    titles = (
        scene.rules.words("office_titles")
        | scene.rules.words("courtesy_titles")
        | scene.rules.words("military_titles")
    )
    words = {t.lower for t in tokens if t.pos in ("NOUN", "PROPN") and t.lower not in titles}
    aliases = (source.name, *source.aliases) if source is not None else ()
    return frozenset(
        words | {w.lower() for name in aliases for w in name.split() if w[:1].isupper()} - titles
    )

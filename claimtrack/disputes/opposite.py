"""The opposite of an earlier claim: the same said with the other polarity, or its antonym."""

from __future__ import annotations

from claimtrack.disputes import parties, restating
from claimtrack.disputes.earlier import stated
from claimtrack.disputes.meant import may_be_same, names_of, speaks_of_itself
from claimtrack.disputes.scene import NAMES, Claim, Scene, Target, is_clause, to
from claimtrack.disputes.stems import stem_of
from claimtrack.language import grammar
from claimtrack.language.parse import Parse

_REACH = 6
_MOST = 0.6
NOTHING = frozenset({"no", "none", "nobody", "nothing", "neither", "no-one"})
_FUTURE = frozenset("will would 'll ’ll wo shall could may might should".split())
_UNREAL = _FUTURE | {"can", "ca", "must"}
_UP_TO = frozenset({"before", "till", "until"})
_FROM_THEN_ON = frozenset({"since"})
_CALENDAR = (
    "january february march april may june july august september october november december".split(),
    "monday tuesday wednesday thursday friday saturday sunday".split(),
)
_NO_WAY = frozenset({"circumstance", "moment", "point", "stage", "time", "way"})
_FIRST_PERSON = frozenset({"i", "we"})

Targets = tuple[Target, ...]


def negated(scene: Scene, claim: Claim) -> Targets:
    """The earlier claim with the same predicate and the other polarity, or with its antonym."""
    if claim.head is None or not is_clause(scene, claim.head) or is_a_share(scene, claim):
        return ()
    head = _predicate(scene, claim.head)
    for before in stated(scene, claim, _REACH):
        if _is_opposite(scene, claim, head, before):
            stems = claim.stems & before.stems | {scene.stem(head)}
            return to(before, restating.shared_words(scene, claim, stems), points=False)
    return ()


def _predicate(scene: Scene, head: int) -> int:
    """What is said to be so: the verb, or of *there was no breach*, *had no knowledge* the thing."""
    known = (i for i in grammar.objects(scene.parse, head) if scene.is_in(i, "knowing_words"))
    if (knowledge := next(known, None)) is not None and is_none_of(scene, knowledge):
        return knowledge
    thing = grammar.own_subject(scene.parse, head)
    there = any(scene.lower(i) == "there" for i in scene.parse.children[head])
    exists = scene.lemma(head) == "be" and there and thing is not None
    return thing if exists and thing is not None else head


def _is_opposite(scene: Scene, claim: Claim, head: int, before: Claim) -> bool:
    """Whether this predicate cannot be true together with an earlier claim about the same."""
    if not brings_no_name(scene, claim, before) or is_after_limit(scene, claim, before):
        return False
    told = before.stems - {stem_of(name) for name in names_of(scene, claim)}
    own = claim.stems - scene.stems(time_limit(scene, claim))
    shared = own & told - {scene.stem(head)}
    enough = len(shared) >= _MOST * (min(len(own), len(told)) - 1)
    about_same = (bool(shared) and enough) or _says_no_more(scene, claim, head, before)
    about_same = about_same or _is_of_the_denier(scene, claim, head, before)
    for word in before.tokens:
        if _excludes(scene, head, word, before) and is_alike(scene, claim, head, before, word):
            return about_same or _answers_right_away(scene, claim, head, before)
    return False


def _says_no_more(scene: Scene, claim: Claim, head: int, before: Claim) -> bool:
    """*There was no breach*, *nobody was evicted*, right after somebody told of it."""
    parts = {head, grammar.own_subject(scene.parse, head)}
    none = any(
        part is not None and (scene.lower(part) in NOTHING or scene.below(part) & NOTHING)
        for part in parts
    )
    return none and claim.stems == {scene.stem(head)} and claim.sentence - before.sentence <= 1


def _is_of_the_denier(scene: Scene, claim: Claim, head: int, before: Claim) -> bool:
    """*He had never been dismissed*, right after somebody told that he had been."""
    subject = grammar.own_subject(scene.parse, head)
    own = subject is not None and speaks_of_itself(scene, claim, subject)
    alone = claim.stems == {scene.stem(head)} and claim.sentence - before.sentence <= 1
    return own and alone and parties.is_about(scene, before, claim)


def is_a_share(scene: Scene, claim: Claim) -> bool:
    """*34 % said*, *one in three said*: shares of those asked differ and deny nothing; *two of the guards* do."""
    source = scene.parse.tokens_of(claim.attribution.source.spans)
    number = any(scene.parse.tokens[i].pos == "NUM" for i in source)
    return number and any(scene.is_in(i, "words_for_shares") for i in source)


def _excludes(scene: Scene, head: int, word: int, before: Claim) -> bool:
    """The same predicate with the other polarity, or its antonym, at the top, with the same."""
    same = scene.stem(word) == scene.stem(head)
    if same and scene.lemma(head) == "be":
        return False
    if is_wished(scene, word, before):
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


def is_alike(scene: Scene, claim: Claim, head: int, before: Claim, word: int) -> bool:
    """Whether two predicates speak of the same time, and not of different agents or things."""
    parse = scene.parse
    times = [is_future(parse, _verb_of(parse, word)) for word in (head, word)]
    verbs = [_deed_of(scene, word) for word in (head, word)]
    things = [thing for verb in verbs if (thing := thing_of(parse, verb)) not in (None, head, word)]
    if times[0] != times[1] or not may_be_same(scene, things):
        return False
    agents = [agent for verb in verbs if (agent := agent_of(parse, verb)) is not None]
    if len(agents) == 2 and speaks_of_itself(scene, claim, agents[0]):
        own = scene.is_in(head, "knowing_words") or scene.stem(head) == "ask"
        if own and not parties.answers_for(scene, claim, *agents):
            return False
        if parties.is_bystander(scene, claim, *agents):
            return False
        return before.stance == "alleges" or not speaks_of_itself(scene, before, agents[1])
    return may_be_same(scene, agents)


def _deed_of(scene: Scene, word: int) -> int:
    """What has an agent and an object: the verb itself, the *had* of *had no knowledge*."""
    noun = scene.is_in(word, "knowing_words") and not grammar.is_verb_like(scene.parse, word)
    return _verb_of(scene.parse, word) if noun else word


def _verb_of(parse: Parse, word: int) -> int:
    return word if grammar.is_verb_like(parse, word) else grammar.clause_head(parse, word)


def is_future(parse: Parse, verb: int) -> bool:
    """*will pay*, *might pay*; *could not have paid* is past."""
    return _has_ahead(parse, verb, _FUTURE)


def agent_of(parse: Parse, verb: int) -> int | None:
    if grammar.is_passive(parse, verb):
        return grammar.agent(parse, verb)
    return grammar.subject(parse, verb) if grammar.is_verb_like(parse, verb) else None


def thing_of(parse: Parse, verb: int) -> int | None:
    """What it is done to: the object, in the passive the subject."""
    if grammar.is_passive(parse, verb):
        return grammar.own_subject(parse, verb)
    return next(iter(grammar.objects(parse, verb)), None)


def brings_no_name(scene: Scene, claim: Claim, before: Claim) -> bool:
    """Whether the later claim has no name or number of its own: it is no different version."""
    words = [scene.parse.tokens[i] for i in claim.tokens - time_limit(scene, claim)]
    names = {word.lower for word in words if word.pos in NAMES}
    known = {scene.lower(i) for i in before.tokens}
    return names <= known | names_of(scene, claim) | names_of(scene, before)


def time_limit(scene: Scene, claim: Claim) -> frozenset[int]:
    """The words for the time of *no manager knew before Thursday*, *no net was out since Sunday*: that it was
    so earlier, or then, is denied."""
    return _limited(scene, claim, _UP_TO | _FROM_THEN_ON)


def _limited(scene: Scene, claim: Claim, by: frozenset[str]) -> frozenset[int]:
    known = scene.limits.get((claim.tokens, by))
    if known is None:
        limits = [
            i
            for i in claim.tokens
            if by & set(grammar.preposition(scene.parse, i))
            and not grammar.is_verb_like(scene.parse, i)
        ]
        known = frozenset(j for i in limits for j in scene.parse.subtree(i)) & claim.tokens
        scene.limits[claim.tokens, by] = known
    return known


def is_after_limit(scene: Scene, claim: Claim, before: Claim) -> bool:
    """*not until Friday* agrees with what was told of Friday, *not before June* with July."""
    limit = {scene.lower(i) for i in _limited(scene, claim, _UP_TO)}
    if not limit:
        return False
    told = {scene.lower(i) for i in before.tokens if scene.parse.tokens[i].pos in NAMES}
    return any(
        times.index(then) >= times.index(now)
        for times in _CALENDAR
        for then in told & set(times)
        for now in limit & set(times)
    )


def is_negated(scene: Scene, predicate: int) -> bool:
    """Whether a predicate, its subject or its object is negated."""
    if predicate not in scene.negated:
        scene.negated[predicate] = _negations(scene, predicate) % 2 == 1
    return scene.negated[predicate]


def _negations(scene: Scene, predicate: int) -> int:
    """How many words negate a predicate, its subject or its object."""
    parse = scene.parse
    subject = grammar.own_subject(parse, predicate)
    parts = [predicate, *grammar.objects(parse, predicate)]
    parts += [subject] if subject is not None else []
    nothing = {i for p in parts for i in _nothing(scene, p)} | set(_at_no_time(scene, predicate))
    return len(set(grammar.negations(parse, predicate)) | nothing)


def is_none_of(scene: Scene, noun: int) -> bool:
    """Whether there is said to be none of a thing: *no note*, *not a single note*, *no such note*."""
    return grammar.is_noun(scene.parse, noun) and any(i != noun for i in _nothing(scene, noun))


def _nothing(scene: Scene, part: int) -> list[int]:
    """The words that make nothing of a subject or object: *nobody*, the *no* of *no note*; not *No, …*."""
    words = [
        i
        for i in (part, *scene.parse.children[part])
        if scene.lower(i) in NOTHING and not _is_an_answer(scene.parse, i)
    ]
    return words + (_not_a_single(scene.parse, part) if grammar.is_noun(scene.parse, part) else [])


def _is_an_answer(parse: Parse, word: int) -> bool:
    """*No, I did not*."""
    behind = parse.tokens[word + 1 : word + 2]
    return bool(behind) and behind[0].text == ","


def _at_no_time(scene: Scene, predicate: int) -> list[int]:
    """The *no* of *at no time*, *in no way*."""
    nouns = (noun for _, noun in grammar.prepositional(scene.parse, predicate))
    words = (noun for noun in nouns if scene.lemma(noun) in _NO_WAY)
    return [i for noun in words for i in scene.parse.children[noun] if scene.lower(i) == "no"]


def is_unreal(parse: Parse, verb: int) -> bool:
    """*will pay*, *no note can help*; not *could not have paid*."""
    return _has_ahead(parse, verb, _UNREAL)


def _has_ahead(parse: Parse, verb: int, modals: frozenset[str]) -> bool:
    """Whether one of the modals stands at a verb, and not before *have*, which tells of the past."""
    helpers = {parse.tokens[i].lemma for i in grammar.auxiliaries(parse, verb)}
    return bool(set(grammar.modals(parse, verb)) & modals) and "have" not in helpers


def is_wished(scene: Scene, word: int, before: Claim) -> bool:
    """Whether a thing is only wanted: *she wanted a new pier*."""
    over = word
    while (head := scene.parse.tokens[over].head) != over and head in before.tokens:
        if scene.is_in(head, "wishing_verbs"):
            return True
        over = head
    return False


def _not_a_single(parse: Parse, noun: int) -> list[int]:
    """The *not* of *not a single shot*, *not one letter*."""
    first = min((i for i in parse.subtree(noun) if parse.tokens[i].pos != "PUNCT"), default=noun)
    first -= first > 0 and parse.tokens[first - 1].lower == "not"
    words = [parse.tokens[i].lower for i in range(first, min(first + 3, noun))]
    return [first] if words[:1] == ["not"] and {"single", "one"} & set(words) else []

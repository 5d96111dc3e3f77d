"""Matching: which rules hold at which words, and which of them wins.

At each token the entries of its lemma are tried, each in its frame. Where several hold at the
same words, the longer cue wins, then the more specific frame, then the earlier rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from claimtrack.language import beginning, extending, grammar, parting, summing
from claimtrack.language.calendar import MONTHS, WEEKDAYS
from claimtrack.language.parse import Parse
from claimtrack.language.patterns import find_pattern
from claimtrack.rules import conditions
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.frames.issuing import in_ones_own_name
from claimtrack.rules.frames.model import Cue, Missing, Slots, Tokens
from claimtrack.rules.model import Entry, RuleSet
from claimtrack.rules.summed import summed_up

_CITING = frozenset({"cite", "paraphrase", "quote"})
_REPORTING = frozenset({"speaker-verb-clause", "quotation", "label", "phrase"})
_DAYTIMES = WEEKDAYS | MONTHS | {"morning", "afternoon", "evening", "night"}
_TOLD = _REPORTING | {"naming", "silence"}
_OUTER = _REPORTING | {"speaker-verb-infinitive", "speaker-verb-object"}
_OF_A_THING = frozenset({"speaker-verb-object", "speaker-verb-preposition", "naming"})
_DONE_TO_A_THING = frozenset(
    {
        "speaker-adjective-clause",
        "speaker-verb-infinitive",
        "speaker-verb-object",
        "speaker-verb-preposition",
    }
)
_ADDING = frozenset({"which", "who", "whom", "whose"})
_ADDING_TO_NAMES = _ADDING | {"where"}
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_REACH = 4
"""How many tokens may stand between two words of a cue: *cast* serious *doubt on*."""

_REACHES = {"phrase": 1, "noun": 1, "adverb": 1, "possessed": 8}
"""By class: *by* the harbour master's *account*, where the possessor may be long."""

SetAside = Mapping[tuple[str, int], Missing]
"""Rules that do not hold at words of a cue, by what later stages know, with what they want."""
NO_WORDS: Tokens = frozenset()
NONE: SetAside = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that holds: its slots as token numbers. ``head`` is the cue's first own word."""

    entry: Entry
    head: int
    words: tuple[int, ...]
    cue: Tokens
    source: Tokens
    claim: Tokens
    recipient: Tokens


@dataclass(frozen=True, slots=True)
class Attempt:
    """A rule whose words are there: the match, or what its frame found missing."""

    cue: Cue
    outcome: Match | Missing


def match(parse: Parse, rules: RuleSet, set_aside: SetAside = NONE) -> tuple[Match, ...]:
    """The winning matches of an article, in the order of their cues."""
    tried = attempts(parse, rules, range(len(parse.tokens)), set_aside)
    return winners(parse, (a.outcome for a in tried if isinstance(a.outcome, Match)))


def attempts(
    parse: Parse, rules: RuleSet, tokens: Iterable[int], set_aside: SetAside = NONE
) -> Iterator[Attempt]:
    """Every rule whose words begin at one of the tokens, with what came of it."""
    for index in tokens:
        token = parse.tokens[index]
        entries = rules.index.get(token.lemma, ())
        if token.lower != token.lemma:
            entries += tuple(e for e in rules.index.get(token.lower, ()) if e not in entries)
        near = _near(parse, index) if entries else frozenset()
        for entry in entries:
            second = entry.word.lemmas[1:2]
            if second and second[0] not in near and entry.word.tokens is None:
                continue
            words = _without_helper(parse, _words(parse, index, entry))
            if words:
                cue = Cue(entry, words, rules.speakers)
                yield Attempt(cue, _try(parse, cue, set_aside.get((entry.rule, index))))


def _near(parse: Parse, index: int) -> frozenset[str]:
    """The words right behind a token, of which the second of a cue must be one."""
    last = parse.sentences[parse.tokens[index].sentence].last
    behind = (parse.tokens[i] for i in _within(parse, index + 1, last, max(_REACHES.values())))
    return frozenset(form for token in behind for form in (token.lemma, token.lower))


def _within(parse: Parse, start: int, last: int, reach: int) -> Iterator[int]:
    """The tokens within reach; a score or a day, *by nine to six on Monday night*, is passed over."""
    for index in range(start, last):
        if reach <= 0:
            return
        yield index
        reach -= not _counts_or_dates(parse, index)


def _counts_or_dates(parse: Parse, index: int) -> bool:
    """*nine*, *Monday*, *night*, and *by*, *to* or *on* right before one."""
    token = parse.tokens[index]
    last = index + 1 == len(parse.tokens)
    behind = token if last or token.tag not in ("IN", "SYM", "HYPH") else parse.tokens[index + 1]
    return grammar.is_number(parse, behind.number) or behind.lower in _DAYTIMES


def _words(parse: Parse, index: int, entry: Entry) -> tuple[int, ...]:
    """Where the entry's words stand from a token on, or nothing; verbs may be split, phrases not."""
    if entry.word.tokens is not None:
        sentence = parse.tokens[index].sentence
        places = find_pattern(parse, sentence, entry.word.tokens)
        return next((tuple(place) for place in places if place[0] == index), ())
    found = [index]
    reach = _REACHES.get(entry.kind, _REACH)
    last = grammar.sentence_end(parse, index)
    for lemma in entry.word.lemmas[1:]:
        place = _next(parse, _within(parse, found[-1] + 1, last, reach), lemma)
        if place is None or _opens_infinitive(parse, found[-1], place):
            return ()
        found.append(place)
    return tuple(found)


def _opens_infinitive(parse: Parse, before: int, place: int) -> bool:
    """*took* two months *to* finish the *task*: the cue's *to* begins an infinitive of other words."""
    own = parse.tokens[before]
    return own.lower == "to" and place > before + 1 and parse.tokens[before + 1].tag == "VB"


def _without_helper(parse: Parse, words: tuple[int, ...]) -> tuple[int, ...]:
    """*like* of *would like*: the verb, whose group has *would* anyway."""
    helps = any(words[0] in grammar.auxiliaries(parse, word) for word in words[1:])
    return words[1:] if helps and parse.tokens[words[0]].tag == "MD" else words


def _next(parse: Parse, places: Iterable[int], lemma: str) -> int | None:
    for index in places:
        token = parse.tokens[index]
        if lemma in (token.lemma, token.lower):
            return index
        if not any(c.isalnum() for c in token.text) and token.text not in ("-", "’s", "'s"):
            return None
        if token.tag in grammar.FINITE_TAGS:
            return None
    return None


def _try(parse: Parse, cue: Cue, later: Missing | None) -> Match | Missing:
    """What the entry's frame makes of the cue; ``later``: what later stages found missing there."""
    if cue.entry.kind in ("verb", "silence") and not grammar.is_verb_like(parse, cue.head):
        return Missing("a verb: it is used as another kind of word here")
    if grammar.is_asked(parse, cue.head):
        return Missing("a statement: this is a question")
    found = summed_up(parse, cue) or FRAMES[cue.entry.frame].find(parse, cue)
    if isinstance(found, Missing):
        return found
    found = _going_on(parse, cue, _within_semicolons(parse, cue, found))
    found = in_ones_own_name(parse, cue, _without_summing_up(parse, cue, found))
    if not found.claim and cue.entry.kind != "silence":
        return Missing("words that are claimed")
    words = _cue_words(parse, cue, found)
    unmet = conditions.unmet(parse, cue, replace(found, cue=words)) or later
    if unmet is not None:
        return unmet
    return Match(
        cue.entry,
        cue.head,
        cue.tokens,
        words,
        found.source - words,
        found.claim - words,
        found.recipient,
    )


def _cue_words(parse: Parse, cue: Cue, found: Slots) -> Tokens:
    """All words of the cue: those that the frame tells, or the verb's group and what stands between."""
    if found.cue:
        return found.cue - found.claim
    grouped = cue.entry.kind in ("verb", "silence", "adjective")
    group = grammar.verb_group(parse, cue.head) if grouped else set()
    group |= grammar.grading(parse, cue.head) if group else set()
    between = set(range(cue.head, cue.tokens[-1])) - found.claim - found.source
    between = {i for i in between if i in cue.tokens or not _counts_or_dates(parse, i)}
    return frozenset(group | set(cue.tokens) | between) - found.claim


def _within_semicolons(parse: Parse, cue: Cue, found: Slots) -> Slots:
    """The claim up to the semicolons around the cue, where some of it lies between them: *according
    to A, it was blue; according to B, it was green*."""
    sentence = grammar.sentence_of(parse, cue.head)
    stops = [
        token.number
        for token in parse.tokens[sentence.first : sentence.last]
        if parse.quoted[token.number] < 0
        and (token.text == ";" or (token.text == ":" and _leads_on(parse, token.number, cue.head)))
    ]
    if not stops:
        return found
    start = max((i for i in stops if i < cue.head), default=sentence.first - 1)
    end = min((i for i in stops if i > cue.head), default=sentence.last)
    near = frozenset(i for i in found.claim if start < i < end)
    if not near and cue.entry.kind == "phrase" and start + 1 < cue.head:
        words = range(start + 1, cue.head)
        near = frozenset(i for i in words if parse.tokens[i].pos != "PUNCT") - found.source
    return replace(found, claim=near) if near else found


def _leads_on(parse: Parse, colon: int, cue: int) -> bool:
    """A colon before a quotation that the cue follows: *Nobody laughed: “It is over,” he said.*"""
    return colon + 1 < cue and parse.quoted[colon + 1] >= 0


def _going_on(parse: Parse, cue: Cue, found: Slots) -> Slots:
    """The claim with the words behind and before it that belong to it, though the parser lost them."""
    told = cue.entry.frame in _REPORTING
    claim = extending.extended(parse, cue.head, found.claim, told)
    if told and cue.entry.kind == "verb":
        claim = beginning.begun(parse, cue.tokens[-1], found.source, claim)
    return replace(found, claim=claim)


def _without_summing_up(parse: Parse, cue: Cue, found: Slots) -> Slots:
    """The claim without the writer's own summing up behind it, which a reported clause may hold."""
    end = summing.begins(parse, found.claim, told=cue.entry.frame in _REPORTING)
    if end is None:
        return found
    return replace(found, claim=frozenset(i for i in found.claim if i < end))


def strength(found: Match) -> tuple[int, int, int]:
    """Sorts matches of the same words: the strongest first."""
    words = max(len(found.words), len(found.entry.word.lemmas))
    return (-words, FRAMES[found.entry.frame].rank, found.entry.order)


def winners(parse: Parse, found: Iterable[Match]) -> tuple[Match, ...]:
    """The strongest match at each cue; no word is a cue's own word twice."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(found, key=lambda m: (*strength(m), m.head)):
        own = set(candidate.words) | (candidate.cue if candidate.entry.kind == "noun" else set())
        if not own & taken:
            kept.append(candidate)
            taken |= own
    kept = _without_idle_colons(sorted(kept, key=lambda m: m.head))
    kept = [_without_last_aside(parse, _without_what_is_said_of_it(parse, m, kept)) for m in kept]
    kept = [m for m in kept if not _describes_a_speaker(parse, m, kept)]
    kept = _parted(parse, [_without_what_he_told(parse, m, kept) for m in kept])
    kept = [_without_setting(parse, m) for m in kept]
    return _without_alleged_nouns(parse, _with_citations(parse, _without_answered(parse, kept)))


def _without_answered(parse: Parse, kept: Sequence[Match]) -> list[Match]:
    """Matches without the question that a silence answers: *Asked whether he would go, he declined to say*."""
    silences = [m for m in kept if m.entry.kind == "silence"]
    return [m for m in kept if not any(_is_answered(parse, m, s) for s in silences)]


def _is_answered(parse: Parse, asked: Match, silent: Match) -> bool:
    """Whether what is asked is what somebody does not answer: its words are in the silence."""
    if asked.entry.kind == "noun":
        request = parse.tokens[asked.words[-1]].lemma == "request" and not asked.source
        if request and asked.words[-1] in silent.claim | silent.cue:
            return True
    same = not asked.source or bool(asked.source & silent.source)
    return asked.entry.stance == "asks" and same and bool(asked.claim & silent.claim)


def _with_citations(parse: Parse, kept: Sequence[Match]) -> list[Match]:
    """*argued that it was theft, citing an email*: whoever argues cites, and for the same claim."""
    found = {m.head: m for m in kept}
    for citing in (m for m in kept if _cites(parse, m)):
        outer = next((m for m in kept if _cites_for(parse, citing, m)), None)
        if outer is not None:
            own = citing.cue | citing.claim
            found[citing.head] = replace(citing, source=citing.claim, claim=outer.claim)
            found[outer.head] = replace(outer, source=outer.source - own)
    claiming = _by_claim(m for m in kept if m.entry.frame in _REPORTING)
    for phrase in (m for m in kept if _refers(parse, m)):
        near = (m for i in {*phrase.claim, phrase.head} for m in claiming.get(i, ())[:1])
        outer = min(near, key=lambda m: m.head, default=None)
        if outer is None or outer.head >= phrase.head:
            continue
        claim = frozenset(i for i in outer.claim if i < phrase.head)
        if claim:
            found[outer.head] = replace(found[outer.head], claim=claim)
            found[phrase.head] = replace(phrase, claim=claim)
    return list(found.values())


def _cites_for(parse: Parse, citing: Match, outer: Match) -> bool:
    """*The union, citing a survey, insists …*; *The paper reported, citing two aides, that …*."""
    behind = (
        parse.tokens[citing.head].head == outer.head and min(outer.claim, default=0) > citing.head
    )
    return citing.head in outer.source or behind


def _cites(parse: Parse, citing: Match) -> bool:
    """*The union, citing a survey, insists …*: between the speaker and the verb."""
    head = parse.tokens[citing.head]
    return head.tag == "VBG" and head.lemma == "cite" and citing.entry.kind == "verb"


def _refers(parse: Parse, phrase: Match) -> bool:
    """*The council said it was safe, citing a survey*: a participle behind a comma."""
    set_off = phrase.head > 0 and parse.tokens[phrase.head - 1].text == ","
    return set_off and parse.tokens[phrase.head].lemma in _CITING and phrase.entry.frame == "phrase"


def _without_what_is_said_of_it(parse: Parse, found: Match, kept: Sequence[Match]) -> Match:
    """*opposes the dam, which she says would flood it*: where a relative clause at the end of a thing has
    a speaker of its own, what is opposed is the thing."""
    if found.entry.frame not in _OF_A_THING:
        return found
    for comma in sorted(found.claim):
        behind = parse.tokens[comma + 1 : comma + 2]
        opens = parse.tokens[comma].text == "," and behind and behind[0].tag in _RELATIVE_TAGS
        if opens and parse.quoted[comma] == parse.quoted[found.head]:
            inside = found.claim | {found.head}
            if any(
                comma < min(m.source, default=-1) - 1 < m.head and m.head in inside
                for m in kept
                if m is not found
            ):
                return replace(found, claim=frozenset(i for i in found.claim if i < comma))
    return found


def _without_last_aside(parse: Parse, found: Match) -> Match:
    """*backed the treaty | , which was signed in May*: a clause set off by a comma at the end of what is
    wanted, backed or opposed is the writer's, and so is what is told of a name at the end of a clause,
    unless most of what is told is told of it."""
    thing = found.entry.frame in _DONE_TO_A_THING
    if not thing and found.entry.frame != "speaker-verb-clause":
        return found
    for comma in sorted(i for i in found.claim if thing or i > found.head):
        behind = comma + 1
        named = parse.tokens[comma - 1].tag in ("NNP", "NNPS")
        adds = parse.tokens[behind : behind + 1]
        opens = behind in found.claim and (
            (thing and adds[0].lower in _ADDING) or (named and adds[0].lower in _ADDING_TO_NAMES)
        )
        if parse.tokens[comma].text == "," and opens and _is_own(parse, found, comma):
            clause = grammar.clause_head(parse, behind)
            last = max(found.claim) <= max(parse.subtree(clause))
            left = frozenset(i for i in found.claim if i < comma)
            aside = thing or 2 * len(left) > len(found.claim)
            if clause > behind and last and aside and not _states_ground(parse, found, comma):
                return replace(found, claim=left)
    return found


def _states_ground(parse: Parse, found: Match, comma: int) -> bool:
    """*praised Berg, whose term ends in May, | for opening the ward*."""
    joins = found.entry.joins
    return any(parse.tokens[i].lower in joins for i in found.claim if i > comma)


def _is_own(parse: Parse, found: Match, index: int) -> bool:
    """Whether a word is the writer's, or of the same quotation as the cue."""
    return parse.quoted[index] in (-1, parse.quoted[found.head])


def _describes_a_speaker(parse: Parse, found: Match, kept: Iterable[Match]) -> bool:
    """*said Berg, who backs Mayor Lund*; *a fund supporting Lund said so*: among the words for who speaks,
    whose side somebody is on only tells who it is; what somebody is against, *a union opposed to the
    toll*, is told of it."""
    if found.entry.stance not in ("criticises", "supports") or found.entry.frame not in _OF_A_THING:
        return False
    whom = grammar.head_of(parse, found.claim)
    if whom is None or parse.tokens[whom].entity != "PER":
        return False
    speaks = (m for m in kept if m.entry.frame in _REPORTING and found.head in m.source)
    return any(m.head not in found.claim for m in speaks)


def _without_what_he_told(parse: Parse, found: Match, kept: Iterable[Match]) -> Match:
    """*Lund, | who said it leaked, | asked for help*: what else somebody told is no name of his."""
    told = (m for m in kept if m.entry.frame in _TOLD and m.head in found.source)
    own = frozenset(i for m in told for i in parting.told_of_speaker(parse, found.source, m.head))
    return replace(found, source=found.source - own) if own < found.source else found


def _without_setting(parse: Parse, found: Match) -> Match:
    """*In May, as rain set in, | she said: “We must leave.”*"""
    told = found.entry.frame in _REPORTING
    left = parting.setting(parse, found.source, found.head, found.claim) if told else NO_WORDS
    return replace(found, claim=found.claim - left) if left else found


def _parted(parse: Parse, kept: Sequence[Match]) -> list[Match]:
    """*admitting it leaked | but warning that …*: both are told by the same speaker."""
    parted = {m.head: m for m in kept}
    for inner in (m for m in kept if m.entry.frame in _REPORTING):
        outer = next((m for m in kept if m.entry.frame in _OUTER and inner.head in m.claim), None)
        if outer is None or inner.head < outer.head or not outer.source:
            continue
        joint = parting.joint_of_telling(parse, outer.head, outer.claim, inner.head)
        if joint is None or max(outer.claim) > max(inner.claim):
            continue
        claim = frozenset(i for i in outer.claim if i < joint)
        if claim:
            parted[outer.head] = replace(parted[outer.head], claim=claim)
            parted[inner.head] = replace(inner, source=outer.source)
    return list(parted.values())


def _by_claim(kept: Iterable[Match]) -> Mapping[int, list[Match]]:
    """The matches by each token of their claims, each list in their order."""
    claiming: dict[int, list[Match]] = {}
    for found in kept:
        for token in found.claim:
            claiming.setdefault(token, []).append(found)
    return claiming


def _without_idle_colons(kept: Sequence[Match]) -> list[Match]:
    """Matches without colons that lead up to a quotation which another cue reports: *told the court: “…”*."""
    colons = [m for m in kept if m.entry.kind == "label" and m.entry.frame == "quotation"]
    claiming = _by_claim(kept) if colons else {}
    idle = {
        colon.head
        for colon in colons
        for token in colon.claim
        for m in claiming[token]
        if m is not colon and not m.cue & colon.claim
    }
    return [m for m in kept if m.head not in idle]


def _without_alleged_nouns(parse: Parse, kept: Iterable[Match]) -> tuple[Match, ...]:
    """Matches without cue nouns that an adjective keeps at a distance: *its alleged support of the
    group* says nothing of what it supports."""
    matches = tuple(kept)
    doubted = {grammar.governor(parse, m.head) for m in matches if m.entry.frame == "adjective"}
    return tuple(m for m in matches if m.entry.kind != "noun" or m.words[-1] not in doubted)

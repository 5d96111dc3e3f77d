"""Word order: what stands behind a word, told by position where parsers lose the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimtrack.language.grammar.bounds import sentence_end, sentence_of
from claimtrack.language.grammar.objects import SPOKEN_TO
from claimtrack.language.grammar.roles import FINITE_TAGS
from claimtrack.language.grammar.sharing import resumed
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.grammar.times import TIMES
from claimtrack.language.parse import Parse, Token

_SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_DASHES = frozenset({"–", "—", "-", "--"})
_FARTHEST_THAT = 32
_TURNING = frozenset("although but even though whereas while".split())


def has_clause_behind(parse: Parse, verb: int) -> bool:
    """Whether a noun and a finite verb follow right behind a verb, without a comma between."""
    last = sentence_end(parse, verb)
    for index in range(verb + 1, last):
        token = parse.tokens[index]
        if token.tag in FINITE_TAGS:
            return index > verb + 1
        if token.pos == "PUNCT" or (index == verb + 1 and token.tag in ("IN", "TO", "CC", "RB")):
            return token.lower == "that"
    return False


def opens_behind(parse: Parse, verb: int) -> bool:
    """Whether a colon or a quotation stands right behind a verb."""
    last = sentence_end(parse, verb)
    return verb + 2 < last and (parse.tokens[verb + 1].text == ":" or parse.quoted[verb + 1] >= 0)


def that_clause_behind(parse: Parse, word: int) -> frozenset[int]:
    """A *that* clause behind a phrase of place or time or whom it is told, which parsers take for a
    relative clause: *claimed on social media that …*."""
    last = min([sentence_end(parse, word), *_goes_on_itself(parse, word)])
    for index in _without_participle(parse, word + 1, min(word + 12, last), last):
        token = parse.tokens[index]
        if token.lower == "that" and token.tag in ("IN", "WDT") and index > word + 1:
            clause = range(index + 1, last)
            return (
                frozenset(clause)
                if any(parse.tokens[i].tag in FINITE_TAGS for i in clause)
                else frozenset()
            )
        opens = token.tag in ("IN", "TO", "RB") or token.lemma in TIMES
        told = parse.tokens[word].lemma in SPOKEN_TO or parse.tokens[word].tag in ("IN", "TO")
        if index == word + 1 and not (opens or told):
            return frozenset()
        if token.tag in FINITE_TAGS or token.pos == "PUNCT" or token.tag in ("WP", "WRB"):
            return frozenset()
    return frozenset()


def that_behind_inserted(parse: Parse, verb: int) -> int | None:
    """The *that* behind words set off by commas or dashes, none of them a finite verb: *argued in a letter,
    sent in May, | that …*."""
    last = min(sentence_end(parse, verb) - 1, verb + _FARTHEST_THAT)
    marks = 0
    for index in range(verb + 1, last):
        token = parse.tokens[index]
        if (
            token.tag in FINITE_TAGS
            or token.tag in ("WP", "WDT", "WRB")
            or parse.quoted[index] >= 0
        ):
            return None
        set_off = token.text == "," or token.text in _DASHES
        marks += set_off
        if token.lower == "that" and token.tag != "IN":
            return None
        if set_off and marks > 1 and parse.tokens[index + 1].lower == "that":
            return index + 1 if parse.tokens[index + 1].tag == "IN" else None
    return None


def _goes_on_itself(parse: Parse, verb: int) -> list[int]:
    """Where a verb goes on with another of its form and its subject: *said in a note that …, | and called …*."""
    behind = parse.tokens[verb + 2 : sentence_end(parse, verb)]
    alike = [t for t in behind if t.role == "conj" and t.tag == parse.tokens[verb].tag == "VBD"]
    bare = [t for t in alike if own_subject(parse, t.number) is None]
    own = (t.number for t in bare if t.head == verb or resumed(parse, t.number) == verb)
    return [min(parse.subtree(c)) for c in own]


def _without_participle(parse: Parse, start: int, stop: int, last: int) -> Iterator[int]:
    """The tokens without a participle between commas: *reported Tuesday, citing two players, that …*."""
    index = start
    while index < min(stop, last):
        set_off = parse.tokens[index].text == "," and index + 1 < last
        if set_off and parse.tokens[index + 1].tag == "VBG":
            comma = next((i for i in range(index + 1, last) if parse.tokens[i].text == ","), last)
            stop += comma + 1 - index
            index = comma + 1
            continue
        yield index
        index += 1


def rest_of_sentence(parse: Parse, verb: int) -> frozenset[int]:
    """All behind a verb up to the sentence's end, the linking *that* left out."""
    last = sentence_end(parse, verb)
    start = verb + 2 if parse.tokens[verb + 1].lower == "that" else verb + 1
    return frozenset(range(start, last))


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """An attribution phrase at an end of its sentence: whom it names, and the rest of the sentence."""

    named: frozenset[int]
    rest: frozenset[int]


def final_phrase(parse: Parse, cue: Sequence[int]) -> SetPhrase | None:
    """*…, according to a report published last week*, told by position and not by the parse."""
    sentence = sentence_of(parse, cue[0])
    rest = list(parse.tokens[cue[-1] + 1 : sentence.last])
    while rest and rest[-1].pos == "PUNCT":
        rest.pop()
    rest = rest[: _turn(rest)]
    before = range(sentence.first, cue[0])
    related = next((n for n, t in enumerate(rest) if t.tag in ("WDT", "WP", "WRB")), len(rest))
    clause = any(t.text in (";", "—", "“", '"') for t in rest[:related])
    clause = clause or _says_more(rest[:related])
    says_something = any(parse.tokens[i].tag in FINITE_TAGS for i in before)
    if not rest or clause or not says_something or rest[0].tag in ("IN", "TO", "VBG", "VBN"):
        return None
    return SetPhrase(frozenset(t.number for t in rest), frozenset(before))


def _turn(words: Sequence[Token]) -> int:
    """Where the writer turns away behind a comma: *according to the league, | even as others left*, *in a
    poll, | surpassing the record*."""
    for number, (token, behind) in enumerate(pairwise(words)):
        leaves = behind.lower in _TURNING or (behind.tag == "VBG" and behind.lower != "including")
        if token.text == "," and leaves:
            return number
    return len(words)


def _says_more(words: Sequence[Token]) -> bool:
    """Whether a finite verb behind a name is no part of what describes it: not *figures | the firm filed*."""
    for number, token in enumerate(words):
        if token.tag in FINITE_TAGS:
            subject = words[number - 1].tag in _SUBJECTS and number > 1 and token.tag != "MD"
            if not subject or any(t.text == "," for t in words[:number]):
                return True
    return False


def opening_phrase(parse: Parse, cue: Sequence[int]) -> SetPhrase | None:
    """*According to a poll published last week, …*: whom a phrase in front names, and the words behind its
    comma, told by position and not by the parse."""
    sentence = sentence_of(parse, cue[0])
    comma = next(
        (i for i in range(cue[-1] + 1, sentence.last) if parse.tokens[i].text == ","), None
    )
    opens = all(t.tag == "CC" for t in parse.tokens[sentence.first : cue[0]])
    if not opens or comma is None:
        return None
    behind = range(comma + 1, sentence.last)
    first = parse.tokens[comma + 1 : comma + 2]
    related = any(token.tag in ("WDT", "WP", "WRB", "VBN", "VBD") for token in first)
    says_something = any(parse.tokens[i].tag in FINITE_TAGS for i in behind)
    if related or not says_something or comma == cue[-1] + 1:
        return None
    return SetPhrase(frozenset(range(cue[-1] + 1, comma)), frozenset(behind))

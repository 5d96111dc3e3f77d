"""Who opens a clause and goes on to say something, told by word order: *Farmers trying to save the canal say …*.

Parsers lose the subject where much stands between it and its verb: a participle, brackets, dashes, a relative
clause. Between the start of a clause and a finite verb of speech stands nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, Token

_NOMINAL = frozenset({"DT", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PDT"})
_OPENING = _NOMINAL | {"IN", "VBN"}
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT"})
_FRAMING = frozenset({"IN", "RB", "TO", "VBG", "VBN", "WRB"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
_LEADS_ON = frozenset({"CC", "IN", "POS", "PRP$", "TO", "WDT", "WP", "WRB"})
_SUBORDINATING = frozenset({"because", "since", "that", "while", "as", "if", "when", "so"})
_DASHES = frozenset({"–", "—", "-", "--"})
_CLOSES = {")": "(", "]": "["}


def opener(parse: Parse, verb: int) -> range | None:
    """The noun phrase with which the clause of a finite verb opens, from its first word to the verb's group."""
    if parse.tokens[verb].tag not in ("VBD", "VBP", "VBZ") or parse.quoted[verb] >= 0:
        return None
    stop = _group_start(parse, verb)
    start = _behind_frame(parse, _clause_start(parse, stop), stop)
    if start >= stop or parse.tokens[start].tag not in _NOMINAL:
        return None
    return range(start, stop) if _is_one_phrase(parse, start, stop) else None


def behind_participle(parse: Parse, verb: int) -> range | None:
    """Who acts behind a participle that opens the sentence: *Noting that it leaks, | the mayor | called …*."""
    first, last = grammar.sentence_start(parse, verb), grammar.sentence_end(parse, verb)
    if parse.tokens[verb].tag != "VBG" or verb > first + 1 or parse.quoted[verb] >= 0:
        return None
    for comma in range(verb + 2, last - 2):
        if parse.tokens[comma].text == "," and parse.quoted[comma] < 0:
            stop = next((i for i in range(comma + 1, last) if not _is_named(parse.tokens[i])), last)
            acts = stop < last and parse.tokens[stop].tag in grammar.FINITE_TAGS | {"RB"}
            if acts and stop > comma + 1 and parse.tokens[comma + 1].tag in _NOMINAL:
                return range(comma + 1, stop)
    return None


def _is_named(token: Token) -> bool:
    return token.tag in _NOMINAL | {"POS", "HYPH"} or token.lower == "of"


def head_of_opener(parse: Parse, words: range) -> int | None:
    """The last noun of the first run of them: *farm officials | whose barns …*."""
    last = None
    for index in words:
        token = parse.tokens[index]
        if token.tag in _NOUNS and (last is None or token.tag not in ("DT", "PRP")):
            last = index
        elif last is not None and parse.tokens[last].tag != "DT":
            break
    return last


def clause_behind_aside(parse: Parse, verb: int) -> frozenset[int]:
    """What follows a verb where its subject is described between marks: *said | the day, long and cold,
    was lost*."""
    last = grammar.sentence_end(parse, verb)
    if verb + 3 >= last or parse.tokens[verb + 1].tag not in _OPENING:
        return frozenset()
    opening = _first_mark(parse, verb + 2, last)
    if opening is None:
        return frozenset()
    closers = _DASHES if parse.tokens[opening].text in _DASHES else {","}
    closing = (i for i in range(opening + 1, last - 1) if parse.tokens[i].text in closers)
    resumed = any(_is_finite(parse.tokens[i + 1]) for i in closing)
    return frozenset(range(verb + 1, last)) if resumed else frozenset()


def _first_mark(parse: Parse, start: int, last: int) -> int | None:
    """The first comma or dash, with no finite verb before it and no *who* behind it."""
    for index in range(start, last - 1):
        token = parse.tokens[index]
        if _is_finite(token) or token.text in (";", ":"):
            return None
        if token.text in _DASHES | {","}:
            return None if parse.tokens[index + 1].lower in ("but", "who") else index
    return None


def up_to_turn(parse: Parse, claim: frozenset[int]) -> frozenset[int]:
    """The words behind a clause up to a semicolon, or a comma with a joining word or a participle."""
    start = max(claim) + 1
    last = grammar.sentence_end(parse, start - 1)
    for index in range(start, last - 1):
        token, behind = parse.tokens[index], parse.tokens[index + 1]
        turns = behind.tag in ("CC", "VBG") or behind.lower in _SUBORDINATING | {
            "although",
            "though",
        }
        if token.text in (";", ":") or parse.quoted[index] >= 0 or (token.pos == "PUNCT" and turns):
            return frozenset(range(start, index))
    return frozenset(range(start, last))


def _is_finite(token: Token) -> bool:
    return token.tag in grammar.FINITE_TAGS


def _group_start(parse: Parse, verb: int) -> int:
    """The first token of the verb's auxiliaries and adverbs."""
    first = grammar.sentence_start(parse, verb)
    while verb > first and (
        parse.tokens[verb - 1].tag == "RB" or parse.tokens[verb - 1].lemma == "have"
    ):
        verb -= 1
    return verb


def _clause_start(parse: Parse, stop: int) -> int:
    """Behind the last *, but*, colon or semicolon outside of brackets, or where the sentence starts."""
    first, waiting = grammar.sentence_start(parse, stop), ""
    for index in range(stop - 1, first - 1, -1):
        token = parse.tokens[index]
        if waiting:
            waiting = "" if token.text == waiting else waiting
        elif token.text in _CLOSES:
            waiting = _CLOSES[token.text]
        elif token.text in (":", ";") or _joins_clauses(parse, first, index):
            return index + 1
    return first


def _joins_clauses(parse: Parse, first: int, index: int) -> bool:
    """*, but*, *, while*, and *, and* behind a clause with a verb of its own, and not in a list of names."""
    word = parse.tokens[index].lower
    if word not in ("and", "but", "while") or parse.tokens[index - 1].text != ",":
        return False
    return word != "and" or any(_is_finite(parse.tokens[i]) for i in range(first, index))


def _behind_frame(parse: Parse, start: int, stop: int) -> int:
    """Behind the word that joins a clause, and what frames it up to a comma: *But in May, | farmers …*."""
    while start < stop:
        token = parse.tokens[start]
        if token.tag == "CC" or token.text in (",", "“", '"'):
            start += 1
        elif token.tag in _FRAMING:
            commas = (i for i in range(start, stop) if parse.tokens[i].text == ",")
            comma = next(commas, None)
            if comma is None:
                return stop
            start = comma + 1
        else:
            return start
    return start


def _is_one_phrase(parse: Parse, start: int, stop: int) -> bool:
    """Whether no verb between belongs to another clause than one that describes the noun."""
    outside = list(_outside_brackets(parse, start, stop))
    described = next((i for i in outside if _describes(parse.tokens[i]) and i > start), stop)
    acts = any(_is_finite(parse.tokens[i]) for i in outside if i < described)
    ends = parse.tokens[stop - 1]
    quoted = parse.quoted[stop - 1] >= 0 and ends.text != ","
    return not acts and not quoted and ends.tag not in _LEADS_ON


def _outside_brackets(parse: Parse, start: int, stop: int) -> Iterator[int]:
    """The tokens without those in brackets, and without *-ing* forms that are tagged as finite."""
    inside = False
    for index in range(start, stop):
        token = parse.tokens[index]
        inside = token.text == "(" or (inside and token.text != ")")
        if not inside and not (_is_finite(token) and token.lower.endswith("ing")):
            yield index


def _describes(token: Token) -> bool:
    """*who*, *whose*, *because*: behind it a verb is of a clause that describes."""
    return token.tag in _RELATIVE or token.lower in _SUBORDINATING

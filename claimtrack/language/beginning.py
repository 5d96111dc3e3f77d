"""Beginning: words in front of a claim that belong to it: *said that | the town, which had it, was poor*.

Told by word order and tags alone, as what a claim goes on with is: parsers lose the front of long clauses,
and hang what frames a quotation, *If it rains, she said, “we must stay”*, from the verb that tells it.
"""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.framing import is_of_saying
from claimtrack.language.parse import Parse, Token

_ASKING = frozenset({"ask", "press", "prompt", "question", "tell"})
_SAYING_WHEN = frozenset("after amid as at before by during following since".split())
_PAST = frozenset({"VBD", "VBP", "VBZ"})


def begun(parse: Parse, cue: int, source: frozenset[int], claim: frozenset[int]) -> frozenset[int]:
    """A told clause behind its cue with the words in front that belong to it."""
    first = min(claim, default=cue)
    if first <= cue or first >= grammar.sentence_end(parse, cue):
        return claim
    link = _link(parse, cue)
    if link is not None and first <= link and first == cue + 1:
        claim = frozenset(i for i in claim if i > link) or claim
    else:
        claim = claim | (_from_link(parse, cue, first) - source)
    return claim | (_front(parse, cue, source, min(claim, default=first)) - source)


def _link(parse: Parse, cue: int) -> int | None:
    """*says that*, *says in a note that*: the word that links what is told to its verb."""
    link = cue + 1
    if parse.tokens[link].lower != "that":
        link = min(grammar.that_clause_behind(parse, cue), default=0) - 1
    return link if link > cue and parse.tokens[link].tag == "IN" else None


def _from_link(parse: Parse, cue: int, first: int) -> frozenset[int]:
    """*says in a note that | the plans for it | are sure to fail*: all behind *that* is told."""
    link = _link(parse, cue)
    between = range(first if link is None else link + 1, first)
    return frozenset(between if any(_is_word(parse.tokens[i]) for i in between) else ())


def _front(parse: Parse, cue: int, source: frozenset[int], first: int) -> frozenset[int]:
    """What frames quoted words in front of who tells them: *If it rains, | she said, “we must stay.”*"""
    speaker = min(source, default=cue)
    start = grammar.sentence_start(parse, cue)
    if parse.tokens[start].tag == "CC":
        start += 1
    comma = speaker - 1
    if comma - start < 2 or speaker > cue or parse.tokens[comma].text != ",":
        return frozenset()
    words = parse.tokens[start:comma]
    own = parse.quoted[cue] < 0 and all(parse.quoted[t.number] < 0 for t in words)
    if not own or parse.tokens[cue].tag not in _PAST or grammar.negations(parse, cue):
        return frozenset()
    if any(t.lemma in _ASKING for t in words) or not _leads_into_quotation(
        parse, cue, words, first
    ):
        return frozenset()
    return frozenset(range(start, comma))


def _leads_into_quotation(parse: Parse, cue: int, words: tuple[Token, ...], first: int) -> bool:
    """*While it is high, he said, “this has done nothing”*: quoted words that open no sentence go on with it."""
    opens = parse.tokens[first] if _is_word(parse.tokens[first]) else parse.tokens[first + 1]
    small = opens.text[:1].islower() and parse.quoted[opens.number] >= 0
    frames = words[0].tag in ("IN", "WRB") and words[0].lower not in _SAYING_WHEN
    set_off = parse.tokens[cue + 1].text == ","
    return small and frames and set_off and not any(is_of_saying(t) for t in words)


def _is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)

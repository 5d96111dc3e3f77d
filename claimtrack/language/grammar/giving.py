"""Giving: two phrases side by side behind a verb, to whom and what, also where a parser joined them."""

from __future__ import annotations

from claimtrack.language.grammar.bounds import sentence_end
from claimtrack.language.grammar.objects import indirect_objects
from claimtrack.language.grammar.roles import FINITE_TAGS
from claimtrack.language.grammar.times import TIMES
from claimtrack.language.parse import Parse

_OPENING = frozenset(
    {"a", "an", "any", "her", "his", "its", "more", "my", "our", "the", "their", "your"}
)
_DATING = frozenset({"last", "next"})
_NOUNS = frozenset({"NN", "NNP", "NNPS", "NNS", "PRP"})
_WITHIN = _NOUNS | {"CD", "DT", "JJ", "JJR", "JJS", "POS", "PRP$", "VBN"}


def takes_two(parse: Parse, verb: int) -> bool:
    """*denied them entry*, *denied the village | its only road*; not *denied the claims | the paper
    printed* nor *denied the claims | the next day*."""
    if indirect_objects(parse, verb):
        return True
    end = sentence_end(parse, verb)
    second = _phrase_end(parse, verb + 1, end)
    opens = verb + 1 < second < end and parse.tokens[second].lower in _OPENING
    if not opens:
        return False
    behind = _phrase_end(parse, second, end)
    timed = behind == second or parse.tokens[behind - 1].lemma in TIMES
    told = behind < end and parse.tokens[behind].tag in FINITE_TAGS
    return not timed and not told


def _phrase_end(parse: Parse, start: int, end: int) -> int:
    """The token behind the phrase that begins at a token; the same one where none does."""
    named = False
    for index in range(start, end):
        token = parse.tokens[index]
        if token.tag not in _WITHIN or (named and token.lower in _OPENING | _DATING):
            return index if named else start
        named = named or token.tag in _NOUNS
    return end if named else start

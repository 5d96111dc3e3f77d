"""What is asked behind a verb of asking, told by word order where a parser lost it."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.language.grammar.bounds import opens_sentence, sentence_of
from claimtrack.language.grammar.roles import FINITE_TAGS, VERB_TAGS
from claimtrack.language.parse import Parse

_OPENING = frozenset({"how", "if", "what", "whether", "why"})
_RELATIVE = frozenset({"when", "where", "which", "who", "whom", "whose"})
"""Question words that behind a noun describe it: *asked the man who was there*."""
_QUESTIONS = frozenset({"how", "what", "where", "whether", "why"})
_STOPS = frozenset({"about", "for", "of", "that", "to"})
_FAR = 16


def question_behind(parse: Parse, verb: int) -> frozenset[int]:
    """*asked the head of the club | if it would close*, *Asked | what it cost*, he laughed; or nothing."""
    first = _question_word(parse, verb)
    if first is None:
        return frozenset()
    last = sentence_of(parse, verb).last
    leads = _is_reduced(parse, verb) or _leads_up(parse, verb)
    end = next(_set_off(parse, first, last), last) if leads else last
    words = frozenset(range(first, end))
    told = any(parse.tokens[i].tag in FINITE_TAGS for i in words)
    return words if told else frozenset()


def opens_question(parse: Parse, word: int) -> bool:
    """*explained | why the bridge had to close*: a question word with a finite verb or an infinitive behind it."""
    behind = parse.tokens[word + 1 : sentence_of(parse, word).last]
    if not behind:
        return False
    told = any(t.tag in FINITE_TAGS or t.tag == "TO" for t in behind)
    opens = parse.tokens[word].lower in _QUESTIONS and parse.tokens[word + 1].pos != "PUNCT"
    return opens and told


def _question_word(parse: Parse, verb: int) -> int | None:
    """The question word behind a verb and whom it asks, with no other clause or phrase of the verb between."""
    last = min(sentence_of(parse, verb).last, verb + _FAR)
    for index in range(verb + 1, last):
        token = parse.tokens[index]
        bare = index == verb + 1 or parse.tokens[index - 1].pos in ("ADV", "PRON")
        if token.lower in _OPENING or (token.lower in _RELATIVE and bare):
            return index if token.lower != "if" or not _is_if_so(parse, index) else None
        if token.pos == "PUNCT" or token.tag in VERB_TAGS or token.lower in _STOPS:
            return None
    return None


def _is_if_so(parse: Parse, index: int) -> bool:
    """*asked again, if need be*: an *if* without a clause of its own."""
    behind = parse.tokens[index + 1 : index + 2]
    return not behind or behind[0].tag in ("JJ", "RB", "VBN", "NN")


def _is_reduced(parse: Parse, verb: int) -> bool:
    """*Asked whether …, he left*; *when asked whether …*: without a subject of its own."""
    return opens_sentence(parse, verb) or parse.tokens[verb - 1].lower in ("when", "if", "though")


def _leads_up(parse: Parse, verb: int) -> bool:
    """*When a guest asked if it rained, he laughed*: in a clause before the main one."""
    token = parse.tokens[verb]
    return token.role.startswith("advcl") and token.head > verb


def _set_off(parse: Parse, first: int, last: int) -> Iterator[int]:
    """The commas that end a question, without those around a relative clause in it."""
    inside = False
    for index in range(first, last - 1):
        if parse.tokens[index].text == ",":
            opens = parse.tokens[index + 1].tag in ("WDT", "WP", "WP$")
            if not inside and not opens:
                yield index
            inside = opens

"""Labels: speakers before a colon, and turns that ask or bid."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from claimtrack.language.grammar.auxiliaries import auxiliaries
from claimtrack.language.grammar.bounds import sentence_of
from claimtrack.language.grammar.roles import VERB_TAGS
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.parse import Parse

_TOLD = frozenset({"did", "had", "have"})
"""*Why did you tell the paper that …?* reports what was told."""
_BIDDING = frozenset({"be", "do", "not", "n't", "n’t"})
_QUESTION_LABELS = frozenset({"q", "question", "interviewer"})


def is_label(parse: Parse, tokens: Sequence[int]) -> bool:
    """Whether the words before a colon name a speaker: short, and a name, a role or a lone letter."""
    words = [parse.tokens[i] for i in tokens]
    short = len(words) <= 8 and not any(word.tag in VERB_TAGS for word in words)
    return short and all(
        word.text[:1].isupper() or word.pos in ("ADP", "DET", "PUNCT", "CCONJ") for word in words
    )


def asks(parse: Parse, colon: int) -> bool:
    """Whether a labelled turn is a question: by its label, or by the mark at its end."""
    sentence = sentence_of(parse, colon)
    if parse.tokens[sentence.first].lower in _QUESTION_LABELS:
        return True
    behind = islice(parse.sentences, parse.tokens[colon].sentence, None)
    *_, last = takewhile(lambda s: s.paragraph == sentence.paragraph, behind)
    return parse.tokens[last.last - 1].text == "?"


def is_asked(parse: Parse, word: int) -> bool:
    """Whether a word is the main verb of a question of the writer's, *Do you support the mayor?*, or of
    anybody's to somebody: *How do you explain the gap?*
    """
    token = parse.tokens[word]
    subject = own_subject(parse, word)
    if subject is not None and parse.tokens[subject].lower == "you":
        helpers = [i for i in auxiliaries(parse, word) if i < subject]
        return any(parse.tokens[i].lower not in _TOLD for i in helpers)
    sentence = sentence_of(parse, word)
    opening = parse.tokens[sentence.first]
    main = token.role == "root" and parse.quoted[word] < 0
    inverted = opening.pos == "AUX" and opening.head == word
    return main and inverted and parse.tokens[sentence.last - 1].text == "?"


def is_imperative(parse: Parse, verb: int) -> bool:
    """*Call the bank*, *please list it*, *don't say so*, *be assured that …*: a bare verb at the head of its
    clause that bids the reader to do it."""
    helpers = auxiliaries(parse, verb)
    group = [verb, *(i for i in helpers if parse.tokens[i].lower in _BIDDING)]
    bare = parse.tokens[verb].tag == "VB" or any(parse.tokens[i].tag == "VB" for i in group[1:])
    if not bare or len(group) <= len(helpers):
        return False
    first = min(group)
    subject = own_subject(parse, verb)
    if subject is not None and subject < first:
        return False
    before = parse.tokens[first - 1]
    opens = first == sentence_of(parse, verb).first
    return opens or before.lower == "please" or (before.pos == "PUNCT" and before.text not in "-’'")

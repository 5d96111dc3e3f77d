"""*The firm declined to comment*: somebody says nothing."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.what import before_main_clause, phrase_words

_ASKED_ABOUT = frozenset({("to",), ("on",), ("about",), ("for",), ("over",)})
_REQUESTS = frozenset(
    "call message email e-mail request question letter query enquiry inquiry text".split()
)
_ASKING = frozenset({"ask", "press", "question"})


def silence(parse: Parse, cue: Cue) -> Found:
    """*The firm declined to comment*; *did not return calls* (the calls are the claim)."""
    verb = cue.head
    negated = bool(grammar.negations_of_cue(parse, cue.tokens))
    if cue.entry.word.negation and not negated:
        return Missing("a negation")
    subject = grammar.subject(parse, verb)
    if subject is None or not grammar.may_stand_for_somebody(parse, subject):
        return Missing("somebody who is silent")
    source = frozenset(grammar.speaker(parse, subject))
    asked = _asked(parse, cue) - source
    before = min(asked, default=0) - 1
    if before >= 0 and parse.tokens[before].lower in ("if", "whether"):
        asked |= {before}
    return Slots(source, asked)


def _asked(parse: Parse, cue: Cue) -> Tokens:
    """What was asked where the text says it, else the words for the request, else nothing."""
    asked = _asked_in_clause(parse, cue)
    if asked is not None:
        return phrase_words(parse, asked)
    first = parse.sentences[parse.tokens[cue.head].sentence].first
    opening = grammar.clauses(parse, first) if parse.tokens[first].lemma in _ASKING else []
    if opening:
        return before_main_clause(parse, first, phrase_words(parse, opening[0]))
    clauses = [c for token in cue.tokens for c in grammar.clauses(parse, token)]
    if clauses:
        told = frozenset(parse.subtree(clauses[0])) - frozenset(cue.tokens)
        return told | grammar.subordinators(parse, clauses[0])
    return _requested(parse, cue)


def _asked_in_clause(parse: Parse, cue: Cue) -> int | None:
    """What was asked in a clause at the cue: *when asked whether …, he declined to say*."""
    for verb in cue.tokens:
        for clause in grammar.subordinate_clauses(parse, verb):
            if parse.tokens[clause].lemma in _ASKING and clause not in cue.tokens:
                topics = [noun for _, noun in grammar.prepositional(parse, clause)]
                asked = grammar.clauses(parse, clause) + topics
                if asked:
                    return asked[0]
    return None


def _requested(parse: Parse, cue: Cue) -> Tokens:
    """The thing that is not spoken about, or the request itself: did not return *calls*."""
    own = frozenset(cue.tokens)
    things = [o for token in cue.tokens for o in grammar.objects(parse, token)]
    things += [
        noun
        for token in cue.tokens
        for words, noun in grammar.prepositional(parse, token)
        if grammar.words_of(parse, words) in _ASKED_ABOUT
    ]
    requests = frozenset(t for t in things[:1] if t in own and _wanted(parse, t))
    named = (t for t in things if t not in own or _wanted(parse, t))
    first = next(named, None)
    return (NONE if first is None else phrase_words(parse, first)) - own | requests


def _wanted(parse: Parse, noun: int) -> bool:
    """Whether a noun in the cue is itself a request: did not return *calls*."""
    return parse.tokens[noun].lemma in _REQUESTS

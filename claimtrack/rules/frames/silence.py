"""*The firm declined to comment*: somebody says nothing."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.language.withholding import withheld_by
from claimtrack.rules.frames.model import NONE, Cue, Found, Missing, Slots, Tokens
from claimtrack.rules.frames.quotations import quotation_beside
from claimtrack.rules.frames.what import before_main_clause, phrase_words

_ASKED_ABOUT = frozenset({("to",), ("on",), ("about",), ("for",), ("over",)})
_REQUESTS = frozenset(
    "accusation allegation call charge claim message email e-mail request question letter query enquiry "
    "inquiry text".split()
)
_MORE = frozenset({"else", "further", "more", "new"})
_PARTICLES = frozenset({"back", "up"})
_ASKING = frozenset({"ask", "press", "question"})


def silence(parse: Parse, cue: Cue) -> Found:
    """*The firm declined to comment*; *did not return calls* (the calls are the claim)."""
    verb = cue.head
    if cue.entry.word.passive and not grammar.is_passive(parse, verb):
        return Missing("a passive verb")
    if not cue.entry.word.passive and len(cue.tokens) == 1 and _is_done_to(parse, cue):
        return Missing("an active verb")
    if len(cue.tokens) > 1 and "be" not in cue.entry.word.lemmas and _is_done_to(parse, cue):
        return Missing("an active verb: *declined to be named* explains an anonymity")
    if _is_named_beside(parse, cue) or _is_taken_up(parse, cue):
        return Missing("words that say nothing: they are about another thing here")
    if any(grammar.is_subject(parse, token) for token in cue.tokens):
        return Missing("words that say nothing: one of them is what a clause is about")
    without = frozenset(
        m for m in grammar.markers(parse, verb) if parse.tokens[m].lower == "without"
    )
    withheld = bool(without) or any(withheld_by(parse, token) for token in cue.tokens)
    subject = _who_is_silent(parse, verb)
    if subject is None or not grammar.may_stand_for_somebody(parse, subject):
        return Missing("somebody who is silent")
    negated = withheld or bool(
        grammar.negations_of_cue(parse, cue.tokens) or grammar.negations_of_speaker(parse, subject)
    )
    if cue.entry.word.negation and not negated:
        return Missing("a negation")
    if cue.entry.stance == "denies" and quotation_beside(parse, cue) is not None:
        return Missing("nothing that is quoted beside it")
    source = frozenset(grammar.speaker(parse, subject))
    asked = _asked(parse, cue, subject) - source
    before = min(asked, default=0) - 1
    if before >= 0 and parse.tokens[before].lower in ("if", "whether"):
        asked |= {before}
    reach = range(min(without), cue.tokens[-1] + 1) if without else ()
    return Slots(source, asked, cue=frozenset(reach))


def _who_is_silent(parse: Parse, verb: int) -> int | None:
    """The subject; of a helping verb that begins the cue (*would not* be drawn), that of its verb."""
    silent = grammar.governor(parse, verb) if grammar.is_auxiliary(parse, verb) else verb
    found, over = grammar.subject(parse, silent), parse.tokens[silent].head
    if found is None and _asks(parse, over) and grammar.is_set_off_behind_its_noun(parse, over):
        return grammar.own_subject(parse, over)  # *Lund, asked whether he knew, did not answer*
    return found


def _is_done_to(parse: Parse, cue: Cue) -> bool:
    last = cue.tokens[-1]
    return grammar.is_verb(parse, last) and grammar.is_passive(parse, last)


def _is_named_beside(parse: Parse, cue: Cue) -> bool:
    """*an acceptable answer*, *referred to questions as tricks*, *have nothing bad to say*: what stands
    beside the words makes another thing of them."""
    first, last = parse.tokens[cue.head], cue.tokens[-1]
    if len(cue.tokens) == 1:
        return first.tag in ("NN", "NNS") and any(
            parse.tokens[c].role == "det" for c in parse.children[cue.head]
        )
    if any(_is_judgement(parse, i) for i in range(first.number, last) if i not in cue.tokens):
        return True  # *have nothing bad to say*
    own = grammar.markers(parse, last) if grammar.is_noun(parse, last) else ()
    return any(cue.head < m < last and m not in cue.tokens for m in own)


def _is_judgement(parse: Parse, index: int) -> bool:
    """*nothing | bad*, not *nothing | further*."""
    behind = parse.tokens[index - 1].lower == "nothing"
    return behind and parse.tokens[index].tag == "JJ" and parse.tokens[index].lower not in _MORE


def _is_taken_up(parse: Parse, cue: Cue) -> bool:
    """*never got our deposit back*, *did not pick up the parcel*: what is done to a thing is no answer."""
    particle = len(cue.tokens) == 2 and cue.entry.word.lemmas[1] in _PARTICLES
    return particle and bool(grammar.objects(parse, cue.head))


def _asked_of(parse: Parse, subject: int) -> int | None:
    """What somebody was asked, by a participle behind them: *Lund, asked whether he knew, said nothing*."""
    over = parse.tokens[subject].head
    taken_for_main = [over] if over > subject and parse.tokens[over - 1].text == "," else []
    behind = [a for a in grammar.participles(parse, subject) + taken_for_main if _asks(parse, a)]
    return next((c for a in behind for c in grammar.clauses(parse, a)), None)


def _asked(parse: Parse, cue: Cue, subject: int) -> Tokens:
    """What was asked where the text says it, else the words for the request, else nothing."""
    asked = _asked_in_clause(parse, cue)
    if asked is not None:
        return phrase_words(parse, asked)
    first = grammar.sentence_start(parse, cue.head)
    clause = grammar.clause_head(parse, cue.head)
    main = clause == grammar.root(parse, cue.head) or grammar.governor(parse, clause) == first
    opening = grammar.clauses(parse, first) if main and _asks(parse, first) else []
    if opening:
        return before_main_clause(parse, first, phrase_words(parse, opening[0]))
    asked = _asked_of(parse, subject)
    if asked is not None:
        return phrase_words(parse, asked)
    clauses = [c for token in cue.tokens for c in grammar.clauses(parse, token)]
    if clauses:
        told = frozenset(parse.subtree(clauses[0])) - frozenset(cue.tokens)
        told -= {grammar.linking_word(parse, clauses[0])}
        return told | grammar.subordinators(parse, clauses[0])
    return _requested(parse, cue)


def _asks(parse: Parse, word: int) -> bool:
    return parse.tokens[word].lemma in _ASKING


def _asked_in_clause(parse: Parse, cue: Cue) -> int | None:
    """What was asked in a clause at the cue: *when asked whether …, he declined to say*."""
    for verb in cue.tokens:
        for clause in grammar.subordinate_clauses(parse, verb):
            if _asks(parse, clause) and clause not in cue.tokens:
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
        if grammar.words_of(parse, words)[:1] in _ASKED_ABOUT
    ]
    things = [
        t for t in things if not (grammar.is_day(parse, t) or grammar.is_span_of_time(parse, t))
    ]
    requests = frozenset(t for t in things[:1] if t in own and _wanted(parse, t))
    for request in requests:
        requests |= _seeking(parse, request)
    named = (t for t in things if t not in own or _wanted(parse, t))
    first = next(named, None)
    return (NONE if first is None else phrase_words(parse, first)) - own | requests


def _seeking(parse: Parse, request: int) -> Tokens:
    """The participle right behind a request, which parsers also hang from the verb: calls *seeking
    comment*."""
    behind = request + 1
    if behind >= len(parse.tokens) or parse.tokens[behind].tag != "VBG":
        return NONE
    return frozenset(parse.subtree(behind))


def _wanted(parse: Parse, noun: int) -> bool:
    """Whether a noun in the cue is itself a request: did not return *calls*."""
    return parse.tokens[noun].lemma in _REQUESTS

"""What: the words of a clause or phrase that is claimed."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.language import grammar
from claimtrack.language.asides import aside
from claimtrack.language.parse import Parse
from claimtrack.language.relating import said_of_it
from claimtrack.rules.frames.model import Cue, Tokens

_REPORTING = frozenset("add announce note report say tell".split())
_CITING = frozenset({"cite", "paraphrase", "quote"})
_BELOW = frozenset({"as", "following", "follows", "that", "the", "these", "this"})
_TERMS = frozenset({"by", "before", "from", "until", "within"})


def clause_words(parse: Parse, head: int, without: Iterable[int] = ()) -> Tokens:
    """A clause without the linking *that* and the words which join it to the one before."""
    link = grammar.linking_word(parse, head)
    before_link = range(min(parse.subtree(head)), link or 0)
    left_out = {
        *without,
        *before_link,
        *grammar.joining_words(parse, head),
        *grammar.concessions(parse, head),
    } | ({link} if link is not None else set())
    return frozenset(parse.subtree(head, without=left_out)) | grammar.goes_on(parse, head)


def phrase_words(parse: Parse, noun: int, without: Iterable[int] = ()) -> Tokens:
    """A noun or *-ing* phrase without the preposition before it."""
    return frozenset(parse.subtree(noun, without=set(without) | set(grammar.markers(parse, noun))))


def complementing_clause(parse: Parse, cue: Cue) -> int | None:
    """The clause that completes any of the cue's words."""
    own = (
        c
        for token in cue.tokens
        for c in _held_clauses(parse, cue, token)
        if c not in cue.tokens
        and not _belongs_elsewhere(parse, c, token)
        and not _follows_what_is_denied(parse, cue, c)
    )
    return next(own, None)


def _follows_what_is_denied(parse: Parse, cue: Cue, clause: int) -> bool:
    """*rejected that version: | it had paid*: behind the colon stands what is so, and not what is denied."""
    things = grammar.objects(parse, cue.head) if cue.entry.stance == "denies" else []
    return any(parse.tokens[i].text == ":" for t in things for i in range(t, clause))


def _belongs_elsewhere(parse: Parse, clause: int, verb: int) -> bool:
    """Whether a clause that a parser gives to a verb is a participle behind its subject, what somebody
    says of its object (*opposed the dam, which she says would flood it*), or who reports it all."""
    tells = clause > verb and parse.tokens[clause].lemma in _REPORTING
    set_off = aside(parse, clause) if tells else None
    reports = set_off is not None and verb in set_off.reported
    reduced = grammar.is_reduced_relative(parse, clause, verb)
    nearer = any(_tells_nearer(parse, i) for i in range(verb + 1, clause))
    compares = clause > verb and grammar.introduced_by(parse, clause) == "like"
    cites = parse.tokens[verb].lemma in _CITING and bool(grammar.objects(parse, verb))
    elsewhere = reduced or reports or nearer or compares or cites
    return elsewhere or said_of_it(parse, clause, verb)


def _tells_nearer(parse: Parse, verb: int) -> bool:
    """*heard from a vet, who said the horse was lame*: a verb that a clause must complete, and which the
    parser left without one."""
    related = parse.tokens[verb].lemma == "say" and grammar.heads_relative_clause(parse, verb)
    return related and not grammar.clauses(parse, verb) and grammar.has_clause_behind(parse, verb)


def _held_clauses(parse: Parse, cue: Cue, token: int) -> list[int]:
    """The clauses of a word of the cue; those of a noun in it as well: found *evidence that …*."""
    noun = token != cue.head and grammar.is_noun(parse, token)
    return grammar.clauses(parse, token) + (grammar.noun_clauses(parse, token) if noun else [])


def governed_by(parse: Parse, verb: int, prepositions: Iterable[str]) -> list[int]:
    """What the given prepositions govern at the verb (*of fraud*, *for failing to act*), or the adverbs
    among them: *ahead*.
    """
    wanted = {tuple(p.split()) for p in prepositions}
    return [
        noun
        for head in (verb, *grammar.adverbs(parse, verb))  # *praised early | for his work*
        for words, noun in grammar.prepositional(parse, head)
        if grammar.words_of(parse, words) in wanted
    ] + [word for word in grammar.adverbs(parse, verb) if (parse.tokens[word].lower,) in wanted]


def stated_grounds(parse: Parse, cue: Cue) -> list[int]:
    """What the entry's prepositions govern; where a ground must be stated, not when or how long, save of
    what is expected: *is forecast for the weekend*."""
    found = governed_by(parse, cue.head, cue.entry.joins)
    if not cue.entry.conditions.grounds or cue.entry.stance == "believes":
        return found
    return [g for g in found if is_ground(parse, g)]


def is_ground(parse: Parse, word: int) -> bool:
    """Not the day, nor how long: *held him on Friday*, *held him for two weeks*."""
    return not (grammar.is_day(parse, word) or grammar.is_span_of_time(parse, word))


def trailing_phrases(parse: Parse, cue: Cue, last: int, shown: bool = False) -> list[int]:
    """Phrases right behind the object, which parsers hang from the verb as often as from the noun:
    *its success | in the fight*. When or where it was said is left out, but not the term of what is
    promised or wanted, *a law | within a year*, nor when what a document shows happened."""
    found = []
    bound = cue.entry.stance in ("promises", "demands", "believes")
    for words, noun in grammar.prepositional(parse, cue.head):
        if parse.tokens[words[0]].lower == "according":
            continue
        term = bound and parse.tokens[words[0]].lower in _TERMS
        if words[0] == last + 1 and (term or shown or not grammar.tells_when_or_where(parse, noun)):
            found.append(noun)
            last = max(parse.subtree(noun))
    return found


def before_main_clause(parse: Parse, verb: int, claim: Tokens) -> Tokens:
    """What a participle at the head of a sentence asks, up to the comma: *Asked whether …, he said …*."""
    sentence = grammar.sentence_of(parse, verb)
    if verb > sentence.first:
        return claim
    commas = (i for i in range(verb, sentence.last) if parse.tokens[i].text == ",")
    end = next(commas, sentence.last)
    return frozenset(i for i in claim if i < end)


def listed_below(parse: Parse, cue: Cue) -> Tokens:
    """*She argued that:* with a list below: its first sentence."""
    colon = grammar.sentence_end(parse, cue.head) - 1
    people = grammar.indirect_objects(parse, cue.head)
    told = {i for person in people for i in grammar.noun_phrase(parse, person)}
    between = (t for t in parse.tokens[cue.tokens[-1] + 1 : colon] if t.number not in told)
    listed = grammar.list_below(parse, colon) if all(t.lower in _BELOW for t in between) else []
    return frozenset(listed[0]) if listed else frozenset()

"""Finding what the rules miss: words that attribute as known cues do, and that no rule covers.

The frames themselves look: at each word that is no part of a winning match, the constructions that
reports are made of (a verb with a clause or beside a quotation, a phrase that governs a speaker, a
noun with a *that* clause) are tried as if a rule had the word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from claimtrack.authoring.draft import (
    Draft,
    Marked,
    bare_rule,
    comment,
    found_by,
    rule_id,
    rule_lines,
)
from claimtrack.language import grammar
from claimtrack.language.load import Pipeline
from claimtrack.language.parse import Parse
from claimtrack.match import match
from claimtrack.read import article_of
from claimtrack.records import Article, Span
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.frames.model import Cue, Missing, Slots
from claimtrack.rules.model import Entry, RuleSet, Word

Key = tuple[str, tuple[str, ...]]
"""A class of words, and the words of a cue."""

_SHOWN = 3
_WINDOW = 60
_FRAMES = {
    "verb": ("speaker-verb-clause", "quotation", "passive"),
    "phrase": ("phrase",),
    "noun": ("noun-clause",),
}
_NO_CUES = frozenset(
    "be have do get make let mean ensure know realise realize forget remember see hear notice happen need "
    "help start stop begin keep speak talk fact way reason moment point case extent something thing so such".split()
)
"""Words that take clauses and attribute nothing: the writer's own statements, and grammar's tools."""
_COMPLETING = frozenset({"", "that", "whether", "if", "how", "why", "what"})
_LONG_QUOTATION = 4
_SETTING_OFF = frozenset({",", ":", "?", "!", "—"})
_OWN_VOICE = frozenset({"i", "we", "you"})
_OPENING = frozenset({"in", "on", "at", "by", "from", "with", "under"})


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where a word attributes, as it seems: ``words`` and ``kind`` as a rule would have them."""

    words: tuple[str, ...]
    kind: str
    frame: str
    article: Article
    cue: Span
    example: Marked


@dataclass(frozen=True, slots=True)
class Context:
    """An occurrence with the text around it."""

    article: str
    before: str
    cue: str
    after: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that no rule covers. ``places``: where they attribute, as it seems, by the article's id and
    the cue's span; ``contexts``: the first few of these; ``rule``: one to begin with, whose stance is
    a guess."""

    words: tuple[str, ...]
    kind: str
    places: tuple[tuple[str, Span], ...]
    contexts: tuple[Context, ...]
    rule: Draft


def suggest(
    articles: Iterable[Article],
    rules: RuleSet,
    language: Pipeline,
    fewest: int = 2,
    most: int = 20,
) -> list[Suggestion]:
    """The commonest words first; those that occur less often than ``fewest`` times are left out, and
    those whose rule would find none of the first few sentences by itself."""
    groups: dict[Key, _Group] = defaultdict(_Group)
    for parse in language.parse(articles):
        for found in occurrences(parse, rules):
            groups[found.kind, found.words].add(found)
    often = sorted(groups.items(), key=lambda pair: (-len(pair[1].places), *_order(pair[0])))
    chosen = [group for _, group in often if len(group.places) >= fewest]
    alone = language.parse(
        article_of(each.example.text) for group in chosen for each in group.shortest
    )
    tried = (
        _suggestion(group, list(islice(alone, len(group.shortest))), rules) for group in chosen
    )
    return list(islice((each for each in tried if each is not None), most))


def _order(key: Key) -> tuple[int, tuple[str, ...]]:
    """Of words that are equally common, verbs first, which are cues more often than nouns."""
    return list(_FRAMES).index(key[0]), key[1]


@dataclass(slots=True)
class _Group:
    """The occurrences of one cue: where they are, and the first few."""

    places: list[tuple[str, Span]] = field(default_factory=list)
    frames: Counter[str] = field(default_factory=Counter)
    first: list[Occurrence] = field(default_factory=list)

    def add(self, found: Occurrence) -> None:
        self.places.append((found.article.id, found.cue))
        self.frames[found.frame] += 1
        if len(self.first) < _SHOWN:
            self.first.append(found)

    @property
    def shortest(self) -> list[Occurrence]:
        """The first few, those in short sentences, which make the better examples, before others."""
        return sorted(self.first, key=lambda each: len(each.example.text))


def _suggestion(group: _Group, alone: Sequence[Parse], rules: RuleSet) -> Suggestion | None:
    """``alone``: the shortest sentences parsed by themselves, as examples are."""
    words, kind = group.first[0].words, group.first[0].kind
    frames = tuple(name for name, _ in group.frames.most_common())
    rule = bare_rule(rule_id(kind, words), frames, kind, Word(words), "asserts")
    pairs = zip(group.shortest, alone, strict=True)
    proofs = (found_by(parse, rule, rules, each.example.text)[:1] for each, parse in pairs)
    example = next(chain.from_iterable(proofs), None)
    if example is None:
        return None
    ready = Draft(rule.id, frames, kind, Word(words), "asserts", example, example)
    return Suggestion(words, kind, tuple(group.places), tuple(map(in_context, group.first)), ready)


def suggested(suggestions: Iterable[Suggestion]) -> Iterator[str]:
    """A rule file, line by line: each rule under the occurrences of its words."""
    for nth, each in enumerate(suggestions):
        yield "" if nth else "rules:"
        yield f"  # {' '.join(each.words)}, {each.kind}, {len(each.places)} times"
        for place in each.contexts:
            shown = f"{place.article}: … {place.before} >>{place.cue}<< {place.after} …"
            yield f"  #   {comment(shown)}"
        yield from (f"  {line}" for line in rule_lines(each.rule))


def in_context(found: Occurrence) -> Context:
    """The words around a cue, on one line."""
    from textacy.extract.kwic import keyword_in_context

    text, (start, end) = found.article.text, found.cue
    cue = text[start:end]
    all_places = keyword_in_context(text, re.compile(re.escape(cue)), window_width=_WINDOW)
    before, _, after = next(islice(all_places, text.count(cue, 0, start), None))
    return Context(found.article.id, *(" ".join(part.split()) for part in (before, cue, after)))


# --- looking -----------------------------------------------------------------------------------


def occurrences(parse: Parse, rules: RuleSet) -> Iterator[Occurrence]:
    """The places where a word attributes in the writer's voice, as it seems, and no rule has it."""
    matches = match(parse, rules)
    covered = {index for m in matches for index in (*m.words, *m.cue, *m.claim)}
    for index in range(len(parse.tokens)):
        if index in covered or parse.quoted[index] >= 0:
            continue
        for kind, tokens in _candidates(parse, index):
            found = _tried(parse, rules, kind, tokens)
            if found is not None and not covered & set(tokens):
                yield found
                break


def _candidates(parse: Parse, index: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The classes and tokens of cues that may begin at a token."""
    token = parse.tokens[index]
    if token.lemma in _NO_CUES or not token.text[0].isalpha():
        return
    if grammar.is_verb(parse, index) and not grammar.is_auxiliary(parse, index):
        if grammar.is_unrealised(parse, index):
            return
        yield "verb", (index, *grammar.particle(parse, index))
    elif grammar.is_noun(parse, index) and _has_that_clause(parse, index):
        yield "noun", (index,)
    yield from (("phrase", tokens) for tokens in _phrases(parse, index))


def _has_that_clause(parse: Parse, noun: int) -> bool:
    clauses = grammar.noun_clauses(parse, noun)
    return any(grammar.linking_word(parse, clause) is not None for clause in clauses)


def _phrases(parse: Parse, index: int) -> Iterator[tuple[int, ...]]:
    """Words like *according to* or *in the words of*, at the start of a sentence or behind a comma."""
    sentence = grammar.sentence_of(parse, index)
    opens = index == sentence.first or parse.tokens[index - 1].pos == "PUNCT"
    if not opens or parse.tokens[index].tag not in ("VBG", "IN"):
        return
    for stop in range(index + 2, min(index + 5, sentence.last)):
        if _is_phrase(parse, index, stop):
            yield tuple(range(index, stop))


def _is_phrase(parse: Parse, first: int, stop: int) -> bool:
    """*according to*, *judging from*; *as reported by*; *in the words of*."""
    tags = [token.tag for token in parse.tokens[first:stop]]
    opening, closing = parse.tokens[first].lower, parse.tokens[stop - 1].lower
    if tags[0] == "VBG":
        return len(tags) == 2 and closing in ("to", "by", "from")
    if opening == "as":
        return tags[1:-1] == ["VBN"] and closing == "by"
    noun = tags[-2] in ("NN", "NNS") and {*tags[1:-2]} <= {"DT", "JJ", "NN"}
    return noun and opening in _OPENING and closing in ("of", "from")


def _tried(parse: Parse, rules: RuleSet, kind: str, tokens: tuple[int, ...]) -> Occurrence | None:
    """The first frame that holds at the tokens with somebody who can speak, unless a rule has the
    words for it and has turned them down."""
    words = _words(parse, kind, tokens)
    for name in _FRAMES[kind]:
        if _is_known(rules, kind, words, name):
            continue
        entry = Entry("", name, kind, Word(words), "asserts", "asserts")
        cue = Cue(entry, tokens, rules.speakers)
        found = FRAMES[name].find(parse, cue)
        if not isinstance(found, Missing) and found.claim and _is_report(parse, cue, found):
            return _occurrence(parse, words, cue, found)
    return None


def _words(parse: Parse, kind: str, tokens: tuple[int, ...]) -> tuple[str, ...]:
    first, *rest = (parse.tokens[index] for index in tokens)
    if kind == "phrase":
        return tuple(parse.tokens[index].lower for index in tokens)
    return (first.lemma, *(word.lower for word in rest))


def _is_known(rules: RuleSet, kind: str, words: tuple[str, ...], frame: str) -> bool:
    entries = rules.index.get(words[0], ())
    return any(
        each.kind == kind and each.frame == frame and each.word.lemmas == words for each in entries
    )


def _is_report(parse: Parse, cue: Cue, found: Slots) -> bool:
    """Whether the construction is one that reports whatever the word: frames ask less of their own."""
    head = grammar.head_of(parse, found.source)
    speaks = head is not None and _speaks(parse, cue, head)
    if cue.entry.kind == "noun":
        names = cue.speakers.can_speak(parse, cue.head) or grammar.is_name(parse, cue.head)
        timed = grammar.tells_when_or_where(parse, cue.head)
        return (speaks or not found.source) and not names and not timed
    if cue.entry.frame == "passive":
        return _has_full_clause(parse, cue)
    if cue.entry.frame == "quotation":
        return speaks and _stands_beside(parse, cue, found)
    if cue.entry.frame == "speaker-verb-clause":
        return speaks and (_has_full_clause(parse, cue) or _is_bare(parse, cue, found))
    return speaks


def _speaks(parse: Parse, cue: Cue, noun: int) -> bool:
    """Whether a noun names somebody who can speak; *I* and *you* outside quotations are the writer's."""
    return parse.tokens[noun].lower not in _OWN_VOICE and cue.speakers.can_speak(parse, noun)


def _has_full_clause(parse: Parse, cue: Cue) -> bool:
    """Whether a clause with a subject of its own completes the verb."""
    clauses = (clause for token in cue.tokens for clause in grammar.clauses(parse, token))
    return any(
        grammar.own_subject(parse, clause) is not None
        and grammar.introduced_by(parse, clause) in _COMPLETING
        and parse.tokens[min(parse.subtree(clause))].tag != "WP$"
        for clause in clauses
    )


def _is_bare(parse: Parse, cue: Cue, found: Slots) -> bool:
    """Whether a verb set off by commas has nothing but its speaker: *Trade rose, the bank chirped*."""
    if grammar.is_participle(parse, cue.head):
        return False
    own = found.source | found.claim | grammar.verb_group(parse, cue.head)
    branch = parse.subtree(cue.head) - own - set(cue.tokens)
    around = [min(own - found.claim) - 1, max(own - found.claim) + 1]
    comma = any(parse.tokens[i].text == "," for i in around if 0 <= i < len(parse.tokens))
    return comma and all(parse.tokens[index].pos == "PUNCT" for index in branch)


def _stands_beside(parse: Parse, cue: Cue, found: Slots) -> bool:
    """Whether only the speaker stands between the verb and a quotation of more than a few words,
    which a comma or the like sets off."""
    first, last = min(found.claim), max(found.claim)
    between = range(cue.tokens[-1] + 1, first) if first > cue.head else range(last, cue.head)
    own = found.source | found.recipient | grammar.verb_group(parse, cue.head) | {last}
    near = all(index in own or parse.tokens[index].pos == "PUNCT" for index in between)
    set_off = any(parse.tokens[index].text in _SETTING_OFF for index in between)
    return near and set_off and len(found.claim) >= _LONG_QUOTATION


def _occurrence(parse: Parse, words: tuple[str, ...], cue: Cue, found: Slots) -> Occurrence:
    sentence = grammar.sentence_of(parse, cue.head)
    text = " ".join(parse.article.text[sentence.start : sentence.end].split())
    group = grammar.verb_group(parse, cue.head) if cue.entry.kind == "verb" else set()
    shown = (found.cue or frozenset(group | set(cue.tokens))) - found.claim
    parts = (
        parse.text(parse.spans(each)) for each in (found.source - shown, shown, found.claim - shown)
    )
    own = parse.spans(cue.tokens)
    example = Marked(text, *(" ".join(part.split()) for part in parts))
    return Occurrence(
        words, cue.entry.kind, cue.entry.frame, parse.article, (own[0][0], own[-1][1]), example
    )

"""Writing a rule from one sentence: the frame that fits is found by trying all of them.

A sentence comes with its source, cue and claim marked, as an example has them. The cue's words make
an entry for each class of words, which every frame of that class then tries on the sentence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from claimtrack import quotes, stance
from claimtrack.errors import ClaimtrackError, advise, error_line
from claimtrack.language import grammar
from claimtrack.language.parse import Parse
from claimtrack.match import attempts, match, winners
from claimtrack.records import POSITIONS, Attribution, Stance
from claimtrack.rules.frames import FRAMES
from claimtrack.rules.frames.model import Missing
from claimtrack.rules.model import Place, Rule, RuleSet, Word

PARTS = ("source", "cue", "claim")
_GAP = " … "
_NOWHERE = Place("", 1, 1)
_UNMEASURED = {"": 0.0}
_PLAIN = re.compile(r"[A-Za-z][A-Za-z ’'.-]*[A-Za-z.]|[A-Za-z]")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not read as it stands."""
_NO_TEXT = frozenset("y n yes no on off true false null".split())
_BY_CLASS: Mapping[str, Stance] = {
    "silence": "declines",
    "adjective": "alleges",
    "possessed": "believes",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and its parts; the pieces of a part are joined by " … ", a part may be empty."""

    text: str
    source: str
    cue: str
    claim: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule to be written. ``found`` is what it finds in its own sentence; ``winner`` the rule in
    force that is stronger there, or none."""

    id: str
    frames: tuple[str, ...]
    kind: str
    word: Word
    stance: Stance
    example: Marked
    found: Marked
    joins: tuple[str, ...] = ()
    winner: str | None = None

    @property
    def exact(self) -> bool:
        """Whether the rule finds its example as it is marked."""
        return self.example == self.found

    def doubts(self) -> Iterator[str]:
        """A line for each reason why the rule does not yet find its example."""
        if not self.exact:
            parts = ", ".join(f"{part} {getattr(self.found, part)!r}" for part in PARTS)
            yield error_line("CT251", f"{self.id} finds {parts} in its example, not what is marked")
        if self.winner is not None:
            yield error_line("CT263", f"in the example of {self.id}, {self.winner} wins")


def draft(
    parse: Parse,
    marked: Marked,
    rules: RuleSet,
    judged: Stance | None = None,
    id: str | None = None,
) -> Draft:
    """The rule whose frame finds most of what is marked; of equal ones, the more specific frame.

    Raises ClaimtrackError: CT242 for a part that is not in the sentence, CT255 where no frame holds.
    """
    for part in PARTS:
        _check(marked, part)
    trials = list(_trials(parse, marked, judged))
    fits = [(rule, found) for rule in trials for found in found_by(parse, rule, rules, marked.text)]
    if not fits:
        raise ClaimtrackError("CT255", advise("CT255", _why_none(parse, trials, rules)))
    rule, found = max(fits, key=lambda fit: _closeness(fit[1], marked, fit[0]))
    named = replace(rule, id=id or rule_id(rule.kind, rule.words[0].lemmas))
    word, judgement = named.words[0], named.stance or "asserts"
    winner = _winner(parse, named, rules)
    return Draft(
        named.id, named.frames, named.kind, word, judgement, marked, found, named.joins, winner
    )


def stance_of(name: str | None) -> Stance | None:
    """The stance of this name. Raises ClaimtrackError CT221 where there is none."""
    found = next((stance for stance in POSITIONS if stance == name), None)
    if name is not None and found is None:
        raise ClaimtrackError(
            "CT221", f"there is no stance {name}: there are {', '.join(POSITIONS)}"
        )
    return found


def written(drafts: Iterable[Draft]) -> str:
    """A rule file with these rules."""
    return "rules:\n" + "\n".join(
        "".join(f"  {line}\n" for line in rule_lines(one)) for one in drafts
    )


def rule_lines(one: Draft) -> Iterator[str]:
    """A rule as an item of ``rules:``, to be indented below it."""
    frames = [scalar(frame) for frame in one.frames]
    yield f"- id: {scalar(one.id)}"
    yield f"  frame: {frames[0] if len(frames) == 1 else '[' + ', '.join(frames) + ']'}"
    yield f"  words: {{{one.kind}: [{_word(one.word)}]}}"
    yield f"  stance: {one.stance}"
    if one.joins:
        yield f"  joins: [{', '.join(map(scalar, one.joins))}]"
    yield "  examples:"
    yield from _example(one)
    yield "  # A sentence that has the words and attributes nothing proves where the rule stops:"
    yield "  # counterexamples:"
    yield "  #   - {text: …, why: …}"


def _example(one: Draft) -> Iterator[str]:
    marked = one.example
    parts = [f"{part}: {scalar(getattr(marked, part))}" for part in PARTS]
    yield f"    - text: {scalar(marked.text)}"
    yield from (f"      {part}" for part in (*parts, f"stance: {one.stance}"))


def scalar(text: str) -> str:
    """Text as YAML reads it back, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return text
    return _UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def comment(text: str) -> str:
    """Text on one line of a YAML comment."""
    return _UNSAFE.sub(" ", " ".join(text.split()))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _word(word: Word) -> str:
    text = scalar(" ".join(word.lemmas))
    flags = [flag for flag in ("negation", "passive") if getattr(word, flag)]
    return f"{{word: {text}, {', '.join(f'{flag}: true' for flag in flags)}}}" if flags else text


# --- the cue's words ---------------------------------------------------------------------------


def entries(parse: Parse, cue: Sequence[int]) -> Iterator[tuple[str, Word]]:
    """For each class of words the entry that the cue's tokens make, where they make one."""
    words = [parse.tokens[index] for index in cue]
    if all(not any(c.isalnum() for c in word.text) for word in words):
        yield "label", Word((words[0].text,))
        return
    lowers = tuple(word.lower for word in words if any(c.isalnum() for c in word.text))
    head = _head(parse, cue)
    if head is not None:
        yield from _headed(parse, cue, head)
    noun = next((index for index in reversed(cue) if grammar.is_noun(parse, index)), None)
    if noun is not None:
        yield "noun", Word((parse.tokens[noun].lemma,))
    yield from ((kind, Word(lowers)) for kind in ("phrase", "possessed", "adverb"))


def _headed(parse: Parse, cue: Sequence[int], head: int) -> Iterator[tuple[str, Word]]:
    """Verbs, silences and adjectives: the head's lemma, then the words of the cue behind it."""
    behind = [parse.tokens[index] for index in cue if index > head]
    lemmas = (parse.tokens[head].lemma, *(word.lower for word in behind if word.pos != "PUNCT"))
    negated = any(index < head for index in grammar.negations_of_cue(parse, cue))
    if grammar.is_verb(parse, head):
        yield "verb", Word(lemmas)
    if grammar.is_passive(parse, head):
        yield "verb", Word(lemmas, passive=True)
    yield "silence", Word(lemmas, negation=negated)
    yield "adjective", Word((parse.tokens[head].lower, *lemmas[1:]))


def _head(parse: Parse, cue: Sequence[int]) -> int | None:
    """The first word of the cue that is neither an auxiliary nor negates or grades another."""
    left_out = {
        i
        for index in cue
        for i in grammar.auxiliaries(parse, index) + grammar.negations(parse, index)
    }
    left_out |= {i for index in cue for i in grammar.adverbs(parse, index) if i < index}
    heads = (i for i in cue if i not in left_out and not grammar.is_auxiliary(parse, i))
    return next((i for i in heads if any(c.isalnum() for c in parse.tokens[i].text)), None)


# --- trying ------------------------------------------------------------------------------------


def _check(marked: Marked, part: str) -> None:
    at, value = 0, getattr(marked, part)
    for piece in value.split(_GAP):
        at = marked.text.find(piece, at)
        if at < 0 or (part == "cue" and not value):
            told = f"the {part} {value!r} is not in the sentence"
            raise ClaimtrackError("CT242", advise("CT242", told))
        at += len(piece)


def _cues(parse: Parse, marked: Marked) -> Iterator[list[int]]:
    """The cue's tokens, for each place where its first piece stands."""
    first, *rest = marked.cue.split(_GAP)
    text = parse.article.text
    for place in re.finditer(re.escape(first), text):
        spans, at = [place.span()], place.end()
        for piece in rest:
            start = text.find(piece, at)
            at = start + len(piece)
            spans.append((start, at))
        if all(start >= 0 for start, _ in spans):
            yield parse.tokens_of(tuple(spans))


def _trials(parse: Parse, marked: Marked, judged: Stance | None) -> Iterator[Rule]:
    """A rule for each place of the cue, class of words, frame and set of joining prepositions."""
    seen = set()
    for cue in filter(None, _cues(parse, marked)):
        for (kind, word), frame in product(entries(parse, cue), FRAMES.values()):
            for joins in _joins(parse, cue) if kind in ("verb", "noun") else [()]:
                key = (frame.name, kind, word.lemmas, word.negation, word.passive, joins)
                silent = kind == "silence" and marked.claim and judged != "declines"
                if kind in frame.kinds and key not in seen and not silent:
                    seen.add(key)
                    by_class = _BY_CLASS.get(kind, "asserts")
                    yield bare_rule("", (frame.name,), kind, word, judged or by_class, joins)


def _joins(parse: Parse, cue: Sequence[int]) -> list[tuple[str, ...]]:
    """No prepositions, and those that stand at the cue's words."""
    found = [words for index in cue for words, _ in grammar.prepositional(parse, index)]
    own = {
        " ".join(grammar.words_of(parse, words)): None
        for words in found
        if not set(words) & set(cue)
    }
    return [(), *((each,) for each in own)]


def _alone(rule: Rule, rules: RuleSet) -> RuleSet:
    return RuleSet((rule,), {}, "", rules.speakers)


def _attributions(parse: Parse, rules: RuleSet) -> tuple[Attribution, ...]:
    found, _ = quotes.attribute(parse, stance.judge(parse, match(parse, rules)), _UNMEASURED)
    return found


def found_by(parse: Parse, rule: Rule, rules: RuleSet, text: str) -> list[Marked]:
    """What a rule finds in a text by itself; ``rules`` lend the words for who can speak."""
    found = [one for one in _attributions(parse, _alone(rule, rules)) if one.cue]
    parts = ((one.source.spans, one.cue, one.claim) for one in found)
    return [Marked(text, *map(parse.text, spans)) for spans in parts]


def _closeness(found: Marked, marked: Marked, rule: Rule) -> tuple[float, float, int, int]:
    """Sorts what rules find: by parts that are exact, by words in common, by the frame's rank."""
    pairs = [(getattr(found, part), getattr(marked, part)) for part in PARTS]
    exact = sum(mine == theirs for mine, theirs in pairs)
    shared = sum(_overlap(mine, theirs) for mine, theirs in pairs)
    return exact, shared, -len(rule.joins), -FRAMES[rule.frames[0]].rank


def _overlap(mine: str, theirs: str) -> float:
    words, others = set(mine.split()), set(theirs.split())
    return len(words & others) / len(words | others) if words | others else 1.0


def _winner(parse: Parse, rule: Rule, rules: RuleSet) -> str | None:
    """The rule in force that is stronger at the same words than this one, laid over them."""
    others = tuple(each for each in rules.rules if each.id != rule.id)
    everything = RuleSet((*others, rule), rules.lists, "", rules.speakers)
    tried = [a.outcome for a in attempts(parse, everything, range(len(parse.tokens)))]
    held = [each for each in tried if not isinstance(each, Missing)]
    kept = winners(parse, held)
    own = [each for each in held if each.entry.rule == rule.id]
    if not own or any(each in kept for each in own):
        return None
    words = {index for each in own for index in each.words}
    return next((each.entry.rule for each in kept if words & set(each.words)), None)


def _why_none(parse: Parse, trials: Sequence[Rule], rules: RuleSet) -> str:
    """What each frame missed, the first thing that it did."""
    told: dict[str, str] = {}
    for rule in trials:
        for attempt in attempts(parse, _alone(rule, rules), range(len(parse.tokens))):
            if isinstance(attempt.outcome, Missing):
                told.setdefault(rule.frames[0], attempt.outcome.what)
    missed = "; ".join(f"{frame} misses {what}" for frame, what in told.items())
    return f"no frame finds an attribution there ({missed or 'none takes these words'})"


def rule_id(kind: str, lemmas: Sequence[str]) -> str:
    """An id made of a rule's words, and of their class where they are no verbs."""
    words = re.sub(r"[^a-z0-9]+", "-", " ".join(lemmas).lower()).strip("-")
    return "own." + "-".join(filter(None, (words, kind if kind != "verb" or not words else "")))


def bare_rule(
    id: str,
    frames: tuple[str, ...],
    kind: str,
    word: Word,
    judged: Stance,
    joins: tuple[str, ...] = (),
) -> Rule:
    """A rule that stands in no file."""
    return Rule(id, frames, kind, (word,), _NOWHERE, judged, joins=joins)

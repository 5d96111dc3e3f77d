"""What a rule asks beyond its frame, and what is told where it does not get it.

Each condition is one function, which is asked only where the rule has it. Whether a source is named
is known when sources are gathered; ``name_unmet`` serves there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimtrack.language import grammar, inflection, leaning
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Missing, Slots
from claimtrack.rules.model import Conditions
from claimtrack.rules.speakers import ANY_KIND, KINDS

_OF_NOUNS = frozenset(
    {"speaker-verb-object", "speaker-verb-preposition", "passive", "naming", "silence"}
)
"""Frames whose claim is a noun as a rule; that of others is a clause, and nobody."""
_BODIES = frozenset(
    {"official", "expert", "witness", "participant", "news", "group", "person", "name"}
)
_EITHER = frozenset({"them", "these", "those"})
_MEASURES = frozenset(
    "bit batch bunch couple dozen handful host hundred kind list lot million number package pair piece plenty "
    "pound range round series set slew sort string thousand ton tonne type variety billion".split()
)

Check = Callable[[Parse, Cue, Slots], Missing | None]

_OWN = "here I, we or you say it now"
_POINTING = frozenset({"this", "that"})
_SPEECH = frozenset({"speaker-verb-clause", "quotation"})


def unmet(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    """The first condition that the cue and its slots do not meet; ``found.cue`` holds all of the
    cue's words."""
    asked = cue.entry.conditions
    if asked == Conditions():
        return None
    checks = (check for name, check in _CHECKS.items() if getattr(asked, name) not in (None, ()))
    return next(filter(None, (check(parse, cue, found) for check in checks)), None)


def name_unmet(wanted: bool, named: bool) -> Missing | None:
    """What ``source_named`` says of a source."""
    if wanted == named:
        return None
    if wanted:
        return Missing("a named source", "this one is not named")
    return Missing("a source without a name", "this one is named")


def _claim_begins(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.claim_begins
    first = grammar.first_word(parse, found.claim)
    if first in wanted:
        return None
    return Missing(f"a claim that begins with {_either(wanted)}", f"this one begins with {first}")


def _claim_is(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.claim_is
    if wanted in ("thing", "somebody"):
        return _claim_names(parse, cue, found)
    is_infinitive = grammar.has_infinitive(parse, cue.tokens, found.claim)
    if is_infinitive == (wanted == "infinitive"):
        return None
    if is_infinitive:
        return Missing("a clause as its claim", "this one is an infinitive")
    return Missing("an infinitive as its claim", "this one is a clause")


def _claim_names(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    """Whether the claim is a person or body, or a thing; *them* may be either, and a clause is a thing."""
    wanted = cue.entry.conditions.claim_is
    head = _own_noun(parse, cue, found.claim)
    if head is None or (cue.entry.frame not in _OF_NOUNS and wanted == "thing"):
        return None
    if parse.tokens[head].lower in _EITHER:
        return None
    kinds = cue.speakers.kinds(parse, head) if grammar.own_subject(parse, head) is None else ()
    if (0 < len(kinds) < len(KINDS) and not _BODIES.isdisjoint(kinds)) == (wanted == "somebody"):
        return None
    if wanted == "thing":
        return Missing("a thing as its claim", "this one is somebody")
    return Missing("somebody as its claim", "this one is a thing")


def _claim_head(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.claim_head
    head = _own_noun(parse, cue, found.claim)
    own = [] if head is None else [head, *grammar.conjuncts(parse, head)]
    if any(_ends_with(parse, noun, word.split()) for noun in own for word in wanted):
        return None
    told = "there is none" if head is None else f"this one's is {parse.tokens[head].lower}"
    return Missing("a claim whose own noun is one of the rule's", told)


def _claim_head_not(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    unwanted = cue.entry.conditions.claim_head_not
    head = _own_noun(parse, cue, found.claim)
    if head is None:
        return None
    held = next((word for word in unwanted if _ends_with(parse, head, word.split())), None)
    if held is None:
        return None
    return Missing("a claim whose own noun is none of the rule's", f"this one's is {held}")


def _claim_contains(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    return _without_any(parse, "claim", found.claim, cue.entry.conditions.claim_contains)


def _claim_lacks(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    return _with_one(parse, "claim", found.claim, cue.entry.conditions.claim_lacks)


def _source_contains(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    return _without_any(parse, "source", found.source, cue.entry.conditions.source_contains)


def _source_lacks(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    return _with_one(parse, "source", found.source, cue.entry.conditions.source_lacks)


def _without_any(
    parse: Parse, part: str, tokens: Iterable[int], wanted: Sequence[str]
) -> Missing | None:
    """What is told of a part that holds none of the wanted words or phrases."""
    if _held(parse, tokens, wanted) is not None:
        return None
    return Missing(f"a {part} that contains {_either(wanted)}", "this one does not")


def _with_one(
    parse: Parse, part: str, tokens: Iterable[int], unwanted: Sequence[str]
) -> Missing | None:
    """What is told of a part that holds one of the unwanted words or phrases."""
    held = _held(parse, tokens, unwanted)
    if held is None:
        return None
    return Missing(f"a {part} without {_either(unwanted)}", f"this one contains {held}")


def _source_kind(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.source_kind
    head = grammar.head_of(parse, found.source)
    if head is None and ANY_KIND in wanted:
        return None
    kinds = cue.speakers.kinds(parse, head) if head is not None else frozenset()
    if kinds & set(wanted) or (kinds and ANY_KIND in wanted):
        return None
    instead = f"this one is {_either(sorted(kinds))}" if kinds else "this one is of none"
    return Missing(f"a source of the kind {_either(wanted)}", instead)


def _tense(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.tense
    actual = inflection.tense(parse, cue.head, found.cue)
    if actual in wanted:
        return None
    instead = f"this one is in the {actual}" if actual else "this one tells no time"
    return Missing(f"a cue in the {_either(wanted)} tense", instead)


def _person(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.person
    actual = inflection.person(parse, found.source)
    if actual in wanted:
        return None
    instead = f"this one is in the {actual}" if actual else "there is none"
    return Missing(f"a source in the {_either(wanted)} person", instead)


def _own_voice(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.own_voice
    own = _is_own_voice(parse, cue, found)
    if own == wanted:
        return None
    if own:
        return Missing("a source that is told of", _OWN)
    return Missing("I, we or you that say it now", "this is told of somebody, or of the past")


def _is_own_voice(parse: Parse, cue: Cue, found: Slots) -> bool:
    """*I suggest a walk*, *you may find it closed*, *our hope is that …*; not *I said so in May*, nor speech
    that is quoted: *“Go home,” I say*."""
    if _is_pointed_at(parse, found) or grammar.is_imperative(parse, cue.head):
        return True
    person = inflection.person(parse, found.source)
    past = inflection.tense(parse, cue.head, found.cue) == "past"
    if person not in ("first", "second") or past:
        return False
    speech = person == "first" and cue.entry.frame in _SPEECH and parse.quoted[cue.head] < 0
    return not (speech and all(parse.quoted[i] >= 0 for i in found.claim))


def _is_pointed_at(parse: Parse, found: Slots) -> bool:
    """*This shows that the lock is old*: what the writer has just told, and nobody who says anything."""
    head = grammar.head_of(parse, found.source)
    if head is None or len(found.source) > 1:
        return False
    return parse.tokens[head].lower in _POINTING and parse.tokens[head].tag == "DT"


def _not_before(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    unwanted = cue.entry.conditions.not_before
    last = max({*cue.tokens, *found.cue})
    follows = next((w for w in unwanted if _stands_at(parse, last + 1, w.split())), None)
    if follows is None:
        return None
    return Missing(f"a cue that is not followed by {_either(unwanted)}", f"{follows} follows")


def _not_behind(parse: Parse, cue: Cue, found: Slots) -> Missing | None:  # noqa: ARG001
    unwanted = cue.entry.conditions.not_behind
    stands = next((w for w in unwanted if _is_right_behind(parse, cue.tokens[0], w.split())), None)
    if stands is None:
        return None
    return Missing(f"a cue that does not follow {_either(unwanted)}", f"{stands} stands before it")


def _is_right_behind(parse: Parse, index: int, words: Sequence[str]) -> bool:
    """A *voice* call, where the word is no verb: may *voice* complaints."""
    before = parse.tokens[max(0, index - len(words)) : index]
    same = [token.lower for token in before] == [word.lower() for word in words]
    return same and not grammar.is_verb(parse, index - 1)


def _in_quotes(parse: Parse, cue: Cue, found: Slots) -> Missing | None:  # noqa: ARG001
    quoted = parse.quoted[cue.head] >= 0
    if quoted == cue.entry.conditions.in_quotes:
        return None
    if quoted:
        return Missing("a cue outside of quotations", "this one is quoted")
    return Missing("a cue within a quotation", "this one is not quoted")


def _section(parse: Parse, cue: Cue, found: Slots) -> Missing | None:  # noqa: ARG001
    wanted = cue.entry.conditions.section
    at = parse.tokens[cue.head].start
    blocks = (block.kind for block in parse.article.blocks if block.start <= at < block.end)
    actual = "headline" if "headline" in blocks else "body"
    return None if actual == wanted else Missing(f"a cue in the {wanted}", f"this is the {actual}")


def _likely(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    if not cue.entry.conditions.likely:
        return None
    chance = leaning.chance(parse, found.cue, found.source, found.claim)
    if chance is None or chance >= leaning.LEAST:
        return None
    instead = f"the model gives these a chance of {chance:.3f}, less than {leaning.LEAST}"
    return Missing("words that are likely to attribute here", instead)


_CHECKS: dict[str, Check] = {
    "source_contains": _source_contains,
    "source_lacks": _source_lacks,
    "source_kind": _source_kind,
    "person": _person,
    "tense": _tense,
    "own_voice": _own_voice,
    "claim_begins": _claim_begins,
    "claim_is": _claim_is,
    "claim_head": _claim_head,
    "claim_head_not": _claim_head_not,
    "claim_contains": _claim_contains,
    "claim_lacks": _claim_lacks,
    "not_before": _not_before,
    "not_behind": _not_behind,
    "in_quotes": _in_quotes,
    "section": _section,
    "likely": _likely,
}


def _held(parse: Parse, tokens: Iterable[int], phrases: Sequence[str]) -> str | None:
    """The first of some words or phrases that stands among tokens."""
    own = set(tokens)
    for phrase in phrases:
        words = phrase.split()
        if any(
            own.issuperset(range(i, i + len(words))) and _stands_at(parse, i, words) for i in own
        ):
            return phrase
    return None


def _own_noun(parse: Parse, cue: Cue, claim: Iterable[int]) -> int | None:
    """The noun that a claim is about; of *a series of concessions*, *two tonnes of grain* what there is so much of."""
    own = set(claim)
    taken = [o for token in cue.tokens for o in grammar.objects(parse, token)]
    told = [grammar.own_subject(parse, cue.head)] if cue.entry.frame == "passive" else taken
    head = next((t for t in told if t in own), None)
    head = grammar.head_of(parse, own) if head is None else head
    if head is None or parse.tokens[head].lemma not in _MEASURES:
        return head
    parts = grammar.prepositional(parse, head)
    return next((n for of, n in parts if grammar.words_of(parse, of) == ("of",)), head)


def _ends_with(parse: Parse, noun: int, words: Sequence[str]) -> bool:
    """Whether words end at a noun: *free kick*."""
    first = noun + 1 - len(words)
    return first >= 0 and _stands_at(parse, first, words)


def _stands_at(parse: Parse, index: int, words: Sequence[str]) -> bool:
    """Whether words begin at a token, each as its lemma or as it is written."""
    tokens = parse.tokens[index : index + len(words)]
    return len(tokens) == len(words) and all(
        word.lower() in (token.lemma.lower(), token.lower)
        for word, token in zip(words, tokens, strict=True)
    )


def _either(names: Sequence[str]) -> str:
    return " or ".join(names)

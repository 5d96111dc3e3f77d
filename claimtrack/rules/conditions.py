"""What a rule asks beyond its frame, and what is told where it does not get it.

Each condition is one function, which is asked only where the rule has it. Whether a source is named
is known when sources are gathered; ``name_unmet`` serves there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from claimtrack.language import grammar, inflection
from claimtrack.language.parse import Parse
from claimtrack.rules.frames.model import Cue, Missing, Slots
from claimtrack.rules.model import Conditions
from claimtrack.rules.speakers import ANY_KIND

Check = Callable[[Parse, Cue, Slots], Missing | None]


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
    is_infinitive = grammar.has_infinitive(parse, cue.tokens, found.claim)
    if is_infinitive == (cue.entry.conditions.claim_is == "infinitive"):
        return None
    if is_infinitive:
        return Missing("a clause as its claim", "this one is an infinitive")
    return Missing("an infinitive as its claim", "this one is a clause")


def _claim_contains(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.claim_contains
    if _held(parse, found.claim, wanted) is not None:
        return None
    return Missing(f"a claim that contains {_either(wanted)}", "this one does not")


def _claim_lacks(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    unwanted = cue.entry.conditions.claim_lacks
    held = _held(parse, found.claim, unwanted)
    if held is None:
        return None
    return Missing(f"a claim without {_either(unwanted)}", f"this one contains {held}")


def _source_contains(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    wanted = cue.entry.conditions.source_contains
    if _held(parse, found.source, wanted) is not None:
        return None
    return Missing(f"a source that contains {_either(wanted)}", "this one does not")


def _source_lacks(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    unwanted = cue.entry.conditions.source_lacks
    held = _held(parse, found.source, unwanted)
    if held is None:
        return None
    return Missing(f"a source without {_either(unwanted)}", f"this one contains {held}")


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


def _not_before(parse: Parse, cue: Cue, found: Slots) -> Missing | None:
    unwanted = cue.entry.conditions.not_before
    last = max({*cue.tokens, *found.cue})
    follows = next((w for w in unwanted if _stands_at(parse, last + 1, w.split())), None)
    if follows is None:
        return None
    return Missing(f"a cue that is not followed by {_either(unwanted)}", f"{follows} follows")


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


_CHECKS: dict[str, Check] = {
    "source_contains": _source_contains,
    "source_lacks": _source_lacks,
    "source_kind": _source_kind,
    "person": _person,
    "tense": _tense,
    "claim_begins": _claim_begins,
    "claim_is": _claim_is,
    "claim_contains": _claim_contains,
    "claim_lacks": _claim_lacks,
    "not_before": _not_before,
    "in_quotes": _in_quotes,
    "section": _section,
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


def _stands_at(parse: Parse, index: int, words: Sequence[str]) -> bool:
    """Whether words begin at a token, each as its lemma or as it is written."""
    tokens = parse.tokens[index : index + len(words)]
    return len(tokens) == len(words) and all(
        word.lower() in (token.lemma.lower(), token.lower)
        for word, token in zip(words, tokens, strict=True)
    )


def _either(names: Sequence[str]) -> str:
    return " or ".join(names)

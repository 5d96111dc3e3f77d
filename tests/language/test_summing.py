"""Nouns that sum up what a sentence told, by word order alone."""

from __future__ import annotations

import pytest

from claimtrack.language.parse import Parse
from claimtrack.language.summing import begins, summing_up, thing_before
from tests.handmade import parse_of

LEAKS = "Dams/dam|NOUN:NNS|nsubj|2 leak|VERB:VBP|root|0 ,|PUNCT|punct|5 a|DET|det|5 {} {}"
DENIES = LEAKS.format(
    "claim|NOUN|dep|2", "the|DET|det|7 firm|NOUN|nsubj|8 denies/deny|VERB:VBZ|acl:relcl|5"
)
DENIED_BY = LEAKS.format(
    "claim|NOUN|dep|2", "denied/deny|VERB:VBN|acl|5 by|ADP|case|9 the|DET|det|9 firm|NOUN|obl|6"
)
SAID = LEAKS.format("report|NOUN|nsubj|6", "said/say|VERB:VBD|parataxis|2")
THRILLED = LEAKS.format(
    "claim|NOUN|dep|2", "that|PRON:WDT|nsubj|7 thrilled/thrill|VERB:VBD|acl:relcl|5 us|PRON|obj|7"
)
PROBLEM = LEAKS.format(
    "problem|NOUN|dep|2", "the|DET|det|7 firm|NOUN|nsubj|8 denies/deny|VERB:VBZ|acl:relcl|5"
)
AT_ODDS = LEAKS.format(
    "claim|NOUN|dep|2", "at|ADP|case|7 odds|NOUN|nmod|5 with|ADP|case|9 logs|NOUN|nmod|7"
)
BROKEN_OFF = LEAKS.format("theory|NOUN|dep|2", "at|ADP|dep|5")


def words(parse: Parse, tokens: frozenset[int]) -> str:
    return " ".join(parse.tokens[i].text for i in sorted(tokens))


def test_a_claim_somebody_denies_has_a_thing_and_a_speaker() -> None:
    parse = parse_of(DENIES)
    found = summing_up(parse, 7)
    assert found is not None
    assert (words(parse, found.thing), words(parse, found.speaker)) == ("a claim", "the firm")


def test_a_claim_denied_by_somebody_has_no_speaker_before_it() -> None:
    parse = parse_of(DENIED_BY)
    found = summing_up(parse, 5)
    assert found is not None
    assert (words(parse, found.thing), found.speaker) == ("a claim", frozenset())


@pytest.mark.parametrize(("sentence", "verb"), [(SAID, 5), (THRILLED, 6), (PROBLEM, 7)])
def test_who_speaks_or_acts_sums_nothing_up(sentence: str, verb: int) -> None:
    assert summing_up(parse_of(sentence), verb) is None


def test_the_claim_ends_at_the_comma_before_the_summing_up() -> None:
    assert begins(parse_of(DENIES), range(8), told=True) == 2
    assert begins(parse_of(SAID), range(6), told=True) is None


def test_a_text_may_end_in_the_midst_of_a_summing_up() -> None:
    assert begins(parse_of(BROKEN_OFF), range(6), told=True) is None


def test_a_thing_may_stand_right_before_a_phrase() -> None:
    parse = parse_of(AT_ODDS)
    assert words(parse, thing_before(parse, 5)) == "a claim"
    assert thing_before(parse, 7) == frozenset()

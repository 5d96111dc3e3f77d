"""Status and contested sentences on hand-built parses."""

from __future__ import annotations

import pytest

from claimtrack import disputes, sentences
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, ContestReason, Dispute, Sentence
from tests.handmade import RULES, parse_of, said

ROAD = "The|DET|det|2 road|NOUN|nsubj:pass|4 is/be|AUX:VBZ|aux:pass|4 closed/close|VERB:VBN|root|0 .|PUNCT|punct|4"
BANK = "Trade|NOUN|nsubj|2 rose/rise|VERB|ccomp|6 ,|PUNCT|punct|2 the|DET|det|5 bank|NOUN|nsubj|6 said/say|VERB|root|0 .|PUNCT|punct|6"
CALL = "Call|VERB:VB|root|0 us/we|PRON|obj|1 before|ADP|case|4 noon|NOUN|obl|1 .|PUNCT|punct|1"
WE_THINK = "We|PRON|nsubj|2 think|VERB:VBP|root|0 the|DET|det|4 plan|NOUN|nsubj|6 is/be|AUX:VBZ|cop|6 bad|ADJ|ccomp|2 .|PUNCT|punct|2"
SHOULD = "The|DET|det|2 city|NOUN|nsubj|4 should|AUX:MD|aux|4 pay|VERB:VB|root|0 .|PUNCT|punct|4"
WORK = "Did/do|AUX|aux|3 it|PRON|nsubj|3 work|VERB:VB|root|0 ?|PUNCT|punct|3"
PLAN = "A|DET|det|2 plan|NOUN|root|0 without|ADP|case|4 money|NOUN|nmod|2 .|PUNCT|punct|2"
SHAME = "It|PRON|nsubj|4 was/be|AUX|cop|4 a|DET|det|4 shame|NOUN|root|0 .|PUNCT|punct|4"
SHOULD_AND_DIED = "The|DET|det|2 city|NOUN|nsubj|4 should|AUX:MD|aux|4 pay|VERB:VB|root|0 and|CCONJ|cc|7 people|NOUN:NNS|nsubj|7 died/die|VERB|conj|4 .|PUNCT|punct|4"
THANKS = "Thank|VERB:VBP|root|0 you|PRON|obj|1 .|PUNCT|punct|1"
FEARS = "Fears/fear|NOUN:NNS|nsubj|4 of|ADP|case|3 rain|NOUN|nmod|1 grew/grow|VERB|root|0 .|PUNCT|punct|4"
FEARS_THAT = "Fears/fear|NOUN:NNS|nsubj|5 that|SCONJ|mark|4 dams/dam|NOUN:NNS|nsubj|4 broke/break|VERB|acl|1 grew/grow|VERB|root|0 .|PUNCT|punct|5"
LABEL = "Q|NOUN|root|0 :|PUNCT|punct|1 Nineteen|NUM|nummod|4 goals/goal|NOUN:NNS|appos|1 .|PUNCT|punct|1"
ALLEGED = (
    "Alleged|ADJ|amod|2 fraud|NOUN|nsubj|3 cost|VERB|root|0 jobs/job|NOUN:NNS|obj|3 .|PUNCT|punct|3"
)
DENIED = "The|DET|det|2 bank|NOUN|nsubj|3 denied/deny|VERB|root|0 fraud|NOUN|obj|3 .|PUNCT|punct|3"

YOU_CAN = "You|PRON|nsubj|3 can|AUX:MD|aux|3 read|VERB:VB|root|0 more|ADJ|obj|3 .|PUNCT|punct|3"
YOU_SAW = "You|PRON|nsubj|2 saw/see|VERB|root|0 snow|NOUN|obj|2 .|PUNCT|punct|2"
I_WILL = "I|PRON|nsubj|3 will|AUX:MD|aux|3 miss|VERB:VB|root|0 it|PRON|obj|3 .|PUNCT|punct|3"

IN_MY_VIEW = "In|ADP|case|3 my|PRON|nmod:poss|3 view|NOUN|obl|7 ,|PUNCT|punct|3 roads/road|NOUN:NNS|nsubj|7 were/be|AUX:VBD|aux:pass|7 closed/close|VERB:VBN|root|0 .|PUNCT|punct|7"


def status(sentence: str, *attributions: Attribution, parse: Parse | None = None) -> str:
    return sentences.judge(parse or parse_of(sentence), attributions, (), RULES)[0].status


@pytest.mark.parametrize("sentence", [ROAD, SHOULD_AND_DIED, YOU_SAW])
def test_facts_in_the_writers_voice_are_unattributed(sentence: str) -> None:
    assert status(sentence) == "unattributed"


@pytest.mark.parametrize(
    "sentence", [CALL, WE_THINK, SHOULD, WORK, PLAN, SHAME, THANKS, YOU_CAN, I_WILL, IN_MY_VIEW]
)
def test_what_cannot_be_checked_claims_nothing(sentence: str) -> None:
    assert status(sentence) == "no_claim"


def test_a_sentence_with_an_attribution_is_attributed_and_lists_it() -> None:
    parse = parse_of(ROAD, BANK)
    found = sentences.judge(
        parse, [said(parse, "a1", 1, "the bank | said | Trade rose")], (), RULES
    )
    assert found == (
        Sentence(0, 0, 19, "unattributed"),
        Sentence(1, 20, 46, "attributed", ("a1",)),
    )


def test_a_silence_attributes() -> None:
    parse = parse_of(BANK)
    assert status(BANK, said(parse, "a1", 0, "the bank | said |", "declines")) == "attributed"


def test_what_would_be_said_attributes_nothing() -> None:
    parse = parse_of(BANK)
    would = said(parse, "a1", 0, "the bank | said | Trade rose", hypothetical=True)
    assert status(BANK, would) == "unattributed"


def test_a_noun_cue_attributes_only_with_a_clause() -> None:
    parse, clause = parse_of(FEARS), parse_of(FEARS_THAT)
    noun = said(parse, "a1", 0, "| Fears | of rain", "believes", frame="noun-clause")
    that = said(clause, "a1", 0, "| Fears | dams broke", "believes", frame="noun-clause")
    assert status(FEARS, noun) == "unattributed"
    assert status(FEARS_THAT, that) == "attributed"


def test_an_adjective_attributes_no_sentence() -> None:
    parse = parse_of(ALLEGED)
    assert (
        status(ALLEGED, said(parse, "a1", 0, "| Alleged | fraud", frame="adjective"))
        == "unattributed"
    )


def test_a_labelled_question_claims_nothing() -> None:
    parse = parse_of(LABEL)
    asked = said(parse, "a1", 0, "Q | : | Nineteen goals", "asks", frame="label")
    assert status(LABEL, asked) == "no_claim"


def test_both_ends_of_a_dispute_are_contested_with_a_pointer() -> None:
    parse = parse_of(ALLEGED, DENIED)
    claim = said(parse, "a1", 0, "| Alleged | fraud", "alleges", frame="adjective")
    denial = said(parse, "a2", 1, "The bank | denied | fraud", "denies")
    dispute = Dispute("d1", "a2", "a1", 0, "restatement", ())
    found = sentences.judge(parse, [claim, denial], [dispute], RULES)
    assert found[0].reasons == (ContestReason("denied", "d1"), ContestReason("alleged", "d1"))
    assert found[1].reasons == (ContestReason("denied", "d1"),)
    assert [a.contested for a in sentences.contested([claim, denial], [dispute])] == [True, True]


def test_a_denial_of_nothing_told_is_contested_without_a_dispute() -> None:
    parse = parse_of(DENIED)
    denial = said(parse, "a1", 0, "The bank | denied | fraud", "denies")
    assert disputes.link(parse, (denial,), (), RULES) == ()
    found = sentences.judge(parse, [denial], (), RULES)
    assert found[0].reasons == (ContestReason("denied", None),)
    assert found[0].contested


def test_a_doubt_is_told_apart_from_a_denial() -> None:
    parse = parse_of(ROAD, DENIED)
    doubt = said(parse, "a1", 1, "The bank | denied | fraud", "doubts")
    dispute = Dispute("d1", "a1", None, 0, "anaphora", ())
    found = sentences.judge(parse, [doubt], [dispute], RULES)
    assert found[0].reasons == (ContestReason("doubted", "d1"),)
    assert not sentences.contested([doubt], [])[0].contested

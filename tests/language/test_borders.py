"""What stands in another sentence, or at the other end of the text, is no neighbour."""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.withholding import withheld_by
from tests.handmade import parse_of

PERSISTS = "Heavy|ADJ|amod|2 rain|NOUN|nsubj|3 persists/persist|VERB:VBZ|root|0 ,|PUNCT|punct|3"
DENYING = "denying|VERB:VBG|root|0 it|PRON|obj|1"
ANALYSTS = "Ties|NOUN:NNS|root|0 but|CCONJ|cc|3 analysts|NOUN:NNS|conj|1"
BELIEVE = "believe|VERB:VBP|root|0 it|PRON|obj|1"
YET = "Yet|ADV|advmod|3 to|PART:TO|mark|3 confirm|VERB:VB|root|0 it|PRON|obj|3"
IT_IS = "so|ADV|advmod|2 is/be|AUX:VBZ|root|0"


def test_a_participle_at_the_start_is_not_set_off_by_a_comma_elsewhere() -> None:
    assert not grammar.is_free_participle(parse_of(PERSISTS, DENYING), 4)
    assert not grammar.is_free_participle(parse_of(DENYING, PERSISTS), 0)


def test_a_verb_takes_no_subject_from_the_line_before() -> None:
    assert grammar.subject(parse_of(ANALYSTS, BELIEVE), 3) is None


def test_nothing_withholds_a_verb_from_another_sentence() -> None:
    assert withheld_by(parse_of(YET, IT_IS), 2) == frozenset()
    assert withheld_by(parse_of(IT_IS, YET), 4) == frozenset()


def test_a_helping_verb_withholds_one_in_its_own_sentence() -> None:
    parse = parse_of(
        "It|PRON|nsubj|2 has/have|VERB:VBZ|root|0 yet|ADV|advmod|2 to|PART:TO|mark|5 confirm|VERB:VB|xcomp|2"
    )
    assert withheld_by(parse, 4) == {1, 2, 3}

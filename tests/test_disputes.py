"""Disputes on hand-built parses: what a denial leads to, and what it must not lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claimtrack import disputes
from claimtrack.disputes.meant import mentions
from claimtrack.disputes.scene import scene_of
from claimtrack.language.parse import Parse
from claimtrack.records import Attribution, Source, SourceRef, Stance
from tests.handmade import RULES, parse_of, said, span

ACCUSED = "The|DET|det|2 council|NOUN|nsubj|3 accused/accuse|VERB|root|0 Brightwater|PROPN|obj|3 of|SCONJ|mark|6 dumping/dump|VERB:VBG|advcl|3 waste|NOUN|obj|6 in|ADP|case|10 the|DET|det|10 canal|NOUN|obl|6 .|PUNCT|punct|3"
RAIN = "It|PRON|nsubj|2 rained/rain|VERB|root|0 for|ADP|case|5 three|NUM|nummod|5 days/day|NOUN:NNS|obl|2 .|PUNCT|punct|2"
DISMISSED = "Brightwater|PROPN|nsubj|2 dismissed/dismiss|VERB|root|0 the|DET|det|4 accusation|NOUN|obj|2 .|PUNCT|punct|2"
DENIED_IT = "Brightwater|PROPN|nsubj|2 denied/deny|VERB|root|0 it|PRON|obj|2 .|PUNCT|punct|2"
ALLEGED = "Relations/relation|NOUN:NNS|nsubj|2 cooled/cool|VERB|root|0 over|ADP|case|6 the|DET|det|6 alleged|VERB:VBN|amod|6 support|NOUN|obl|2 of|ADP|case|8 Norland|PROPN|nmod|6 for|ADP|case|11 the|DET|det|11 rebels/rebel|NOUN:NNS|nmod|6 .|PUNCT|punct|2"
DENIES_SUPPORT = "Norland|PROPN|nsubj|2 denies/deny|VERB:VBZ|root|0 this|DET|det|4 support|NOUN|obj|2 .|PUNCT|punct|2"
SOLD = "The|DET|det|2 mayor|NOUN|nsubj|3 sold/sell|VERB|root|0 the|DET|det|5 harbour|NOUN|obj|3 .|PUNCT|punct|3"
DISPUTES_THIS = "Her/her|PRON:PRP$|nmod:poss|2 office|NOUN|nsubj|3 disputes/dispute|VERB:VBZ|root|0 this|PRON:DT|obj|3 .|PUNCT|punct|3"
PAID = "Auditors/auditor|NOUN:NNS|nsubj|2 said/say|VERB|root|0 the|DET|det|4 firm|NOUN|nsubj|5 paid/pay|VERB|ccomp|2 bribes/bribe|NOUN:NNS|obj|5 to|ADP|case|8 officials/official|NOUN:NNS|obl|5 .|PUNCT|punct|2"
NOT_PAID = "The|DET|det|2 firm|NOUN|nsubj|3 denied/deny|VERB|root|0 that|SCONJ|mark|7 it|PRON|nsubj|7 had/have|AUX|aux|7 paid/pay|VERB:VBN|ccomp|3 bribes/bribe|NOUN:NNS|obj|7 .|PUNCT|punct|3"
OFFER = "The|DET|det|2 owner|NOUN|nsubj|3 said/say|VERB|root|0 he|PRON|nsubj|5 made/make|VERB|ccomp|3 a|DET|det|8 fair|ADJ|amod|8 offer|NOUN|obj|5 .|PUNCT|punct|3"
REJECTED = "The|DET|det|2 union|NOUN|nsubj|3 rejected/reject|VERB|root|0 the|DET|det|5 offer|NOUN|obj|3 .|PUNCT|punct|3"
FAILED = "A|DET|det|2 rival|NOUN|nsubj|3 said/say|VERB|root|0 the|DET|det|5 trial|NOUN|nsubj|7 had/have|AUX|aux|7 failed/fail|VERB:VBN|ccomp|3 .|PUNCT|punct|3"
UNTRUE = "The|DET|det|2 firm|NOUN|nsubj|3 said/say|VERB|root|0 that|SCONJ|mark|7 this|PRON:DT|nsubj|7 was/be|AUX|cop|7 untrue|ADJ|ccomp|3 .|PUNCT|punct|3"
IT_HAD_NOT = "It|PRON|nsubj|2 had/have|VERB|ccomp|7 not|PART|advmod|2 ,|PUNCT|punct|2 the|DET|det|6 firm|NOUN|nsubj|7 said/say|VERB|root|0 .|PUNCT|punct|7"
SIGNED = "Auditors/auditor|NOUN:NNS|nsubj|2 said/say|VERB|root|0 the|DET|det|4 minister|NOUN|nsubj|5 signed/sign|VERB|ccomp|2 a|DET|det|8 secret|ADJ|amod|8 deal|NOUN|obj|5 .|PUNCT|punct|2"
NEVER_SIGNED = "The|DET|det|2 minister|NOUN|nsubj|3 said/say|VERB|root|0 no|DET|det|5 deal|NOUN|nsubj:pass|8 was/be|AUX|aux:pass|8 ever|ADV|advmod|8 signed/sign|VERB:VBN|ccomp|3 .|PUNCT|punct|3"
SIGNED_IN_JUNE = "The|DET|det|2 minister|NOUN|nsubj|3 said/say|VERB|root|0 she|PRON|nsubj|5 signed/sign|VERB|ccomp|3 the|DET|det|7 deal|NOUN|obj|5 in|ADP|case|9 June|PROPN|obl|5 .|PUNCT|punct|3"
REPORTS = "The|DET|det|2 envoy|NOUN|nsubj|4 has/have|AUX:VBZ|aux|4 dismissed/dismiss|VERB:VBN|root|0 the|DET|det|6 reports/report|NOUN:NNS|obj|4 that|SCONJ|mark|10 talks/talk|NOUN:NNS|nsubj|10 had/have|AUX|aux|10 failed/fail|VERB:VBN|acl|6 .|PUNCT|punct|4"
RAN_OUT = "A|DET|det|2 nurse|NOUN|nsubj|3 said/say|VERB|root|0 doses/dose|NOUN:NNS|nsubj|5 ran/run|VERB|ccomp|3 out|ADP:RP|compound:prt|5 twice|ADV|advmod|5 .|PUNCT|punct|3"
SHORTAGE = "The|DET|det|2 county|NOUN|nsubj|3 denied/deny|VERB|root|0 any|DET|det|5 shortage|NOUN|obj|3 .|PUNCT|punct|3"
ROSE = "Prices/price|NOUN:NNS|nsubj|2 rose/rise|VERB|ccomp|8 in|ADP|case|4 May|PROPN|obl|2 ,|PUNCT|punct|2 the|DET|det|7 bank|NOUN|nsubj|8 said/say|VERB|root|0 .|PUNCT|punct|8"
FELL = "Traders/trader|NOUN:NNS|nsubj|2 said/say|VERB|root|0 prices/price|NOUN:NNS|nsubj|4 fell/fall|VERB|ccomp|2 in|ADP|case|6 May|PROPN|obl|4 .|PUNCT|punct|2"
FELL_IN_JUNE = FELL.replace("May", "June")
LOST = "The|DET|det|2 broker|NOUN|nsubj|3 claimed/claim|VERB|root|0 the|DET|det|5 bank|NOUN|nsubj|7 had/have|AUX|aux|7 lost/lose|VERB:VBN|ccomp|3 money|NOUN|obj|7 .|PUNCT|punct|3"
A_LIE = "The|DET|det|2 bank|NOUN|nsubj|3 called/call|VERB|root|0 the|DET|det|5 claim|NOUN|obj|3 a|DET|det|7 lie|NOUN|xcomp|3 .|PUNCT|punct|3"
THEFT = "Police|NOUN:NNS|nsubj|2 accused/accuse|VERB|root|0 the|DET|det|4 clerk|NOUN|obj|2 of|ADP|case|6 theft|NOUN|obl|2 .|PUNCT|punct|2"
NOTHING_WRONG = "The|DET|det|2 clerk|NOUN|nsubj|3 said/say|VERB|root|0 she|PRON|nsubj|5 did/do|VERB|ccomp|3 nothing|PRON:NN|obj|5 wrong|ADJ|amod|6 .|PUNCT|punct|3"
MINISTRY = "The|DET|det|2 ministry|NOUN|nsubj|3 said/say|VERB|root|0 that|SCONJ|mark|7 Brightwater|PROPN|nsubj|7 had/have|AUX|aux|7 denied/deny|VERB:VBN|ccomp|3 the|DET|det|9 allegation|NOUN|obj|7 .|PUNCT|punct|3"
NO_DOUBT = "Analysts/analyst|NOUN:NNS|nsubj|2 doubt|VERB:VBP|root|0 the|DET|det|4 bank|NOUN|nsubj|6 will|AUX:MD|aux|6 pay|VERB:VB|ccomp|2 .|PUNCT|punct|2"
BAIL = "The|DET|det|2 court|NOUN|nsubj|3 denied/deny|VERB|root|0 the|DET|det|5 request|NOUN|obj|3 .|PUNCT|punct|3"
NOT_WHAT = "That|PRON:DT|nsubj|4 is/be|AUX:VBZ|cop|4 not|PART|advmod|4 what|PRON:WP|ccomp|8 happened/happen|VERB|acl:relcl|4 ,|PUNCT|punct|4 she|PRON|nsubj|8 said/say|VERB|root|0 .|PUNCT|punct|8"
WE_DO_NOT = "We|PRON|nsubj|4 do|AUX:VBP|aux|4 not|PART|advmod|4 touch|VERB:VB|ccomp|9 the|DET|det|6 canal|NOUN|obj|4 ,|PUNCT|punct|4 Nowak|PROPN|nsubj|9 said/say|VERB|root|0 .|PUNCT|punct|9"
PLEADED = "Both|DET|det|2 men/man|NOUN:NNS|nsubj|3 pleaded/plead|VERB|root|0 not|PART|advmod|5 guilty|ADJ|xcomp|3 .|PUNCT|punct|3"
DISPUTED_IDEA = "Traders/trader|NOUN:NNS|nsubj|2 disputed/dispute|VERB|root|0 the|DET|det|4 idea|NOUN|obj|2 .|PUNCT|punct|2"
THOUGH = "The|DET|det|2 islands/island|NOUN:NNS|nsubj|3 belong|VERB:VBP|root|0 to|ADP|case|5 Norland|PROPN|obl|3 ,|PUNCT|punct|3 though|SCONJ|mark|9 Sudland|PROPN|nsubj|9 disputes/dispute|VERB:VBZ|advcl|3 this|PRON:DT|obj|9 .|PUNCT|punct|3"
EVERYTHING = "It|PRON|nsubj|2 refutes/refute|VERB:VBZ|root|0 everything|PRON:NN|obj|2 we|PRON|nsubj|5 did/do|VERB|acl:relcl|3 .|PUNCT|punct|2"
SHARES = [
    f"{share}|NUM|nummod|2 voters/voter|NOUN:NNS|nsubj|3 said/say|VERB|root|0 taxes/tax|NOUN:NNS|nsubj|{5 + extra} {words} work|VERB|ccomp|3 .|PUNCT|punct|3"
    for share, extra, words in (
        ("Sixty", 0, ""),
        ("Forty", 2, "do|AUX:VBP|aux|7 not|PART|advmod|7"),
    )
]

Link = tuple[str, str | None, int, str, list[str]]


def linked(parse: Parse, *attributions: Attribution) -> list[Link]:
    """Disputes as (denial, claim, sentence, link, evidence words)."""
    found = disputes.link(parse, attributions, _sources(attributions), RULES)
    return [
        (d.denial, d.claim, d.sentence, d.link, [parse.text((s,)) for s in d.evidence])
        for d in found
    ]


def opposing(parse: Parse, *attributions: Attribution) -> Mapping[str, Stance]:
    return disputes.opposing(parse, attributions, _sources(attributions), RULES)


def _sources(attributions: tuple[Attribution, ...]) -> tuple[Source, ...]:
    names = {a.source.id: a.source.spans for a in attributions if a.source.id}
    return tuple(Source(name, name, spans) for name, spans in names.items())


def accused(parse: Parse) -> Attribution:
    parts = "The council | accused | Brightwater of dumping waste in the canal"
    return said(parse, "a1", 0, parts, "alleges")


def test_the_accusation_leads_back_to_the_accusing_over_another_sentence() -> None:
    parse = parse_of(ACCUSED, RAIN, DISMISSED)
    denial = said(parse, "a2", 2, "Brightwater | dismissed | the accusation", "denies")
    assert linked(parse, accused(parse), denial) == [
        ("a2", "a1", 0, "anaphora", ["the accusation"])
    ]


def test_evidence_is_where_the_words_stand() -> None:
    parse = parse_of(ACCUSED, DISMISSED)
    denial = said(parse, "a2", 1, "Brightwater | dismissed | the accusation", "denies")
    found = disputes.link(parse, (accused(parse), denial), (), RULES)
    assert found[0].id == "d1"
    assert found[0].evidence == (span(parse, 1, "the accusation"),)


def test_an_accusation_against_the_denier_goes_before_a_nearer_one() -> None:
    parse = parse_of(ACCUSED, THEFT, DISMISSED)
    other = said(parse, "a2", 1, "Police | accused | the clerk of theft", "alleges")
    denial = said(parse, "a3", 2, "Brightwater | dismissed | the accusation", "denies")
    assert [d[1] for d in linked(parse, accused(parse), other, denial)] == ["a1"]


def test_a_pronoun_leads_to_the_claim_just_told() -> None:
    parse = parse_of(ACCUSED, DENIED_IT)
    denial = said(parse, "a2", 1, "Brightwater | denied | it", "denies")
    assert linked(parse, accused(parse), denial) == [("a2", "a1", 0, "anaphora", ["it"])]


def test_the_only_accusation_is_found_across_seven_sentences() -> None:
    parse = parse_of(ACCUSED, *[RAIN] * 6, DISMISSED)
    denial = said(parse, "a2", 7, "Brightwater | dismissed | the accusation", "denies")
    assert linked(parse, accused(parse), denial) == [
        ("a2", "a1", 0, "anaphora", ["the accusation"])
    ]


def test_this_support_leads_to_the_adjective_that_keeps_a_distance() -> None:
    parse = parse_of(ALLEGED, DENIES_SUPPORT)
    alleged = said(
        parse,
        "a1",
        0,
        "| alleged | support of Norland for the rebels",
        "alleges",
        frame="adjective",
    )
    denial = said(parse, "a2", 1, "Norland | denies | this support", "denies")
    assert linked(parse, alleged, denial) == [("a2", "a1", 0, "anaphora", ["this support"])]


def test_this_support_leads_to_the_sentence_where_nobody_claims_it() -> None:
    parse = parse_of(ALLEGED, DENIES_SUPPORT)
    denial = said(parse, "a2", 1, "Norland | denies | this support", "denies")
    assert linked(parse, denial) == [("a2", None, 0, "anaphora", ["this support"])]


def test_this_leads_to_the_writers_own_sentence_right_before() -> None:
    parse = parse_of(SOLD, DISPUTES_THIS)
    denial = said(parse, "a1", 1, "Her office | disputes | this", "denies")
    assert linked(parse, denial) == [("a1", None, 0, "anaphora", ["this"])]


def test_a_denied_clause_leads_to_the_claim_with_the_same_content() -> None:
    parse = parse_of(PAID, RAIN, NOT_PAID)
    claim = said(parse, "a1", 0, "Auditors | said | the firm paid bribes to officials")
    denial = said(parse, "a2", 2, "The firm | denied | it had paid bribes", "denies")
    assert linked(parse, claim, denial) == [("a2", "a1", 0, "restatement", ["paid bribes"])]


def test_a_denied_clause_alone_disputes_nothing_told() -> None:
    parse = parse_of(RAIN, NOT_PAID)
    denial = said(parse, "a1", 1, "The firm | denied | it had paid bribes", "denies")
    assert linked(parse, denial) == []
    assert disputes.reports_denial(parse, denial, RULES)


def test_a_denier_does_not_dispute_the_own_words() -> None:
    parse = parse_of(FAILED, DENIED_IT)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    denial = said(parse, "a2", 1, "Brightwater | denied | it", "denies")
    assert linked(parse, claim, denial) != []
    own = replace(denial, source=replace(denial.source, id=claim.source.id))
    assert linked(parse, claim, own) == []


def test_a_refused_offer_is_no_denial_of_a_fact() -> None:
    parse = parse_of(OFFER, REJECTED)
    claim = said(parse, "a1", 0, "The owner | said | he made a fair offer")
    refusal = said(parse, "a2", 1, "The union | rejected | the offer", "denies")
    assert linked(parse, claim, refusal) == []
    assert not disputes.reports_denial(parse, refusal, RULES)


def test_a_request_denied_is_no_denial_of_a_fact() -> None:
    parse = parse_of(BAIL)
    refusal = said(parse, "a1", 0, "The court | denied | the request", "denies")
    assert not disputes.reports_denial(parse, refusal, RULES)


def test_hypothetical_denials_and_answers_that_deny_nothing_link_nothing() -> None:
    parse = parse_of(ACCUSED, DISMISSED)
    denial = said(parse, "a2", 1, "Brightwater | dismissed | the accusation", "denies")
    assert linked(parse, accused(parse), replace(denial, hypothetical=True)) == []
    assert linked(parse, accused(parse), replace(denial, stance="acknowledges")) == []
    assert linked(parse, accused(parse), replace(denial, stance="declines")) == []


def test_a_denial_told_by_another_links_and_the_teller_is_no_antecedent() -> None:
    parse = parse_of(ACCUSED, MINISTRY)
    teller = said(parse, "a2", 1, "The ministry | said | Brightwater had denied the allegation")
    denial = said(parse, "a3", 1, "Brightwater | denied | the allegation", "denies", parent="a2")
    assert linked(parse, accused(parse), teller, denial) == [
        ("a3", "a1", 0, "anaphora", ["the allegation"])
    ]
    assert linked(parse, teller, denial) == []


def test_reports_that_are_dismissed_are_what_is_disputed() -> None:
    parse = parse_of(REPORTS)
    denial = said(
        parse, "a1", 0, "The envoy | dismissed | the reports that talks had failed", "denies"
    )
    named = said(parse, "a2", 0, "| reports | talks had failed", parent="a1", frame="noun-clause")
    assert linked(parse, denial, named) == [("a1", "a2", 0, "same-sentence", ["reports"])]


def test_any_shortage_leads_to_what_was_just_said() -> None:
    parse = parse_of(RAN_OUT, SHORTAGE)
    claim = said(parse, "a1", 0, "A nurse | said | doses ran out twice")
    denial = said(parse, "a2", 1, "The county | denied | any shortage", "denies")
    assert linked(parse, claim, denial) == [("a2", "a1", 0, "anaphora", ["any shortage"])]


def test_what_is_called_untrue_is_denied() -> None:
    parse = parse_of(FAILED, UNTRUE)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    denial = said(parse, "a2", 1, "The firm | said | this was untrue")
    assert opposing(parse, claim, denial) == {"a2": "denies"}
    assert linked(parse, claim, replace(denial, stance="denies")) == [
        ("a2", "a1", 0, "anaphora", ["this"])
    ]


def test_a_claim_that_is_called_a_lie_is_denied() -> None:
    parse = parse_of(LOST, A_LIE)
    claim = said(parse, "a1", 0, "The broker | claimed | the bank had lost money", "alleges")
    denial = said(parse, "a2", 1, "The bank | called | the claim a lie", frame="naming")
    assert opposing(parse, claim, denial) == {"a2": "denies"}


def test_a_claim_is_scorned_as_absurd_a_plan_may_be_absurd_as_well() -> None:
    for thing, expected in (("claim", {"a2": "denies"}), ("plan", {})):
        parse = parse_of(
            LOST,
            A_LIE.replace("a|DET|det|7 lie|NOUN", "rather|ADV|advmod|7 absurd|ADJ").replace(
                "claim|NOUN", f"{thing}|NOUN"
            ),
        )
        claim = said(parse, "a1", 0, "The broker | claimed | the bank had lost money", "alleges")
        scorn = said(
            parse,
            "a2",
            1,
            f"The bank | called | the {thing} rather absurd",
            "criticises",
            frame="naming",
        )
        assert opposing(parse, claim, scorn) == expected


def test_a_negated_helping_verb_alone_denies_what_was_told_right_before() -> None:
    parse = parse_of(FAILED, IT_HAD_NOT)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    denial = said(parse, "a2", 1, "the firm | said | It had not")
    assert opposing(parse, claim, denial) == {"a2": "denies"}
    far = parse_of(FAILED, RAIN, IT_HAD_NOT)
    assert (
        opposing(
            far,
            said(far, "a1", 0, "A rival | said | the trial had failed"),
            said(far, "a2", 2, "the firm | said | It had not"),
        )
        == {}
    )


def test_a_negated_helping_verb_affirms_what_was_told_with_a_negation() -> None:
    parse = parse_of(FAILED.replace("had/have|AUX|aux|7", "never|ADV|advmod|7"), IT_HAD_NOT)
    claim = said(parse, "a1", 0, "A rival | said | the trial never failed")
    assert opposing(parse, claim, said(parse, "a2", 1, "the firm | said | It had not")) == {}


def test_a_plain_negation_of_an_earlier_claim_is_a_denial() -> None:
    parse = parse_of(SIGNED, NEVER_SIGNED)
    claim = said(parse, "a1", 0, "Auditors | said | the minister signed a secret deal")
    denial = said(parse, "a2", 1, "The minister | said | no deal was ever signed")
    assert opposing(parse, claim, denial) == {"a2": "denies"}
    assert linked(parse, claim, replace(denial, stance="denies")) == [
        ("a2", "a1", 0, "restatement", ["deal", "signed"])
    ]


def test_a_different_version_is_no_denial() -> None:
    parse = parse_of(SIGNED, SIGNED_IN_JUNE)
    claim = said(parse, "a1", 0, "Auditors | said | the minister signed a secret deal")
    version = said(parse, "a2", 1, "The minister | said | she signed the deal in June")
    assert opposing(parse, claim, version) == {}


def test_the_direct_opposite_is_a_denial_only_of_the_same_thing() -> None:
    for later, expected in ((FELL, {"a2": "denies"}), (FELL_IN_JUNE, {})):
        parse = parse_of(ROSE, later)
        claim = said(parse, "a1", 0, "the bank | said | Prices rose in May")
        month = "May" if later is FELL else "June"
        opposite = said(parse, "a2", 1, f"Traders | said | prices fell in {month}")
        assert opposing(parse, claim, opposite) == expected


def test_having_done_nothing_wrong_denies_the_accusation_that_names_the_speaker() -> None:
    parse = parse_of(THEFT, NOTHING_WRONG)
    claim = said(parse, "a1", 0, "Police | accused | the clerk of theft", "alleges")
    denial = said(parse, "a2", 1, "The clerk | said | she did nothing wrong")
    assert opposing(parse, claim, denial) == {"a2": "denies"}
    assert opposing(parse, denial) == {}


def test_a_doubt_about_something_else_links_nothing() -> None:
    parse = parse_of(PAID, NO_DOUBT)
    claim = said(parse, "a1", 0, "Auditors | said | the firm paid bribes to officials")
    doubt = said(parse, "a2", 1, "Analysts | doubt | the bank will pay", "doubts")
    assert linked(parse, claim, doubt) == []
    assert disputes.reports_denial(parse, doubt, RULES)


def test_a_quotation_that_says_it_was_not_so_denies_what_was_just_told() -> None:
    parse = parse_of(FAILED, NOT_WHAT)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    parts = "she | said | That is not what happened"
    denial = said(parse, "a2", 1, parts, style="direct")
    assert opposing(parse, claim, denial) == {"a2": "denies"}
    assert linked(parse, claim, replace(denial, stance="denies")) == [
        ("a2", "a1", 0, "quotation", ["That"])
    ]


def test_a_quotation_right_after_a_denial_carries_it_on() -> None:
    parse = parse_of(ACCUSED, DENIED_IT, WE_DO_NOT)
    denial = said(parse, "a2", 1, "Brightwater | denied | it", "denies")
    quoted = said(parse, "a3", 2, "Nowak | said | We do not touch the canal", style="direct")
    assert opposing(parse, accused(parse), denial, quoted) == {"a3": "denies"}
    found = linked(parse, accused(parse), denial, replace(quoted, stance="denies"))
    assert [(d[0], d[1], d[3]) for d in found] == [
        ("a2", "a1", "anaphora"),
        ("a3", "a1", "quotation"),
    ]


def test_pleading_not_guilty_denies_each_of_the_charges_against_both() -> None:
    parse = parse_of(ACCUSED, THEFT, PLEADED)
    other = said(parse, "a2", 1, "Police | accused | the clerk of theft", "alleges")
    denial = said(parse, "a3", 2, "Both men | pleaded | not guilty", "denies")
    found = linked(parse, accused(parse), other, denial)
    assert [(d[1], d[4]) for d in found] == [("a2", ["not guilty"]), ("a1", ["not guilty"])]


def test_the_idea_alone_points_nowhere_and_this_idea_does() -> None:
    for noun, targets in (("the", []), ("this", ["a1"])):
        parse = parse_of(FAILED, DISPUTED_IDEA.replace("the|", f"{noun}|", 1))
        claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
        denial = said(parse, "a2", 1, f"Traders | disputed | {noun} idea", "denies")
        assert [d[1] for d in linked(parse, claim, denial)] == targets


def test_settling_turns_the_stance_and_links_at_once() -> None:
    parse = parse_of(FAILED, UNTRUE)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    denial = said(parse, "a2", 1, "The firm | said | this was untrue")
    turned, found = disputes.settle(parse, (claim, denial), _sources((claim, denial)), RULES)
    assert turned == (claim, replace(denial, stance="denies"))
    assert found == disputes.link(parse, turned, _sources(turned), RULES)
    assert [(d.denial, d.claim) for d in found] == [("a2", "a1")]


def test_though_somebody_disputes_this_stays_in_its_sentence() -> None:
    parse = parse_of(FAILED, THOUGH)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    denial = said(parse, "a2", 1, "Sudland | disputes | this", "denies")
    assert linked(parse, claim, denial) == [("a2", None, 1, "same-sentence", ["this"])]


def test_everything_that_was_done_points_to_nothing_that_was_told() -> None:
    parse = parse_of(FAILED, EVERYTHING)
    claim = said(parse, "a1", 0, "A rival | said | the trial had failed")
    denial = said(parse, "a2", 1, "It | refutes | everything we did", "denies")
    assert linked(parse, claim, denial) == []


def test_shares_of_those_asked_deny_nothing() -> None:
    parse = parse_of(*SHARES)
    for_it = said(parse, "a1", 0, "Sixty voters | said | taxes work")
    against = said(parse, "a2", 1, "Forty voters | said | taxes do not work")
    assert opposing(parse, for_it, against) == {}
    named = replace(against, source=SourceRef("board", ()))
    assert opposing(parse, for_it, named) == {"a2": "denies"}


def test_the_article_of_a_name_is_no_mention_of_its_source() -> None:
    parse = parse_of(THEFT, UNTRUE)
    claim = said(parse, "a1", 0, "Police | accused | the clerk of theft", "alleges")
    denial = said(parse, "a2", 1, "The firm | said | this was untrue")
    source = Source("firm", "The Firm", denial.source.spans)
    scene = scene_of(parse, (claim, denial), (source,), RULES)
    assert not mentions(scene, scene.claims[0], scene.claims[1])

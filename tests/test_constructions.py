"""Constructions in which newspapers attribute, read by the embedded model: each sentence with its
attributions, ``source | cue | claim | stance`` (pieces joined by "…", nothing for an empty part)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from claimtrack.records import Report, Spans
from claimtrack.tracker import Tracker

TABLE = {
    # no name under a claim that is not its source's
    "Families were promised new homes by the following spring.": [
        " | were promised | new homes | promises"
    ],
    "The memo, dated May 3 and seen by three papers, describes the bill as “a hill worth dying on”.": [
        "The memo, dated May 3 and seen by three papers | describes | "
        "the bill as “a hill worth dying on” | asserts"
    ],
    "The office confirmed that it had a complaint but would not say who had made it.": [
        "The office | confirmed | it had a complaint | confirms",
        "The office | would not say | who had made it | declines",
    ],
    "She denied reports that the fire was linked to a gang.": [
        "She | denied | reports that the fire was linked to a gang | denies",
        " | reports | the fire was linked to a gang | asserts",
    ],
    # a speaker behind the verb that opens the sentence
    "Said Dora Poyn, who grew up with him in the town, “We were all so proud of him.”": [
        "Dora Poyn, who grew up with him in the town | Said | We were all so proud of him | asserts"
    ],
    "Wrote the judge: “The fence is too low.”": [
        "the judge | Wrote | The fence is too low | asserts"
    ],
    # run together, or cut by a short title
    "Reed said,“The pier has no place in the plan.”": [
        "Reed | said | The pier has no place in the plan | asserts"
    ],
    "The gap between Roe and then-Gov. Ann Hale was small, he said.": [
        "he | said | The gap between Roe and then-Gov. Ann Hale was small | asserts"
    ],
    # whose it is stands before the quotation marks
    "Roe said the old judge’s “mind is elsewhere.”": [
        "Roe | said | the old judge’s “mind is elsewhere | asserts"
    ],
    # would and had of what is told
    "They said the vote was rushed, and turnout would have been higher in May.": [
        "They | said | the vote was rushed, and turnout would have been higher in May | asserts"
    ],
    # what was said is left untold, asked, or a manner of speaking
    "Peggy said something that shocked the choir.": [],
    "How do you explain the gap?": [],
    "Why did you tell the paper that the bridge was safe?": [
        "you | tell | the bridge was safe | asserts"
    ],
    "The raid went off according to plan.": [],
    "Shares of Harbour Mills (NYSE: HRM) rose 9% on Monday.": [],
    "The party stuck to its programme.": [],
    # what the writer sums up is not what was said
    "Moreno accused the firm of fraud, an allegation it rejected.": [
        "Moreno | accused | the firm of fraud | alleges",
        "it | rejected | an allegation | denies",
    ],
    # -ing forms, an adverb before them or not
    "The swimmer denied knowingly taking the drug.": [
        "The swimmer | denied | knowingly taking the drug | denies"
    ],
    "Survivors described hearing a loud bang.": [
        "Survivors | described | hearing a loud bang | asserts"
    ],
    "The council supports raising the fee.": [
        "The council | supports | raising the fee | supports"
    ],
    # who is asked belongs to what is asked
    "The paper has asked the city for the letters.": [
        "The paper | has asked | the city for the letters | demands"
    ],
    "Reed was asked by a caller why the bridge had closed.": [
        "a caller | was asked | why the bridge had closed | asks"
    ],
    # joined verbs
    "The clerk confirmed that the inquiry was continuing but declined to give a date.": [
        "The clerk | confirmed | the inquiry was continuing | confirms",
        "The clerk | declined | to give a date | declines",
    ],
    "The mayor said the meeting was private and does not mean support.": [
        "The mayor | said | the meeting was private and does not mean support | asserts"
    ],
    "The rector said the hall was safe and that it would open in May.": [
        "The rector | said | the hall was safe and that it would open in May | asserts"
    ],
    # participles behind the noun, and behind what was said
    "Two guests reached by telephone said the lights had failed.": [
        "Two guests reached by telephone | said | the lights had failed | asserts"
    ],
    "The union accused the port of leaving the table, saying its lawyers left at noon.": [
        "The union | accused | the port of leaving the table | alleges",
        "The union | saying | its lawyers left at noon | asserts",
    ],
    "Divers are looking for six people believed to be in the wreck.": [
        " | believed | six people … to be in the wreck | believes"
    ],
    "The firm admitted the leak, days after insisting that its systems were safe.": [
        "The firm | admitted | the leak | acknowledges",
        "The firm | insisting | its systems were safe | asserts",
    ],
    # asides
    "If it rains, the club said, the match will be off.": [
        "the club | said | If it rains … the match will be off | asserts"
    ],
    "That, the commission said, “would be helpful.”": [
        "the commission | said | That … would be helpful | asserts"
    ],
    "Just days before it was to report, the firm said on Friday that it had closed 12 plants.": [
        "the firm | said | it had closed 12 plants | asserts"
    ],
    "Nimrod learned of the leak in May, nine days before it told the regulator.": [],
    # cues of several words
    "Reed went on to say, “The bridge was never safe.”": [
        "Reed | went on to say | The bridge was never safe | asserts"
    ],
    "Sixty percent said it made no difference to them.": [
        "Sixty percent | said | it made no difference to them | asserts"
    ],
    "The clerks were quick to question the figure.": [
        "The clerks | question | the figure | doubts"
    ],
    # second hand, and reasons
    "The minister said the port would close, according to two officials.": [
        "The minister | said | the port would close | asserts",
        "two officials | according to | The minister said the port would close | asserts",
    ],
    "The clinic declined to comment, citing patient privacy.": [
        "The clinic | declined to comment |  | declines",
        "The clinic | citing | patient privacy | asserts",
    ],
    "Lind said the port was shut because the crane had failed.": [
        "Lind | said | the port was shut because the crane had failed | asserts"
    ],
    # what polls and pictures show
    "The video shows her clutching a phone.": [
        "The video | shows | her clutching a phone | asserts"
    ],
    "A survey of farmers shows Lind with a wide lead.": [
        "A survey of farmers | shows | Lind with a wide lead | asserts"
    ],
    "The records show a fall in May.": ["The records | show | a fall in May | asserts"],
    # nobody's
    "The tax is seen as a threat to farmers.": [
        " | is seen | The tax … as a threat to farmers | believes"
    ],
    "A ruling is expected in May.": [" | is expected | A ruling … in May | believes"],
    # no attribution
    "The bill was approved by 148 votes to none.": [],
    "Do you support the mayor?": [],
    "Only time will tell if the dam holds.": [],
    "He works at night for fear of losing his job.": [],
    "A formal statement of accounts is due in May.": [],
    "Asked whether he would resign, Teval declined to comment.": [
        "Teval | declined to comment | whether he would resign | declines"
    ],
    # placeholders that speak, and what stands between the speaker and the verb
    "Even so, it proudly declared that it had given no names.": [
        "it | proudly declared | it had given no names | asserts"
    ],
    "Fioro, speaking to farmers, said, “Last time I looked, you had not voted.”": [
        "Fioro | said | Last time I looked, you had not voted | asserts"
    ],
    "Reed called for farmers to back the bill.": [
        "Reed | called for | farmers to back the bill | demands"
    ],
    "Falk accused her in parliament last month of promising too much.": [
        "Falk | accused | her … of promising too much | alleges"
    ],
    "Vinter accused the firm of hiring crews and of ignoring a near miss.": [
        "Vinter | accused | the firm of hiring crews and of ignoring a near miss | alleges"
    ],
    # what somebody says of a thing in its relative clause is not what is opposed
    "The senator opposes the dam, which she says would flood three villages.": [
        "The senator | opposes | the dam | criticises",
        "she | says | which … would flood three villages | asserts",
    ],
    "The ministry dismissed the letter, which it said was forged.": [
        "The ministry | dismissed | the letter | denies",
        "it | said | which … was forged | asserts",
    ],
    "The council backed the scheme, which was put forward by a builder.": [
        "The council | backed | the scheme | supports"
    ],
    "The army showed a film that it said was made in May.": [
        "it | said | that … was made in May | asserts"
    ],
    "Rooms are let at what the landlord calls fair prices.": [
        "the landlord | calls | fair prices | asserts"
    ],
    # nobody answers, nobody can tell
    "Neither Karvel nor his agent, Ute Brandt, responded to messages.": [
        "Neither Karvel nor his agent, Ute Brandt | responded to | messages | declines"
    ],
    "No official responded to requests for comment.": [
        "No official | responded to | requests for comment | declines"
    ],
    "The bishop has said nothing about the sale.": [
        "The bishop | has said nothing | the sale | declines"
    ],
    "The keeper said nothing was stolen.": ["The keeper | said | nothing was stolen | asserts"],
    "The firm did not say why.": ["The firm | did not say | why | declines"],
    "The mayor declined to comment on whether the bridge would close.": [
        "The mayor | declined to comment | whether the bridge would close | declines"
    ],
    "The images could not be independently verified.": [
        " | could not be independently verified | The images | declines"
    ],
    "The Herald has not been able to verify the recording.": [
        "The Herald | has not been able to verify | the recording | declines"
    ],
    "She was ordered not to comment.": [" | was ordered | She … not to comment | demands"],
    # who speaks, who is told, who is asked
    "Three officers close to the inquiry said the tape had been wiped.": [
        "Three officers close to the inquiry | said | the tape had been wiped | asserts"
    ],
    "A jury heard how the boat sank.": [" | heard | how the boat sank | asserts"],
    "The auditors did not accuse the bishop of taking the money.": [
        "The auditors | did not accuse | the bishop of taking the money | declines"
    ],
    "A panel will question the minister over the contract.": [],
    "Voters questioned the mayor's motives.": [
        "Voters | questioned | the mayor's motives | doubts"
    ],
    # where a claim ends
    "The widow said he took the keys, opened the shed and found the spade.": [
        "The widow | said | he took the keys, opened the shed and found the spade | asserts"
    ],
    "Police are studying reports that a truck hit the bridge, killing two men.": [
        " | reports | a truck hit the bridge, killing two men | asserts"
    ],
    "The coach feared that fans would leave and urged calm.": [
        "The coach | feared | fans would leave | believes",
        "The coach | urged | calm | demands",
    ],
    # a score and a day between the words of a cue
    "The committee voted by seven to two on Monday in favour of the bill.": [
        "The committee | voted … in favour of | the bill | supports"
    ],
    # deeds, and reasons to stay unnamed
    "The minister explained himself in a letter.": [],
    "Rainfall could double, threatening farms and towns.": [],
    "Both asked not to be named, fearing reprisals.": [],
    # curly and straight marks are one
    "The firm doesn’t deny that it knew.": ["The firm | doesn’t deny | it knew | acknowledges"],
    "The mayor didn’t say whether he would run.": [
        "The mayor | didn’t say | whether he would run | declines"
    ],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


def rows(report: Report) -> list[str]:
    def words(spans: Spans) -> str:
        return " … ".join(report.article.text[start:end] for start, end in spans)

    return [
        f"{words(a.source.spans)} | {words(a.cue)} | {words(a.claim)} | {a.stance}"
        for a in report.attributions
    ]


def rows_by_text(tracker: Tracker, texts: Iterable[str]) -> dict[str, list[str]]:
    """The rows of texts that are read together, each as an article of its own."""
    return {text: rows(report) for text, report in zip(texts, tracker.pipe(texts), strict=True)}


@pytest.mark.parametrize("text", TABLE)
def test_attributions(text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == TABLE[text]

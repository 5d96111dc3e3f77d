"""Kinds of sentence whose parts parsers tie to the wrong word, or whose words say more or less than they
seem to, read by the embedded model: rows as in ``test_constructions``."""

from __future__ import annotations

import pytest

import claimtrack
from claimtrack.tracker import Tracker
from tests.test_constructions import rows_by_text

TABLE = {
    # what was given as a cause, an age or a name
    "The mill's owners gave the cause as a fault in the wiring.": [
        "The mill's owners | gave | the cause as a fault in the wiring | asserts"
    ],
    "The patient gave his age as 94.": ["The patient | gave | his age as 94 | asserts"],
    "The uncle gave the cottage as a wedding present.": [],
    # who is not convinced, and who finds it hard to believe
    "Two reviewers were not convinced.": ["Two reviewers | were not convinced |  | doubts"],
    "Other engineers remain unconvinced.": ["Other engineers | remain unconvinced |  | doubts"],
    "The keeper was not persuaded that the lock was safe.": [
        "The keeper | was not persuaded | the lock was safe | doubts"
    ],
    "Auditors found the receipt hard to believe.": [
        "Auditors | found … hard to believe | the receipt | doubts"
    ],
    "The riders found the hill hard to climb.": [],
    # what polls, inspections and reporters find
    "An exit poll put the mayor ahead by two points.": [
        "An exit poll | put | the mayor ahead by two points | asserts"
    ],
    "An inspection found rust in the boiler.": [
        "An inspection | found | rust in the boiler | asserts"
    ],
    "This newspaper found nine empty stalls.": [
        "This newspaper | found | nine empty stalls | asserts"
    ],
    "The newspaper found a sponsor.": [],
    "Polls show Moen up by nine points in the valley.": [
        "Polls | show | Moen up by nine points in the valley | asserts"
    ],
    "One poll shows Ada Moen nine points ahead of Roe.": [
        "One poll | shows | Ada Moen nine points ahead of Roe | asserts"
    ],
    "The April survey found Moen leading Roe by six points.": [
        "The April survey | found | Moen leading Roe by six points | asserts"
    ],
    "The photographs showed up in a drawer.": [],
    # what I, we or you say now, and what is pointed at
    "I suggest that the pool should open earlier.": [],
    "I suggested that the pool should open earlier.": [
        "I | suggested | the pool should open earlier | asserts"
    ],
    "You may find that the gate is locked after nine.": [],
    "You told me that the gate was locked.": ["You | told | the gate was locked | asserts"],
    "We call this stew a poor man's feast.": [],
    "The cook calls this stew a poor man's feast.": [
        "The cook | calls | this stew a poor man's feast | asserts"
    ],
    "I remember seeing the ferry burn.": [],
    "The cook remembers seeing the ferry burn.": [
        "The cook | remembers | seeing the ferry burn | asserts"
    ],
    "This shows that the lock is old.": [],
    "That explains the smell.": [],
    # what the reader is bidden
    "Please describe the smell in the box below.": [],
    "Be assured that the soup is vegan.": [],
    "The guests were assured that the soup was vegan.": [
        " | were assured | the soup was vegan | asserts"
    ],
    # names that people use
    "They call the boiler the Old Lady.": [],
    "Locals call the hill “Crow Head”.": [],
    "Critics call the hill an eyesore.": ["Critics | call | the hill an eyesore | asserts"],
    # what is made, pronounced or set off by quotation marks
    "The novel was written by a retired pilot.": [],
    "The name of the river is pronounced “Loo”.": [],
    "The choir's “revival” has continued into spring.": [],
    "The ranger maintains a large “quiet zone” around the nest.": [],
    "“We were lost,” the ranger maintained.": ["the ranger | maintained | We were lost | asserts"],
    # who has heard it
    "She had heard that goalkeepers do not get kicked.": [
        " | had heard | goalkeepers do not get kicked | asserts"
    ],
    "You may have heard that the fair is over.": [],
    "Has anyone heard if the fair is over?": [],
    # what is declared or explained
    "The queen declared a holiday.": [],
    "The queen declared her love of horses.": [
        "The queen | declared | her love of horses | asserts"
    ],
    "The vet explained the procedure in detail.": [],
    "The vet explained that the horse was lame.": [
        "The vet | explained | the horse was lame | asserts"
    ],
    "His teacher reported him to the school.": [],
    "The school reported a theft.": ["The school | reported | a theft | asserts"],
    # what was asked, behind who asked or when
    "Moen was asked by a caller on Monday if she would row again.": [
        "a caller | was asked | if she would row again | asks"
    ],
    "Moen was asked to leave the hall if it rained.": [
        " | was asked | Moen … to leave the hall if it rained | demands"
    ],
    # as somebody told a paper
    "As Moen told the Voss Herald, the mill is full of rats.": [
        "Moen | told | the mill is full of rats | asserts"
    ],
    "What he said was wrong.": [],
    "The wells, as the mayor's office noted this week, ran dry.": [
        "the mayor's office | noted | The wells … ran dry | asserts"
    ],
    "The price of wool -- as the mayor's office noted this week -- fell in spring.": [
        "the mayor's office | noted | The price of wool … fell in spring | asserts"
    ],
    "The vicar, as he said this, wept.": [],
    # how somebody portrayed a thing, and who played whom
    "The raid was portrayed by the ministry as a drill.": [
        "the ministry | was portrayed | The raid … as a drill | asserts"
    ],
    "In the film the vicar was portrayed by Ada Moen.": [],
    # who is named in front, and who acts
    "According to valley historian Ada Moen, the Rauma and the Driva have changed their course.": [
        "valley historian Ada Moen | According to | "
        "the Rauma and the Driva have changed their course | asserts"
    ],
    # a speaker described with a participle, and verbs beside a quotation
    "“We dig where the water is,” said Kai Roe, a geologist unaligned in the matter.": [
        "Kai Roe, a geologist unaligned in the matter | said | We dig where the water is | asserts"
    ],
    "“It is time that we had a ferry here,” exhorted the vicar.": [
        "the vicar | exhorted | It is time that we had a ferry here | asserts"
    ],
    "The average of nine surveys shows the mayor ahead.": [
        "The average of nine surveys | shows | the mayor ahead | asserts"
    ],
    "On average, the wards sleep for nine hours.": [],
    # a quoted name behind a thing that a clause describes
    "Lund called the claim that the barn was hers an “old song,” and left.": [
        "Lund | called | the claim that the barn was hers an “old song,” | asserts",
    ],
    "Lund called the boy who slept beneath “the old oak” on the hill.": [],
    # rules, designs, offices and sorts say nothing
    "The pier was built as per the usual design.": [],
    "The gates were open, as policy requires.": [],
    "The senator is seeking a second term.": [],
    "The tenants are seeking an apology.": ["The tenants | are seeking | an apology | demands"],
    "There was no warning of any kind.": [],
    "The report of a similar committee was lost.": [],
    # who does it, behind a time or before the deed
    "The rumour was dismissed within the hour by the abbot.": [
        "the abbot | was dismissed | The rumour | denies"
    ],
    "The chapel was closed within the hour.": [],
    "Two grooms were accused by trainers of hiding a limp.": [
        "trainers | were accused | Two grooms … of hiding a limp | alleges"
    ],
    "Two grooms were accused by the head of the stable.": [
        "the head of the stable | were accused | Two grooms | alleges"
    ],
    # a promise and its term, an infinitive behind a time
    "Showers were promised by April.": [" | were promised | Showers … by April | promises"],
    "The club pledged in June to widen the stand.": [
        "The club | pledged | to widen the stand | promises"
    ],
    "The bank agreed on Monday to repay the fees.": [
        "The bank | agreed | to repay the fees | promises"
    ],
    # objects and names that parsers tie elsewhere
    "The dealer offered 4% and a new kitchen.": [
        "The dealer | offered | 4% and a new kitchen | promises"
    ],
    "The council called the story false.": ["The council | called | the story false | asserts"],
    "The baker rejected that version: the oven had been off.": [
        "The baker | rejected | that version | denies"
    ],
    "The coach was praised early for his patience.": [
        " | was praised | The coach … for his patience | supports"
    ],
    "The coach drew complaints about his temper from two parents.": [
        "two parents | drew complaints | about his temper | criticises"
    ],
    # whom somebody accuses does it
    "The mayor accused the harbour board of telling crews to wait.": [
        "The mayor | accused | the harbour board of telling crews to wait | alleges",
        "the harbour board | telling | crews to wait | demands",
    ],
    "The bishop thanked the choir for promising to return.": [
        "The bishop | thanked | the choir for promising to return | supports",
        "the choir | promising | to return | promises",
    ],
    "Police held two sailors on Friday, accusing the captain of smuggling rum.": [
        "Police | accusing | the captain of smuggling rum | alleges"
    ],
    # what somebody liked to say
    "Mr. Ortega liked to say that a map was a lie.": [
        "Mr. Ortega | say | a map was a lie | asserts"
    ],
    "Mr. Ortega would like to say that the map was a lie.": [
        "Mr. Ortega | would like | to say that the map was a lie | demands"
    ],
    # how far an aside and a phrase reach
    "He moved to Graz, where, a neighbour recalled, he slept in the shop.": [
        "a neighbour | recalled | he slept in the shop | asserts"
    ],
    "The chef left the town, according to her sister, and she had sold the stove.": [
        "her sister | according to | The chef left the town | asserts"
    ],
    "According to a survey published last week, 61% of drivers support the toll.": [
        "a survey published last week | According to | 61% of drivers support the toll | asserts",
        "61% of drivers | support | the toll | supports",
    ],
    "The guide described the twins as “quieter than any choir will say”.": [
        "The guide | described | the twins as “quieter than any choir will say” | asserts"
    ],
    "An inspection found “no serious faults,” according to papers seen by the Gazette.": [
        "An inspection | found | no serious faults | asserts",
        "papers seen by the Gazette | according to | An inspection found “no serious faults,” | asserts",
    ],
    # what was asked and not answered
    "The mayor, asked whether he had seen the memo, did not answer.": [
        "The mayor | did not answer | whether he had seen the memo | declines"
    ],
    "Asked last year which of his songs he liked, the singer gave no answer.": [
        "the singer | gave no answer | which of his songs he liked | declines"
    ],
    "He hung up without answering questions.": ["He | without answering | questions | declines"],
    "She left without giving a reason.": ["She | without giving a reason |  | declines"],
    "The bank declined to confirm or deny the sale.": [
        "The bank | declined to confirm or deny | the sale | declines"
    ],
    "The prince did not address the allegations.": [
        "The prince | did not address | the allegations | declines"
    ],
    "The matter will not be discussed again.": [],
    "The clinic did not respond to a request for a copy of the file.": [
        "The clinic | did not respond to | a request for a copy of the file | declines"
    ],
    # clauses behind a noun, a day or whom it was told
    "The strike began after reports that the canal was leaking.": [
        " | reports | the canal was leaking | asserts"
    ],
    "The Gazette reported Monday, citing two guards, that the vault was empty.": [
        "The Gazette | reported | the vault was empty | asserts",
        "two guards | citing | the vault was empty | asserts",
    ],
    "Two fishermen told a radio station they had seen the raft.": [
        "Two fishermen | told | they had seen the raft | asserts"
    ],
    # verbs behind what describes their speaker
    "A memo filed last year alleges that the ledger was burned.": [
        "A memo filed last year | alleges | the ledger was burned | alleges"
    ],
    "The singer has been mocked after years of denying the affair.": [
        "The singer | denying | the affair | denies"
    ],
    # a teller who goes on
    "He said the airline was considering a sale and urged staff to be calm.": [
        "He | said | the airline was considering a sale | asserts",
        "the airline | was considering | a sale | believes",
        "He | urged | staff to be calm | demands",
    ],
}


@pytest.fixture(scope="module")
def found(tracker: Tracker) -> dict[str, list[str]]:
    return rows_by_text(tracker, TABLE)


@pytest.mark.parametrize("text", TABLE)
def test_attributions(text: str, found: dict[str, list[str]]) -> None:
    assert found[text] == TABLE[text]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("The baker said the oven was “tired” and that the flour had run out in March.", "mixed"),
        ("The coast guard said the empty ferry had been “drifting” for two days.", "mixed"),
        (
            "The bishop praised the whole town for its long and patient fight against “piracy”.",
            "indirect",
        ),
        ("The coast guard said the ferry had been drifting for two days.", "indirect"),
    ],
)
def test_few_quoted_words_make_a_paraphrase_mixed_but_a_scare_quote_does_not(
    text: str, style: str
) -> None:
    (report,) = claimtrack.load().pipe([text])
    assert [a.style for a in report.attributions] == [style]

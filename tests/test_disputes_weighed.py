"""Denials that are weighed: no single word tells that they deny, and much that is like them denies nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimtrack.tracker import Tracker

Link = tuple[str, str | None, int, str, list[str]]

NONE_OF_IT = [
    (
        "The archive said the curator had signed a lease with the brewery. The curator spoke on Monday. She said there was no such lease.",
        [("a2", "a1", 0, "restatement", ["lease"])],
    ),
    (
        "Two nurses said a note had been sent to the board in May. The chairman said no note had been received.",
        [("a2", "a1", 0, "restatement", ["note"])],
    ),
    (
        "The guild said it had filed a complaint against the studio. “There was no complaint,” the studio's lawyer said.",
        [("a3", "a1", 0, "quotation", ["complaint"])],
    ),
    (
        "Sailors said the ferry company had issued a second order to sail. Weather was poor. The company said no such order was ever given.",
        [("a2", "a1", 0, "restatement", ["order"])],
    ),
    (
        "A clerk said Mr Orban had promised her a flat. “There was no promise,” Mr Orban told reporters.",
        [("a3", "a1", 0, "quotation", ["promise"])],
    ),
    (
        "Farmers say the dam operator had opened a gate at dawn. The operator said no gate was opened.",
        [("a2", "a1", 0, "restatement", ["gate", "opened"])],
    ),
    (
        "The regulator said the plant had released ammonia into the river. “We have released no ammonia,” the plant's manager said.",
        [("a2", "a1", 0, "quotation", ["released", "ammonia"])],
    ),
    (
        "The opposition says ballots were counted twice. “Not one ballot was counted twice,” said the electoral commission's chairman, Piet Vos.",
        [("a2", "a1", 0, "quotation", ["ballot", "counted"])],
    ),
    (
        "Sellia accused Tarn of sending drones over its capital. “No drone of ours has flown over Sellia,” Tarn's defence minister said.",
        [("a2", "a1", 0, "quotation", ["drone"])],
    ),
    (
        "The judge was accused of meeting the broker in secret. “There was no meeting,” the judge said.",
        [("a2", "a1", 0, "quotation", ["meeting"])],
    ),
    (
        "The minister's rivals say she promised the contract to a friend. She insists that no promise was made.",
        [("a3", "a1", 0, "restatement", ["promise"])],
    ),
    (
        "Hackers said they had stolen the bank's customer files. The bank said no customer files had been stolen.",
        [("a2", "a1", 0, "restatement", ["customer files", "stolen"])],
    ),
    (
        "The charity said the ministry had blocked its trucks. “No trucks were blocked,” the ministry's spokeswoman said.",
        [("a2", "a1", 0, "quotation", ["trucks", "blocked"])],
    ),
]
NEVER_DID = [
    (
        "Border police said Velian troops had entered the valley on Sunday. “Not one Velian soldier crossed into the valley,” Velia's foreign minister said.",
        [("a2", "a1", 0, "quotation", ["Velian soldier crossed", "valley"])],
    ),
    (
        "Residents said the quarry's trucks had dumped rubble in the stream. “Our trucks never tipped anything into that stream,” a quarry spokesman said.",
        [("a2", "a1", 0, "quotation", ["trucks", "tipped", "stream"])],
    ),
    (
        "The coach said the doctor had given the sprinter an injection. The doctor said he never injected the sprinter.",
        [("a2", "a1", 0, "restatement", ["injected", "sprinter"])],
    ),
    (
        "Teachers said parents had raised the leak with the council in March. “No parent raised the leak with us,” the council said.",
        [("a2", "a1", 0, "quotation", ["parent raised", "leak"])],
    ),
    (
        "Mara Dell was charged with bribery. “She did not accept a penny from anyone,” her lawyer, Tom Rusk, said.",
        [("a2", "a1", 0, "quotation", ["She", "accept", "penny", "anyone"])],
    ),
    (
        "The bank accused its former clerk, Lena Orth, of stealing 40,000 crowns. Orth said she had never taken a cent.",
        [("a2", "a1", 0, "restatement", ["she", "taken", "cent"])],
    ),
    (
        "Villagers said rangers had burned three huts. The park authority said its rangers had not burned any huts.",
        [("a2", "a1", 0, "restatement", ["rangers", "burned", "huts"])],
    ),
    (
        "A tenant said the landlord had cut off her heating. The landlord, Karl Jost, said the heating was never cut off.",
        [("a2", "a1", 0, "restatement", ["heating", "cut"])],
    ),
    (
        "The police accused the singer of hitting a waiter. “I hit nobody,” the singer said.",
        [("a2", "a1", 0, "quotation", ["hit"])],
    ),
    (
        "The museum said it had returned the mask in May. The tribe's chief said the mask had not been returned.",
        [("a2", "a1", 0, "restatement", ["mask", "returned"])],
    ),
    (
        "The council said residents had been consulted. “Nobody consulted us,” said Rosa Melin, who lives beside the quarry.",
        [("a2", "a1", 0, "quotation", ["consulted"])],
    ),
    (
        "A teacher said she had warned the headmaster twice. The headmaster said he was never warned.",
        [("a2", "a1", 0, "restatement", ["warned"])],
    ),
    (
        "The union accuses the port of hiding accidents. “Nothing has been hidden,” port director Ole Lund said.",
        [("a2", "a1", 0, "quotation", ["hidden"])],
    ),
    (
        "The farmer said the dog had attacked his sheep. The dog's owner said her dog had never attacked a sheep.",
        [("a2", "a1", 0, "restatement", ["dog", "attacked", "sheep"])],
    ),
    (
        "The weekly reported that the duke had sold the castle. His secretary said the castle was not for sale and had not been sold.",
        [("a2", "a1", 0, "restatement", ["castle", "sold"])],
    ),
    (
        "Reports said the prince had left the country. The palace said he had never left.",
        [("a2", "a1", 0, "restatement", ["left"])],
    ),
]
OF_THE_PARTY = [
    (
        "The airline accused the pilots' union of sabotaging the talks. The union's leader, Ana Birk, denied that her side had blocked a deal.",
        [("a2", "a1", 0, "restatement", ["denied"])],
    ),
    (
        "Kerrin said Borran units had crossed the line at dawn. Borra denied that its soldiers had entered Kerrin territory.",
        [("a2", "a1", 0, "restatement", ["soldiers", "entered"])],
    ),
    (
        "The former engineer of Nimbus alleged that managers knew of the fault. She said she had written two letters. Nimbus called the allegation false.",
        [("a3", "a1", 0, "anaphora", ["the allegation"])],
    ),
]
POINTED_AT = [
    (
        "Nurses say the ward is unsafe at night. The director brushed aside the nurses' concerns.",
        [("a2", "a1", 0, "anaphora", ["the nurses' concerns"])],
    ),
    (
        "Teachers say the new rule could be used to silence them. The minister dismissed those fears as overblown.",
        [("a2", "a1", 0, "anaphora", ["those fears"])],
    ),
    (
        "The firm said the data were secure. Experts questioned that assurance.",
        [("a2", "a1", 0, "anaphora", ["that assurance"])],
    ),
    (
        "The paper reported that two more players were under suspicion. The league dismissed the report as guesswork.",
        [("a2", "a1", 0, "anaphora", ["the report"])],
    ),
    (
        "The mayor, Tom Bell, said he knew nothing of the deal. A councillor disputed the mayor's account.",
        [("a2", "a1", 0, "anaphora", ["the mayor's account"])],
    ),
    (
        "The mill has promised to cut its emissions by half. Campaigners doubt that it will.",
        [("a2", "a1", 0, "anaphora", ["it will"])],
    ),
    (
        "The ministry said the road would be finished by May. Drivers doubt it will be.",
        [("a2", "a1", 0, "anaphora", ["it will be"])],
    ),
]
GOES_ON = [
    (
        "The club rejected the report that the keeper had failed a test. “There was one test, and only one,” its secretary said.",
        [
            ("a1", "a2", 0, "same-sentence", ["report"]),
            ("a3", "a2", 0, "quotation", ["was", "test"]),
        ],
    ),
    (
        "The paper said the army's drones had flown over Tarn. The army denied the report. “Our aircraft have never been there,” a colonel said.",
        [
            ("a2", "a1", 0, "anaphora", ["the report"]),
            ("a3", "a1", 0, "quotation", ["aircraft", "there"]),
        ],
    ),
]
NO_DENIAL = [
    "The clerk said the deputy had sent a letter to the bank. The bank said there was no letter of credit.",
    "The minister said the bridge would be safe. The engineer said no bridge had been built in the valley since 1950.",
    "Police said a man had been shot in the market. Witnesses said no police officers had been there.",
    "The ministry said 40 villages were flooded. A spokesman said there were no reports of deaths in the villages.",
    "Lee is charged with theft. His lawyer said Lee had not slept for two days.",
    "Mara Dell was charged with bribery. Her lawyer said she did not want to speak.",
    "Mara Dell was charged with bribery. Her lawyer said she had never been so tired.",
    "The union accused the firm of cutting jobs. The firm said it had never been so busy.",
    "The union accused the firm of cutting jobs. The firm did not say how many people it employs.",
    "The union accused the firm of cutting jobs. The firm's director said no decision had been made on a new plant.",
    "The coach said the doctor had given the sprinter an injection. The sprinter said no injection could make her faster.",
    "The council said a report had been sent to the mayor. The opposition said no report would bring back the dead.",
    "Guards said a fire had broken out in the mill. Firemen said no fire could have spread so fast without oil.",
    "The school said a warning was sent to parents on Monday. A mother said no warning had been sent in 2019.",
    "Residents said a truck had hit the school gate. Police said no truck may enter the street before eight.",
    "The airline accused the pilots' union of sabotaging the talks. The bus drivers' union denied that it had blocked a road.",
    "The firm said the data were secure. The mayor welcomed that assurance.",
    "Nurses say the ward is unsafe at night. The director shared the nurses' concerns.",
    "Nurses say the ward is unsafe at night. The director dismissed the nurses.",
    "The mill has promised to cut its emissions by half. Campaigners doubt that the price of steel will fall.",
    "The mill has promised to cut its emissions by half. Campaigners said it will.",
    "The union said the bus was overcrowded. The company denied that it was for sale.",
    "Analysts said the strike would cost the port millions. The port denied that it would sell its cranes.",
    "Analysts said the bank had made a loss. “There is only one bank in town,” a shopkeeper said.",
    "The director said the museum had lost two paintings. A guard said no visitor had been hurt.",
    "Farmers say the dam operator opened a gate at dawn. A neighbour said no farmer had been warned.",
    "The poet said the prize was a surprise. The jury said no prize had been given in 2020.",
    "The senator said the president had a plan. “There is no plan that can please everyone,” her aide said.",
    "The doctor said the clinic had received a vaccine. A nurse said there was no vaccine for the old.",
    "Police said the suspect had fled. His mother said he had never liked school.",
    "Kim is accused of murdering his wife. His brother said Kim had never met the lawyer.",
    "The firm said sales rose in the north. Rivals said sales never rose in the south.",
    "The minister told parliament that a deal had been signed. Fishermen said they had never seen anything like it.",
    "The clerk said the mayor took a bribe. The clerk said nobody helped her.",
    "The mayor said she wanted a new pier. The council said there was no pier.",
    "The regulator said the plant had released ammonia into the river. A fisherman said he had never smelled ammonia before.",
    "Villagers said rangers had burned three huts. The park authority said it had not yet counted the huts.",
    "The opposition says ballots were counted twice. The commission said no ballots had been printed abroad.",
    "Two clerks said Ms Adler had ordered them to shred files. Ms Adler told the inquiry she had no office key.",
    "A tenant said the landlord had cut off her heating. The tenant's son said he had never seen the landlord.",
    "The police accused the singer of hitting a waiter. The waiter said he had not called the police.",
    "The police accused the singer of hitting a waiter. The singer said she had not eaten anything that day.",
    "Pilots said the airline had ignored their complaints. The airline said it would not sell any aircraft.",
    "Investigators said the captain had been drinking. His lawyer said the captain had not been given any food.",
    "The museum said it had returned the mask in May. The tribe's chief said the drum had not been returned.",
    "Sellia accused Tarn of sending drones over its capital. Tarn's defence minister said no soldier had been hurt.",
    "The council said residents had been consulted. The mayor said nobody had resigned.",
    "The company said its pipeline was inspected every year. The mayor said no pipeline would be built near the school.",
    "The judge was accused of meeting the broker in secret. The judge said there was no rain that night.",
    "A teacher said she had warned the headmaster twice. The headmaster's wife said nobody had warned her about the fees.",
    "The broker is charged with fraud. His lawyer, Nils Ek, told reporters that Mr Hale had not received any documents.",
    "The union accuses the port of hiding accidents. “Nothing is certain,” port director Ole Lund said.",
    "The farmer said the dog had attacked his sheep. A neighbour said his own sheep had not been shorn.",
    "The minister's rivals say she promised the contract to a friend. She said no contract could save the shipyard.",
    "Hackers said they had stolen the bank's customer files. The bank said no customer had lost money.",
    "The senator said the bill would raise taxes. The governor said no bill had reached his desk.",
    "Doctors said the hospital had no beds. The hospital said there was no shortage of nurses.",
    "The firm said it had sold the mine. Miners said they had never sold a share.",
    "The airline said the flight was late. Passengers said no flight had left for two days.",
    "The army said rebels had shelled the town. The rebels said there would be no talks.",
    "Critics said the play was dull. The director said no critic had seen the whole play.",
    "The witness said the man had a knife. The officer said he had never seen such a wound.",
    "The ministry denied that it had sold the island. “We have sold no oil this year,” the minister said.",
    "The firm denied the report. There is only one firm in the town, the mayor said.",
    "The mayor denied taking bribes. “There is only one way to win,” she said.",
    "The union accused the firm of lying. The firm denied that it would close the mill in June.",
    "The paper said the bank had lost money. The bank denied that its director was ill.",
    "Police have said they have no plans to release the recordings, according to attorneys for the family.",
    "Roberts said the footage did not show whether he had a knife. Bamberg said the videos do not show whether he held a knife.",
]


def linked(tracker: Tracker, text: str) -> list[Link]:
    """Disputes as (denial, claim, sentence, link, evidence words)."""
    return [
        (d.denial, d.claim, d.sentence, d.link, [text[start:end] for start, end in d.evidence])
        for d in tracker.report(text).disputes
    ]


@pytest.mark.parametrize(
    ("text", "wanted"), NONE_OF_IT + NEVER_DID + OF_THE_PARTY + POINTED_AT + GOES_ON
)
def test_a_denial_is_weighed(tracker: Tracker, text: str, wanted: list[Link]) -> None:
    assert linked(tracker, text) == wanted


@pytest.mark.parametrize("text", NO_DENIAL)
def test_what_is_merely_like_a_denial_denies_nothing(tracker: Tracker, text: str) -> None:
    assert linked(tracker, text) == []


def test_a_plain_denial_has_its_stance_and_contests_both_sentences(tracker: Tracker) -> None:
    report = tracker.report(
        "The regulator said the plant had released ammonia into the river. "
        "“We have released no ammonia,” the plant's manager said."
    )
    assert [a.stance for a in report.attributions] == ["asserts", "denies"]
    assert [s.contested for s in report.sentences] == [True, True]


def test_an_accusation_that_the_writer_tells_again_is_disputed_as_well(tracker: Tracker) -> None:
    text = (
        "The regulator alleged that dealers had exchanged price lists. Marlow denied the allegation. "
        "The alleged exchange of price lists took place in June."
    )
    assert [(d.claim, d.sentence) for d in tracker.report(text).disputes] == [("a1", 0), ("a3", 2)]


def test_the_page_names_all_evidence() -> None:
    root = Path(__file__).parents[1]
    files = [root / f"claimtrack/disputes/{name}.py" for name in ("weighing", "answering")]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    page = (root / "docs/disputes.md").read_text(encoding="utf-8")
    section = page.split("## What is weighed\n")[1].split("\n## ")[0]
    told = {
        row.split(" | ")[0] for row in re.findall(r"^\| (.* \| .*\d.*) \|$", section, re.MULTILINE)
    }
    assert told == set(re.findall(r'Evidence\(\s*"([^"]+)"', code))

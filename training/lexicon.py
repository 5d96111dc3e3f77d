"""The words that template sentences are made of, all chosen for that purpose.

Left out on purpose, so that what is learned from templates can be tested on words that are not in
them: accuse, confirm, predict, reveal, urge, argue, insist, stress, describe, promise, recall,
complain, conclude, estimate, suspect, speculate, boast, disclose, testify, lament, reiterate,
allege, caution, concede, rebuke, dismiss, applaud, contend, joke, vow, hint, emphasize, remark,
quip, assure, propose, fear, hope, refute, refuse.
"""

from __future__ import annotations

FEMALE = (
    "Ada Amina Anna Beatriz Carla Chen Dina Elena Esther Fatima Grace Hana Helen Ines Ingrid "
    "Jana Joan Kate Laila Lena Lucy Maria Marta Mei Miriam Nadia Nina Olga Paula Priya Rosa "
    "Ruth Sara Sofia Susan Tanya Vera Yasmin Zoe"
).split()
MALE = (
    "Adam Ahmed Alan Ali Andrei Ben Carlos Daniel David Emil Erik Felix George Hassan Henry "
    "Ibrahim Ivan Jack James John Jose Karim Lars Leo Li Luis Marco Mark Martin Michael "
    "Mohammed Nikolai Omar Oscar Paul Pedro Peter Rafael Ravi Robert Samuel Stefan Thomas "
    "Tom Victor Yusuf"
).split()
SURNAMES = (
    "Abbasi Adeyemi Ahmadi Alvarez Andersen Baker Banerjee Barros Becker Berg Bianchi Brandt "
    "Brown Campbell Carter Castro Chang Chowdhury Cohen Costa Cruz Dahl Delgado Diallo "
    "Dubois Eriksen Evans Farouk Fischer Flores Foster Garcia Gomez Green Gupta Haddad "
    "Hansen Harris Hayashi Hoffman Hughes Hussein Ibarra Ito Ivanov Jansen Jensen Johnson "
    "Kamau Kaplan Keller Khan Kim Klein Kovacs Kumar Lambert Larsen Lee Lopez Lund Maier "
    "Malik Mbeki Mendez Meyer Mills Morales Moreau Morgan Mueller Murphy Nakamura Nguyen "
    "Novak Nowak Okafor Olsen Ortiz Park Patel Pereira Petrov Popescu Quinn Rahman Ramos "
    "Reyes Rossi Russo Salazar Santos Schmidt Shah Sharma Silva Singh Smith Sokolov Suzuki "
    "Tanaka Taylor Torres Turner Vargas Vega Volkov Wagner Walker Weber White Williams Wong "
    "Yamamoto Yilmaz Young Zhang Zuma"
).split()
COUNTRIES = (
    "Pakistan India China Iran Iraq Russia Ukraine Turkey Israel Egypt Syria Lebanon Jordan "
    "Kenya Nigeria Ghana Ethiopia Brazil Mexico Chile Peru Colombia Venezuela Cuba Canada "
    "Australia Japan Indonesia Malaysia Vietnam Thailand Afghanistan Bangladesh Germany "
    "France Italy Spain Portugal Poland Hungary Romania Greece Serbia Norway Sweden Finland "
    "Denmark Ireland Britain Scotland Qatar Libya Sudan Somalia Yemen Belarus Georgia "
    "Armenia Nepal Morocco Tunisia Algeria Washington Beijing Moscow Tehran Kabul Islamabad "
    "Paris Berlin Kyiv Ankara Brussels"
).split()
CITIES = (
    "London Paris Berlin Madrid Rome Vienna Warsaw Prague Athens Oslo Stockholm Dublin "
    "Lisbon Moscow Istanbul Cairo Baghdad Basra Mosul Aleppo Damascus Beirut Amman Karachi "
    "Lahore Peshawar Quetta Kandahar Delhi Mumbai Kolkata Dhaka Bangkok Jakarta Manila Tokyo "
    "Seoul Shanghai Nairobi Lagos Accra Kampala Khartoum Johannesburg Tunis Boston Chicago "
    "Houston Dallas Denver Seattle Miami Toronto Montreal Bogota Lima Caracas Santiago "
    "Geneva Zurich Hamburg Munich Milan Naples Glasgow Leeds Bristol Cardiff Belfast Sydney "
    "Melbourne Perth"
).split()
ORGANISATIONS = (
    "Reuters|Bloomberg|NATO|Amnesty International|Human Rights Watch|Greenpeace|"
    "the United Nations|the World Bank|the Red Cross|Microsoft|Google|Facebook|Apple|Amazon|"
    "Twitter|Boeing|Airbus|Toyota|Siemens|Shell|Exxon|Pfizer|Tesla|Nestle|Volkswagen|Samsung|"
    "Hamas|Hezbollah|the Taliban|the White House|the Kremlin|the Pentagon|"
    "the State Department|the Home Office|the Treasury|the Foreign Ministry|"
    "the Interior Ministry|the European Commission|the European Union|the Labour Party|"
    "the Conservatives|Congress|the Senate|the Supreme Court|the FBI|the CIA|the IMF|the BBC|"
    "CNN|Interpol|Scotland Yard|the World Health Organization|the Central Bank|the Fed"
).split("|")
ORGANISATION_HEADS = (
    "Bank Group Energy Motors Airlines Party Union University Institute Council Holdings "
    "Industries Media Foundation Association"
).split()
ORGANISATION_NAMES = (
    "Northern Alpine Baltic Delta Orion Meridian Falcon Harbour Summit Crescent Atlas "
    "Pioneer Sterling Granite Vista"
).split()
TITLES = (
    "Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. President Senator Governor Mayor Minister Professor Judge "
    "General Colonel Secretary Chancellor Justice Sheriff"
).split()
ROLES = (
    "minister spokesman spokeswoman spokesperson official lawyer judge mayor governor "
    "senator president chairman director manager analyst expert scientist researcher "
    "professor doctor witness resident neighbour activist campaigner commander general "
    "officer detective prosecutor defendant victim teacher student farmer driver union "
    "company firm bank agency ministry court government council committee party army report "
    "study paper newspaper magazine website statement letter charity group team watchdog "
    "regulator ambassador diplomat adviser aide leader candidate critic economist engineer "
    "pilot coach owner worker journalist editor critic historian"
).split()
PLURAL_ROLES = (
    "officials police lawyers experts scientists researchers analysts witnesses residents "
    "critics activists prosecutors ministers doctors campaigners investigators sources "
    "rebels soldiers aides neighbours unions companies banks courts lawmakers diplomats "
    "workers teachers students protesters supporters opponents reports"
).split()
ROLE_MODIFIERS = (
    "senior former local federal military government finance foreign defence police "
    "opposition company union health state"
).split()
THINGS = (
    "plan deal report bill law tax budget strike vote ban talks election inquiry "
    "investigation project bridge dam pipeline mine factory hospital school treaty agreement "
    "ceasefire border attack bombing shooting raid crash fire flood outbreak vaccine drug "
    "trial verdict sentence appeal contract sale merger takeover loan debt price cut "
    "increase delay leak breach hack scandal decision policy reform programme system rule "
    "figure result survey poll document video photograph letter email statement meeting "
    "visit march protest"
).split()
ABSTRACT = (
    "support fraud corruption involvement responsibility wrongdoing collusion interference "
    "negligence pressure violence torture bias progress growth inflation unemployment "
    "pollution damage blame guilt ties links cuts rumours charges reports plans talks losses "
    "sanctions delays"
).split()
ADJECTIVES = (
    "new safe unfair legal illegal dangerous false true wrong possible necessary important "
    "late early expensive ready unacceptable weak strong clear serious dead fair likely "
    "secret"
).split()
NOUN_ADJECTIVES = (
    "new secret disputed national regional foreign military nuclear official controversial "
    "planned recent final joint draft major local"
).split()
ADVERBS = (
    "again now soon quickly openly repeatedly strongly clearly publicly later yesterday "
    "today categorically flatly also already"
).split()
MODALS = ("will would could should may might must can").split()
CUE_NOUNS = (
    "claim report suggestion statement warning belief view idea announcement rumour notion "
    "assertion fact charge denial admission"
).split()

CLAUSE_CUES = (
    "say tell deny claim report state announce add warn note explain admit acknowledge "
    "suggest declare maintain assert believe think write agree respond reply answer demand "
    "threaten pledge guarantee know learn show find indicate repeat counter affirm tweet "
    "decide observe understand notice realise point"
).split()
"""Verbs that report a clause (*point*: with *out*)."""
OBJECT_CUES = (
    "deny reject claim announce report admit acknowledge criticise condemn praise defend "
    "dispute challenge question support oppose back blame welcome denounce demand suggest "
    "note threaten repeat slam attack mock cite approve block expect seek want plan consider "
    "doubt hail blast decry counter endorse probe ban"
).split()
QUOTE_CUES = (
    "say add reply explain write announce declare warn note claim answer respond tweet admit "
    "state observe"
).split()
FACT_VERBS = (
    "sign cancel delay approve block support start end open close raise cut leave lose win "
    "buy sell build pay accept break stop change attack kill destroy hide take make use need "
    "violate cross fund launch extend ignore solve"
).split()
INTRANSITIVE = (
    "fail collapse continue begin resign win lose fall rise work die return leave help "
    "happen succeed stop expire explode"
).split()

IRREGULAR = {
    "say": "said said",
    "tell": "told told",
    "write": "wrote written",
    "think": "thought thought",
    "know": "knew known",
    "show": "showed shown",
    "find": "found found",
    "understand": "understood understood",
    "leave": "left left",
    "lose": "lost lost",
    "win": "won won",
    "buy": "bought bought",
    "sell": "sold sold",
    "build": "built built",
    "pay": "paid paid",
    "break": "broke broken",
    "take": "took taken",
    "make": "made made",
    "begin": "began begun",
    "fall": "fell fallen",
    "rise": "rose risen",
    "seek": "sought sought",
    "cut": "cut cut",
    "hide": "hid hidden",
}
"""Past tense and participle of verbs that do not simply take *-ed*."""
DOUBLED = {
    "admit": "admitt",
    "cancel": "cancell",
    "stop": "stopp",
    "slam": "slamm",
    "plan": "plann",
    "ban": "bann",
    "cut": "cutt",
    "win": "winn",
    "begin": "beginn",
}
"""Stems of verbs that double their last letter before *-ed* and *-ing*."""

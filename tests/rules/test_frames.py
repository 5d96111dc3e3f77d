"""Frames on hand-built parses, the same sentences in both dialects of dependency labels."""

from __future__ import annotations

from collections import Counter

import pytest

from claimtrack.rules.frames import FRAMES
from tests.rules.shapes import Found, Shape

CLAUSES = [
    Shape(
        "speaker-verb-clause", "say",
        "The|DT bank|NN said/say|VBD that|IN trade|NN rose/rise|VBD .|.",
        "det>2 nsubj>3 root mark>6 nsubj>6 ccomp>3 punct>3",
        "det>2 nsubj>3 ROOT mark>6 nsubj>6 ccomp>3 punct>3",
        Found("The bank", "said", "trade rose"),
    ),
    Shape(
        "speaker-verb-clause", "say",
        "Trade|NN rose/rise|VBD ,|, said/say|VBD the|DT bank|NN .|.",
        "nsubj>2 ccomp>4 punct>4 root det>6 nsubj>4 punct>4",
        "nsubj>2 ccomp>4 punct>4 ROOT det>6 nsubj>4 punct>4",
        Found("the bank", "said", "Trade rose"),
    ),
    Shape(
        "speaker-verb-clause", "say",
        "The|DT bank|NN did/do|VBD n’t/not|RB say|VB the|DT plan|NN is/be|VBZ dead|JJ .|.",
        "det>2 nsubj>5 aux>5 advmod>5 root det>7 nsubj>9 cop>9 ccomp>5 punct>5",
        "det>2 nsubj>5 aux>5 neg>5 ROOT det>7 nsubj>8 ccomp>5 acomp>8 punct>5",
        Found("The bank", "didn’t say", "the plan is dead"),
    ),
    Shape(
        "speaker-verb-clause", "say",
        "Lund|NNP ,|, who|WP says/say|VBZ trade|NN rose/rise|VBD ,|, left/leave|VBD .|.",
        "nsubj>8 punct>4 nsubj>4 acl:relcl>1 nsubj>6 ccomp>4 punct>4 root punct>8",
        "nsubj>8 punct>1 nsubj>4 relcl>1 nsubj>6 ccomp>4 punct>1 ROOT punct>8",
        Found("Lund … who", "says", "trade rose"),
    ),
    Shape(
        "speaker-verb-clause", "tell",
        "He|PRP told/tell|VBD the|DT paper|NN that|IN trade|NN rose/rise|VBD .|.",
        "nsubj>2 root det>4 iobj>2 mark>7 nsubj>7 ccomp>2 punct>2",
        "nsubj>2 ROOT det>4 dobj>2 mark>7 nsubj>7 ccomp>2 punct>2",
        Found("He", "told", "trade rose", "the paper"),
    ),
    Shape(
        "speaker-verb-clause", "say",
        "The|DT bank|NN said/say|VBD so|RB .|.",
        "det>2 nsubj>3 root advmod>3 punct>3",
        "det>2 nsubj>3 ROOT advmod>3 punct>3",
        None,
    ),
]  # fmt: skip

OBJECTS = [
    Shape(
        "speaker-verb-object", "deny",
        "Norland|NNP has/have|VBZ repeatedly|RB denied/deny|VBN this|DT claim|NN .|.",
        "nsubj>4 aux>4 advmod>4 root det>6 obj>4 punct>4",
        "nsubj>4 aux>4 advmod>4 ROOT det>6 dobj>4 punct>4",
        Found("Norland", "has repeatedly denied", "this claim"),
    ),
    Shape(
        "speaker-verb-object", "accuse",
        "He|PRP accused/accuse|VBD the|DT bank|NN of|IN fraud|NN .|.",
        "nsubj>2 root det>4 obj>2 case>6 obl>2 punct>2",
        "nsubj>2 ROOT det>4 dobj>2 prep>2 pobj>5 punct>2",
        Found("He", "accused", "the bank of fraud"), ("of",),
    ),
    Shape(
        "speaker-verb-object", "accuse",
        "He|PRP accused/accuse|VBD the|DT bank|NN of|IN hiding/hide|VBG cash|NN .|.",
        "nsubj>2 root det>4 obj>2 mark>6 advcl>2 obj>6 punct>2",
        "nsubj>2 ROOT det>4 dobj>2 prep>2 pcomp>5 dobj>6 punct>2",
        Found("He", "accused", "the bank of hiding cash"), ("of",),
    ),
    Shape(
        "speaker-verb-object", "deny",
        "The|DT claim|NN which|WDT he|PRP denies/deny|VBZ spread/spread|VBD .|.",
        "det>2 nsubj>6 obj>5 nsubj>5 acl:relcl>2 root punct>6",
        "det>2 nsubj>6 dobj>5 nsubj>5 relcl>2 ROOT punct>6",
        Found("he", "denies", "The claim"),
    ),
    Shape(
        "speaker-verb-object", "deny",
        "Lund|NNP ,|, the|DT envoy|NN ,|, denied/deny|VBD talk|NN of|IN a|DT deal|NN .|.",
        "nsubj>6 punct>4 det>4 appos>1 punct>4 root obj>6 case>10 det>10 nmod>7 punct>6",
        "nsubj>6 punct>1 det>4 appos>1 punct>1 ROOT dobj>6 prep>7 det>10 pobj>8 punct>6",
        Found("Lund, the envoy", "denied", "talk of a deal"),
    ),
    Shape(
        "speaker-verb-object", "deny",
        "The|DT claim|NN was/be|VBD denied/deny|VBN by|IN him/he|PRP .|.",
        "det>2 nsubj:pass>4 aux:pass>4 root case>6 obl:agent>4 punct>4",
        "det>2 nsubjpass>4 auxpass>4 ROOT agent>4 pobj>5 punct>4",
        None,
    ),
]  # fmt: skip

INFINITIVES = [
    Shape(
        "speaker-verb-infinitive", "vow",
        "The|DT firm|NN vowed/vow|VBD to|TO pay|VB .|.",
        "det>2 nsubj>3 root mark>5 xcomp>3 punct>3",
        "det>2 nsubj>3 ROOT aux>5 xcomp>3 punct>3",
        Found("The firm", "vowed", "to pay"),
    ),
    Shape(
        "speaker-verb-infinitive", "urge",
        "He|PRP urged/urge|VBD the|DT bank|NN to|TO pay|VB .|.",
        "nsubj>2 root det>4 obj>2 mark>6 xcomp>2 punct>2",
        "nsubj>2 ROOT det>4 dobj>2 aux>6 xcomp>2 punct>2",
        Found("He", "urged", "the bank to pay"),
    ),
    Shape(
        "speaker-verb-infinitive", "want",
        "He|PRP wants/want|VBZ the|DT bank|NN to|TO pay|VB .|.",
        "nsubj>2 root det>4 obj>2 mark>6 xcomp>2 punct>2",
        "nsubj>2 ROOT det>4 nsubj>6 aux>6 ccomp>2 punct>2",
        Found("He", "wants", "the bank to pay"),
    ),
    Shape(
        "speaker-verb-infinitive", "claim",
        "He|PRP claims/claim|VBZ to|TO be|VB ill|JJ .|.",
        "nsubj>2 root mark>5 cop>5 xcomp>2 punct>2",
        "nsubj>2 ROOT aux>4 xcomp>2 acomp>4 punct>2",
        Found("He", "claims", "to be ill"),
    ),
    Shape(
        "speaker-verb-infinitive", "deny",
        "The|DT man|NN denied/deny|VBD knowing/know|VBG Lund|NNP .|.",
        "det>2 nsubj>3 root xcomp>3 obj>4 punct>3",
        "det>2 nsubj>3 ROOT xcomp>3 dobj>4 punct>3",
        Found("The man", "denied", "knowing Lund"),
    ),
    Shape(
        "speaker-verb-infinitive", "vow",
        "The|DT firm|NN vowed/vow|VBD revenge|NN .|.",
        "det>2 nsubj>3 root obj>3 punct>3",
        "det>2 nsubj>3 ROOT dobj>3 punct>3",
        None,
    ),
]  # fmt: skip

PREPOSITIONS = [
    Shape(
        "speaker-verb-preposition", "call for",
        "The|DT union|NN called/call|VBD for|IN a|DT strike|NN .|.",
        "det>2 nsubj>3 root case>6 det>6 obl>3 punct>3",
        "det>2 nsubj>3 ROOT prep>3 det>6 pobj>4 punct>3",
        Found("The union", "called for", "a strike"),
    ),
    Shape(
        "speaker-verb-preposition", "call on",
        "They|PRP called/call|VBD on|IN the|DT bank|NN to|TO pay|VB .|.",
        "nsubj>2 root case>5 det>5 obl>2 mark>7 xcomp>2 punct>2",
        "nsubj>2 ROOT prep>2 det>5 pobj>3 aux>7 xcomp>2 punct>2",
        Found("They", "called on", "the bank to pay"),
    ),
    Shape(
        "speaker-verb-preposition", "appeal to",
        "They|PRP appealed/appeal|VBD to|IN Lund|NNP to|TO go|VB .|.",
        "nsubj>2 root case>4 obl>2 mark>6 advcl>2 punct>2",
        "nsubj>2 ROOT prep>2 pobj>3 aux>6 advcl>2 punct>2",
        Found("They", "appealed to", "Lund to go"),
    ),
    Shape(
        "speaker-verb-preposition", "warn against",
        "He|PRP warned/warn|VBD against|IN leaving/leave|VBG .|.",
        "nsubj>2 root mark>4 advcl>2 punct>2",
        "nsubj>2 ROOT prep>2 pcomp>3 punct>2",
        Found("He", "warned against", "leaving"),
    ),
    Shape(
        "speaker-verb-preposition", "hit out at",
        "Lund|NNP hit/hit|VBD out|RP at|IN the|DT bank|NN .|.",
        "nsubj>2 root compound:prt>2 case>6 det>6 obl>2 punct>2",
        "nsubj>2 ROOT prt>2 prep>2 det>6 pobj>4 punct>2",
        Found("Lund", "hit out at", "the bank"),
    ),
    Shape(
        "speaker-verb-preposition", "call for",
        "The|DT strike|NN was/be|VBD called/call|VBN for|IN May|NNP .|.",
        "det>2 nsubj:pass>4 aux:pass>4 root case>6 obl>4 punct>4",
        "det>2 nsubjpass>4 auxpass>4 ROOT prep>4 pobj>5 punct>4",
        None,
    ),
]  # fmt: skip

PASSIVES = [
    Shape(
        "passive", "deny",
        "The|DT claim|NN was/be|VBD denied/deny|VBN by|IN the|DT firm|NN .|.",
        "det>2 nsubj:pass>4 aux:pass>4 root case>7 det>7 obl:agent>4 punct>4",
        "det>2 nsubjpass>4 auxpass>4 ROOT agent>4 det>7 pobj>5 punct>4",
        Found("the firm", "was denied", "The claim"),
    ),
    Shape(
        "passive", "accuse",
        "He|PRP is/be|VBZ accused/accuse|VBN of|IN fraud|NN by|IN two|CD aides/aide|NNS .|.",
        "nsubj:pass>3 aux:pass>3 root case>5 obl>3 case>8 nummod>8 obl:agent>3 punct>3",
        "nsubjpass>3 auxpass>3 ROOT prep>3 pobj>4 agent>3 nummod>8 pobj>6 punct>3",
        Found("two aides", "is accused", "He … of fraud"), ("of",),
    ),
    Shape(
        "passive", "report",
        "It|PRP was/be|VBD reported/report|VBN that|IN trade|NN rose/rise|VBD .|.",
        "expl>3 aux:pass>3 root mark>6 nsubj>6 ccomp>3 punct>3",
        "nsubjpass>3 auxpass>3 ROOT mark>6 nsubj>6 ccomp>3 punct>3",
        Found("", "was reported", "trade rose"),
    ),
    Shape(
        "passive", "believe",
        "He|PRP is/be|VBZ believed/believe|VBN to|TO be|VB ill|JJ .|.",
        "nsubj:pass>3 aux:pass>3 root mark>6 cop>6 xcomp>3 punct>3",
        "nsubjpass>3 auxpass>3 ROOT aux>5 xcomp>3 acomp>5 punct>3",
        Found("", "is believed", "He … to be ill"),
    ),
    Shape(
        "passive", "accuse",
        "The|DT man|NN accused/accuse|VBN of|IN fraud|NN fled/flee|VBD .|.",
        "det>2 nsubj>6 acl>2 case>5 obl>3 root punct>6",
        "det>2 nsubj>6 acl>2 prep>3 pobj>4 ROOT punct>6",
        Found("", "accused", "The man … of fraud"), ("of",),
    ),
    Shape(
        "passive", "deny",
        "The|DT claim|NN was/be|VBD denied/deny|VBN .|.",
        "det>2 nsubj:pass>4 aux:pass>4 root punct>4",
        "det>2 nsubjpass>4 auxpass>4 ROOT punct>4",
        None,
    ),
]  # fmt: skip

NAMES = [
    Shape(
        "naming", "call",
        "Critics/critic|NNS call|VBP the|DT plan|NN a|DT gift|NN .|.",
        "nsubj>2 root det>4 obj>2 det>6 xcomp>2 punct>2",
        "nsubj>2 ROOT det>4 dobj>2 det>6 oprd>2 punct>2",
        Found("Critics", "call", "the plan a gift"),
    ),
    Shape(
        "naming", "describe",
        "He|PRP described/describe|VBD it|PRP as|IN a|DT gift|NN .|.",
        "nsubj>2 root obj>2 case>6 det>6 obl>2 punct>2",
        "nsubj>2 ROOT dobj>2 prep>2 det>6 pobj>4 punct>2",
        Found("He", "described", "it as a gift"), ("as",),
    ),
    Shape(
        "naming", "consider",
        "Critics/critic|NNS consider|VBP the|DT plan|NN unfair|JJ .|.",
        "nsubj>2 root det>4 obj>2 xcomp>2 punct>2",
        "nsubj>2 ROOT det>4 nsubj>5 ccomp>2 punct>2",
        Found("Critics", "consider", "the plan unfair"),
    ),
    Shape(
        "naming", "call",
        "She|PRP called/call|VBD the|DT drop|NN “|`` steep|JJ ”|'' .|.",
        "nsubj>2 root det>4 obj>2 punct>6 xcomp>2 punct>6 punct>2",
        "nsubj>2 ROOT det>4 dobj>2 punct>6 oprd>2 punct>2 punct>2",
        Found("She", "called", "the drop “steep”"),
    ),
    Shape(
        "naming", "call",
        "The|DT plan|NN is/be|VBZ called/call|VBN a|DT gift|NN .|.",
        "det>2 nsubj:pass>4 aux:pass>4 root det>6 xcomp>4 punct>4",
        "det>2 nsubjpass>4 auxpass>4 ROOT det>6 oprd>4 punct>4",
        None,
    ),
]  # fmt: skip

ADJECTIVE_CLAUSES = [
    Shape(
        "speaker-adjective-clause", "confident",
        "He|PRP is/be|VBZ not|RB confident|JJ that|IN talks/talk|NNS resume|VBP .|.",
        "nsubj>4 cop>4 advmod>4 root mark>7 nsubj>7 ccomp>4 punct>4",
        "nsubj>2 ROOT neg>2 acomp>2 mark>7 nsubj>7 ccomp>4 punct>2",
        Found("He", "is not confident", "talks resume"), kind="adjective",
    ),
    Shape(
        "speaker-adjective-clause", "critical of",
        "The|DT envoy|NN was/be|VBD critical|JJ of|IN the|DT deal|NN .|.",
        "det>2 nsubj>4 cop>4 root case>7 det>7 obl>4 punct>4",
        "det>2 nsubj>3 ROOT acomp>3 prep>4 det>7 pobj>5 punct>3",
        Found("The envoy", "was critical of", "the deal"), kind="adjective",
    ),
    Shape(
        "speaker-adjective-clause", "hopeful",
        "She|PRP remains/remain|VBZ hopeful|JJ that|IN talks/talk|NNS resume|VBP .|.",
        "nsubj>2 root xcomp>2 mark>6 nsubj>6 ccomp>3 punct>2",
        "nsubj>2 ROOT acomp>2 mark>6 nsubj>6 ccomp>3 punct>2",
        Found("She", "hopeful", "talks resume"), kind="adjective",
    ),
    Shape(
        "speaker-adjective-clause", "confident",
        "He|PRP is/be|VBZ confident|JJ .|.",
        "nsubj>3 cop>3 root punct>3",
        "nsubj>2 ROOT acomp>2 punct>2",
        None, kind="adjective",
    ),
]  # fmt: skip

QUOTATIONS = [
    Shape(
        "quotation", "smile",
        "“|`` It|PRP is/be|VBZ over|RB ,|, ”|'' smiled/smile|VBD the|DT envoy|NN .|.",
        "punct>4 nsubj>4 cop>4 ccomp>7 punct>4 punct>4 root det>9 nsubj>7 punct>7",
        "punct>7 nsubj>3 ccomp>7 advmod>3 punct>7 punct>7 ROOT det>9 nsubj>7 punct>7",
        Found("the envoy", "smiled", "It is over"),
    ),
    Shape(
        "quotation", "smile",
        "Lund|NNP smiled/smile|VBD :|: “|`` It|PRP is/be|VBZ over|RB .|. ”|''",
        "nsubj>2 root punct>7 punct>7 nsubj>7 cop>7 parataxis>2 punct>7 punct>7",
        "nsubj>2 ROOT punct>2 punct>2 nsubj>6 ccomp>2 advmod>6 punct>2 punct>2",
        Found("Lund", "smiled", "It is over"),
    ),
    Shape(
        "quotation", "laugh",
        "“|`` Never|RB ,|, ”|'' the|DT envoy|NN laughed/laugh|VBD .|.",
        "punct>2 ccomp>7 punct>2 punct>2 det>6 nsubj>7 root punct>7",
        "punct>7 neg>7 punct>7 punct>7 det>6 nsubj>7 ROOT punct>7",
        Found("the envoy", "laughed", "Never"),
    ),
    Shape(
        "quotation", "smile",
        "The|DT envoy|NN smiled/smile|VBD .|.",
        "det>2 nsubj>3 root punct>3",
        "det>2 nsubj>3 ROOT punct>3",
        None,
    ),
]  # fmt: skip

PHRASES = [
    Shape(
        "phrase", "accord to",
        "Trade|NN rose/rise|VBD ,|, according/accord|VBG to|IN the|DT bank|NN .|.",
        "nsubj>2 root punct>7 case>7 fixed>4 det>7 obl>2 punct>2",
        "nsubj>2 ROOT punct>2 prep>2 prep>4 det>7 pobj>5 punct>2",
        Found("the bank", "according to", "Trade rose"), kind="phrase",
    ),
    Shape(
        "phrase", "accord to",
        "According/accord|VBG to|IN Lund|NNP ,|, the|DT deal|NN is/be|VBZ dead|JJ .|.",
        "case>3 fixed>1 obl>8 punct>3 det>6 nsubj>8 cop>8 root punct>8",
        "prep>7 prep>1 pobj>2 punct>7 det>6 nsubj>7 ROOT acomp>7 punct>7",
        Found("Lund", "According to", "the deal is dead"), kind="phrase",
    ),
    Shape(
        "phrase", "by estimate",
        "By|IN her|PRP$ estimate|NN ,|, trade|NN rose/rise|VBD .|.",
        "case>3 nmod:poss>3 obl>6 punct>3 nsubj>6 root punct>6",
        "prep>6 poss>3 pobj>1 punct>6 nsubj>6 ROOT punct>6",
        Found("her", "By … estimate", "trade rose"), kind="possessed",
    ),
    Shape(
        "phrase", "accord to",
        "The|DT envoy|NN said/say|VBD trade|NN rose/rise|VBD ,|, according/accord|VBG to|IN Lund|NNP .|.",
        "det>2 nsubj>3 root nsubj>5 ccomp>3 punct>9 case>9 fixed>7 obl>5 punct>3",
        "det>2 nsubj>3 ROOT nsubj>5 ccomp>3 punct>5 prep>5 prep>7 pobj>8 punct>3",
        Found("Lund", "according to", "The envoy said trade rose"), kind="phrase",
    ),
]  # fmt: skip

NOUNS = [
    Shape(
        "noun-clause", "claim",
        "The|DT claim|NN that|IN trade|NN rose/rise|VBD spread/spread|VBD .|.",
        "det>2 nsubj>6 mark>5 nsubj>5 acl>2 root punct>6",
        "det>2 nsubj>6 mark>5 nsubj>5 acl>2 ROOT punct>6",
        Found("", "claim", "trade rose"), kind="noun",
    ),
    Shape(
        "noun-clause", "fear",
        "Fears/fear|NNS of|IN a|DT strike|NN grew/grow|VBD .|.",
        "nsubj>5 case>4 det>4 nmod>1 root punct>5",
        "nsubj>5 prep>1 det>4 pobj>2 ROOT punct>5",
        Found("", "Fears", "of a strike"), ("of",), "noun",
    ),
    Shape(
        "noun-clause", "warning",
        "The|DT bank|NN issued/issue|VBD a|DT warning|NN that|IN trade|NN fell/fall|VBD .|.",
        "det>2 nsubj>3 root det>5 obj>3 mark>8 nsubj>8 acl>5 punct>3",
        "det>2 nsubj>3 ROOT det>5 dobj>3 mark>8 nsubj>8 acl>5 punct>3",
        Found("The bank", "issued … warning", "trade fell"), kind="noun",
    ),
    Shape(
        "noun-clause", "claim",
        "Lund|NNP ’s|POS claim|NN that|IN trade|NN rose/rise|VBD spread/spread|VBD .|.",
        "nmod:poss>3 case>1 nsubj>7 mark>6 nsubj>6 acl>3 root punct>7",
        "poss>3 case>1 nsubj>7 mark>6 nsubj>6 acl>3 ROOT punct>7",
        Found("Lund", "claim", "trade rose"), kind="noun",
    ),
    Shape(
        "noun-clause", "claim",
        "The|DT claim|NN spread/spread|VBD .|.",
        "det>2 nsubj>3 root punct>3",
        "det>2 nsubj>3 ROOT punct>3",
        None, kind="noun",
    ),
]  # fmt: skip

ADJECTIVES = [
    Shape(
        "adjective", "alleged",
        "The|DT alleged|JJ support|NN fell/fall|VBD .|.",
        "det>3 amod>3 nsubj>4 root punct>4",
        "det>3 amod>3 nsubj>4 ROOT punct>4",
        Found("", "alleged", "support"), kind="adjective",
    ),
    Shape(
        "adjective", "alleged",
        "Norland|NNP ’s|POS alleged|JJ support|NN of|IN rebels/rebel|NNS fell/fall|VBD .|.",
        "nmod:poss>4 case>1 amod>4 nsubj>7 case>6 nmod>4 root punct>7",
        "poss>4 case>1 amod>4 nsubj>7 prep>4 pobj>5 ROOT punct>7",
        Found("", "alleged", "support of rebels"), kind="adjective",
    ),
    Shape(
        "adjective", "alleged",
        "Police|NNS held/hold|VBD three|CD alleged|JJ spies/spy|NNS in|IN May|NNP .|.",
        "nsubj>2 root nummod>5 amod>5 obj>2 case>7 obl>2 punct>2",
        "nsubj>2 ROOT nummod>5 amod>5 dobj>2 prep>2 pobj>6 punct>2",
        Found("", "alleged", "spies"), kind="adjective",
    ),
    Shape(
        "adjective", "alleged",
        "The|DT support|NN was/be|VBD alleged|JJ .|.",
        "det>2 nsubj>4 cop>4 root punct>4",
        "det>2 nsubj>3 ROOT acomp>3 punct>3",
        None, kind="adjective",
    ),
]  # fmt: skip

ADVERBS = [
    Shape(
        "adverb", "reportedly",
        "The|DT envoy|NN has/have|VBZ reportedly|RB left/leave|VBN .|.",
        "det>2 nsubj>5 aux>5 advmod>5 root punct>5",
        "det>2 nsubj>5 aux>5 advmod>5 ROOT punct>5",
        Found("", "reportedly", "The envoy has … left"), kind="adverb",
    ),
    Shape(
        "adverb", "reportedly",
        "The|DT plan|NN is/be|VBZ reportedly|RB dead|JJ .|.",
        "det>2 nsubj>5 cop>5 advmod>5 root punct>5",
        "det>2 nsubj>3 ROOT advmod>3 acomp>3 punct>3",
        Found("", "reportedly", "The plan is … dead"), kind="adverb",
    ),
    Shape(
        "adverb", "reportedly",
        "He|PRP left/leave|VBD and|CC she|PRP reportedly|RB stayed/stay|VBD .|.",
        "nsubj>2 root cc>6 nsubj>6 advmod>6 conj>2 punct>2",
        "nsubj>2 ROOT cc>2 nsubj>6 advmod>6 conj>2 punct>6",
        Found("", "reportedly", "she … stayed"), kind="adverb",
    ),
    Shape(
        "adverb", "reportedly",
        "He|PRP said/say|VBD reportedly|RB .|.",
        "nsubj>2 root obj>2 punct>2",
        "nsubj>2 ROOT dobj>2 punct>2",
        None, kind="adverb",
    ),
]  # fmt: skip

LABEL = [
    Shape(
        "label", ":",
        "Minister|NN :|: taxes/tax|NNS will|MD fall|VB",
        "root punct>1 nsubj>5 aux>5 parataxis>1",
        "ROOT punct>1 nsubj>5 aux>5 acl>1",
        Found("Minister", ":", "taxes will fall"), kind="label",
    ),
    Shape(
        "label", ":",
        "A|NN :|: Never|RB .|.",
        "root punct>1 parataxis>1 punct>1",
        "ROOT punct>1 neg>1 punct>1",
        Found("A", ":", "Never"), kind="label",
    ),
    Shape(
        "label", ":",
        "Ada|NNP Lund|NNP :|: The|DT deal|NN is/be|VBZ dead|JJ .|.",
        "root flat>1 punct>7 det>5 nsubj>7 cop>7 parataxis>1 punct>1",
        "compound>2 ROOT punct>2 det>5 nsubj>6 appos>2 acomp>6 punct>2",
        Found("Ada Lund", ":", "The deal is dead"), kind="label",
    ),
    Shape(
        "label", ":",
        "The|DT latest|JJ :|: rain|NN fell/fall|VBD .|.",
        "det>2 root punct>5 nsubj>5 parataxis>2 punct>2",
        "det>2 ROOT punct>2 nsubj>5 acl>2 punct>2",
        None, kind="label",
    ),
]  # fmt: skip

SILENCES = [
    Shape(
        "silence", "decline to comment",
        "The|DT firm|NN declined/decline|VBD to|TO comment|VB .|.",
        "det>2 nsubj>3 root mark>5 xcomp>3 punct>3",
        "det>2 nsubj>3 ROOT aux>5 xcomp>3 punct>3",
        Found("The firm", "declined to comment", ""), kind="silence",
    ),
    Shape(
        "silence", "respond to",
        "The|DT firm|NN did/do|VBD not|RB respond|VB to|IN questions/question|NNS .|.",
        "det>2 nsubj>5 aux>5 advmod>5 root case>7 obl>5 punct>5",
        "det>2 nsubj>5 aux>5 neg>5 ROOT prep>5 pobj>6 punct>5",
        Found("The firm", "did not respond to", "questions"), kind="silence", negation=True,
    ),
    Shape(
        "silence", "return call",
        "Lund|NNP did/do|VBD not|RB return|VB calls/call|NNS .|.",
        "nsubj>4 aux>4 advmod>4 root obj>4 punct>4",
        "nsubj>4 aux>4 neg>4 ROOT dobj>4 punct>4",
        Found("Lund", "did not return", "calls"), kind="silence", negation=True,
    ),
    Shape(
        "silence", "unavailable for comment",
        "Lund|NNP was/be|VBD unavailable|JJ for|IN comment|NN .|.",
        "nsubj>3 cop>3 root case>5 obl>3 punct>3",
        "nsubj>2 ROOT acomp>2 prep>3 pobj>4 punct>2",
        Found("Lund", "was unavailable for comment", ""), kind="silence",
    ),
    Shape(
        "silence", "respond",
        "The|DT firm|NN responded/respond|VBD .|.",
        "det>2 nsubj>3 root punct>3",
        "det>2 nsubj>3 ROOT punct>3",
        None, kind="silence", negation=True,
    ),
]  # fmt: skip

SHAPES = [
    *CLAUSES, *OBJECTS, *INFINITIVES, *PREPOSITIONS, *PASSIVES, *NAMES, *ADJECTIVE_CLAUSES, *QUOTATIONS, *PHRASES,
    *NOUNS, *ADJECTIVES, *ADVERBS, *LABEL, *SILENCES,
]  # fmt: skip


@pytest.mark.parametrize("dialect", ["universal", "clearnlp"])
@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_frame_in_both_dialects(shape: Shape, dialect: str) -> None:
    assert shape.find(dialect) == shape.found


def test_every_frame_has_three_shapes_that_hold() -> None:
    holding = Counter(shape.frame for shape in SHAPES if shape.found is not None)
    assert set(holding) == set(FRAMES)
    assert min(holding.values()) >= 3

"""Sentences of who says what, built with their annotation: the constructions that the treebanks
hold too few of.

Short subject and present tense (*Pakistan denies this support*), headlines, inverted and
interrupted quotations, *according to*, colons, datelines, nouns with a clause, participles. Words
are drawn at random from `lexicon`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from training import lexicon as lex
from training.tree import (
    Node,
    adverb,
    auxiliary,
    determiner,
    flatten,
    mark,
    modal,
    negation,
    node,
    plural,
    preposition,
    that,
    to,
    verb,
)
from training.treebank import Sentence

FIRST = lex.FEMALE + lex.MALE
PRONOUNS = {
    "he": "Masc|Number=Sing",
    "she": "Fem|Number=Sing",
    "it": "Neut|Number=Sing",
    "they": "",
}


class Grammar:
    """Draws phrases. Every method returns a new tree whose root has the role asked for."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    # --- noun phrases --------------------------------------------------------------------------

    def actor(self, role: str = "nsubj", short: bool = False) -> Node:
        """Somebody or something that may speak; `short`: of one or two words."""
        kinds: list[Callable[[], Node]] = [
            self.person,
            self.country,
            self.organisation,
            self.role,
            self.roles,
        ]
        weights = [4, 2, 3, 3, 2]
        if not short:
            kinds += [self.spokesman, self.titled_person, self.person_with_role, self.pronoun]
            weights += [2, 2, 1, 3]
        return self.rng.choices(kinds, weights)[0]().as_(role)

    def person(self) -> Node:
        """A bare surname, a full name, or a surname after Mr, Ms, Dr …"""
        surname, form = self.rng.choice(lex.SURNAMES), self.rng.random()
        if form < 0.35:
            return node(surname, "PROPN", "NNP", "Number=Sing", name="PER")
        if form < 0.6:
            title = node(
                self.rng.choice(lex.TITLES), "PROPN", "NNP", "Number=Sing", role="nmod:desc"
            )
            return node(surname, "PROPN", "NNP", "Number=Sing", name="PER").before(title)
        last = node(surname, "PROPN", "NNP", "Number=Sing", role="flat", name="PER")
        return node(self.rng.choice(FIRST), "PROPN", "NNP", "Number=Sing", name="PER").after(last)

    def country(self) -> Node:
        return node(self.rng.choice(lex.COUNTRIES), "PROPN", "NNP", "Number=Sing", name="LOC")

    def city(self, role: str) -> Node:
        return node(
            self.rng.choice(lex.CITIES), "PROPN", "NNP", "Number=Sing", name="LOC", role=role
        )

    def organisation(self) -> Node:
        if self.chance(0.5):
            words = self.rng.choice(lex.ORGANISATIONS).split()
        else:
            words = ["the"] * self.chance(0.3) + [
                self.rng.choice(lex.ORGANISATION_NAMES),
                self.rng.choice(lex.ORGANISATION_HEADS),
            ]
        article = [determiner("the")] if words[0] == "the" else []
        names = [word for word in words if word != "the"]
        if "for" in names or "of" in names or names[0] in ("Human", "Amnesty", "Scotland"):
            names, article = (
                [self.rng.choice(lex.ORGANISATION_NAMES), "Institute"],
                [determiner("the")],
            )
        before = [
            node(word, "PROPN", "NNP", "Number=Sing", role="compound", name="ORG")
            for word in names[:-1]
        ]
        return node(names[-1], "PROPN", "NNP", "Number=Sing", name="ORG").before(*article, *before)

    def role(self, article: str = "") -> Node:
        article = article or self.rng.choice(["the", "the", "the", "a", "this"])
        noun = self.rng.choice(lex.ROLES)
        before = [self._role_modifier()] if self.chance(0.25) else []
        first = (before[0].word.form if before else noun)[0]
        article = "an" if article == "a" and first in "aeio" else article
        return node(noun, "NOUN", "NN", "Number=Sing").before(determiner(article), *before)

    def _role_modifier(self) -> Node:
        """*Finance* minister."""
        modifier = self.rng.choice(lex.ROLE_MODIFIERS)
        return node(modifier, "NOUN", "NN", "Number=Sing", role="compound")

    def roles(self) -> Node:
        noun = self.rng.choice(lex.PLURAL_ROLES)
        found = node(
            noun,
            "NOUN",
            "NNS",
            "Number=Plur",
            lemma="police" if noun == "police" else _singular(noun),
        )
        found.plural = True
        before = [determiner("the")] if self.chance(0.3) else []
        if self.chance(0.25):
            before.append(
                node(self.rng.choice(lex.NOUN_ADJECTIVES), "ADJ", "JJ", "Degree=Pos", role="amod")
            )
        return found.before(*before)

    def spokesman(self) -> Node:
        """A spokesman for the bank."""
        noun = self.rng.choice(
            [
                "spokesman",
                "spokeswoman",
                "spokesperson",
                "lawyer",
                "director",
                "official",
                "adviser",
            ]
        )
        whom = self.rng.choice([self.organisation, self.role, self.person])().as_("nmod")
        article = "an" if noun[0] in "ao" else "a"
        return (
            node(noun, "NOUN", "NN", "Number=Sing")
            .before(determiner(article))
            .after(whom.before(preposition("for")))
        )

    def titled_person(self) -> Node:
        """Finance minister Karim Haddad, or Finance Minister Karim Haddad."""
        words = [self.rng.choice(lex.ROLES[:30])]
        if self.chance(0.5):
            words.insert(0, self.rng.choice(lex.ROLE_MODIFIERS[4:]))
        if self.chance(0.5):
            parts = [node(word.capitalize(), "PROPN", "NNP", "Number=Sing") for word in words]
        else:
            parts = [node(word, "NOUN", "NN", "Number=Sing") for word in words]
        title = parts[-1].as_("nmod:desc").before(*(part.as_("compound") for part in parts[:-1]))
        last = node(self.rng.choice(lex.SURNAMES), "PROPN", "NNP", "Number=Sing", name="PER")
        first = node(self.rng.choice(FIRST), "PROPN", "NNP", "Number=Sing", name="PER")
        return first.before(title).after(last.as_("flat"))

    def person_with_role(self) -> Node:
        """Karim Haddad, the mayor of Basra,"""
        what = self.role("the").as_("appos")
        if self.chance(0.5):
            what.after(self.city("nmod").before(preposition("of")))
        return self.person().after(what.before(mark(",")).after(mark(",")))

    def pronoun(self) -> Node:
        form = self.rng.choice(["he", "he", "she", "she", "they", "it"])
        gender = f"Gender={PRONOUNS[form]}" if PRONOUNS[form] else "Number=Plur"
        found = node(form, "PRON", "PRP", f"Case=Nom|{gender}|Person=3|PronType=Prs")
        found.plural = form == "they"
        return found

    def thing(self, role: str, bare: bool = False) -> Node:
        """A thing: the new deal, any wrongdoing, this support; `bare` as in a headline."""
        article = (
            ""
            if bare
            else self.rng.choice(["the", "the", "the", "a", "this", "this", "that", "any"])
        )
        noun = self.rng.choice(
            lex.THINGS if article in ("a", "the") or self.chance(0.5) else lex.ABSTRACT
        )
        many = noun in (
            "ties",
            "links",
            "cuts",
            "rumours",
            "charges",
            "reports",
            "plans",
            "talks",
            "losses",
            "sanctions",
            "delays",
        )
        article = (
            {"this": "these", "that": "the", "a": ""}.get(article, article) if many else article
        )
        adjective = (
            [node(self.rng.choice(lex.NOUN_ADJECTIVES), "ADJ", "JJ", "Degree=Pos", role="amod")]
            if self.chance(0.3)
            else []
        )
        first = (adjective[0].word.form if adjective else noun)[0]
        article = "an" if article == "a" and first in "aeio" else article
        found = node(
            noun,
            "NOUN",
            "NNS" if many else "NN",
            "Number=Plur" if many else "Number=Sing",
            lemma=_singular(noun) if many else noun,
            role=role,
        )
        found.plural = many
        found.before(*([determiner(article)] if article else []), *adjective)
        if self.chance(0.2):
            other = node(
                self.rng.choice(lex.ABSTRACT[:16]), "NOUN", "NN", "Number=Sing", role="nmod"
            )
            found.after(
                other.before(preposition(self.rng.choice(["of", "on", "over", "about", "in"])))
            )
        return found

    # --- clauses -------------------------------------------------------------------------------

    def clause(self, bare: bool = False) -> Node:
        """What is reported: a subject and a verb or adjective, in various tenses; `bare` as in a
        headline.
        """
        subject = self.thing("nsubj", bare) if self.chance(0.5) else self.actor(short=bare)
        if self.chance(0.3):
            return self._copular(subject, bare)
        if self.chance(0.25):
            return self._passive(subject)
        transitive = self.chance(0.65)
        lemma = self.rng.choice(lex.FACT_VERBS if transitive else lex.INTRANSITIVE)
        predicate = self._finite(lemma, subject, bare)
        if transitive:
            predicate.after(self.thing("obj", bare))
        if self.chance(0.25):
            predicate.after(
                self.place()
                if self.chance(0.5)
                else adverb(self.rng.choice(["again", "soon", "yesterday", "today"]))
            )
        return predicate

    def _finite(self, lemma: str, subject: Node, bare: bool = False) -> Node:
        form = self.rng.random()
        if bare and form < 0.3:
            return verb(lemma, "VB").before(subject, to())
        if form < 0.3:
            return verb(lemma, "VB").before(
                subject,
                modal(self.rng.choice(lex.MODALS)),
                *([negation()] if self.chance(0.3) else []),
            )
        if form < 0.4:
            return verb(lemma, "VBN").before(
                subject, auxiliary("have", self.rng.choice(["VBZ", "VBD"]), subject)
            )
        if form < 0.5:
            return verb(lemma, "VB").before(
                subject,
                auxiliary("do", self.rng.choice(["VBZ", "VBD"]), subject),
                negation(self.rng.choice(["not", "n't"])),
            )
        if form < 0.6:
            return verb(lemma, "VBG").before(
                subject, auxiliary("be", self.rng.choice(["VBZ", "VBD"]), subject)
            )
        return verb(lemma, "VBZ" if bare or form < 0.75 else "VBD", subject).before(subject)

    def _passive(self, subject: Node) -> Node:
        lemma, form = self.rng.choice(lex.FACT_VERBS), self.rng.random()
        subject.as_("nsubj:pass")
        if form < 0.3:
            helpers = [modal(self.rng.choice(lex.MODALS)), auxiliary("be", "VB", role="aux:pass")]
        elif form < 0.5:
            helpers = [
                auxiliary("have", self.rng.choice(["VBZ", "VBD"]), subject),
                auxiliary("be", "VBN", role="aux:pass"),
            ]
        else:
            helpers = [auxiliary("be", self.rng.choice(["VBZ", "VBD"]), subject, role="aux:pass")]
        found = verb(lemma, "VBN", passive=True).before(subject, *helpers)
        return (
            found.after(self.actor("obl:agent", short=True).before(preposition("by")))
            if self.chance(0.2)
            else found
        )

    def _copular(self, subject: Node, bare: bool) -> Node:
        no = [negation()] if self.chance(0.2) else []
        if self.chance(0.4):
            copula = [modal(self.rng.choice(lex.MODALS)), *no, auxiliary("be", "VB", role="cop")]
        elif bare and self.chance(0.3):
            copula = [to(), auxiliary("be", "VB", role="cop")]
        else:
            copula = [auxiliary("be", self.rng.choice(["VBZ", "VBD"]), subject, role="cop"), *no]
        return node(self.rng.choice(lex.ADJECTIVES), "ADJ", "JJ", "Degree=Pos").before(
            subject, *copula
        )

    def place(self) -> Node:
        return self.city("obl").before(preposition("in"))

    # --- reporting verbs -----------------------------------------------------------------------

    def speaks(self, lemma: str, subject: Node, inverted: bool = False, bare: bool = False) -> Node:
        """A reporting verb with its subject before or, `inverted`, behind it."""
        tag = "VBZ" if bare else self.rng.choice(["VBZ", "VBD", "VBD"])
        found = verb(lemma, tag, subject)
        if lemma == "point":
            found.after(node("out", "ADP", "RP", role="compound:prt"))
        if inverted:
            return found.after(subject)
        if not bare and self.chance(0.15):
            found = verb(lemma, "VBN").before(
                auxiliary("have", self.rng.choice(["VBZ", "VBD"]), subject)
            )
        elif not bare and self.chance(0.06):
            found = verb(lemma, "VB").before(modal(self.rng.choice(lex.MODALS)))
        elif not bare and self.chance(0.06):
            found = verb(lemma, "VB").before(auxiliary("do", "VBD", subject), negation())
        if lemma == "point" and not found.right:
            found.after(node("out", "ADP", "RP", role="compound:prt"))
        return found.before(
            subject, *([adverb(self.rng.choice(lex.ADVERBS))] if self.chance(0.06) else [])
        )

    def told(self, found: Node) -> Node:
        """Whom it was told to, if the verb wants that."""
        if found.word.lemma == "tell":
            found.after(
                self.rng.choice([self.organisation, self.roles, self.person, self.role])().as_(
                    "iobj"
                )
            )
        return found

    # --- sentences -----------------------------------------------------------------------------

    def indirect(self) -> Node:
        """The bank said (that) the deal would fail."""
        found = self.told(
            self.speaks(self.rng.choice(lex.CLAUSE_CUES), self.actor(short=self.chance(0.5)))
        )
        clause = self.clause().as_("ccomp")
        return found.after(clause.before(that()) if self.chance(0.5) else clause)

    def transitive(self) -> Node:
        """Pakistan denies this support."""
        return self.speaks(
            self.rng.choice(lex.OBJECT_CUES), self.actor(short=self.chance(0.7))
        ).after(self.thing("obj"))

    def headline(self) -> Node:
        """Minister denies leak; Bank rejects claim of fraud; Fed to raise rates, officials say."""
        subject = self._bare_actor()
        form = self.rng.random()
        if form < 0.55:
            return self.speaks(self.rng.choice(lex.OBJECT_CUES), subject, bare=True).after(
                self.thing("obj", bare=True)
            )
        if form < 0.75:
            return self.speaks(
                self.rng.choice(lex.CLAUSE_CUES[:1] * 8 + lex.CLAUSE_CUES[2:]), subject, bare=True
            ).after(self.clause(bare=True).as_("ccomp"))
        if form < 0.9:
            found = self.speaks(
                self.rng.choice(["say", "say", "report", "warn", "claim"]), subject, bare=True
            )
            return found.before(self.clause(bare=True).as_("ccomp"), mark(","))
        return (
            verb(self.rng.choice(lex.FACT_VERBS), "VB")
            .before(subject, to())
            .after(self.thing("obj", bare=True))
        )

    def _bare_actor(self) -> Node:
        if self.chance(0.5):
            return self.rng.choice([self.country, self.person, self.organisation])().as_("nsubj")
        if self.chance(0.35):
            return self.roles().as_("nsubj")
        found = node(self.rng.choice(lex.ROLES), "NOUN", "NN", "Number=Sing", role="nsubj")
        return found.before(self._role_modifier()) if self.chance(0.3) else found

    def postposed(self) -> Node:
        """“The deal is dead,” said the minister; The deal is dead, the minister said."""
        inverted, quoted = self.chance(0.5), self.chance(0.75)
        subject = self.actor(short=inverted or self.chance(0.5))
        if inverted and subject.word.upos == "PRON":
            subject = self.person().as_("nsubj")
        found = self.told(
            self.speaks(self.rng.choice(lex.QUOTE_CUES + ["say"] * 8), subject, inverted)
        )
        said = self.clause().as_("ccomp")
        around = [mark("``"), said, mark(","), mark("''")] if quoted else [said, mark(",")]
        return found.before(*around)

    def interrupted(self) -> Node:
        """“It is over,” said Ms Lund, “and the deal has failed.”"""
        found = self.postposed()
        second = self.clause().as_("parataxis")
        if self.chance(0.4):
            second.before(node(self.rng.choice(["and", "but"]), "CCONJ", "CC", role="cc"))
        if found.left[0].word.xpos != "``":
            return found
        return found.after(mark(","), mark("``"), second.after(mark(".")), mark("''"))

    def preposed(self) -> Node:
        """The minister said: “The deal is dead.”"""
        subject = self.actor()
        found = self.told(
            self.speaks(self.rng.choice(lex.QUOTE_CUES + ["say", "tell"] * 3), subject)
        )
        return found.after(
            mark(self.rng.choice([":", ","])),
            mark("``"),
            self.clause().as_("ccomp").after(mark(".")),
            mark("''"),
        )

    def according(self) -> Node:
        """According to the union, the strike will end; … , according to the union."""
        according = node(
            "according", "VERB", "VBG", "Tense=Pres|VerbForm=Part", lemma="accord", role="case"
        )
        according.after(node("to", "ADP", "IN", role="fixed"))
        source = self.actor("obl", short=self.chance(0.6))
        if source.word.upos == "PRON":
            source = self.organisation().as_("obl")
        source.before(according)
        clause = self.clause()
        return (
            clause.before(source, mark(","))
            if self.chance(0.5)
            else clause.after(mark(","), source)
        )

    def colon(self) -> Node:
        """Haddad: the deal is dead."""
        said = self.clause(bare=self.chance(0.5)).as_("parataxis")
        return self.rng.choice(
            [self.person, self.organisation, self.country, self.titled_person]
        )().after(mark(":"), said)

    def dateline(self) -> Node:
        """KARACHI: The bank said …"""
        city = self.city("").word.form.upper()
        place = node(city, "PROPN", "NNP", "Number=Sing", lemma=city.capitalize(), name="LOC")
        return place.after(mark(self.rng.choice([":", "-"])), self.sentence_core().as_("parataxis"))

    def noun_cue(self) -> Node:
        """The bank rejected the claim that the deal is dead; The claim that the deal is dead is
        false.
        """
        noun = node(self.rng.choice(lex.CUE_NOUNS), "NOUN", "NN", "Number=Sing", role="obj").before(
            determiner("the")
        )
        noun.after(self.clause().as_("acl").before(that()))
        if self.chance(0.6):
            return self.speaks(self.rng.choice(lex.OBJECT_CUES), self.actor()).after(noun)
        return self._copular(noun.as_("nsubj"), bare=False)

    def relative(self) -> Node:
        """The minister, who has denied wrongdoing, resigned."""
        who = node("who", "PRON", "WP", "PronType=Rel", role="nsubj")
        subject = self.rng.choice([self.person, self.role, self.titled_person])().as_("nsubj")
        clause = (
            self.speaks(self.rng.choice(lex.OBJECT_CUES), who)
            .after(self.thing("obj"))
            .as_("acl:relcl")
        )
        found = self._finite(self.rng.choice(lex.INTRANSITIVE), subject)
        subject.after(clause.before(mark(",")).after(mark(",")))
        return found

    def participle(self) -> Node:
        """The union left the talks, blaming the firm."""
        subject = self.actor(short=self.chance(0.6))
        found = self._finite(self.rng.choice(lex.FACT_VERBS), subject).after(self.thing("obj"))
        if self.chance(0.5):
            reporting = verb(self.rng.choice(lex.OBJECT_CUES), "VBG", role="advcl").after(
                self.thing("obj")
            )
        else:
            reporting = verb(
                self.rng.choice(lex.CLAUSE_CUES[:1] * 4 + lex.CLAUSE_CUES[2:-1]),
                "VBG",
                role="advcl",
            )
            clause = self.clause().as_("ccomp")
            reporting.after(clause.before(that()) if self.chance(0.6) else clause)
        return found.after(reporting.before(mark(",")))

    def infinitive(self) -> Node:
        """The bank threatened to cut the loan; The firm declined to comment."""
        subject = self.actor(short=self.chance(0.6))
        if self.chance(0.3):
            return self.speaks("decline", subject).after(
                verb("comment", "VB", role="xcomp").before(to())
            )
        what = (
            verb(self.rng.choice(lex.FACT_VERBS), "VB", role="xcomp")
            .before(to())
            .after(self.thing("obj"))
        )
        return self.speaks(
            self.rng.choice(
                "threaten pledge demand agree plan want claim offer decide seek".split()
            ),
            subject,
        ).after(what)

    def conjoined(self) -> Node:
        """The bank denied the claim and said the deal was dead."""
        found = self.transitive()
        tag = found.word.xpos if found.word.xpos in ("VBD", "VBZ") else "VBD"
        second = self.told(
            verb(self.rng.choice(lex.CLAUSE_CUES[:1] * 6 + lex.CLAUSE_CUES[2:-1]), tag, role="conj")
        )
        return found.after(
            second.before(node("and", "CCONJ", "CC", role="cc")).after(self.clause().as_("ccomp"))
        )

    def sentence_core(self) -> Node:
        return self.rng.choice([self.indirect, self.transitive, self.indirect, self.infinitive])()


_KINDS: tuple[tuple[str, int], ...] = (
    ("indirect", 5),
    ("transitive", 6),
    ("headline", 5),
    ("postposed", 6),
    ("interrupted", 2),
    ("preposed", 2),
    ("according", 2),
    ("colon", 1),
    ("dateline", 1),
    ("noun_cue", 2),
    ("relative", 1),
    ("participle", 2),
    ("infinitive", 2),
    ("conjoined", 1),
)


def sentences(rng: random.Random, count: int) -> Iterator[Sentence]:
    """That many sentences; headlines, which have no full stop, are each a document of its own."""
    grammar = Grammar(rng)
    kinds, weights = zip(*_KINDS, strict=False)
    for number in range(count):
        kind = rng.choices(kinds, weights)[0]
        tree = getattr(grammar, kind)()
        last = tree.right[-1].word.xpos if tree.right else ""
        if kind != "headline" and last != "''":
            tree.after(mark("."))
        yield replace(
            flatten(tree), document=f"headline {number}" if kind == "headline" else "template"
        )


def _singular(noun: str) -> str:
    """The lemma of a plural in the lexicon."""
    for candidate in (noun[:-3] + "y", noun[:-2], noun[:-1]):
        if plural(candidate) == noun:
            return candidate
    return noun

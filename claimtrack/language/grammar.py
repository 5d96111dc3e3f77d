"""Grammar: the only place that knows dependency labels.

Two dialects give one set of roles: Universal Dependencies (the embedded model) as they are, and
the ClearNLP labels (``en_core_web_*``), rehung so that prepositions and copulas hang from the
words that they introduce. All questions below are asked of the roles, never of a dialect.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import ClassVar, Protocol

from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken

from claimtrack.language.calendar import MONTHS, WEEKDAYS
from claimtrack.language.parse import Parse, Token

Arc = tuple[int, str]
"""The number of a token's head in its Doc (its own for a root), and its role."""

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_DAYS = WEEKDAYS | {"today", "yesterday"}
_GOVERNING = frozenset((word,) for word in "about against for from of on over with".split())
_TO = frozenset({"to"})
_LINKS = frozenset({"that", "whether"})
_OBJECTS = frozenset({"obj"})
_PREPOSITIONAL = frozenset(
    {"obl", "nmod", "obl:agent", "obl:tmod", "obl:unmarked", "nmod:unmarked"}
)
_ADVERBIAL_CLAUSES = frozenset({"advcl", "acl", "advcl:relcl"})
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
_ASIDES = frozenset({"parataxis", "discourse", "vocative", "dislocated"})
_AUXILIARIES = frozenset({"aux", "aux:pass"})
_CLAUSE_ROLES = frozenset(
    {
        "root",
        "ccomp",
        "advcl",
        "acl:relcl",
        "parataxis",
        "csubj",
        "csubj:pass",
        "advcl:relcl",
        "acl",
        "xcomp",
    }
)
_NEGATORS = frozenset(
    {"not", "n't", "n’t", "never", "neither", "nor", "no longer", "hardly", "nobody", "none"}
)
_PERSONAL_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "DT", "CD", "JJ", "WDT"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


class Dialect(Protocol):
    """Reads a parsed Doc's labels into the house's roles."""

    def arcs(self, doc: Doc) -> list[Arc]:
        """The head and role of every token."""
        ...


class Universal:
    """Universal Dependencies, as treebanks have them."""

    def arcs(self, doc: Doc) -> list[Arc]:
        return [(token.head.i, token.dep_ if token.dep_ != "ROOT" else "root") for token in doc]


class ClearNlp:
    """The labels of ``en_core_web_*``, rehung into the shapes of Universal Dependencies."""

    _ROLES: ClassVar[dict[str, str]] = {
        "ROOT": "root", "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj",
        "auxpass": "aux:pass", "neg": "advmod", "relcl": "acl:relcl", "poss": "nmod:poss", "prt": "compound:prt",
        "oprd": "xcomp", "acomp": "xcomp", "attr": "xcomp", "npadvmod": "obl", "predet": "det", "intj": "discourse",
        "meta": "discourse", "quantmod": "advmod", "preconj": "cc",
    }  # fmt: skip

    def arcs(self, doc: Doc) -> list[Arc]:
        arcs = [(token.head.i, self._role(token)) for token in doc]
        for token in doc:
            if (
                token.dep_ in ("prep", "agent", "dative") and token.pos_ != "PRON"
            ) or self._ends_preposition(token):
                self._hang_preposition(token, arcs)
            elif token.dep_ == "ccomp":
                self._raise_subject(token, arcs)
            elif token.dep_ in ("conj", "relcl", "appos"):
                self._hang_marks(token, arcs)
        for token in doc:
            if token.lemma_ == "be":
                self._hang_copula(token, arcs)
        return arcs

    def _role(self, token: SpacyToken) -> str:
        if token.dep_ == "aux" and token.tag_ == "TO":
            return "mark"
        return self._ROLES.get(token.dep_, token.dep_)

    @staticmethod
    def _ends_preposition(word: SpacyToken) -> bool:
        """Whether a word is the second half of a preposition: because *of*."""
        return word.dep_ == "pcomp" and word.pos_ == "ADP" and word.head.dep_ == "prep"

    @staticmethod
    def _raise_subject(clause: SpacyToken, arcs: list[Arc]) -> None:
        """wants ← pay ← bank, and consider ← unfair ← plan: the subject of an infinitive, or of a predicate
        without a verb, becomes the object of the verb above."""
        subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if (
            subject is None
            or subject.i < clause.head.i
            or any(c.dep_ == "mark" for c in clause.children)
        ):
            return
        infinitive = any(c.tag_ == "TO" for c in clause.children)
        if infinitive or clause.pos_ not in ("VERB", "AUX"):
            arcs[subject.i] = (clause.head.i, "obj")
            arcs[clause.i] = (clause.head.i, "xcomp")

    @staticmethod
    def _hang_marks(word: SpacyToken, arcs: list[Arc]) -> None:
        """The commas around a relative clause or apposition, and the *and* before a conjunct, hang from it."""
        for other in word.head.children:
            beside = other.i in (word.left_edge.i - 1, word.right_edge.i + 1)
            if (other.dep_ == "punct" and beside) or (
                other.dep_ == "cc" and word.dep_ == "conj" and other.i < word.i
            ):
                arcs[other.i] = (word.i, other.dep_)

    @staticmethod
    def _hang_preposition(word: SpacyToken, arcs: list[Arc]) -> None:
        """preposition ← object becomes object ← preposition (role ``case``, ``mark`` before a verb)."""
        governed = next((c for c in word.children if c.dep_ in ("pobj", "pcomp")), None)
        if governed is None or ClearNlp._ends_preposition(governed):
            return
        outer, words = word, [word]
        while ClearNlp._ends_preposition(outer) or (
            outer.dep_ == "prep"
            and outer.head.dep_ == "prep"
            and outer.head.lower_ in ("according", "because", "out")
        ):
            outer = outer.head
            words.append(outer)
        host = outer.head
        verbal = host.pos_ in ("VERB", "AUX", "ADJ", "ADV")
        if governed.dep_ == "pcomp":
            arcs[governed.i] = (host.i, "advcl" if verbal else "acl")
        elif word.dep_ == "agent":
            arcs[governed.i] = (host.i, "obl:agent")
        else:
            arcs[governed.i] = (host.i, "obl" if verbal else "nmod")
        for marker in words:
            arcs[marker.i] = (governed.i, "mark" if governed.dep_ == "pcomp" else "case")

    @staticmethod
    def _hang_copula(verb: SpacyToken, arcs: list[Arc]) -> None:
        """be → complement becomes complement → be (role ``cop``), with all that hung from the verb."""
        complement = next((c for c in verb.children if c.dep_ in ("attr", "acomp")), None)
        if complement is None:
            return
        if any(c.dep_ == "expl" for c in verb.children):
            arcs[complement.i] = (verb.i, "nsubj")
            return
        head, role = arcs[verb.i]
        for index, (old, label) in enumerate(arcs):
            if old == verb.i and index not in (verb.i, complement.i):
                arcs[index] = (complement.i, label)
        arcs[complement.i] = (complement.i if head == verb.i else head, role)
        arcs[verb.i] = (complement.i, "cop")


def dialect_of(labels: Collection[str]) -> Dialect:
    """The dialect that a parser speaks, told by its labels."""
    return ClearNlp() if "dobj" in labels else Universal()


def _with_role(parse: Parse, index: int, roles: Collection[str]) -> Iterator[int]:
    return (child for child in parse.children[index] if parse.tokens[child].role in roles)


def _first(found: Iterator[int]) -> int | None:
    return next(found, None)


# --- who ---------------------------------------------------------------------------------------


def own_subject(parse: Parse, verb: int) -> int | None:
    """The subject that hangs from the verb itself, active or passive."""
    found = list(_with_role(parse, verb, _SUBJECTS))
    if found:
        return _nearest_subject(parse, found)
    return next(
        (c for c in parse.children[verb] if c < verb and parse.tokens[c].lower in _NO_ONE), None
    )


_NO_ONE = frozenset({"nobody", "none", "no-one"})


def _nearest_subject(parse: Parse, found: Sequence[int]) -> int:
    """The first, or the last of two with a joining word between them: the first is then of a clause that
    the parse lost.
    """
    between = range(found[0], found[-1])
    joined = any(parse.tokens[i].lower in ("but", "while", "whereas") for i in between)
    return found[-1] if joined else found[0]


def subject(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """The subject of a verb, taken over from the clause that it shares it with where it has none."""
    own = own_subject(parse, verb)
    if own is not None or depth > 8:
        return own
    joined = _noun_after_joining_word(parse, verb)
    if joined is not None:
        return joined
    outer = resumed(parse, verb)
    if outer is not None:
        return subject(parse, outer, depth + 1)
    reduced = next((c for c in clauses(parse, verb) if is_reduced_relative(parse, c, verb)), None)
    if reduced is not None:
        return own_subject(parse, reduced)
    token = parse.tokens[verb]
    told = _told_clause_that_goes_on(parse, verb)
    if told is not None:
        return own_subject(parse, told)
    if token.role == "conj" or (
        token.role in ("advcl", "parataxis", "dep") and _is_participle(parse, verb)
    ):
        return subject(parse, token.head, depth + 1)
    reduced = token.tag in ("VBG", "VBN") or (token.tag == "VBD" and token.role == "acl")
    if token.role in ("acl", "acl:relcl") and reduced:
        return token.head
    if token.role == "xcomp":
        controller = _first(_with_role(parse, token.head, _OBJECTS | {"iobj"}))
        return controller if controller is not None else subject(parse, token.head, depth + 1)
    return None


_BACKSHIFTED = frozenset("could had might would".split())


def _told_clause_that_goes_on(parse: Parse, verb: int) -> int | None:
    """*She added that he had agreed and would pay*: a conjunct with a backshifted helping verb, which the
    telling verb lacks, goes on with the clause that is told.
    """
    token = parse.tokens[verb]
    helpers = {parse.tokens[i].lower for i in auxiliaries(parse, verb)}
    if token.role != "conj" or not helpers & _BACKSHIFTED or own_subject(parse, verb) is not None:
        return None
    if parse.tokens[token.head].tag != "VBD" or auxiliaries(parse, token.head):
        return None
    told = (c for c in clauses(parse, token.head) if c < verb)
    return next((c for c in told if own_subject(parse, c) is not None), None)


def goes_on(parse: Parse, clause: int) -> frozenset[int]:
    """The words with which a told clause goes on, where the parser ties them to the telling verb."""
    conjuncts = [c for c in _with_role(parse, parse.tokens[clause].head, ("conj",)) if c > clause]
    linked = linking_word(parse, clause) is not None
    verbs = [
        c
        for c in conjuncts
        if _told_clause_that_goes_on(parse, c) == clause
        or (linked and linking_word(parse, c) is not None)
    ]
    return frozenset(i for verb in verbs for i in parse.subtree(verb))


def _noun_after_joining_word(parse: Parse, verb: int) -> int | None:
    """The lone noun between *and* or *but* and a finite verb: *ties warmed but analysts believe …*."""
    at = verb - 1
    while (at > 0 and parse.tokens[at].tag in ("RB", "MD")) or at in auxiliaries(parse, verb):
        at -= 1
    between = parse.tokens[at].tag in ("NNS", "NNP", "NNPS", "PRP", "NN") and at > 0
    if not between or parse.tokens[verb].tag not in ("VBD", "VBP", "VBZ"):
        return None
    start = at
    while start > 0 and parse.tokens[start - 1].tag in ("DT", "JJ", "NN", "NNP", "CD", "PRP$"):
        start -= 1
    return (
        at
        if start > 0 and parse.tokens[start - 1].lower in ("but", "and", "while", "yet")
        else None
    )


def subjects_before(parse: Parse, verb: int) -> Iterator[int]:
    """Subjects of the clauses before a verb in its sentence, the nearest clause first."""
    first = parse.sentences[parse.tokens[verb].sentence].first
    for index in range(verb - 1, first - 1, -1):
        if is_verb(parse, index) or copula(parse, index) is not None:
            own = own_subject(parse, index)
            if own is not None and own < index:
                yield own


def described_before(parse: Parse, verb: int) -> list[int]:
    """Nouns whose description between commas ends right before the verb: *Lund, 39, a cook, said*."""
    first = parse.sentences[parse.tokens[verb].sentence].first
    group = verb_group(parse, verb)
    start = verb
    while start > first and start - 1 in group:
        start -= 1
    if start <= first or parse.tokens[start - 1].text != ",":
        return []
    commas = [i for i in range(first + 1, start - 1) if parse.tokens[i].text == ","]
    if commas and all(is_name(parse, i) for i in range(commas[-1] + 1, start - 1)):
        return [start - 2]
    nouns = [i - 1 for i in reversed(commas) if is_noun(parse, i - 1)]
    return [noun for noun in nouns if not tells_when_or_where(parse, noun)]


def right_behind(parse: Parse, verb: int) -> list[int]:
    """A noun right behind a verb that comes after what it reports, which a parser may take for its
    object: *“…,” said the minister*."""
    before = [
        c
        for c in parse.children[verb]
        if c < verb and parse.tokens[c].role in ("ccomp", "parataxis", "dep", "obj", "advcl")
    ]
    front = (
        verb == parse.sentences[parse.tokens[verb].sentence].first
        or parse.tokens[verb - 1].pos == "PUNCT"
    )
    nouns = _with_role(parse, verb, ("obj", "iobj", "dep", "obl", "ccomp", "xcomp", "appos"))
    near = [
        n
        for n in nouns
        if n > verb and min(noun_phrase(parse, n)) == verb + 1 and not is_verb(parse, n)
    ]
    return near if before or front else []


def is_free_participle(parse: Parse, verb: int) -> bool:
    """Whether a verb is an *-ing* form set off by a comma: *…, accusing the bank of fraud*."""
    token = parse.tokens[verb]
    if (
        token.tag != "VBG"
        or own_subject(parse, verb) is not None
        or auxiliaries(parse, verb)
        or token.role == "xcomp"
    ):
        return False
    before = verb - 1
    while before >= 0 and parse.tokens[before].tag == "RB":
        before -= 1
    return parse.tokens[before].text == "," or token.role == "conj"


def _is_participle(parse: Parse, verb: int) -> bool:
    finite = any(
        parse.tokens[child].tag in ("VBD", "VBP", "VBZ", "MD") for child in auxiliaries(parse, verb)
    )
    return parse.tokens[verb].tag in ("VBG", "VBN") and not finite


def is_participle(parse: Parse, verb: int) -> bool:
    """Whether the verb is a participle without a finite auxiliary (*saying*, *accused of*)."""
    return _is_participle(parse, verb)


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb is in the passive, a bare participle after its noun included."""
    token = parse.tokens[verb]
    if any(True for _ in _with_role(parse, verb, ("nsubj:pass", "aux:pass", "csubj:pass"))):
        return True
    if token.role == "conj" and token.tag == "VBN" and own_subject(parse, verb) is None:
        return not auxiliaries(parse, verb) and is_passive(parse, token.head)
    bare = not auxiliaries(parse, verb) and own_subject(parse, verb) is None
    if bare and token.number == parse.sentences[token.sentence].first:
        return token.tag in ("VBN", "VBD")
    if token.lemma in _RAISING and token.tag in ("VBN", "VBD") and not auxiliaries(parse, verb):
        return any(introduced_by(parse, c) == "to" for c in open_clauses(parse, verb))
    asked = token.role in ("advcl", "parataxis") and introduced_by(parse, verb) in (
        "when",
        "if",
        "once",
    )
    if bare and asked and token.tag in ("VBN", "VBD"):
        return True
    if is_set_off_behind_its_noun(parse, verb):
        return True
    if _is_main_verb_in_disguise(parse, verb):
        return False
    after_noun = token.role == "acl" and token.tag in ("VBN", "VBD")
    return bare and (after_noun or (token.role == "advcl" and token.tag == "VBN"))


def is_set_off_behind_its_noun(parse: Parse, verb: int) -> bool:
    """*The plant, announced with fanfare, was to make chips*: a participle between commas, before the verb."""
    token, sentence = parse.tokens[verb], parse.sentences[parse.tokens[verb].sentence]
    before = range(sentence.first, verb - 1)
    behind = verb + 1 < sentence.last and parse.tokens[verb + 1].tag in ("IN", "RB", "TO")
    if token.tag not in ("VBN", "VBD") or not behind or parse.tokens[verb - 1].text != ",":
        return False
    if any(is_verb(parse, i) or parse.tokens[i].tag in ("MD", ",") for i in before):
        return False
    comma = next((i for i in range(verb, sentence.last - 1) if parse.tokens[i].text == ","), None)
    return comma is not None and parse.tokens[comma + 1].tag in ("VBD", "VBZ", "VBP", "MD")


def _is_main_verb_in_disguise(parse: Parse, verb: int) -> bool:
    """A participle right behind the noun at the root of a sentence that ends in a full stop and has
    no finite verb: *The union called for a strike.*"""
    token = parse.tokens[verb]
    sentence = parse.sentences[token.sentence]
    if (
        token.role != "acl"
        or parse.tokens[token.head].role != "root"
        or parse.tokens[sentence.last - 1].text != "."
    ):
        return False
    return not any(t.tag in _FINITE_TAGS for t in parse.tokens[sentence.first : sentence.last])


def agent(parse: Parse, verb: int) -> int | None:
    """Who does it, in a passive: what *by* governs."""
    for child in _with_role(parse, verb, _PREPOSITIONAL):
        if parse.tokens[child].role == "obl:agent" or "by" in preposition(parse, child):
            return child
    return None


def antecedent(parse: Parse, pronoun: int) -> int | None:
    """What a relative pronoun stands for: the noun that its clause hangs from."""
    if (
        parse.tokens[pronoun].tag not in ("WP", "WDT", "WP$")
        and parse.tokens[pronoun].lower != "that"
    ):
        return None
    clause = relative_clause(parse, pronoun)
    return parse.tokens[clause].head if parse.tokens[clause].role in _RELATIVE_CLAUSES else None


def noun_phrase(parse: Parse, noun: int) -> set[int]:
    """A noun with all that describes it; asides and the preposition before it are left out."""
    left_out = [
        c for c in parse.children[noun] if parse.tokens[c].role in _ASIDES | {"case", "cop", "mark"}
    ]
    left_out += [c for c in parse.children[noun] if parse.tokens[c].role in ("nsubj", "aux")]
    places = [noun, *_with_role(parse, noun, ("nmod",))]
    left_out += [c for n in places for c in parse.children[n] if c > n and _is_day(parse, c)]
    described = [noun, *appositions(parse, noun)]
    left_out += [c for n in described for c in _with_role(parse, n, ("advcl",))]
    left_out += [c for c in parse.children[noun] if c < noun and parse.tokens[c].role == "cc"]
    return _with_titles(parse, parse.subtree(noun, without=left_out))


def _is_day(parse: Parse, index: int) -> bool:
    """*officials in the county on Friday*: a day tells when somebody spoke, not who."""
    plain = set(preposition(parse, index)) <= {"on"}
    return parse.tokens[index].lower in _DAYS and plain


def _with_titles(parse: Parse, phrase: set[int]) -> set[int]:
    """A phrase that begins with a name, with the titles and names right before it."""
    first = min(phrase)
    while (
        is_name(parse, first)
        and first > 0
        and is_name(parse, first - 1)
        and parse.tokens[first - 1].sentence == parse.tokens[first].sentence
    ):
        first -= 1
    return phrase | set(range(first, min(phrase)))


def speaker(parse: Parse, noun: int) -> set[int]:
    """The words of a source: its noun phrase, or a relative pronoun with its antecedent."""
    stands_for = antecedent(parse, noun)
    if stands_for is None:
        return noun_phrase(parse, noun)
    relative = parse.subtree(relative_clause(parse, noun))
    return {noun} | noun_phrase(parse, stands_for) - relative


def relative_clause(parse: Parse, pronoun: int) -> int:
    """The verb of the relative clause that a pronoun stands in."""
    at = pronoun
    while parse.tokens[at].role not in _RELATIVE_CLAUSES and parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def possessor(parse: Parse, noun: int) -> int | None:
    """Whose it is: *Pakistan's* claim, *her* fear."""
    return _first(_with_role(parse, noun, ("nmod:poss",)))


def appositions(parse: Parse, noun: int) -> list[int]:
    return list(_with_role(parse, noun, ("appos",)))


# --- what --------------------------------------------------------------------------------------


def objects(parse: Parse, verb: int) -> list[int]:
    """Direct objects, in the order of the text; *accused the mayor of having lied* has one, though the
    parser may make *the mayor* the subject of *lied*.
    """
    found = list(_with_role(parse, verb, _OBJECTS))
    governed = () if found else _governed_clauses(parse, verb)
    subjects = (s for c in governed for s in _with_role(parse, c, ("nsubj",)))
    return found or [s for s in subjects if s > verb]


def indirect_objects(parse: Parse, verb: int) -> list[int]:
    return list(_with_role(parse, verb, ("iobj",)))


def clauses(parse: Parse, verb: int) -> list[int]:
    """Clauses that complete a verb, adjective or noun: *that the sides met*, a quoted sentence."""
    governed = set(_governed_clauses(parse, verb))
    governed |= {c for c in _with_role(parse, verb, ("ccomp",)) if _opens(parse, c, verb)}
    other = (
        governed | set(_infinitives_with_subject(parse, verb)) | set(_small_clauses(parse, verb))
    )
    found = [c for c in _with_role(parse, verb, ("ccomp",)) if c not in other]
    return found or list(_right_behind_as_advcl(parse, verb, _LINKS))


def _opens(parse: Parse, clause: int, verb: int) -> bool:
    """*Opening the case, Roos said …*: a bare participle in front tells when, whatever the parser calls it."""
    bare = parse.tokens[clause].tag == "VBG" and own_subject(parse, clause) is None
    return clause < verb and bare and not auxiliaries(parse, clause) and parse.quoted[clause] < 0


def _infinitives_with_subject(parse: Parse, verb: int) -> Iterator[int]:
    """*want the council to act*, where the parser makes *council* the subject of *act*."""
    for clause in _with_role(parse, verb, ("ccomp",)):
        if clause > verb and introduced_by(parse, clause) == "to":
            yield clause


def _small_clauses(parse: Parse, verb: int) -> Iterator[int]:
    """*consider the hill sacred*: a subject and what it is said to be, without a verb."""
    for clause in _with_role(parse, verb, ("ccomp",)):
        bare = parse.tokens[clause].tag in ("JJ", "NN") and not auxiliaries(parse, clause)
        subjects = list(_with_role(parse, clause, ("nsubj",)))
        linked = markers(parse, clause) or copula(parse, clause) is not None
        if clause > verb and bare and subjects and subjects[0] > verb and not linked:
            yield clause


def _right_behind_as_advcl(parse: Parse, verb: int, words: frozenset[str]) -> Iterator[int]:
    """Clauses right behind a verb that begin with one of the words and that parsers take for adverbial:
    *is feared that …*, *purports to …*.
    """
    behind = verb + 1
    if behind < len(parse.tokens) and parse.tokens[behind].lower in words:
        yield from (c for c in _with_role(parse, verb, ("advcl",)) if behind in parse.children[c])


def noun_clauses(parse: Parse, noun: int) -> list[int]:
    """Clauses that say what a noun holds: the claim *that …*, the pledge *to …*; no relative clauses."""
    found = [c for c in _with_role(parse, noun, ("acl", "ccomp", "acl:relcl", "xcomp")) if c > noun]
    return [c for c in found if _introduced(parse, c) in ("that", "whether", "if", "to")]


def _introduced(parse: Parse, clause: int) -> str:
    """The word that introduces a clause as a complement, or "" (a relative pronoun is no such word)."""
    markers = [
        c for c in parse.children[clause] if c < clause and parse.tokens[c].role in ("mark", "aux")
    ]
    return parse.tokens[markers[0]].lower if markers else ""


def subordinators(parse: Parse, clause: int) -> frozenset[int]:
    """*whether*, *if* before a clause."""
    found = (c for c in parse.children[clause] if c < clause and parse.tokens[c].role == "mark")
    return frozenset(c for c in found if parse.tokens[c].lower in ("whether", "if"))


def introduced_by(parse: Parse, clause: int) -> str:
    """The subordinating word of a clause (*that*, *whether*, *to*, *as* …), or ""."""
    markers = [
        c for c in parse.children[clause] if c < clause and parse.tokens[c].role in ("mark", "case")
    ]
    if markers:
        return parse.tokens[markers[0]].lower
    words = (i for i in sorted(parse.subtree(clause)) if parse.tokens[i].pos != "PUNCT")
    first = next(words, clause)
    return parse.tokens[first].lower if parse.tokens[first].tag in ("WRB", "WP", "WDT") else ""


def open_clauses(parse: Parse, verb: int) -> list[int]:
    """Infinitives and *-ing* forms that complete a verb: *vowed to fight*, *denied knowing*."""
    found = [*_with_role(parse, verb, ("xcomp",)), *_right_behind_as_advcl(parse, verb, _TO)]
    found += _infinitives_with_subject(parse, verb)
    return [c for c in found if parse.tokens[c].tag in _VERB_TAGS or _has_helper(parse, c)]


def _has_helper(parse: Parse, index: int) -> bool:
    """*to be bankrupt*: a copula, for which parsers take a helping verb at times."""
    return any(True for _ in _with_role(parse, index, ("cop", "aux:pass")))


def predicates(parse: Parse, verb: int) -> list[int]:
    """What an object is called: *called the deal a disgrace*."""
    plain = [c for c in _with_role(parse, verb, ("xcomp",)) if c not in open_clauses(parse, verb)]
    return plain + list(_small_clauses(parse, verb))


_FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})


def has_clause_behind(parse: Parse, verb: int) -> bool:
    """Whether a noun and a finite verb follow right behind a verb, without a comma between."""
    last = parse.sentences[parse.tokens[verb].sentence].last
    for index in range(verb + 1, last):
        token = parse.tokens[index]
        if token.tag in _FINITE_TAGS:
            return index > verb + 1
        if token.pos == "PUNCT" or (index == verb + 1 and token.tag in ("IN", "TO", "CC", "RB")):
            return token.lower == "that"
    return False


def is_adjective(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag in ("JJ", "JJR", "JJS")


SPOKEN_TO = frozenset("tell assure inform remind warn advise notify brief write convince".split())
"""Verbs whose object is who is spoken to."""
_RAISING = frozenset("believe think allege report rumour rumor presume".split())
"""Verbs that take a bare *to* infinitive in the passive only: *people believed to be alive*."""


def is_reduced_relative(parse: Parse, clause: int, verb: int) -> bool:
    """A bare participle before its verb, parsed as a clause: *records lodged with the court show …*."""
    bare = clause < verb and parse.tokens[clause].tag == "VBN" and not auxiliaries(parse, clause)
    return bare and own_subject(parse, clause) is not None and parse.quoted[clause] < 0


def that_clause_behind(parse: Parse, word: int) -> frozenset[int]:
    """A *that* clause behind a phrase of place or time or whom it is told, which parsers take for a
    relative clause: *claimed on social media that …*."""
    last = parse.sentences[parse.tokens[word].sentence].last
    for index in range(word + 1, min(word + 12, last)):
        token = parse.tokens[index]
        if token.lower == "that" and token.tag in ("IN", "WDT") and index > word + 1:
            clause = range(index + 1, last)
            return (
                frozenset(clause)
                if any(parse.tokens[i].tag in _FINITE_TAGS for i in clause)
                else frozenset()
            )
        opens = token.tag in ("IN", "TO", "RB") or token.lemma in _TIMES
        told = parse.tokens[word].lemma in SPOKEN_TO or parse.tokens[word].tag in ("IN", "TO")
        if index == word + 1 and not (opens or told):
            return frozenset()
        if token.tag in _FINITE_TAGS or token.pos == "PUNCT" or token.tag in ("WP", "WRB"):
            return frozenset()
    return frozenset()


def opens_behind(parse: Parse, verb: int) -> bool:
    """Whether a colon or a quotation stands right behind a verb."""
    last = parse.sentences[parse.tokens[verb].sentence].last
    return verb + 2 < last and (parse.tokens[verb + 1].text == ":" or parse.quoted[verb + 1] >= 0)


_SAID = frozenset(
    "account accusation allegation assertion charge claim contention suggestion version".split()
)


def summing_up(parse: Parse, claim: Collection[int], only_claims: bool) -> int | None:
    """Where a claim ends and the writer sums it up: *to send teams, a gesture that Quito welcomed*; a
    told clause may hold such a thing itself, unless it is called a claim: *, a claim she denies*.
    """
    for index in sorted(claim):
        said = parse.tokens[index + 1 : index + 3]
        open_comma = parse.tokens[index].text == "," and parse.quoted[index] < 0
        called = len(said) == 2 and said[0].lower in ("a", "an") and said[1].lemma in _SAID
        if open_comma and called and index + 3 in claim:
            return index
        if only_claims:
            continue
        if (
            parse.tokens[index].text == ","
            and index + 3 in claim
            and parse.tokens[index + 1].lower in ("a", "an")
        ):
            following = parse.tokens[index + 2 : index + 6]
            if any(t.tag == "WDT" or t.lower in ("that", "which") for t in following):
                return index
        if parse.tokens[index].text == "," and _goes_on_meanwhile(parse, index + 1, claim):
            return index
    return None


def _goes_on_meanwhile(parse: Parse, start: int, claim: Collection[int]) -> bool:
    """*rejected the charge, as two members called for an audit*: another event at the same time."""
    if start not in claim or parse.tokens[start].lower != "as" or parse.quoted[start] >= 0:
        return False
    verb = parse.tokens[start].head
    return verb > start and parse.tokens[verb].tag == "VBD" and own_subject(parse, verb) is not None


def rest_of_sentence(parse: Parse, verb: int) -> frozenset[int]:
    """All behind a verb up to the sentence's end, the linking *that* left out."""
    last = parse.sentences[parse.tokens[verb].sentence].last
    start = verb + 2 if parse.tokens[verb + 1].lower == "that" else verb + 1
    return frozenset(range(start, last))


def loose_end(parse: Parse, claim: frozenset[int]) -> frozenset[int]:
    """The rest of a sentence behind a reported clause, where no new statement begins in it: long
    phrases at the end, *all of them allegedly members*, are what parsers lose most often."""
    start = max(claim) + 1
    rest = parse.tokens[start : parse.sentences[parse.tokens[start - 1].sentence].last]
    words = [t for t in rest if t.pos != "PUNCT"]
    finite = any(t.tag in _FINITE_TAGS for t in words)
    if not words or finite or words[0].tag in ("VBG", "CC", "TO") or words[0].lemma in _LEAVING:
        return frozenset()
    marks_off = any(tells_when_or_where(parse, t.number) for t in words) or any(
        t.text in _QUOTATION_MARKS for t in rest
    )
    return frozenset() if marks_off else frozenset(t.number for t in rest)


_LEAVING = frozenset(
    {
        "according",
        "accord",
        "cite",
        "say",
        "add",
        "despite",
        "while",
        "though",
        "although",
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
    }
)
_QUOTATION_MARKS = frozenset({"“", "”", '"', "''", "``"})


def second_names(parse: Parse, verb: int) -> list[int]:
    """What a thing is called, where a parser takes it for a second object or an apposition without
    a comma: *called the goal a fluke*."""
    things = objects(parse, verb)
    if len(things) > 1:
        return things[1:]
    named = [a for thing in things for a in appositions(parse, thing)]
    return [a for a in named if parse.tokens[min(parse.subtree(a)) - 1].text != ","]


def asides(parse: Parse, head: int) -> list[int]:
    """Clauses loosely attached: *He said: we are ready* hangs *ready* so."""
    return list(_with_role(parse, head, ("parataxis",)))


def is_aside(parse: Parse, verb: int) -> bool:
    """Whether the verb is itself loosely attached to what it reports: *Trade rose, the bank said*."""
    return parse.tokens[verb].role == "parataxis"


def is_subordinate(parse: Parse, verb: int) -> bool:
    return parse.tokens[verb].role in ("advcl", "advcl:relcl")


def prepositional(parse: Parse, head: int) -> list[tuple[tuple[int, ...], int]]:
    """What prepositions govern: (the preposition's tokens, the noun or *-ing* verb), in text order."""
    found = [
        (markers(parse, child), child)
        for child in _with_role(parse, head, _PREPOSITIONAL | _ADVERBIAL_CLAUSES)
    ]
    found += [(markers(parse, child), child) for child in _governed_clauses(parse, head)]
    return sorted(((marks, child) for marks, child in found if marks), key=lambda pair: pair[1])


def _governed_clauses(parse: Parse, head: int) -> Iterator[int]:
    """*accused them of having lied*: a clause behind a preposition, whatever the parser calls it."""
    for clause in _with_role(parse, head, ("ccomp", "xcomp")):
        gerund = any(parse.tokens[i].tag == "VBG" for i in (clause, *auxiliaries(parse, clause)))
        if gerund and preposition(parse, clause)[:1] in _GOVERNING:
            yield clause


def preposition(parse: Parse, noun: int) -> tuple[str, ...]:
    """The words of the preposition before a noun or *-ing* verb."""
    return tuple(parse.tokens[i].lower for i in markers(parse, noun))


def markers(parse: Parse, noun: int) -> tuple[int, ...]:
    """The tokens of the preposition or subordinator before a noun or verb."""
    found: list[int] = []
    helped = [noun, *auxiliaries(parse, noun)]
    for child in (c for word in helped for c in _with_role(parse, word, ("case", "mark"))):
        if child < noun:
            found.append(child)
            found += _with_role(parse, child, ("fixed", "case"))
    return tuple(sorted(found))


def first_word(parse: Parse, tokens: Iterable[int]) -> str:
    """The first of some tokens that is a word, in lower case."""
    words = (
        parse.tokens[i].lower
        for i in sorted(tokens)
        if any(c.isalnum() for c in parse.tokens[i].text)
    )
    return next(words, "")


def words_of(parse: Parse, tokens: Iterable[int]) -> tuple[str, ...]:
    return tuple(parse.tokens[i].lower for i in tokens)


def governed(parse: Parse, word: int, within: Iterable[int]) -> int | None:
    """What a preposition governs: the noun that it hangs from, beyond the cue's own words."""
    own, at = set(within), word
    while at in own and parse.tokens[at].role in (
        "case",
        "mark",
        "fixed",
        "advmod",
        "compound:prt",
    ):
        at = parse.tokens[at].head
    if at not in own and at > word:
        return at
    following = [c for o in own for c in parse.children[o] if c > word and c not in own]
    return next((c for c in following if parse.tokens[c].role in _OBJECTS | _PREPOSITIONAL), None)


@dataclass(frozen=True, slots=True)
class FinalPhrase:
    """An attribution phrase at the end of a sentence: whom it names, and the words before it."""

    named: frozenset[int]
    before: frozenset[int]


def final_phrase(parse: Parse, cue: Sequence[int]) -> FinalPhrase | None:
    """*…, according to a report published last week*, told by position and not by the parse."""
    sentence = parse.sentences[parse.tokens[cue[0]].sentence]
    rest = list(parse.tokens[cue[-1] + 1 : sentence.last])
    while rest and rest[-1].pos == "PUNCT":
        rest.pop()
    before = range(sentence.first, cue[0])
    related = next((n for n, t in enumerate(rest) if t.tag in ("WDT", "WP", "WRB")), len(rest))
    clause = any(t.tag in _FINITE_TAGS or t.text in (";", "—", "“", '"') for t in rest[:related])
    says_something = any(parse.tokens[i].tag in _FINITE_TAGS for i in before)
    if not rest or clause or not says_something or rest[0].tag in ("IN", "TO", "VBG", "VBN"):
        return None
    return FinalPhrase(frozenset(t.number for t in rest), frozenset(before))


def stands_in_what_clause(parse: Parse, verb: int) -> bool:
    """*what critics call a gift*."""
    first = parse.sentences[parse.tokens[verb].sentence].first
    return any(parse.tokens[i].lower == "what" for i in range(max(first, verb - 6), verb))


def is_lone_pronoun(parse: Parse, noun: int) -> bool:
    """*whom*, *what* that stands for no noun in the sentence."""
    return parse.tokens[noun].tag in ("WP", "WDT") and antecedent(parse, noun) is None


def concessions(parse: Parse, clause: int) -> list[int]:
    """Clauses with *though* or *while* behind a clause, set off by a comma: the writer's own turn."""
    found = [c for c in _with_role(parse, clause, ("advcl",)) if c > clause]
    turns = [c for c in found if introduced_by(parse, c) in ("though", "although")]
    turns += [c for c in found if _tells_what_led_to(parse, clause, c)]
    return turns + [
        c for c in _with_role(parse, clause, ("conj",)) if resumed(parse, c) is not None
    ]


def _tells_what_led_to(parse: Parse, clause: int, behind: int) -> bool:
    """*ordered shops to close after police found a leak*: what has happened does not belong to an infinitive."""
    after = introduced_by(parse, behind) in ("after", "when") and parse.tokens[behind].tag == "VBD"
    return after and introduced_by(parse, clause) == "to"


_SPEECH = frozenset(
    "say add warn deny insist argue tell admit acknowledge reject accuse urge declare note predict promise vow "
    "refuse decline stress ask criticise criticize praise confirm call describe claim concede discuss comment "
    "elaborate condemn welcome".split()
)


def resumed(parse: Parse, verb: int) -> int | None:
    """The outer verb of speech whose subject goes on speaking: *said it was late, but warned that …*.

    Parsers hang the second verb from the reported clause; the comma and the like form tell.
    """
    token = parse.tokens[verb]
    if token.role != "conj" or token.lemma not in _SPEECH or own_subject(parse, verb) is not None:
        return None
    clause = parse.tokens[token.head]
    outer = clause.head
    if clause.role != "ccomp" or outer > clause.number or not _comma_and_joint(parse, verb):
        return None
    alike = parse.tokens[outer].tag == token.tag or (
        token.tag == "VB" and bool(negations(parse, verb))
    )
    return outer if alike else None


def _comma_and_joint(parse: Parse, verb: int) -> bool:
    """Whether *, but* or *, and* stands right before a verb and its auxiliaries."""
    at = verb - 1
    own = verb_group(parse, verb)
    while at in own:
        at -= 1
    return at > 0 and parse.tokens[at].pos == "CCONJ" and parse.tokens[at - 1].text == ","


def purposes(parse: Parse, verb: int) -> list[int]:
    """*to* clauses loosely tied to a verb: called on him *to resign*."""
    return [c for c in _with_role(parse, verb, ("advcl",)) if introduced_by(parse, c) == "to"]


def subordinate_clauses(parse: Parse, verb: int) -> list[int]:
    """Adverbial clauses of a verb or of the verb that it completes: *asked if …, he declined to say*."""
    found = list(_with_role(parse, verb, ("advcl",)))
    if parse.tokens[verb].role == "xcomp":
        found += _with_role(parse, parse.tokens[verb].head, ("advcl",))
    return found


def verb_of_object(parse: Parse, noun: int) -> int | None:
    """The verb whose object a noun is."""
    token = parse.tokens[noun]
    return token.head if token.role in _OBJECTS else None


def is_auxiliary(parse: Parse, index: int) -> bool:
    return parse.tokens[index].role in _AUXILIARIES | {"cop"}


def may_stand_for_somebody(parse: Parse, index: int) -> bool:
    """Whether a subject is more than a placeholder: *it said* may be, *it is said* and *there* are not."""
    token = parse.tokens[index]
    return (
        token.role != "expl"
        and token.lower != "there"
        and (token.lower != "it" or token.role == "nsubj")
    )


_TIMES = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "today yesterday tomorrow tonight morning afternoon evening night day week month year decade hour minute "
        "moment time weekend interview statement speech briefing conference letter email e-mail tweet post twitter "
        "facebook radio television tv hearing testimony meeting call court parliament report filing remarks comment "
        "phone telephone message memo column article video rally address press".split()
    )
)


def tells_when_or_where(parse: Parse, noun: int) -> bool:
    """Whether a phrase says when or where a thing was said, rather than what."""
    token = parse.tokens[noun]
    return (
        token.lemma in _TIMES
        or token.tag == "CD"
        or (token.entity == "LOC" and "at" in preposition(parse, noun))
    )


def predicate_clause_of(parse: Parse, noun: int) -> int | None:
    """The infinitive that a noun is said to be: its stated aim *is to win*."""
    found = [c for c in _with_role(parse, noun, ("csubj", "ccomp", "xcomp", "acl")) if c > noun]
    head = parse.tokens[noun].head
    if parse.tokens[noun].role.startswith("nsubj") and copula(parse, head) is not None:
        found.append(head)
    found += [
        c
        for c in _with_role(parse, head, ("csubj", "ccomp", "xcomp"))
        if copula(parse, noun) is not None
    ]
    to = (c for c in found if any(parse.tokens[i].lower == "to" for i in parse.children[c]))
    return next(to, None)


def negations_of_cue(parse: Parse, tokens: Iterable[int]) -> list[int]:
    """Negating words at any word of a cue, *no* before its noun included."""
    found = [n for token in tokens for n in negations(parse, token)]
    return found + [
        c for t in tokens for c in parse.children[t] if parse.tokens[c].lower in ("no", "neither")
    ]


def holds_verb(parse: Parse, tokens: Iterable[int]) -> bool:
    return any(parse.tokens[i].tag in _VERB_TAGS | {"MD"} for i in tokens)


def is_label(parse: Parse, tokens: Sequence[int]) -> bool:
    """Whether the words before a colon name a speaker: short, and a name, a role or a lone letter."""
    words = [parse.tokens[i] for i in tokens]
    short = len(words) <= 8 and not any(word.tag in _VERB_TAGS for word in words)
    return short and all(
        word.text[:1].isupper() or word.pos in ("ADP", "DET", "PUNCT", "CCONJ") for word in words
    )


_QUESTION_LABELS = frozenset({"q", "question", "interviewer"})


def asks(parse: Parse, colon: int) -> bool:
    """Whether a labelled turn is a question: by its label, or by the mark at its end."""
    sentence = parse.sentences[parse.tokens[colon].sentence]
    if parse.tokens[sentence.first].lower in _QUESTION_LABELS:
        return True
    behind = islice(parse.sentences, parse.tokens[colon].sentence, None)
    *_, last = takewhile(lambda s: s.paragraph == sentence.paragraph, behind)
    return parse.tokens[last.last - 1].text == "?"


def root(parse: Parse, index: int) -> int:
    """The root of the sentence that a token stands in."""
    at = index
    while parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def governor(parse: Parse, index: int) -> int:
    return parse.tokens[index].head


def clause_head(parse: Parse, index: int) -> int:
    """The verb or predicate of the clause that a token belongs to, at or above it."""
    at = index
    while not _heads_clause(parse, at) and parse.tokens[at].head != at:
        at = parse.tokens[at].head
    return at


def _heads_clause(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    if token.role in _CLAUSE_ROLES:
        return True
    return token.role == "conj" and own_subject(parse, index) is not None


def conjuncts(parse: Parse, index: int) -> list[int]:
    return list(_with_role(parse, index, ("conj",)))


def joining_words(parse: Parse, index: int) -> list[int]:
    """*and*, *but*, commas … that tie a clause to the one before."""
    return [c for c in _with_role(parse, index, ("cc", "punct")) if c < index]


def particle(parse: Parse, verb: int) -> list[int]:
    return list(_with_role(parse, verb, ("compound:prt",)))


def linking_word(parse: Parse, clause: int) -> int | None:
    """The *that* which links a clause to its verb, whatever the parser takes it for: it describes no
    verb and no plural.
    """
    first = min(parse.subtree(clause))
    linked = [c for c in _with_role(parse, clause, ("mark", "det")) if c < clause]
    if parse.tokens[parse.tokens[first].head].tag in ("NNS", "NNPS", "NNP"):
        linked += _with_role(parse, parse.tokens[first].head, ("det",))
    return next((c for c in linked if parse.tokens[c].lower == "that"), None)


def is_attributive(parse: Parse, adjective: int) -> bool:
    """Whether an adjective or participle stands before the noun that it describes."""
    token = parse.tokens[adjective]
    return token.role == "amod" and token.head > adjective


def modifies(parse: Parse, adverb: int) -> bool:
    return parse.tokens[adverb].role in ("advmod", "amod", "discourse", "parataxis")


# --- how ---------------------------------------------------------------------------------------


def auxiliaries(parse: Parse, verb: int) -> list[int]:
    return list(_with_role(parse, verb, _AUXILIARIES))


def copula(parse: Parse, predicate: int) -> int | None:
    return _first(_with_role(parse, predicate, ("cop",)))


def modals(parse: Parse, verb: int) -> list[str]:
    """Lemmas of the modal verbs over a verb: would, might …"""
    return [parse.tokens[c].lower for c in auxiliaries(parse, verb) if parse.tokens[c].tag == "MD"]


def negations(parse: Parse, verb: int) -> list[int]:
    """Words that negate a verb: *not*, *never*, *no longer*, *neither*."""
    found = []
    graded = [c for a in adverbs(parse, verb) if a == verb - 1 for c in parse.children[a] if c < a]
    for child in (*parse.children[verb], *graded):
        word = parse.tokens[child].lower
        before_longer = child + 1 < len(parse.tokens) and parse.tokens[child + 1].lower == "longer"
        if (
            word in _NEGATORS
            or (word == "less" and child < verb and parse.tokens[verb].tag in ("JJ", "VBN"))
            or (word == "longer" and parse.tokens[child - 1].lower == "no")
            or (word == "no" and before_longer)
        ):
            found.append(child)
    return found


def adverbs(parse: Parse, verb: int) -> list[int]:
    return list(_with_role(parse, verb, ("advmod",)))


def verb_group(parse: Parse, verb: int) -> set[int]:
    """The verb with its auxiliaries, negation, particle and adverbs as far as they stand together."""
    own = set(auxiliaries(parse, verb)) | set(adverbs(parse, verb)) | set(negations(parse, verb))
    own |= set(particle(parse, verb)) | set(_with_role(parse, verb, ("cop",)))
    own = {index for index in own if parse.tokens[index].lower not in _NO_ONE}
    group = {verb} | {p for p in particle(parse, verb) if p > verb}
    at = verb - 1
    while at in own or (at >= 0 and at + 1 in group and _inside_adverb(parse, at, own)):
        group.add(at)
        at -= 1
    return group


def _inside_adverb(parse: Parse, index: int, own: set[int]) -> bool:
    return parse.tokens[index].head in own and parse.tokens[index].role == "advmod"


def is_verb(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag in _VERB_TAGS


_GOING_ON = frozenset(
    "go continue begin start keep come seem appear proceed happen use tend dare rush hasten move prompt cause lead "
    "manage step turn return quick first last only latest".split()
)


def is_unrealised(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in an infinitive that does not tell of something that happened."""
    token = parse.tokens[verb]
    if token.tag != "VB" or not any(
        parse.tokens[c].lower == "to" for c in parse.children[verb] if c < verb
    ):
        return False
    return parse.tokens[token.head].lemma not in _GOING_ON


def negations_shared(parse: Parse, verb: int) -> list[int]:
    """Negations that a joined verb shares with the first: *did not confirm or deny*."""
    token = parse.tokens[verb]
    if token.role != "conj" or own_subject(parse, verb) is not None or auxiliaries(parse, verb):
        return []
    joint = [
        parse.tokens[c].lower
        for c in parse.children[verb]
        if c < verb and parse.tokens[c].role == "cc"
    ]
    return negations(parse, token.head) if set(joint) & {"or", "nor"} else []


def conditions_over(parse: Parse, verb: int) -> list[int]:
    """*if* and *unless* that introduce the verb's own clause or hang from a clause under it."""
    return [
        c for c in _with_role(parse, verb, ("mark",)) if parse.tokens[c].lower in ("if", "unless")
    ]


def is_verb_like(parse: Parse, index: int) -> bool:
    """Whether a word is used as a verb, a predicate or what follows one (*unavailable for comment*)."""
    token = parse.tokens[index]
    return token.tag in _VERB_TAGS or token.pos in ("VERB", "AUX") or _has_helper(parse, index)


def has_infinitive(parse: Parse, cue: Collection[int], claim: Iterable[int]) -> bool:
    """Whether an infinitive in the claim hangs from the cue or from what its preposition governs."""
    own = set(cue)
    to = (i for i in claim if parse.tokens[i].lower == "to" and parse.tokens[i].tag == "TO")
    hosts = (parse.tokens[parse.tokens[i].head].head for i in to)
    return any(
        host in own or (parse.tokens[host].head in own and not is_verb(parse, host))
        for host in hosts
    )


def is_infinitive(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag == "VB" and "to" in preposition(parse, index)


def is_noun(parse: Parse, index: int) -> bool:
    return parse.tokens[index].tag in ("NN", "NNS", "NNP", "NNPS")


def head_of(parse: Parse, tokens: Iterable[int]) -> int | None:
    """The word of a phrase from which the others hang."""
    own = set(tokens)
    outer = [i for i in sorted(own) if parse.tokens[i].head not in own or parse.tokens[i].head == i]
    return outer[0] if outer else None


def is_name(parse: Parse, index: int) -> bool:
    """Whether a token is (part of) a proper name."""
    return parse.tokens[index].tag in ("NNP", "NNPS")


def is_expletive(parse: Parse, index: int) -> bool:
    """*it* or *there* that stands for nothing."""
    token = parse.tokens[index]
    return token.role == "expl" or (token.lower in ("it", "there") and token.role in _SUBJECTS)


def compounds(parse: Parse, noun: int) -> list[int]:
    return list(_with_role(parse, noun, ("compound", "flat", "nummod", "amod", "det")))


# --- in plain words ----------------------------------------------------------------------------

_PLAIN_ROLES = {
    "nsubj": "subject", "nsubj:pass": "subject (passive)", "csubj": "subject clause", "obj": "object",
    "iobj": "to whom", "ccomp": "clause", "xcomp": "open clause", "advcl": "adverbial clause", "acl": "noun clause",
    "acl:relcl": "relative clause", "advcl:relcl": "relative clause", "parataxis": "aside", "obl": "phrase",
    "nmod": "phrase", "obl:agent": "by whom", "nmod:poss": "possessor", "amod": "adjective", "advmod": "adverb",
    "case": "preposition", "mark": "linking word", "aux": "auxiliary", "aux:pass": "auxiliary (passive)", "cop": "be",
    "det": "determiner", "conj": "joined", "cc": "joining word", "appos": "apposition", "punct": "mark",
    "compound": "part of a name", "flat": "part of a name", "root": "main word", "nummod": "number",
    "compound:prt": "particle", "expl": "placeholder",
}  # fmt: skip


def plain_role(token: Token) -> str:
    """A token's role in the sentence in plain words."""
    return _PLAIN_ROLES.get(token.role, _PLAIN_ROLES.get(token.role.split(":")[0], "other"))


def word_class(token: Token) -> str:
    """A token's word class in plain words: verb, noun, name …"""
    return "name" if token.tag in ("NNP", "NNPS") else token.pos.lower()

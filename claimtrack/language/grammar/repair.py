"""Repair: clauses that parsers label wrongly, told by their words and their place.

The parse itself stays as it is, since explanations show it and a new label would change the answers
to other questions; those that a wrong label misleads ask here before they trust it. What is wrong for
one question only is put right beside it: a subject of the clause before (``subjects``), a verb that
goes on in the wrong clause (``sharing``), a speaker taken for an object (``candidates``), a name taken
for a second object (``objects``), a clause taken for a relative one (``word_order``).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from claimtrack.language.grammar.auxiliaries import auxiliaries, copula
from claimtrack.language.grammar.bounds import sentence_of, sentence_start
from claimtrack.language.grammar.markers import introduced_by, markers, preposition
from claimtrack.language.grammar.roles import FINITE_TAGS, VERB_TAGS, with_role
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.grammar.times import TIMES
from claimtrack.language.grammar.words import is_verb
from claimtrack.language.parse import Parse

_ASKING = frozenset({"ask", "enquire", "inquire", "question", "wonder"})
_PLACES_OF_SPEECH = frozenset({"at", "in", "through", "via"})
_GIVING = frozenset("ask charge deny give hand offer owe pay promise send show teach tell".split())
_HOLDING = frozenset({"among", "by", "from"})
_FAR = 12
"""How many words on the clause of a noun is looked for."""
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_TELLING = frozenset({"assure", "inform", "notify", "remind", "tell", "warn"})
_QUESTION_WORDS = frozenset({"how", "what", "whether", "which", "who", "whom", "whose", "why"})
_WHETHER = frozenset({"if"})
_GOVERNING = frozenset((word,) for word in "about against for from of on over with".split())


def is_mislabelled(parse: Parse, clause: int, verb: int) -> bool:
    """Whether what a parser takes for a complement clause of a verb is something else."""
    return (
        is_gerund_behind_preposition(parse, clause)
        or is_opening_participle(parse, clause, verb)
        or is_infinitive_with_subject(parse, clause, verb)
        or is_small_clause(parse, clause, verb)
    )


def is_gerund_behind_preposition(parse: Parse, clause: int) -> bool:
    """*accused them of having lied*: an adverbial clause, whatever the parser calls it."""
    gerund = any(parse.tokens[i].tag == "VBG" for i in (clause, *auxiliaries(parse, clause)))
    return gerund and preposition(parse, clause)[:1] in _GOVERNING


def is_opening_participle(parse: Parse, clause: int, verb: int) -> bool:
    """*Opening the case, Roos said …*: a bare participle in front tells when, whatever the parser calls it."""
    bare = parse.tokens[clause].tag == "VBG" and own_subject(parse, clause) is None
    return clause < verb and bare and not auxiliaries(parse, clause) and parse.quoted[clause] < 0


def is_infinitive_with_subject(parse: Parse, clause: int, verb: int) -> bool:
    """*want the council to act*, where the parser makes *council* the subject of *act*."""
    return clause > verb and introduced_by(parse, clause) == "to"


def is_small_clause(parse: Parse, clause: int, verb: int) -> bool:
    """*consider the hill sacred*: a subject and what it is said to be, without a verb."""
    bare = parse.tokens[clause].tag in ("JJ", "NN") and not auxiliaries(parse, clause)
    subjects = list(with_role(parse, clause, ("nsubj",)))
    linked = markers(parse, clause) or copula(parse, clause) is not None
    return clause > verb and bare and bool(subjects) and subjects[0] > verb and not linked


def governed_clauses(parse: Parse, head: int) -> list[int]:
    """The clauses behind a preposition among those that a parser takes for complements."""
    complements = with_role(parse, head, ("ccomp", "xcomp"))
    return [c for c in complements if is_gerund_behind_preposition(parse, c)]


def right_behind_as_adverbial(parse: Parse, verb: int, words: frozenset[str]) -> Iterator[int]:
    """Clauses right behind a verb that begin with one of the words and that parsers take for adverbial:
    *is feared that …*, *purports to …*.
    """
    behind = verb + 1
    if behind < len(parse.tokens) and parse.tokens[behind].lower in words:
        yield from (c for c in with_role(parse, verb, ("advcl",)) if behind in parse.children[c])


def infinitive_behind(parse: Parse, verb: int) -> list[int]:
    """*was told to down tools*: what hangs from the verb with *to* and a verb right behind it, whatever
    the parser makes of that verb."""
    behind = parse.tokens[verb + 1 : verb + 3]
    to = len(behind) == 2 and behind[0].tag == "TO" and behind[1].tag == "VB"
    if not to or not is_verb(parse, verb):
        return []
    at = behind[1].number
    while parse.tokens[at].head != verb:
        if parse.tokens[at].head == at:
            return []
        at = parse.tokens[at].head
    return [at] if at > verb else []


def gerunds_joined(parse: Parse, verb: int) -> list[int]:
    """*accused it of hiring crews and of ignoring a near miss*: further *-ing* forms, which parsers join to
    the verb."""
    joined = (c for c in with_role(parse, verb, ("conj",)) if parse.tokens[c].tag == "VBG")
    bare = (c for c in joined if c > verb and not auxiliaries(parse, c))
    return [c for c in bare if own_subject(parse, c) is None and parse.tokens[verb].tag != "VBG"]


def gerunds_behind(parse: Parse, verb: int) -> list[int]:
    """*denied knowingly taking it*: bare *-ing* forms with only adverbs before them, taken for adverbial."""
    bare = (
        c
        for c in with_role(parse, verb, ("advcl",))
        if c > verb and parse.tokens[c].tag == "VBG" and not markers(parse, c)
    )
    return [c for c in bare if all(parse.tokens[i].tag == "RB" for i in range(verb + 1, c))]


def asked_about(parse: Parse, verb: int) -> list[int]:
    """*was asked by a caller why it had closed*, *if it had*: a question behind who asks, taken for adverbial."""
    if parse.tokens[verb].lemma not in _ASKING:
        return []
    hosts = [verb, *(t for t in with_role(parse, verb, ("obl:unmarked", "obl")) if t > verb)]
    behind = (c for h in hosts for c in with_role(parse, h, ("advcl", "acl:relcl")) if c > verb)
    words = _QUESTION_WORDS | (_WHETHER if _was_only_asked(parse, verb) else frozenset())
    return [c for c in behind if parse.tokens[min(parse.subtree(c))].lower in words]


def _was_only_asked(parse: Parse, verb: int) -> bool:
    """*was asked on Monday | if he would run*; not *was asked to leave if it rained*, *about it, if …*."""
    behind = parse.tokens[verb + 1 : sentence_of(parse, verb).last]
    before = list(takewhile(lambda t: t.lower != "if", behind))
    stopped = any(t.text == "," or t.lower in ("to", "for", "about") for t in before)
    return parse.tokens[verb].tag == "VBN" and not stopped


def that_behind_noun(parse: Parse, noun: int) -> list[int]:
    """*four days after reports | that he shoved an aide*: the clause of a noun, taken for adverbial."""
    behind = noun + 1
    if behind >= len(parse.tokens) or set(preposition(parse, noun)) & _PLACES_OF_SPEECH:
        return []
    link = parse.tokens[behind]
    adverbial = parse.tokens[link.head].role == "advcl" and link.role == "mark"
    return [link.head] if link.lower == "that" and adverbial and link.head > noun else []


def that_past_phrase(parse: Parse, noun: int) -> list[int]:
    """*voiced frustration in an interview this year | that the port was shut*, *an admission from the mayor
    that it was*: the clause of a noun behind who holds it, or when and where it was said."""
    end = sentence_of(parse, noun).last
    for link in range(noun + 2, min(noun + _FAR, end)):
        token = parse.tokens[link]
        if token.pos == "PUNCT" or token.tag in VERB_TAGS or token.tag == "MD":
            return []
        if token.lower == "that" and token.role == "mark" and token.head > link:
            near = parse.tokens[link - 1]
            held = parse.tokens[noun + 1].lower in _HOLDING
            past = held or near.lemma in TIMES or near.tag == "CD" or bool(near.entity)
            return [token.head] if past else []
    return []


def bare_clauses(parse: Parse, noun: int) -> list[int]:
    """*fears | the dam will flood the road*: a clause without *that*, which parsers take for a relative;
    not *no surprise she won*."""
    if parse.tokens[noun - 1].lower == "no":
        return []
    behind = (c for c in with_role(parse, noun, ("acl:relcl",)) if c > noun)
    return [c for c in behind if min(parse.subtree(c)) == noun + 1 and _is_complete(parse, c)]


def _is_complete(parse: Parse, clause: int) -> bool:
    taken = parse.tokens[clause].lemma in _GIVING  # *the questions he was asked*
    passive = not taken and any(True for _ in with_role(parse, clause, ("cop", "aux:pass")))
    subject = own_subject(parse, clause)
    opens = subject is not None and min(parse.subtree(clause)) == min(parse.subtree(subject))
    related = subject is None or parse.tokens[min(parse.subtree(subject))].tag in _RELATIVE
    return (opens and passive and not related) or _is_whole(parse, clause)


def told_to_somebody(parse: Parse, verb: int) -> list[int]:
    """*told a radio station | they had seen the boat*: a clause with an object of its own, taken for a
    relative one."""
    if parse.tokens[verb].lemma not in _TELLING:
        return []
    told = (n for n in with_role(parse, verb, ("obj", "iobj")) if n > verb)
    return [c for n in told for c in with_role(parse, n, ("acl:relcl",)) if _is_whole(parse, c)]


def _is_whole(parse: Parse, clause: int) -> bool:
    """Whether a clause opens with its subject and has its object: nothing in it is left to a relative."""
    subject = own_subject(parse, clause)
    if subject is None or min(parse.subtree(clause)) != min(parse.subtree(subject)):
        return False
    related = parse.tokens[min(parse.subtree(subject))].tag in _RELATIVE
    return not related and any(True for _ in with_role(parse, clause, ("obj", "ccomp", "xcomp")))


def is_reduced_relative(parse: Parse, clause: int, verb: int) -> bool:
    """A bare participle before its verb, parsed as a clause: *records lodged with the court show …*,
    *two guests reached by telephone said …*."""
    bare = clause < verb and not auxiliaries(parse, clause) and parse.quoted[clause] < 0
    if not bare or own_subject(parse, clause) is None:
        return False
    if parse.tokens[clause].tag == "VBN":
        return True
    if parse.tokens[clause].tag == "VBG":  # *Fioro, speaking to farmers, said …*
        return parse.tokens[clause - 1].text == "," and parse.tokens[verb - 1].text == ","
    placed = parse.tokens[clause].tag in ("VBD", "VBP") and parse.tokens[clause + 1].tag in (
        "IN",
        "RB",
    )
    commas = any(parse.tokens[i].pos == "PUNCT" for i in range(clause, verb))
    closed = commas and _ends_in_relative(parse, clause, verb)
    return placed and (not commas or closed) and own_subject(parse, verb) is None


def _ends_in_relative(parse: Parse, clause: int, verb: int) -> bool:
    """*An aide briefed on the talks, who asked not to be named, said …*: between commas stands who it is."""
    comma = next(i for i in range(clause, verb) if parse.tokens[i].pos == "PUNCT")
    related = parse.tokens[comma + 1].tag in ("WP", "WDT", "WP$")
    return related and parse.tokens[verb - 1].text == "," and verb - 1 > comma


def is_set_off_behind_its_noun(parse: Parse, verb: int) -> bool:
    """*The plant, announced with fanfare, was to make chips*: a participle between commas, before the verb."""
    token, sentence = parse.tokens[verb], sentence_of(parse, verb)
    before = range(sentence.first, verb - 1)
    behind = verb + 1 < sentence.last and parse.tokens[verb + 1].tag in ("IN", "RB", "TO")
    set_off = verb > sentence.first and parse.tokens[verb - 1].text == ","
    if token.tag not in ("VBN", "VBD") or not behind or not set_off:
        return False
    if any(is_verb(parse, i) or parse.tokens[i].tag in ("MD", ",") for i in before):
        return False
    comma = next((i for i in range(verb, sentence.last - 1) if parse.tokens[i].text == ","), None)
    return comma is not None and parse.tokens[comma + 1].tag in FINITE_TAGS


def is_main_verb_in_disguise(parse: Parse, verb: int) -> bool:
    """A participle right behind the noun at the root of a sentence that ends in a full stop and has
    no finite verb: *The union called for a strike.*"""
    token = parse.tokens[verb]
    sentence = sentence_of(parse, verb)
    if (
        token.role != "acl"
        or parse.tokens[token.head].role != "root"
        or parse.tokens[sentence.last - 1].text != "."
    ):
        return False
    own = parse.tokens[sentence.first : sentence.last]
    related = next((t.number for t in own if t.number > verb and t.tag in ("WDT", "WP")), None)
    end = sentence.last if related is None else related
    return not any(t.tag in FINITE_TAGS for t in own if t.number < end and t.number != verb)


def noun_after_joining_word(parse: Parse, verb: int) -> int | None:
    """The lone noun between *and* or *but* and a finite verb: *ties warmed but analysts believe …*."""
    first, helpers, at = sentence_start(parse, verb), auxiliaries(parse, verb), verb - 1
    while at > first and (parse.tokens[at].tag in ("RB", "MD") or at in helpers):
        at -= 1
    between = at > first and parse.tokens[at].tag in ("NNS", "NNP", "NNPS", "PRP", "NN")
    if not between or parse.tokens[verb].tag not in ("VBD", "VBP", "VBZ"):
        return None
    start = at
    while start > first and parse.tokens[start - 1].tag in ("DT", "JJ", "NN", "NNP", "CD", "PRP$"):
        start -= 1
    joined = start > first and parse.tokens[start - 1].lower in ("but", "and", "while", "yet")
    return at if joined else None

"""Shared subjects: whom a verb takes over from the clause that it is joined to or completes."""

from __future__ import annotations

from claimtrack.language.grammar.auxiliaries import auxiliaries, is_participle
from claimtrack.language.grammar.bounds import opens_sentence
from claimtrack.language.grammar.clauses import clauses, open_clauses
from claimtrack.language.grammar.deeds import is_said_by_doing
from claimtrack.language.grammar.firsts import ranked_doer
from claimtrack.language.grammar.markers import introduced_by, linking_word
from claimtrack.language.grammar.negation import negations
from claimtrack.language.grammar.occasions import occasion
from claimtrack.language.grammar.repair import is_reduced_relative, noun_after_joining_word
from claimtrack.language.grammar.roles import OBJECTS, with_role
from claimtrack.language.grammar.subjects import own_subject
from claimtrack.language.grammar.times import TIMES, is_day, tells_when_or_where
from claimtrack.language.grammar.tree import clause_head
from claimtrack.language.grammar.verb_groups import comma_and_joint
from claimtrack.language.grammar.words import is_noun
from claimtrack.language.parse import Parse, Token

_DEEPEST = 8
"""Through how many verbs a subject is passed on."""
_AT_ANOTHER_TIME = frozenset({"after", "before", "since", "while", "when"})
_MINDED = frozenset("careful eager first happy keen last proud quick quicker slow swift".split())
"""*The union was quick to deny it*: adjectives that say how somebody does what the infinitive says."""
_PRESENT = frozenset("am are can do does has have is will".split())
_HOLDING_RESPONSIBLE = frozenset(
    "accuse attack blame condemn criticise criticize denounce fault praise rebuke scold sue suspect thank".split()
)
_LEADING_UP = frozenset({"come", "go", "proceed"})
"""*She went on to say*: verbs of motion that lead up to another."""
_BACKSHIFTED = frozenset("could had might would".split())
_GIVING = frozenset(
    "comment confirm disclose discuss elaborate explain give identify name say".split()
)
"""*…, but would not say more*: what somebody withholds."""
_SPEECH = frozenset(
    "say add warn deny insist argue tell admit acknowledge reject accuse urge declare note predict promise vow "
    "refuse decline stress ask criticise criticize praise confirm call describe claim concede discuss comment "
    "elaborate condemn welcome pledge suggest".split()
)


def subject(parse: Parse, verb: int, depth: int = 0) -> int | None:
    """The subject of a verb, taken over from the clause that it shares it with where it has none."""
    own = own_subject(parse, verb)
    if own is not None or depth > _DEEPEST:
        return own if own is None else _before_a_day(parse, own)
    joined = noun_after_joining_word(parse, verb)
    if joined is not None:
        return joined
    ranked = ranked_doer(parse, verb)
    if ranked is not None:
        return ranked
    outer = resumed(parse, verb) or occasion(parse, verb)
    if outer is not None:
        return subject(parse, outer, depth + 1)
    holder = _clause_that_holds_the_subject(parse, verb)
    if holder is not None:
        return own_subject(parse, holder)
    if _describes_its_head(parse, verb):
        return parse.tokens[verb].head
    if _stands_behind_its_noun(parse, verb):
        return verb - 1
    held = accused(parse, verb)
    if held is not None:
        return held
    if _happens_at_another_time(parse, verb):
        return subject(parse, clause_head(parse, parse.tokens[verb].head), depth + 1)
    controller = None if is_said_by_doing(parse, verb) else _controller(parse, verb)
    if controller is None and _shares_with_its_head(parse, verb):
        return subject(parse, parse.tokens[verb].head, depth + 1)
    return controller


def _before_a_day(parse: Parse, subject: int) -> int:
    """*A study released Tuesday criticised the ban*: what was released on the day, which parsers make a
    clause of its own."""
    participle = subject - 1
    if not is_day(parse, subject) or parse.tokens[participle].tag not in ("VBD", "VBN"):
        return subject
    whose = own_subject(parse, participle)
    described = parse.tokens[participle].role == "acl"
    return whose if whose is not None else parse.tokens[participle].head if described else subject


def accused(parse: Parse, verb: int) -> int | None:
    """*accused the governor of telling them to wait*: whom somebody holds responsible for a gerund does it."""
    if parse.tokens[verb].tag != "VBG" or introduced_by(parse, verb) not in ("of", "for"):
        return None
    over = parse.tokens[verb].head
    while (
        is_noun(parse, over) or parse.tokens[over].tag == "PRP"
    ):  # *accused her last month | of …*
        if parse.tokens[over].head == over:
            return None
        over = parse.tokens[over].head
    if parse.tokens[over].lemma not in _HOLDING_RESPONSIBLE:
        return None
    return next((o for o in with_role(parse, over, OBJECTS | {"iobj"}) if over < o < verb), None)


def _clause_that_holds_the_subject(parse: Parse, verb: int) -> int | None:
    """The clause under a verb, or told before it, to which the parser gave the verb's subject."""
    before = [*clauses(parse, verb), *with_role(parse, verb, ("advcl",))]
    reduced = (c for c in before if is_reduced_relative(parse, c, verb))
    found = next(reduced, None)
    return found if found is not None else _told_clause_that_goes_on(parse, verb)


def description(parse: Parse, verb: int, subject: int) -> frozenset[int]:
    """The words that describe the subject where the parser makes them a clause of their own: *officers
    close to the inquiry* said."""
    reduced = (c for c in clauses(parse, verb) if is_reduced_relative(parse, c, verb))
    own = (c for c in reduced if own_subject(parse, c) == subject)
    words = next((frozenset(parse.subtree(c)) for c in own), frozenset())
    return words if all(parse.tokens[i].text != "," for i in words) else frozenset()


def _describes_its_head(parse: Parse, verb: int) -> bool:
    """A participle behind its noun: *records lodged with the court*."""
    token = parse.tokens[verb]
    reduced = token.tag in ("VBG", "VBN") or (token.tag == "VBD" and token.role == "acl")
    described = token.role in ("acl", "acl:relcl") and reduced
    late = introduced_by(parse, verb) == "of" and tells_when_or_where(parse, token.head)
    return described and not late and not _happens_at_another_time(parse, verb)


def _stands_behind_its_noun(parse: Parse, verb: int) -> bool:
    """*people believed to be in the mine*, where the parser ties the participle to the verb before."""
    token = parse.tokens[verb]
    loose = token.role == "advcl" and token.tag in ("VBD", "VBN") and not auxiliaries(parse, verb)
    infinitive = any(introduced_by(parse, c) == "to" for c in open_clauses(parse, verb))
    opens = opens_sentence(parse, verb)
    return loose and infinitive and not opens and is_noun(parse, verb - 1)


def _happens_at_another_time(parse: Parse, verb: int) -> bool:
    """*days after denying it*, *years of denying it*: whose time it is, not the time, does it."""
    link = introduced_by(parse, verb)
    of_time = link == "of" and parse.tokens[parse.tokens[verb].head].lemma in TIMES
    return parse.tokens[verb].role == "acl" and (link in _AT_ANOTHER_TIME or of_time)


def _controller(parse: Parse, verb: int) -> int | None:
    """The object that an open clause is about: *urged the bank to pay*."""
    if parse.tokens[verb].role != "xcomp":
        return None
    return next(with_role(parse, parse.tokens[verb].head, OBJECTS | {"iobj"}), None)


def _shares_with_its_head(parse: Parse, verb: int) -> bool:
    """A joined verb, an open clause and a loose participle have the subject of the verb above."""
    token = parse.tokens[verb]
    loose = token.role in ("advcl", "parataxis", "dep") and is_participle(parse, verb)
    led_up = parse.tokens[token.head].lemma in _LEADING_UP and introduced_by(parse, verb) == "to"
    minded = token.role == "advcl" and (led_up or parse.tokens[token.head].lower in _MINDED)
    shares = token.role in ("conj", "xcomp") or loose or minded
    return shares or is_said_by_doing(parse, verb) or _follows_participle(parse, verb)


def _follows_participle(parse: Parse, verb: int) -> bool:
    """*A memo filed last year alleges …*: a finite verb behind a participle that a parser took for the main verb."""
    token, before = parse.tokens[verb], parse.tokens[verb].head
    bare = not auxiliaries(parse, before) and parse.tokens[before].tag in ("VBD", "VBN")
    loose = token.role == "advcl" and token.tag in ("VBZ", "VBP", "VBD") and before < verb
    set_off = any(parse.tokens[i].pos == "PUNCT" for i in range(before, verb))
    marked = set_off or introduced_by(parse, verb) != ""
    return loose and bare and not marked and not auxiliaries(parse, verb)


def _told_clause_that_goes_on(parse: Parse, verb: int) -> int | None:
    """The clause that is told before a verb and goes on with it, though the parser joins the verb to the
    telling one."""
    token = parse.tokens[verb]
    if token.role not in ("conj", "parataxis") or own_subject(parse, verb) is not None:
        return None
    if _gives_nothing(parse, verb):
        return None
    told = (c for c in clauses(parse, token.head) if c < verb)
    clause = next((c for c in told if own_subject(parse, c) is not None), None)
    if clause is None or not (_in_another_tense(parse, verb) or _is_listed(parse, clause, verb)):
        return None
    return clause


def _in_another_tense(parse: Parse, verb: int) -> bool:
    """*She added that he had agreed and would pay*, *said it was private and does not count*: a conjunct
    in another tense than the telling verb goes on with the clause that is told.
    """
    token = parse.tokens[verb]
    helpers = {parse.tokens[i].lower for i in auxiliaries(parse, verb)}
    now = token.tag in ("VBZ", "VBP") or helpers & _PRESENT
    telling = parse.tokens[token.head]
    past = telling.tag == "VBD" and not auxiliaries(parse, token.head)
    return token.role == "conj" and past and bool(now or helpers & _BACKSHIFTED)


def _is_listed(parse: Parse, clause: int, verb: int) -> bool:
    """*said he took the keys, opened the shed and found the spade*: what a clause lists behind a comma,
    with the last of it behind *and*, is told."""
    telling = parse.tokens[clause].head
    behind = [c for c in with_role(parse, telling, ("conj", "parataxis")) if c > clause]
    listed = [i for c in behind for i in (c, *with_role(parse, c, ("conj",)))]
    alike = all(parse.tokens[i].tag in ("VBD", "VBN") for i in (clause, *listed[:1]))
    bare = all(own_subject(parse, i) is None and not auxiliaries(parse, i) for i in listed)
    speaks = parse.tokens[telling].tag == "VBD" and any(
        parse.tokens[i].lemma in _SPEECH for i in listed[:1]
    )
    if verb not in listed or len(listed) < 2 or not (alike and bare) or speaks:
        return False
    joint = parse.tokens[listed[-1] - 1].lower in ("and", "or")
    return joint and parse.tokens[listed[0] - 1].text == ","


def goes_on(parse: Parse, clause: int) -> frozenset[int]:
    """The words with which a told clause goes on, where the parser ties them to the telling verb."""
    beside = with_role(parse, parse.tokens[clause].head, ("conj", "parataxis", "ccomp"))
    verbs = [c for c in beside if c > clause and _goes_on_with(parse, clause, c)]
    return frozenset(i for verb in verbs for i in parse.subtree(verb))


def _goes_on_with(parse: Parse, clause: int, behind: int) -> bool:
    """Whether a told clause goes on with a verb: a conjunct, or what a parser takes for another told
    clause, *had fired | after a drone came near*."""
    role = parse.tokens[behind].role
    if _gives_nothing(parse, behind):
        return False
    if role == "ccomp":
        close = min(parse.subtree(behind)) == max(parse.subtree(clause)) + 1
        return close and introduced_by(parse, behind) in _AT_ANOTHER_TIME | {"as", "because"}
    linked = role == "conj" and linking_word(parse, behind) is not None
    return (
        linked
        or _told_clause_that_goes_on(parse, behind) == clause
        or _is_shifted_back(parse, parse.tokens[clause].head, behind)
    )


def _is_shifted_back(parse: Parse, teller: int, verb: int) -> bool:
    """*said it was late, and the rest would follow*: *would* and *had* of what is told behind *said*."""
    if parse.tokens[teller].tag != "VBD" or auxiliaries(parse, teller):
        return False
    helpers = {parse.tokens[i].lower for i in auxiliaries(parse, verb)}
    had = "had" in helpers and parse.tokens[verb].tag == "VBN"
    return bool(helpers & _BACKSHIFTED) or had


def resumed(parse: Parse, verb: int) -> int | None:
    """The outer verb of speech whose subject goes on speaking: *said it was late, but warned that …*.

    Parsers hang the second verb from the reported clause; the comma and the like form tell, or that the
    clause tells what was going on: *said it was studying the bill and urged members to wait*.
    """
    token, outer = parse.tokens[verb], _verb_over_the_clause(parse, verb)
    if token.lemma not in _SPEECH:
        return None
    if _is_unlike_its_head(parse, verb):
        return _past_verb_over(parse, verb)
    if outer is None:
        return None
    clause = parse.tokens[token.head]
    going_on = clause.tag == "VBG" and bool(auxiliaries(parse, clause.number))
    if not (going_on or comma_and_joint(parse, verb) or _turns_silent(parse, verb, clause)):
        return None
    alike = parse.tokens[outer].tag == token.tag or (
        token.tag == "VB" and bool(negations(parse, verb))
    )
    return outer if alike else None


def _is_unlike_its_head(parse: Parse, verb: int) -> bool:
    """*was worried that people would come to harm and called for an audit*: *would* is for one alone."""
    token = parse.tokens[verb]
    head = parse.tokens[token.head]
    bare = own_subject(parse, verb) is None and not auxiliaries(parse, verb)
    helpers = (parse.tokens[i].tag for i in auxiliaries(parse, token.head))
    past = token.role == "conj" and token.tag in ("VBD", "VBN")
    return past and bare and head.tag in ("VB", "JJ") and "MD" in helpers


def _past_verb_over(parse: Parse, verb: int) -> int | None:
    at = parse.tokens[verb].head
    while parse.tokens[at].tag != "VBD":
        if parse.tokens[at].head == at:
            return None
        at = parse.tokens[at].head
    return at


def telling_verb(parse: Parse, verb: int) -> int | None:
    """The verb that tells the clause which a verb of the same form, without a subject of its own, is
    joined to."""
    outer = _verb_over_the_clause(parse, verb)
    alike = outer is not None and parse.tokens[outer].tag == parse.tokens[verb].tag
    return outer if alike else None


def _verb_over_the_clause(parse: Parse, verb: int) -> int | None:
    """The verb before a told clause, for a verb without a subject of its own that is joined to the clause."""
    token = parse.tokens[verb]
    clause = parse.tokens[token.head]
    joined = token.role == "conj" and clause.role == "ccomp" and clause.head < clause.number
    return clause.head if joined and own_subject(parse, verb) is None else None


def _turns_silent(parse: Parse, verb: int, clause: Token) -> bool:
    """*confirmed that it was going on but declined (would not) say more*: another tense than the clause
    that is told has, or a verb of giving that is negated."""
    token = parse.tokens[verb]
    declines = token.lemma in ("decline", "refuse") and token.tag == "VBD" and clause.tag != "VBD"
    return (declines and _stands_against(parse, verb)) or _gives_nothing(parse, verb)


def _gives_nothing(parse: Parse, verb: int) -> bool:
    """*but would not say*: what somebody withholds who told something before."""
    token = parse.tokens[verb]
    silent = token.tag == "VB" and token.lemma in _GIVING and bool(negations(parse, verb))
    return silent and _stands_against(parse, verb)


def _stands_against(parse: Parse, verb: int) -> bool:
    joints = (c for c in parse.children[verb] if c < verb and parse.tokens[c].role == "cc")
    return any(parse.tokens[c].lower == "but" for c in joints)

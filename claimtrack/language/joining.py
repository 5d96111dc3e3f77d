"""Joining: what a claim goes on with behind *and*, *but*, *or* and *although*: *says it leaks | and needs care*.

Each way says where what is joined ends, or 0 where it is the writer who goes on.
"""

from __future__ import annotations

from claimtrack.language import grammar
from claimtrack.language.parse import Token
from claimtrack.language.reaching import FINITE, LINKING, STOPS, Claim, Way, clause_end

_CONTRASTING = frozenset({"also", "instead", "merely", "not", "only", "rather", "simply"})
_NO_MORE = frozenset({"just", "merely", "only", "simply"})
_FOLLOWING = frozenset({"consequently", "hence", "so", "therefore", "thus"})
_STATES = frozenset(
    "be consider dislike distrust enjoy fear feel find hate hope intend know lack like love mean mind miss need own "
    "plan prefer regret remain resent respect see seem stay think trust understand want wish work worry".split()
)
"""What somebody says of himself as well: *said she was tired | and wanted to go*."""
_SAYING = frozenset({"add", "argue", "explain", "insist", "note", "say", "tell"})
_TELLING = _SAYING | frozenset(
    "accuse acknowledge admit announce ask believe blame call claim concede contend criticise criticize "
    "declare decline deny dismiss expect find indicate maintain praise promise refuse reject repeat "
    "report respond reveal show suggest think urge vow want warn write".split()
)
_CLAUSE_OPENERS = frozenset({"DT", "EX", "PRP", "PRP$"})
_PRESENT = frozenset({"VBP", "VBZ"})
_ASKING = frozenset({"if", "whether", "why"})
_LINKS = frozenset({"IN", "WDT", "WP", "WRB"})


def _like_form(claim: Claim) -> int:
    """*to build a wall | and leave the pact*, *would pay | and would close*: another verb of the form
    that the claim has."""
    joint = claim.behind(1)
    if joint.tag != "CC" and joint.text != ",":
        return 0
    verb = claim.behind(3) if claim.behind(2).tag == "CC" else claim.behind(2)
    inside = {claim.parse.tokens[i].tag for i in range(claim.first, claim.last + 1)}
    own = {claim.parse.tokens[i].tag for i in grammar.verb_group(claim.parse, claim.cue)}
    infinitive = "VB" in inside and inside & {"TO", "MD"}
    bare = verb.tag == "VB" and infinitive and "VB" not in own
    again = verb.tag == "TO" and "TO" in inside and claim.behind(1).tag == "CC"
    modal = verb.tag == "MD" and "MD" in inside and "MD" not in own and joint.tag == "CC"
    return clause_end(claim, verb.number) if bare or again or modal else 0


def _further_state(claim: Claim) -> int:
    """*said he was alarmed | and wanted to see for himself*, *, but planned to wait*: a verb without a subject
    that tells of no speech and no deed, where what is told is told of a person or of what now *is*."""
    step = 2 if claim.behind(1).text == "," else 1
    own = grammar.heads_relative_clause(claim.parse, claim.cue) or not claim.told
    if claim.behind(step).lower not in ("and", "but") or own:
        return 0
    verb = claim.behind(step + 1)
    if verb.tag == "RB":
        verb = claim.behind(step + 2)
    tags = {claim.parse.tokens[i].tag for i in range(claim.first, claim.last + 1)}
    said = claim.parse.tokens[claim.cue].lemma in _SAYING
    state = said and verb.tag in ("VBD", "VBZ", "VBP") and verb.lemma in _STATES
    alike = claim.parse.tokens[claim.first].tag == "PRP" or verb.lemma == "be"
    if not alike or (verb.lower in ("was", "were") and step == 2):
        return 0
    return clause_end(claim, verb.number) if state and tags & FINITE else 0


def _contrast(claim: Claim) -> int:
    """*was not hiding anything | but rather chose to wait*, *, but not the dam*, *, and therefore will pay*."""
    step = 2 if claim.behind(1).text in STOPS else 1
    joint, word, behind = (claim.behind(step + n) for n in range(3))
    against = joint.lower == "but" and word.lower in _CONTRASTING and behind.tag != "VBG"
    follows = joint.lower == "and" and word.lower in _FOLLOWING
    follows = follows or (
        joint.lower == "and"
        and ((word.lower == "not" and behind.lower in _NO_MORE) or _also_so(word, behind))
    )
    against = against or (joint.lower == "but" and step == 2 and _sets_right(claim, word))
    whole = claim.told or behind.tag == "IN"
    return clause_end(claim, word.number) if (against or follows) and whole else 0


def _sets_right(claim: Claim, word: Token) -> bool:
    """*left not for the pay | , but because of the cold*: what is so instead of what is not."""
    negated = any(t.lower == "not" for t in claim.parse.tokens[claim.first : claim.last + 1])
    return claim.told and negated and word.tag in ("IN", "TO") and word.lower != "that"


def _also_so(word: Token, behind: Token) -> bool:
    """*and also | because it was cold*, *in the north*, *to save it*."""
    return word.lower == "also" and behind.tag in ("IN", "TO")


def _further_clause(claim: Claim) -> int:
    """*claimed that crime had gone down | and the prisons were empty*, *, but the guards had left*: nobody who
    speaks anew, and behind a comma no pronoun, which may stand for who speaks."""
    opening = claim.behind(2)
    joined = claim.behind(1).lower in ("and", "but") and opening.tag in _CLAUSE_OPENERS
    said = claim.parse.tokens[claim.cue].lemma in _SAYING
    if said and claim.behind(1).text == "," and opening.lower == "but":
        opening = claim.behind(3)
        joined = opening.tag in _CLAUSE_OPENERS - {"PRP"}
    if not joined or not claim.told or _is_within_another(claim) or _speaks(claim, opening):
        return 0
    end = clause_end(claim, opening.number)
    return end if _tells_no_more(claim, opening.number, end) else 0


def _speaks(claim: Claim, pronoun: Token) -> bool:
    """*She said I would win and | she is annoyed*: who tells it acts again, and what is told is of another."""
    subject = grammar.own_subject(claim.parse, claim.cue)
    same = subject is not None and claim.parse.tokens[subject].lower == pronoun.lower
    return same and claim.parse.tokens[claim.first].lower != pronoun.lower


def _concession(claim: Claim) -> int:
    """*says he rows for the club | , although he is no member*: what is granted is told as well."""
    word = claim.behind(2)
    granted = claim.behind(1).text == "," and word.lower in ("although", "though")
    if not granted or not claim.told or claim.behind(3).tag == "VBG" or _is_within_another(claim):
        return 0
    end = clause_end(claim, word.number)
    return end if _tells_no_more(claim, word.number, end) else 0


def _is_within_another(claim: Claim) -> bool:
    """Whether the clause of the cue only describes or places something: *when he said …*, *who said …*."""
    return grammar.heads_relative_clause(claim.parse, claim.cue) or grammar.is_subordinate(
        claim.parse, claim.cue
    )


def _tells_no_more(claim: Claim, start: int, end: int) -> bool:
    """Whether words are a clause with a verb, none of them of speech."""
    words = claim.parse.tokens[start:end]
    verbs = [t for t in words if t.tag in FINITE]
    return bool(verbs) and not any(
        t.lemma in _TELLING for t in words if grammar.is_verb(claim.parse, t.number)
    )


def _unlike_form(claim: Claim) -> int:
    """*he says it weighed the cost | but chose not to*, *they say it leaks | and needs care*: a verb that only
    what is told agrees with, in number or in time."""
    joint, verb = claim.behind(1), claim.behind(2)
    verb = claim.behind(3) if verb.tag == "RB" else verb
    if joint.lower not in ("and", "but") or not claim.told or _is_within_another(claim):
        return 0
    cue = claim.parse.tokens[claim.cue]
    tags = {claim.parse.tokens[i].tag for i in range(claim.first, claim.last + 1)}
    number = {cue.tag, verb.tag} == _PRESENT
    past = cue.tag in _PRESENT and verb.tag == "VBD" and "VBD" in tags
    own = {claim.parse.tokens[i].tag for i in grammar.verb_group(claim.parse, claim.cue)}
    modal = verb.tag == "MD" and cue.tag in FINITE and not own & {"MD", "VBG"} and tags & FINITE
    end = clause_end(claim, verb.number) if number or past or modal else 0
    return end if _tells_no_more(claim, verb.number, end) else 0


def _further_question(claim: Claim) -> int:
    """*asked where she lived | and whether she was well*, *, or why*, *plans that cost and that fail*."""
    stopped = claim.behind(1).text == ","
    joint, word = (
        (claim.behind(2), claim.behind(3)) if stopped else (claim.behind(1), claim.behind(2))
    )
    linked = word.lower in (_ASKING if stopped else LINKING) and word.tag in _LINKS
    like = word.lower != "that" or claim.told or claim.holds("that")
    like = like and (word.lower != "if" or joint.lower == "or")
    return clause_end(claim, word.number) if joint.lower in ("and", "or") and linked and like else 0


JOINED: tuple[Way, ...] = (
    _like_form,
    _further_state,
    _contrast,
    _further_clause,
    _concession,
    _unlike_form,
    _further_question,
)

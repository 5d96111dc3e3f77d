"""Extending: words behind a claim that belong to it, though parsers hang them elsewhere or lose them.

Told by word order and punctuation alone, as asides and summings-up are: each way in which a claim goes
on looks at the few tokens behind it, and says how far it reaches.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.parse import Parse, Token

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
_LINKING = frozenset({"how", "that", "what", "when", "where", "whether", "who", "why"})
_ASKING = frozenset({"if", "whether", "why"})
_LINKS = frozenset({"IN", "WDT", "WP", "WRB"})
_SINGLING_OUT = frozenset({"especially", "including", "notably"})
_CONDITIONS = frozenset({"if", "once", "unless"})
_COMPARING = frozenset({"as", "than"})
_RANKING = frozenset({("followed", "by"), ("compared", "with"), ("compared", "to")})
_EXEMPLIFYING = frozenset({"cite", "describe", "list", "mention", "name", "point", "see"})
_BACK = frozenset({"PRP", "PRP$"})
_PHRASE = frozenset({"IN", "TO", "RP", "NN", "NNS", "DT"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_STOPS = frozenset({",", ";", ":", "–", "—", "-", "--", "("})
_DASHES = frozenset({"–", "—", "-", "--"})


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim behind its cue: the cue's number, the claim's first and last, the sentence's end, and
    whether a clause is told."""

    parse: Parse
    cue: int
    first: int
    last: int
    end: int
    told: bool

    def behind(self, step: int) -> Token:
        """The token so many behind the claim, or the sentence's last."""
        return self.parse.tokens[min(self.last + step, self.end - 1)]

    def holds(self, word: str) -> bool:
        """Whether the claim has a word, or begins right behind it."""
        return any(t.lower == word for t in self.parse.tokens[self.first - 1 : self.last + 1])


_Way = Callable[[_Claim], int]
"""Where what belongs to a claim ends, or 0 where nothing of the kind follows."""


def extended(parse: Parse, cue: int, claim: frozenset[int], told: bool) -> frozenset[int]:
    """A claim with the words behind it that belong to it; ``told``: it is a clause, and no thing."""
    if not claim or min(claim) < cue:
        return claim
    claim, last = _with_marks(parse, claim), max(claim)
    end = grammar.sentence_end(parse, last)
    if last + 2 >= end:
        return claim
    if parse.quoted[cue] != parse.quoted[last]:
        reach = _behind_quoted_words(parse, cue, last)
        return claim | frozenset(range(last + 1, reach))
    known = _Claim(parse, cue, _first(parse, cue, min(claim)), last, end, told)
    whole = _verb_behind_aside(known)
    if whole:
        return frozenset(range(known.first, whole))
    return claim | frozenset(range(last + 1, max(way(known) for way in _WAYS)))


def _with_marks(parse: Parse, claim: frozenset[int]) -> frozenset[int]:
    """A claim with the opening quotation marks between its words, which parsers hang from the outer verb."""
    between = (i for i in range(min(claim), max(claim)) if {i - 1, i + 1} <= claim)
    return claim.union(i for i in between if not _is_word(parse, i) and parse.quoted[i] >= 0)


def _behind_quoted_words(parse: Parse, cue: int, last: int) -> int:
    """Where a phrase ends that goes on behind quoted words: *would “not stand idle” | in the north*, or 0."""
    end = grammar.sentence_end(parse, last)
    mark = last + 1 if _is_word(parse, last) else last
    behind = parse.tokens[mark + 1 : min(mark + 5, end)]
    if len(behind) < 2 or _is_word(parse, mark) or parse.quoted[mark] < 0 or parse.quoted[cue] >= 0:
        return 0
    whole = parse.tokens[mark - 1].pos == "PUNCT" or parse.quoted[mark + 1] >= 0
    timed = any(grammar.tells_when_or_where(parse, t.number) for t in behind[1:])
    if whole or timed or behind[0].tag not in _PHRASE or behind[0].lower == "after":
        return 0
    return _phrase_end(_Claim(parse, cue, last, last, end, False), mark + 2)


def _is_word(parse: Parse, index: int) -> bool:
    return any(c.isalnum() for c in parse.tokens[index].text)


def _first(parse: Parse, cue: int, first: int) -> int:
    """Where a told clause begins of which a parser left the relative clause of its subject: *added that |
    the day – on which it fell – was cold*."""
    linked = parse.tokens[cue + 1].lower == "that" and cue + 3 < first
    return cue + 2 if linked and _opens(parse, first - 1) else first


def _clause_end(claim: _Claim, start: int) -> int:
    """Where a clause ends: before a semicolon, a comma with a participle or a new speaker."""
    tokens = claim.parse.tokens
    for index in range(start, claim.end - 1):
        if claim.parse.quoted[index] >= 0:
            continue
        behind = tokens[index + 1]
        leaves = behind.tag == "VBG" and behind.lower not in _SINGLING_OUT
        if tokens[index].text == ";" or (tokens[index].text == "," and leaves):
            return index
        if tokens[index].text in _DASHES and behind.tag == "CC":
            return index
    return claim.end


def _phrase_end(claim: _Claim, start: int) -> int:
    """Where a phrase ends: before punctuation, or a verb that is joined."""
    tokens = claim.parse.tokens
    for index in range(start, claim.end - 1):
        joins = tokens[index].tag == "CC" and grammar.is_verb(claim.parse, index + 1)
        if tokens[index].text in _STOPS or joins:
            return index
    return claim.end


def _verb_of_the_told(claim: _Claim) -> int:
    """*said that doing this | gives an edge*: the verb of what is told, right behind."""
    parse, verb = claim.parse, claim.behind(1)
    split = parse.quoted[verb.number] != parse.quoted[claim.last]
    stopped = parse.tokens[claim.last].pos == "PUNCT"
    part = grammar.heads_relative_clause(parse, claim.cue) or _is_infinitive(parse, claim.cue)
    lost = claim.told and verb.tag in _FINITE and not (split or stopped or part)
    return _clause_end(claim, verb.number) if lost else 0


def _is_infinitive(parse: Parse, cue: int) -> bool:
    """*to suggest it was safe | is wrong*: the verb behind is not of what is told."""
    return cue > 0 and parse.tokens[cue - 1].tag == "TO"


def _verb_behind_aside(claim: _Claim) -> int:
    """*said that Reed, who left in May, | would be asked*: the verb behind what describes its subject."""
    opening = _aside_of_subject(claim) if claim.told else None
    if opening is None:
        return 0
    tokens = claim.parse.tokens
    closing = _DASHES if tokens[opening].text in _DASHES else {","}
    for index in range(max(opening + 1, claim.last), claim.end - 2):
        verb = index + 1 + (tokens[index + 1].tag == "RB")
        if tokens[index].text in closing and tokens[verb].tag in _FINITE and verb > claim.last:
            return _clause_end(claim, verb)
    return 0


def _aside_of_subject(claim: _Claim) -> int | None:
    """The comma or dash where a relative clause opens before what is told has a finite verb."""
    for index in range(claim.first, claim.end):
        if claim.parse.tokens[index].tag in _FINITE:
            return None
        if _opens(claim.parse, index):
            return index
    return None


def _opens(parse: Parse, index: int) -> bool:
    """*, who*, *-- in which*, *, though*: a relative or conceding clause that is set off."""
    if parse.tokens[index].text != "," and parse.tokens[index].text not in _DASHES:
        return False
    words = parse.tokens[index + 1 : index + 3]
    if words[0].lower in ("although", "though"):
        return True
    word = words[-1] if words[0].tag == "IN" else words[0]
    return word.tag in _RELATIVE or word.lower == "where"


def _quoted_rest(claim: _Claim) -> int:
    """*said that Roe had | “complained of the cold”*: quoted words with which a told clause ends."""
    parse, mark = claim.parse, claim.last + 1
    inside = claim.told and parse.quoted[claim.last] < 0 <= parse.quoted[mark]
    if not inside or parse.tokens[claim.last].pos == "PUNCT":
        return 0
    quote = parse.quotations[parse.quoted[mark]]
    return min(max(parse.tokens_in((quote.start, quote.end))) + 1, claim.end)


def _like_form(claim: _Claim) -> int:
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
    return _clause_end(claim, verb.number) if bare or again or modal else 0


def _further_state(claim: _Claim) -> int:
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
    return _clause_end(claim, verb.number) if state and tags & _FINITE else 0


def _contrast(claim: _Claim) -> int:
    """*was not hiding anything | but rather chose to wait*, *, but not the dam*, *, and therefore will pay*."""
    step = 2 if claim.behind(1).text in _STOPS else 1
    joint, word, behind = (claim.behind(step + n) for n in range(3))
    against = joint.lower == "but" and word.lower in _CONTRASTING and behind.tag != "VBG"
    follows = joint.lower == "and" and word.lower in _FOLLOWING
    follows = follows or (
        joint.lower == "and"
        and ((word.lower == "not" and behind.lower in _NO_MORE) or _also_so(word, behind))
    )
    whole = claim.told or behind.tag == "IN"
    return _clause_end(claim, word.number) if (against or follows) and whole else 0


def _also_so(word: Token, behind: Token) -> bool:
    """*and also | because it was cold*, *in the north*, *to save it*."""
    return word.lower == "also" and behind.tag in ("IN", "TO")


def _further_clause(claim: _Claim) -> int:
    """*claimed that crime had gone down | and the prisons were empty*: no comma, and nobody who speaks anew."""
    opening = claim.behind(2)
    joined = claim.behind(1).lower in ("and", "but") and opening.tag in _CLAUSE_OPENERS
    if not joined or not claim.told or _is_within_another(claim) or _speaks(claim, opening):
        return 0
    end = _clause_end(claim, opening.number)
    return end if _tells_no_more(claim, opening.number, end) else 0


def _speaks(claim: _Claim, pronoun: Token) -> bool:
    """*She said I would win and | she is annoyed*: who tells it acts again, and what is told is of another."""
    subject = grammar.own_subject(claim.parse, claim.cue)
    same = subject is not None and claim.parse.tokens[subject].lower == pronoun.lower
    return same and claim.parse.tokens[claim.first].lower != pronoun.lower


def _concession(claim: _Claim) -> int:
    """*says he rows for the club | , although he is no member*: what is granted is told as well."""
    word = claim.behind(2)
    granted = claim.behind(1).text == "," and word.lower in ("although", "though")
    if not granted or not claim.told or claim.behind(3).tag == "VBG" or _is_within_another(claim):
        return 0
    end = _clause_end(claim, word.number)
    return end if _tells_no_more(claim, word.number, end) else 0


def _is_within_another(claim: _Claim) -> bool:
    """Whether the clause of the cue only describes or places something: *when he said …*, *who said …*."""
    return grammar.heads_relative_clause(claim.parse, claim.cue) or grammar.is_subordinate(
        claim.parse, claim.cue
    )


def _tells_no_more(claim: _Claim, start: int, end: int) -> bool:
    """Whether words are a clause with a verb, none of them of speech."""
    words = claim.parse.tokens[start:end]
    verbs = [t for t in words if t.tag in _FINITE]
    return bool(verbs) and not any(
        t.lemma in _TELLING for t in words if grammar.is_verb(claim.parse, t.number)
    )


def _unlike_form(claim: _Claim) -> int:
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
    modal = verb.tag == "MD" and cue.tag in _FINITE and not own & {"MD", "VBG"} and tags & _FINITE
    end = _clause_end(claim, verb.number) if number or past or modal else 0
    return end if _tells_no_more(claim, verb.number, end) else 0


def _further_question(claim: _Claim) -> int:
    """*asked where she lived | and whether she was well*, *, or why*, *plans that cost and that fail*."""
    stopped = claim.behind(1).text == ","
    joint, word = (
        (claim.behind(2), claim.behind(3)) if stopped else (claim.behind(1), claim.behind(2))
    )
    linked = word.lower in (_ASKING if stopped else _LINKING) and word.tag in _LINKS
    like = word.lower != "that" or claim.told or claim.holds("that")
    like = like and (word.lower != "if" or joint.lower == "or")
    return (
        _clause_end(claim, word.number) if joint.lower in ("and", "or") and linked and like else 0
    )


def _contact_clause(claim: _Claim) -> int:
    """*the voters | he brought in*: a relative clause without a pronoun."""
    tag = claim.parse.tokens[claim.last].tag
    noun = tag in ("NN", "NNS") or (tag == "NNP" and claim.parse.tokens[claim.last - 1].tag == "DT")
    subject = claim.behind(1)
    follows = subject.tag == "PRP" and claim.behind(2).tag in _FINITE | {"RB"}
    return _phrase_end(claim, subject.number + 1) if noun and follows else 0


def _comparison(claim: _Claim) -> int:
    """*less open | than it was*, *cited the raid | as a warning*; not *ignored him | as he left*."""
    word = claim.behind(1)
    timed = word.lower == "as" and claim.behind(2).tag == "PRP" and not claim.told
    compared = word.lower in _COMPARING and word.tag == "IN" and not timed
    if not compared and _ranks(claim):
        return _clause_end(claim, claim.last + 3)
    return _phrase_end(claim, word.number + 1) if compared else 0


def _ranks(claim: _Claim) -> bool:
    """*with 40 percent | , followed by the widow with 20*, *, compared with 12 a year ago*; *pointed to the dams
    of Leeds and York | , as examples of good work*."""
    word, behind = claim.behind(2), claim.behind(3)
    followed = (word.lower, behind.lower) in _RANKING
    shown = claim.parse.tokens[claim.cue].lemma in _EXEMPLIFYING and not claim.told
    likened = word.lower == "as" and shown and behind.tag in ("DT", "JJ", "NN", "NNS")
    acts = grammar.is_verb(claim.parse, claim.cue)
    return claim.behind(1).text == "," and acts and (followed or likened)


def _reason(claim: _Claim) -> int:
    """*an important part of it | , since it lasts for years*, *, in that they tell little*, *, so he will go*."""
    word, behind = claim.behind(2).lower, claim.behind(3)
    gives = word in ("since", "versus") or (word, behind.lower) == ("in", "that")
    gives = gives or (word == "so" and behind.tag == "PRP" and claim.behind(4).tag in _FINITE)
    set_off = claim.told and claim.behind(1).text == ","
    return _clause_end(claim, claim.last + 3) if gives and set_off else 0


def _condition(claim: _Claim) -> int:
    """*suggested leaving the firm | if it did not pay*, *, even though he was warned*."""
    word = claim.behind(1)
    if word.lower in _CONDITIONS:
        return _clause_end(claim, word.number)
    even = (
        word.text == ","
        and claim.behind(2).lower == "even"
        and claim.behind(3).lower in ("if", "though")
    )
    return _clause_end(claim, word.number + 1) if even and claim.told else 0


def _singled_out(claim: _Claim) -> int:
    """*a list of 85 mayors, | including three from the north*."""
    word, behind = claim.behind(2), claim.behind(3)
    such = word.lower == "such" and behind.lower == "as"
    asks = word.lower == "including" and behind.lower in _LINKING
    singled = (word.lower in _SINGLING_OUT or such) and not asks
    return _clause_end(claim, behind.number) if singled and claim.behind(1).text == "," else 0


def _explained(claim: _Claim) -> int:
    """*was clear about one thing | : the vote is lost*, *was not to be feared: his words were empty*."""
    if claim.behind(1).text != ":" or claim.parse.quoted[claim.last + 2] >= 0:
        return 0
    announced = claim.parse.tokens[claim.last - 1].lower == "one" and not claim.told
    back = claim.told and claim.behind(2).tag in _BACK
    return _clause_end(claim, claim.last + 2) if announced or back else 0


def _set_right(claim: _Claim) -> int:
    """*the problem was not the road | ; the problem was the bridge*: the same words open both."""
    if not claim.told or claim.behind(1).text != ";":
        return 0
    opening = [t.lower for t in claim.parse.tokens[claim.first : claim.first + 2]]
    again = opening == [claim.behind(2).lower, claim.behind(3).lower]
    return claim.end if again else 0


_WAYS: tuple[_Way, ...] = (
    _verb_of_the_told,
    _quoted_rest,
    _like_form,
    _further_state,
    _contrast,
    _further_clause,
    _concession,
    _unlike_form,
    _further_question,
    _contact_clause,
    _comparison,
    _reason,
    _condition,
    _singled_out,
    _explained,
    _set_right,
)

"""Extending: words behind a claim that belong to it, though parsers hang them elsewhere or lose them.

Told by word order and punctuation alone, as asides and summings-up are: each way in which a claim goes
on looks at the few tokens behind it, and says how far it reaches.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.language import grammar
from claimtrack.language.joining import JOINED
from claimtrack.language.parse import Parse
from claimtrack.language.reaching import (
    DASHES,
    FINITE,
    LINKING,
    SINGLING_OUT,
    STOPS,
    Claim,
    Way,
    clause_end,
    phrase_end,
)
from claimtrack.language.resuming import verb_behind_description

_CONDITIONS = frozenset({"if", "once", "unless"})
_BOUND = frozenset(
    {
        ("so", "that"),
        ("so", "long"),
        ("as", "long"),
        ("in", "case"),
        ("in", "that"),
        ("depending", "on"),
        ("up", "from"),
        ("down", "from"),
    }
)
"""What opens words that only add to what is told: *, so that it lasts*, *, up from nine last year*."""
_COMPARING = frozenset({"as", "than"})
_RANKING = frozenset({("followed", "by")})
_EXEMPLIFYING = frozenset({"cite", "describe", "list", "mention", "name", "point", "see"})
_FOLLOWING = frozenset({"DT", "EX", "NN", "NNP", "NNS", "PRP$", "VBG"})
_BACK = frozenset({"PRP", "PRP$"})
_PHRASE = frozenset({"IN", "TO", "RP", "NN", "NNS", "DT"})
_GRADING = frozenset({"also", "especially", "even", "maybe", "particularly", "perhaps"})
_OPENING_PHRASE = frozenset({"IN", "DT", "PRP$", "NNP", "NNPS", "NN", "NNS", "CD", "$"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_LEADING = frozenset(
    "although as because before even given if once since though unless until whatever when whenever while".split()
)
"""Words that open a clause in front of the main one."""
_HOLDING = frozenset(
    "add argue believe contend expect fear feel hope insist note predict report say think warn".split()
)
"""Verbs that hold a clause without *that*."""
_SUBJECT = frozenset({"CD", "DT", "EX", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$"})
_NOT = frozenset({"n't", "n’t", "never", "no", "not"})


def extended(parse: Parse, cue: int, claim: frozenset[int], told: bool) -> frozenset[int]:
    """A claim with the words behind it that belong to it; ``told``: it is a clause, and no thing."""
    if not claim or min(claim) < cue:
        return claim
    claim = _with_marks(parse, _whole_words(parse, claim))
    last = max(claim)
    end = grammar.sentence_end(parse, last)
    if last + 2 >= end:
        return claim
    if told and parse.quoted[cue] < 0 and _opens_quotation(parse, last):
        return claim | frozenset(range(last, _quotation_end(parse, last, end)))
    if parse.quoted[cue] != parse.quoted[last]:
        reach = _behind_quoted_words(parse, cue, last)
        reach = reach or _joined_to_quoted_words(Claim(parse, cue, min(claim), last, end, told))
        return claim | frozenset(range(last + 1, reach))
    known = Claim(parse, cue, _first(parse, cue, min(claim)), last, end, told)
    whole = _verb_behind_aside(known)
    if whole:
        return frozenset(range(known.first, whole))
    return claim | frozenset(range(last + 1, max(way(known) for way in _WAYS)))


def _whole_words(parse: Parse, claim: frozenset[int]) -> frozenset[int]:
    """A claim whose last word is whole, hyphens and all: *called it anti- | dairy*."""
    last, tokens = max(claim), parse.tokens
    while last + 2 < len(tokens) and "-" in (tokens[last].text, tokens[last + 1].text):
        if tokens[last].end != tokens[last + 1].start or tokens[last].text == tokens[last + 1].text:
            break
        last += 1
    return claim | frozenset(range(max(claim), last + 1))


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
    return phrase_end(Claim(parse, cue, last, last, end, False), mark + 2)


def _joined_to_quoted_words(claim: Claim) -> int:
    """What *and* or *but* joins to quoted words: *is “safe” | and “cheap”*, *will “work hard” | and wait*, or 0."""
    mark = claim.last + 1 if _is_word(claim.parse, claim.last) else claim.last
    closes = not _is_word(claim.parse, mark) and claim.parse.quoted[mark] >= 0
    known = replace(claim, last=mark)
    joint, word = known.behind(1), known.behind(2)
    if not closes or joint.tag != "CC" or claim.parse.quoted[claim.cue] >= 0:
        return 0
    if claim.parse.quoted[word.number] >= 0:
        return _quotation_end(claim.parse, word.number, claim.end)
    return max(way(known) for way in JOINED)


def _is_word(parse: Parse, index: int) -> bool:
    return any(c.isalnum() for c in parse.tokens[index].text)


def _first(parse: Parse, cue: int, first: int) -> int:
    """Where a told clause begins of which a parser left the relative clause of its subject: *added that |
    the day – on which it fell – was cold*."""
    linked = parse.tokens[cue + 1].lower == "that" and cue + 3 < first
    return cue + 2 if linked and _opens(parse, first - 1) else first


def _verb_of_the_told(claim: Claim) -> int:
    """*said that doing this | gives an edge*: the verb of what is told, right behind."""
    parse, verb = claim.parse, claim.behind(1)
    split = parse.quoted[verb.number] != parse.quoted[claim.last]
    stopped = parse.tokens[claim.last].pos == "PUNCT"
    part = grammar.heads_relative_clause(parse, claim.cue) or _is_infinitive(parse, claim.cue)
    lost = claim.told and verb.tag in FINITE and not (split or stopped or part)
    return clause_end(claim, verb.number) if lost else 0


def _is_infinitive(parse: Parse, cue: int) -> bool:
    """*to suggest it was safe | is wrong*: the verb behind is not of what is told."""
    return cue > 0 and parse.tokens[cue - 1].tag == "TO"


def _verb_behind_aside(claim: Claim) -> int:
    """*said that Reed, who left in May, | would be asked*: the verb behind what describes its subject."""
    opening = _aside_of_subject(claim) if claim.told else None
    if opening is None:
        return 0
    tokens = claim.parse.tokens
    closing = DASHES if tokens[opening].text in DASHES else {","}
    for index in range(max(opening + 1, claim.last), claim.end - 2):
        verb = index + 1 + (tokens[index + 1].tag == "RB")
        if tokens[index].text in closing and tokens[verb].tag in FINITE and verb > claim.last:
            return clause_end(claim, verb)
    return 0


def _aside_of_subject(claim: Claim) -> int | None:
    """The comma or dash where a relative clause opens before what is told has a finite verb."""
    for index in range(claim.first, claim.end):
        if claim.parse.tokens[index].tag in FINITE:
            return None
        if _opens(claim.parse, index):
            return index
    return None


def _opens(parse: Parse, index: int) -> bool:
    """*, who*, *-- in which*, *, though*: a relative or conceding clause that is set off."""
    if parse.tokens[index].text != "," and parse.tokens[index].text not in DASHES:
        return False
    words = parse.tokens[index + 1 : index + 3]
    if words[0].lower in ("although", "though"):
        return True
    word = words[-1] if words[0].tag == "IN" else words[0]
    return word.tag in _RELATIVE or word.lower == "where"


def _quoted_rest(claim: Claim) -> int:
    """*said that Roe had | “complained of the cold”*: quoted words with which a told clause ends."""
    parse, mark = claim.parse, claim.last + 1
    inside = claim.told and parse.quoted[claim.last] < 0 <= parse.quoted[mark]
    if not inside or parse.tokens[claim.last].pos == "PUNCT":
        return 0
    return _quotation_end(parse, mark, claim.end)


def _opens_quotation(parse: Parse, mark: int) -> bool:
    """Whether a claim ends in the mark that opens its quoted words: *has remained “ | a home for all”*."""
    opens = parse.quoted[mark] >= 0 and parse.quoted[mark - 1] != parse.quoted[mark]
    return opens and not _is_word(parse, mark)


def _quotation_end(parse: Parse, mark: int, end: int) -> int:
    """Where the quoted words end that a mark opens, in the sentence."""
    quote = parse.quotations[parse.quoted[mark]]
    return min(max(parse.tokens_in((quote.start, quote.end))) + 1, end)


def _contact_clause(claim: Claim) -> int:
    """*the voters | he brought in*: a relative clause without a pronoun."""
    tag = claim.parse.tokens[claim.last].tag
    noun = tag in ("NN", "NNS") or (tag == "NNP" and claim.parse.tokens[claim.last - 1].tag == "DT")
    subject = claim.behind(1)
    follows = subject.tag == "PRP" and claim.behind(2).tag in FINITE | {"RB"}
    return phrase_end(claim, subject.number + 1) if noun and follows else 0


def _comparison(claim: Claim) -> int:
    """*less open | than it was*, *cited the raid | as a warning*; not *ignored him | as he left*."""
    word = claim.behind(1)
    timed = word.lower == "as" and claim.behind(2).tag == "PRP" and not claim.told
    compared = word.lower in _COMPARING and word.tag == "IN" and not timed
    if not compared and _ranks(claim):
        return clause_end(claim, claim.last + 3)
    return phrase_end(claim, word.number + 1) if compared else 0


def _ranks(claim: Claim) -> bool:
    """*with 40 percent | , followed by the widow with 20*; *pointed to the dams
    of Leeds and York | , as examples of good work*."""
    word, behind = claim.behind(2), claim.behind(3)
    followed = (word.lower, behind.lower) in _RANKING
    shown = claim.parse.tokens[claim.cue].lemma in _EXEMPLIFYING and not claim.told
    likened = word.lower == "as" and shown and behind.tag in ("DT", "JJ", "NN", "NNS")
    acts = grammar.is_verb(claim.parse, claim.cue)
    return claim.behind(1).text == "," and acts and (followed or likened)


def _reason(claim: Claim) -> int:
    """*an important part of it | , since it lasts for years*, *, in that they tell little*, *, so he will go*."""
    word, behind = claim.behind(2).lower, claim.behind(3)
    gives = word in ("since", "versus") or (word, behind.lower) in _BOUND
    follows = behind.tag in _FOLLOWING or (behind.tag == "PRP" and claim.behind(4).tag in FINITE)
    gives = gives or (word == "so" and follows)
    set_off = claim.told and claim.behind(1).text == ","
    return clause_end(claim, claim.last + 3) if gives and set_off else 0


def _condition(claim: Claim) -> int:
    """*suggested leaving the firm | if it did not pay*, *, even though he was warned*."""
    word = claim.behind(1)
    if word.lower in _CONDITIONS:
        return clause_end(claim, word.number)
    even = (
        word.text == ","
        and claim.behind(2).lower == "even"
        and claim.behind(3).lower in ("if", "though")
    )
    return clause_end(claim, word.number + 1) if even and claim.told else 0


def _singled_out(claim: Claim) -> int:
    """*a list of 85 mayors, | including three from the north*."""
    word, behind = claim.behind(2), claim.behind(3)
    such = word.lower == "such" and behind.lower == "as"
    asks = word.lower == "including" and behind.lower in LINKING
    singled = (word.lower in SINGLING_OUT or such) and not asks
    return clause_end(claim, behind.number) if singled and claim.behind(1).text == "," else 0


def _explained(claim: Claim) -> int:
    """*was clear about one thing | : the vote is lost*, *was not to be feared: his words were empty*."""
    if claim.behind(1).text != ":" or claim.parse.quoted[claim.last + 2] >= 0:
        return 0
    announced = claim.parse.tokens[claim.last - 1].lower == "one" and not claim.told
    back = claim.told and claim.behind(2).tag in _BACK
    return clause_end(claim, claim.last + 2) if announced or back else 0


def _set_right(claim: Claim) -> int:
    """*the problem was not the road | ; the problem was the bridge*: the same words open both."""
    if not claim.told or claim.behind(1).text != ";":
        return 0
    opening = [t.lower for t in claim.parse.tokens[claim.first : claim.first + 2]]
    again = opening == [claim.behind(2).lower, claim.behind(3).lower]
    return claim.end if again else 0


def _joined_phrase(claim: Claim) -> int:
    """*votes against the bill | and his speech for the tax*, *for the dam | , and for the mill*: a phrase
    with which the sentence ends, and which has no verb of its own."""
    step = 2 if claim.behind(1).text in STOPS - {";", ":", "("} else 1
    if claim.behind(step).lower not in ("and", "or"):
        return 0
    start = step + 1 + (claim.behind(step + 1).lower in _GRADING)
    opener = claim.behind(start)
    end = clause_end(claim, opener.number)
    words = claim.parse.tokens[opener.number : end]
    if opener.tag not in _OPENING_PHRASE or len(words) < 3:
        return 0
    related = sum(t.tag in _RELATIVE or t.lower in LINKING for t in words)
    own = sum(t.tag in FINITE for t in words)
    return end if own <= related else 0


def _main_clause(claim: Claim) -> int:
    """*said that once the ice melts | , the boats will sail*: what a clause in front leads up to."""
    tokens = claim.parse.tokens
    linked = tokens[claim.first - 1].lower == "that" or tokens[claim.cue].lemma in _HOLDING
    leads = tokens[claim.first].lower in _LEADING and claim.behind(1).text == ","
    start = 3 if claim.parse.quoted[claim.behind(2).number] >= 0 else 2
    opener = claim.behind(start)
    opens = opener.tag in _SUBJECT and leads and linked and claim.told
    rest = tokens[opener.number : claim.end]
    return claim.end if opens and any(t.tag in FINITE for t in rest) else 0


def _listed(claim: Claim) -> int:
    """*said they had cleaned the pond | ; mended the roof; and sown the field*: the rest of a list."""
    rest = claim.parse.tokens[claim.last + 2 : claim.end]
    marks = [t.number for t in rest if t.text == ";"]
    ends = any(claim.parse.tokens[i + 1].lower in ("and", "or") for i in marks)
    return claim.end if claim.told and claim.behind(1).text == ";" and ends else 0


def _set_against(claim: Claim) -> int:
    """*said it was the road | , not the driver*, *did not say whether it leaked | , only that it was old*."""
    word = claim.behind(2).lower
    negated = any(t.lower in _NOT for t in claim.parse.tokens[claim.cue : claim.last + 1])
    against = word == "not" or (word == "only" and negated)
    return phrase_end(claim, claim.last + 3) if claim.behind(1).text == "," and against else 0


_WAYS: tuple[Way, ...] = (
    *JOINED,
    _joined_phrase,
    _verb_of_the_told,
    verb_behind_description,
    _quoted_rest,
    _contact_clause,
    _comparison,
    _reason,
    _condition,
    _singled_out,
    _explained,
    _set_right,
    _main_clause,
    _listed,
    _set_against,
)

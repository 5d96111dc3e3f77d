"""Reporting clauses set off by commas, told by word order and tags alone.

*Trade rose, the bank said*; *Trade, it said, will rise*; *“It is over,” said Lund, who …*. Such
asides are the commonest attribution of all, and parsers of every size hang them wrongly where the
sentence is long; punctuation does not mislead here.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.framing import before_turn, is_set_in_clause, is_whole
from claimtrack.language.parse import Parse, Token

_QUOTES = frozenset({"”", '"', "''", "’", "'", "»", "“", "``"})
_APOSTROPHES = frozenset({"’", "'"})
_BREAKS = frozenset({",", "—", "–", "--", ";"}) | _QUOTES
_SETTING_OFF = frozenset({",", "—", "–", "--"})
_NOT_A_SPEAKER = frozenset(
    "and or but nor yet so because if when while as that which who whom whose what where why how although though "
    "until unless after before since whether than once to for with without in on at".split()
)
_PLACING = frozenset(
    "as after when while before following amid during once hours days minutes weeks shortly".split()
)
_NO_CLAUSE = frozenset({"IN", "TO", "RB", "WRB", "VBG", "VBN", "CC"})
_SUBJECTS = frozenset({"TO", "VBG"})
"""What may open a subject though it opens no clause: *To wait, she said, would be wrong*."""
_SUBORDINATING = frozenset(
    "when while after before as although though because since if once asked pressed questioned".split()
)
_CONDITIONAL = frozenset({"although", "because", "even", "if", "unless"})
_GOVERNING = frozenset(
    {("boast", "of"), ("brag", "of"), ("complain", "of"), ("complain", "about"), ("marvel", "at")}
)
"""Verbs whose thing stands behind a preposition, and not in the sentence before: *…, staff complain of cold*."""
_OPENERS = frozenset("although and because but since so when where while".split())
_IN_TITLES = frozenset({"acting", "founding", "managing"})
"""Participles in the name of an office: *said Lund, managing director of the mill*."""
_TURNS_AWAY = frozenset("but while though although whereas who which after before as when".split())


@dataclass(frozen=True, slots=True)
class Aside:
    """A reporting clause: its speaker's tokens, and those of the sentence that it reports."""

    speaker: frozenset[int]
    reported: frozenset[int]


def aside(parse: Parse, verb: int) -> Aside | None:
    """The aside that a verb stands in, or None where the words around it show none."""
    sentence = grammar.sentence_of(parse, verb)
    if not grammar.is_verb(parse, verb) or grammar.is_attributive(parse, verb):
        return None
    first, last = sentence.first, _without_end(parse, sentence.first, sentence.last)
    start = _group_start(parse, verb, first)
    left = _left_break(parse, start, first)
    if left is None:
        return None
    before = range(first, left)
    opener = parse.tokens[before[0]].tag if before else ""
    resumed = (opener not in _NO_CLAUSE or opener in _SUBJECTS) and _resumes(parse, verb, last)
    framed = _is_framed(parse, verb, before, last)
    whole = is_whole(parse, verb, before, last) or is_set_in_clause(parse, verb, before, last)
    if not (_is_reportable(parse, before) or resumed or framed or whole):
        return None
    if left + 1 == start and start == verb:
        return _inverted(parse, verb, before, last)
    opens = left + 1 + (resumed and parse.tokens[left + 1].lower == "as")  # *, as she notes, fell*
    if start <= opens or not _names_speaker(parse, opens, start):
        return None
    right = last if _is_placed(parse, verb, last) else _right_break(parse, verb, last)
    leads_on = right < last and parse.tokens[right].text == ":"
    if leads_on or _takes_more(parse, verb, right):
        return None
    behind = frozenset(range(right + 1, last)) if framed else _after(parse, right, last)
    behind = before_turn(parse, behind)
    told = behind if _opens_clause(parse, left, behind) else frozenset(before) | behind
    return Aside(frozenset(range(opens, start)), told)


def _opens_clause(parse: Parse, left: int, behind: frozenset[int]) -> bool:
    """*He moved to Graz, where, a tutor recalled, he slept on the floor*: the clause that is reported opens
    right before the aside and goes on with its subject."""
    opener = parse.tokens[left - 1]
    if opener.lower not in _OPENERS or not behind:
        return False
    return parse.tokens[min(behind)].tag in ("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS")


def _resumes(parse: Parse, verb: int, last: int) -> bool:
    """Whether a finite verb follows the aside: *Trade, the bank said, will rise*."""
    right = _right_break(parse, verb, last)
    behind = right + 1
    while behind < last and parse.tokens[behind].text in _QUOTES:
        behind += 1
    return (
        behind < last
        and parse.tokens[right].text in _SETTING_OFF
        and parse.tokens[behind].tag in grammar.FINITE_TAGS
    )


def _is_framed(parse: Parse, verb: int, before: range, last: int) -> bool:
    """Whether a clause that the verb reports follows the aside, so that what stands before belongs to it:
    *If it rains, the club said, the match will be off*."""
    if not before or parse.tokens[before[0]].lower not in _CONDITIONAL:
        return False
    right = _right_break(parse, verb, last)
    told = any(c > right for c in grammar.clauses(parse, verb))
    return told and right + 1 < last and parse.tokens[right].text == ","


def _without_end(parse: Parse, first: int, last: int) -> int:
    """The end of a sentence without its closing punctuation."""
    while (
        last > first
        and not any(c.isalnum() for c in parse.tokens[last - 1].text)
        and parse.tokens[last - 1].text != ")"
    ):
        last -= 1
    return last


def _group_start(parse: Parse, verb: int, first: int) -> int:
    """The first token of the verb's auxiliaries and adverbs."""
    start = verb
    while start > first and (
        parse.tokens[start - 1].tag in ("MD", "RB")
        or parse.tokens[start - 1].lemma in ("have", "be")
    ):
        start -= 1
    return start


def _left_break(parse: Parse, start: int, first: int) -> int | None:
    """The comma, dash or closing quotation mark that opens the aside.

    Commas inside the speaker's description are passed over where a quotation closes before them:
    *“…,” Lund, the mayor, said*.
    """
    for index in range(start - 1, first, -1):
        token = parse.tokens[index]
        if token.tag in grammar.FINITE_TAGS:
            return None
        if _is_quotation_mark(parse, index):
            return None if _opens_around(parse, index, start) else index
        if token.text == ";":
            return None
        if _is_break(parse, index):
            closing = _closing_quote_before(parse, index, first)
            runs_on = closing is None or parse.tokens[closing + 1].tag == "IN"
            return index if runs_on else closing
    return None


def _is_break(parse: Parse, index: int) -> bool:
    """A comma, dash, semicolon or quotation mark, which the apostrophe of *the nurses’ union* is not."""
    text = parse.tokens[index].text
    return text in _BREAKS and (text not in _APOSTROPHES or _is_quotation_mark(parse, index))


def _is_quotation_mark(parse: Parse, index: int) -> bool:
    token = parse.tokens[index]
    return token.text in _QUOTES and token.tag != "POS" and parse.quoted[index] >= 0


def _opens_around(parse: Parse, mark: int, verb: int) -> bool:
    """Whether a quotation that holds the verb opens here: *described them as “calmer than either will say”*."""
    opens = mark == 0 or parse.quoted[mark - 1] != parse.quoted[mark]
    return opens and parse.quoted[mark] == parse.quoted[verb]


def _closing_quote_before(parse: Parse, comma: int, first: int) -> int | None:
    """A closing quotation mark with only a name or description between it and a comma."""
    for index in range(comma - 1, first, -1):
        token = parse.tokens[index]
        if _is_quotation_mark(parse, index):
            return index if index + 1 < comma else None
        if token.tag in grammar.FINITE_TAGS:
            return None
    return None


def _is_reportable(parse: Parse, before: range) -> bool:
    """Whether what stands before is a clause or quoted words, not only *In Paris,* or *When asked,*."""
    quoted = sum(parse.quoted[i] >= 0 for i in before)
    if quoted > 1:
        return True
    opens = parse.tokens[before[0]].lower if before else ""
    verbs = [i for i in before if grammar.is_verb(parse, i) or parse.tokens[i].tag == "MD"]
    described = bool(before) and parse.tokens[before[0]].role in ("amod", "compound")
    if described:
        verbs = [i for i in verbs if i != before[0]]  # *Waiting times rose*
    tag = parse.tokens[before[0]].tag if before else ""
    if not verbs:
        return len(before) > 1 and (described or tag not in _NO_CLAUSE)
    subordinate = opens in _SUBORDINATING or (tag in ("VBN", "VBG") and not described)
    return not subordinate or any(parse.tokens[i].text == "," for i in before)


def _names_speaker(parse: Parse, start: int, stop: int) -> bool:
    """Whether tokens are a noun phrase that may speak: no finite verb, no joining word in front."""
    words = parse.tokens[start:stop]
    joined = words[0].lower in _NOT_A_SPEAKER or words[0].tag in ("RB", "IN", "VBG", "VBN")
    related = any(
        t.tag in ("WDT", "WP", "WRB") or (t.lower == "that" and t.tag == "IN") for t in words
    )
    timed = any(t.lower in _SUBORDINATING and t.tag in ("IN", "WRB") for t in words)
    if joined or related or timed or any(t.tag in grammar.FINITE_TAGS for t in words):
        return False
    nouns = [
        t for t in words if t.tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "JJ", "-RRB-")
    ]
    return bool(nouns) and words[-1].tag not in ("IN", "CC", "TO", "VBG", "POS", "PRP$")


def _is_placed(parse: Parse, verb: int, last: int) -> bool:
    """Whether a clause of time or reason follows the verb: *…, police said as the search went on*."""
    return verb + 1 < last and parse.tokens[verb + 1].lower in _PLACING


def _takes_more(parse: Parse, verb: int, right: int) -> bool:
    """Whether the verb has an object or a clause of its own behind it, and so is no aside."""
    rest = parse.tokens[verb + 1 : right]
    if not rest:
        return False
    if (parse.tokens[verb].lemma, rest[0].lower) in _GOVERNING:
        return True
    own = [c for c in grammar.clauses(parse, verb) if verb < c < right]
    told = [c for c in own if parse.quoted[c] < 0 or grammar.linking_word(parse, c) is not None]
    if told and not _is_placed(parse, verb, right):
        return True
    placed = next(
        (
            n
            for n, t in enumerate(rest)
            if t.lower in _PLACING or (t.tag == "IN" and t.lower != "that")
        ),
        len(rest),
    )
    if any(t.tag in grammar.FINITE_TAGS or t.lower in ("that", "whether") for t in rest[:placed]):
        return True
    nominal = rest[0].tag in ("NN", "NNS", "NNP", "DT", "PRP", "PRP$", "JJ", "CD")
    spoken_to = parse.tokens[verb].lemma in grammar.SPOKEN_TO
    return (
        nominal
        and not spoken_to
        and not grammar.tells_when_or_where(parse, _last_noun(parse, verb + 1, right))
    )


def _right_break(parse: Parse, verb: int, last: int) -> int:
    """Where the aside ends: the next comma, dash or quotation mark, or the sentence's end."""
    for index in range(verb + 1, last):
        if _is_break(parse, index) or parse.tokens[index].text == ":":
            return index
    return last


def _after(parse: Parse, right: int, last: int) -> frozenset[int]:
    """What is reported behind the aside, unless a participle or a turning word follows."""
    rest = [i for i in range(right, last) if not _is_break(parse, i)]
    if not rest:
        return frozenset()
    leading = parse.tokens[rest[0]]
    opens_quotation = any(parse.quoted[i] >= 0 for i in rest[:2])
    lists = leading.lower == "including" and not any(
        parse.tokens[i].tag in grammar.FINITE_TAGS for i in rest
    )
    acts = leading.tag == "VBG" and not lists
    turns = acts or leading.lower in _TURNS_AWAY or _sums_up(parse, rest)
    if turns and not opens_quotation:
        return frozenset()
    return frozenset(range(rest[0], last))


def _sums_up(parse: Parse, rest: list[int]) -> bool:
    """*…, a figure that hoteliers doubt*: a noun of the writer's for what was said before."""
    words = [parse.tokens[i] for i in rest[:6]]
    if words[0].lower not in ("a", "an", "something", "claims", "charges"):
        return False
    return any(t.tag in ("WDT", "WP") or t.lower == "that" for t in words[1:])


def _inverted(parse: Parse, verb: int, before: range, last: int) -> Aside | None:
    """*…, said Lund, who heads the board*: the speaker follows the verb."""
    follows = parse.tokens[verb + 1] if verb + 1 < last else None
    if follows is None or follows.tag not in (
        "NNP",
        "NNPS",
        "NN",
        "NNS",
        "DT",
        "PRP$",
        "PRP",
        "JJ",
        "CD",
    ):
        return None
    if _has_described_subject(parse, verb):
        return None
    told = parse.tokens[verb].lemma in grammar.SPOKEN_TO - {"write"}
    back = _resumption(parse, verb + 1, last)
    finite = parse.tokens[verb].tag in ("VBD", "VBZ", "VBP", "VBN")
    described = any(parse.tokens[i].text == "," for i in before)
    bare = not described and _has_subject_before(parse, before)
    if back is not None and finite and not told and bare:
        named = frozenset(range(verb + 1, back))
        return Aside(named, frozenset(before) | frozenset(range(back + 1, last)))
    if told or not finite or _has_subject_before(parse, before):
        return None
    stop = _speaker_end(parse, verb + 1, last)
    words = range(verb + 1, stop)
    if any(
        parse.tokens[i].tag in ("VBD", "VBZ", "MD")
        for i in words
        if not _describes(parse, i, verb + 1)
    ):
        return None
    participle = stop + 1 < last and parse.tokens[stop + 1].tag in ("VBD", "VBN")
    behind = frozenset() if participle else _after(parse, stop, last)
    return Aside(frozenset(words), frozenset(before) | behind)


def _has_described_subject(parse: Parse, verb: int) -> bool:
    """*…, but a second poll, ordered by the state, showed him ahead*: the subject's description ends in the
    comma before the verb."""
    subject = grammar.own_subject(parse, verb)
    if subject is None or subject > verb or parse.tokens[verb - 1].text != ",":
        return False
    described = parse.subtree(subject)
    last = max(i for i in described if parse.tokens[i].text != ",")
    return last == verb - 2 and any(parse.tokens[i].text == "," for i in described if i < last)


def _resumption(parse: Parse, start: int, last: int) -> int | None:
    """The comma behind which the sentence goes on with its verb: *The plan, said the mayor, will fail*."""
    for index in range(start, last - 1):
        if parse.tokens[index].tag in grammar.FINITE_TAGS and not _describes(parse, index, start):
            return None
        if parse.tokens[index].text == "," and parse.tokens[index + 1].tag in grammar.FINITE_TAGS:
            return index
    return None


def _has_subject_before(parse: Parse, before: range) -> bool:
    """Whether what stands before the verb is its subject with a description between commas, and no
    clause: *The mayor, Ada Obi, rejected the plan*."""
    if any(parse.quoted[i] >= 0 for i in before[-2:]):
        return False
    return not any(_is_main_verb(parse, i, before) for i in before)


def _is_main_verb(parse: Parse, index: int, before: range) -> bool:
    """Whether a finite verb stands outside of relative clauses, which run on to the next comma."""
    if not (parse.tokens[index].tag in grammar.FINITE_TAGS or grammar.is_verb(parse, index)):
        return False
    for at in range(index - 1, before.start - 1, -1):
        if parse.tokens[at].tag in ("WDT", "WP", "WP$", "WRB"):
            return False
        if parse.tokens[at].text == ",":
            break
    return parse.tokens[index].tag in grammar.FINITE_TAGS


def _describes(parse: Parse, index: int, start: int) -> bool:
    """Whether a finite verb stands in a relative clause of the speaker, or is a participle taken for one."""
    related = any(parse.tokens[i].tag in ("WP", "WDT", "WP$", "WRB") for i in range(start, index))
    return related or _is_likely_participle(parse, index, start)


def _is_likely_participle(parse: Parse, index: int, start: int) -> bool:
    """*said Lund, a geologist unaligned in the matter*: right behind the noun of a description."""
    described = any(parse.tokens[i].text == "," for i in range(start, index))
    if index + 1 >= len(parse.tokens):
        return False
    noun, verb, behind = parse.tokens[index - 1 : index + 2]
    return (
        described and verb.tag == "VBD" and noun.tag in ("NN", "NNS") and behind.tag in ("IN", "TO")
    )


def _speaker_end(parse: Parse, start: int, last: int) -> int:
    """The end of the speaker's description: a quotation that opens anew, a time, or the sentence's end."""
    for index in range(start, last):
        token = parse.tokens[index]
        if parse.quoted[index] >= 0 and parse.tokens[index - 1].text == ",":
            return index - 1
        if token.text == "," and _turns(parse, index, last):
            return index
        if _is_described_there(parse, index, start):
            continue
        if (
            token.tag == "IN"
            and index + 1 < last
            and grammar.tells_when_or_where(parse, _last_noun(parse, index + 1, last))
        ):
            return index
        if token.tag == "NNP" and index > start and grammar.tells_when_or_where(parse, index):
            return index
    return last


def _is_described_there(parse: Parse, index: int, start: int) -> bool:
    """*said Lund, who left the board | in May*: a time within the clause that describes the speaker."""
    for at in range(index - 1, start, -1):
        if parse.tokens[at].text == ",":
            return False
        if parse.tokens[at].tag in ("WP", "WP$", "WDT"):
            return index - at > 2
    return False


def _last_noun(parse: Parse, start: int, last: int) -> int:
    """The noun that a preposition at the token before governs, by nearness."""
    nouns = [i for i in range(start, min(start + 4, last)) if parse.tokens[i].tag.startswith("NN")]
    return nouns[-1] if nouns else start


def _turns(parse: Parse, comma: int, last: int) -> bool:
    following: Token | None = parse.tokens[comma + 1] if comma + 1 < last else None
    if following is not None and following.lower in _IN_TITLES:
        return parse.tokens[min(comma + 2, last - 1)].tag not in ("NN", "NNP")
    return following is not None and (
        following.tag in ("VBD", "VBG", "VBN", "CC", "PRP")
        or following.lower in ("after", "although", "as", "before", "if", "though", "when", "while")
    )

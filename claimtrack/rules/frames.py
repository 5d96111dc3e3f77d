"""The frames: constructions in which words attribute.

A frame looks at a cue that stands in the text and finds who speaks, what is claimed and who is
spoken to, or says what is missing. Frames ask the grammar and know no dependency label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from claimtrack.language import grammar
from claimtrack.language.asides import aside
from claimtrack.language.parse import Parse
from claimtrack.rules.model import Entry
from claimtrack.rules.speakers import Speakers

Tokens = frozenset[int]
_NONE: Tokens = frozenset()

_LIGHT_VERBS = frozenset(
    "make issue express voice raise give offer repeat reiterate release publish file have hold share deliver "
    "send level lodge air post put face draw spark bring renew harbour harbor".split()
)
_CAUSING = frozenset("raise bring draw give renew spark".split())
"""Carrying verbs whose subject may only cause what others hope or fear: *the report raised hopes that …*."""
_NOUN_PREPOSITIONS = frozenset(
    {("of",), ("about",), ("over",), ("against",), ("for",), ("on",), ("regarding",)}
)
_ASKED_ABOUT = frozenset({("to",), ("on",), ("about",), ("for",), ("over",)})
_REQUESTS = frozenset(
    "call message email e-mail request question letter query enquiry inquiry text".split()
)
_SPOKEN_TO = frozenset({("to",), ("with",)})
_CLAUSE_ONLY = frozenset({"say", "think", "argue", "insist", "contend", "believe", "hope", "fear"})
"""Verbs that a clause must complete: what follows them with a verb of its own is one, however parsed."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of an entry where they stand: ``tokens`` in order, of which ``head`` is the first."""

    entry: Entry
    tokens: tuple[int, ...]
    speakers: Speakers

    @property
    def head(self) -> int:
        return self.tokens[0]


@dataclass(frozen=True, slots=True)
class Slots:
    """What a frame found, as token numbers; ``cue`` is empty where the verb group says it all."""

    source: Tokens
    claim: Tokens
    recipient: Tokens = _NONE
    cue: Tokens = _NONE


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a rule does not hold here, in the rules' words: what its frame lacks, or what the rule wants
    and what there is ``instead``."""

    what: str
    instead: str = ""

    def __str__(self) -> str:
        return f"wants {self.what}; {self.instead}" if self.instead else f"lacks {self.what}"


Found = Slots | Missing


@dataclass(frozen=True, slots=True)
class Frame:
    """A construction: the classes of words that it takes, and its rank where several hold at one cue."""

    name: str
    kinds: tuple[str, ...]
    rank: int
    find: Callable[[Parse, Cue], Found]


# --- parts that frames share -------------------------------------------------------------------


def _speaker(parse: Parse, cue: Cue, verb: int | None = None) -> Tokens:
    """The words of the one who speaks: the verb's subject, or none."""
    verb = cue.head if verb is None else verb
    subject = _speaking_subject(parse, cue, verb)
    if subject is None:
        near = grammar.described_before(parse, verb) + grammar.right_behind(parse, verb)
        subject = next((s for s in near if cue.speakers.kinds(parse, s) - {"place"}), None)
    if subject is None or not grammar.may_stand_for_somebody(parse, subject):
        return _NONE
    if grammar.governor(parse, verb) == subject:
        return frozenset(grammar.speaker(parse, subject) - parse.subtree(verb))
    return frozenset(grammar.speaker(parse, subject))


def _speaking_subject(parse: Parse, cue: Cue, verb: int) -> int | None:
    """The subject; a participle set off by a comma takes the nearest before it that can speak."""
    subject = grammar.subject(parse, verb)
    if not grammar.is_free_participle(parse, verb):
        return subject
    if (
        subject is not None
        and cue.speakers.can_speak(parse, subject)
        and grammar.governor(parse, verb) != subject
    ):
        return subject
    able = (s for s in grammar.subjects_before(parse, verb) if cue.speakers.can_speak(parse, s))
    return next(able, subject)


def _clause(parse: Parse, head: int, without: Iterable[int] = ()) -> Tokens:
    """A clause without the linking *that* and the words which join it to the one before."""
    link = grammar.linking_word(parse, head)
    before_link = range(min(parse.subtree(head)), link or 0)
    left_out = {
        *without,
        *before_link,
        *grammar.joining_words(parse, head),
        *grammar.concessions(parse, head),
    } | ({link} if link is not None else set())
    return frozenset(parse.subtree(head, without=left_out)) | grammar.goes_on(parse, head)


def _phrase(parse: Parse, noun: int, without: Iterable[int] = ()) -> Tokens:
    """A noun or *-ing* phrase without the preposition before it."""
    return frozenset(parse.subtree(noun, without=set(without) | set(grammar.markers(parse, noun))))


def _complement(parse: Parse, cue: Cue) -> int | None:
    """The clause that completes any of the cue's words."""
    own = (
        c
        for token in cue.tokens
        for c in grammar.clauses(parse, token)
        if c not in cue.tokens and not grammar.is_reduced_relative(parse, c, token)
    )
    return next(own, None)


def _recipients(parse: Parse, verb: int) -> Tokens:
    people = grammar.indirect_objects(parse, verb) + list(grammar.objects(parse, verb))
    people += [
        noun
        for words, noun in grammar.prepositional(parse, verb)
        if grammar.words_of(parse, words) in _SPOKEN_TO
    ]
    return frozenset(index for person in people for index in grammar.noun_phrase(parse, person))


def _joined(parse: Parse, verb: int, prepositions: Iterable[str]) -> list[int]:
    """What the given prepositions govern at the verb (*of fraud*, *for failing to act*), or the adverbs
    among them: *ahead*.
    """
    wanted = {tuple(p.split()) for p in prepositions}
    return [
        noun
        for words, noun in grammar.prepositional(parse, verb)
        if grammar.words_of(parse, words) in wanted
    ] + [word for word in grammar.adverbs(parse, verb) if (parse.tokens[word].lower,) in wanted]


# --- frames ------------------------------------------------------------------------------------


def speaker_verb_clause(parse: Parse, cue: Cue) -> Found:
    """*The bank said (that) trade rose*; *Trade rose, said the bank*; *Trade, it said, rose*."""
    verb = cue.head
    if grammar.is_passive(parse, verb) != cue.entry.word.passive:
        return Missing("a passive verb" if cue.entry.word.passive else "an active verb")
    set_off = aside(parse, verb)
    if set_off is not None:
        return Slots(
            set_off.speaker,
            set_off.reported,
            _recipients(parse, verb) - set_off.reported - set_off.speaker,
        )
    claim = _reported(parse, cue)
    if not claim:
        return Missing("a clause that is reported")
    source = _speaker(parse, cue)
    if not source:
        return Missing("a speaker")
    if source & claim:
        claim -= source if len(source) < len(claim) else _NONE
    return Slots(source, claim, _recipients(parse, verb) - claim)


def _reported(parse: Parse, cue: Cue) -> Tokens:
    verb = cue.head
    complement = _complement(parse, cue)
    fronted = complement is not None and complement < verb and parse.quoted[complement] < 0
    if fronted and grammar.has_clause_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb)
    if fronted and grammar.opens_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb + 1)
    if complement is not None:
        claim = _clause(parse, complement) - frozenset(cue.tokens)
        return claim | (grammar.loose_end(parse, claim) if claim and min(claim) > verb else _NONE)
    if parse.tokens[verb].lemma in _CLAUSE_ONLY and grammar.has_clause_behind(parse, verb):
        return grammar.rest_of_sentence(parse, verb)
    behind = grammar.that_clause_behind(parse, cue.tokens[-1])
    if behind:
        return behind
    after_colon = [
        a for a in grammar.asides(parse, verb) if a > verb and _colon_between(parse, verb, a)
    ]
    if after_colon:
        return _clause(parse, after_colon[0])
    whole = grammar.governor(parse, verb)
    as_clause = grammar.is_subordinate(parse, verb) and grammar.introduced_by(parse, verb) == "as"
    if (
        whole != verb
        and (grammar.is_aside(parse, verb) or as_clause)
        and not grammar.objects(parse, verb)
    ) and grammar.own_subject(parse, verb) is not None:
        return _clause(parse, whole, without=[verb])
    return _NONE


def _colon_between(parse: Parse, verb: int, clause: int) -> bool:
    first = min(parse.subtree(clause))
    return any(parse.tokens[i].text in (":", "“", '"') for i in range(verb + 1, first + 1))


def speaker_verb_object(parse: Parse, cue: Cue) -> Found:
    """*Pakistan denies this support*; with ``joins``, *accused the bank of fraud*."""
    verb = cue.head
    if grammar.is_passive(parse, verb) or cue.entry.word.passive:
        return Missing("an active verb" if not cue.entry.word.passive else "a passive verb")
    objects = [
        o for token in cue.tokens for o in grammar.objects(parse, token) if o not in cue.tokens
    ]
    objects = [o for o in objects if not grammar.is_lone_pronoun(parse, o)]
    if not objects or _complement(parse, cue) is not None:
        return Missing("a noun as its object")
    source = _speaker(parse, cue)
    if not source:
        return Missing("a speaker")
    claim = _object_phrase(parse, objects[0])
    grounds = _joined(parse, verb, cue.entry.joins)
    if (
        cue.entry.conditions.grounds
        and not grounds
        and not _joined(parse, objects[0], cue.entry.joins)
    ):
        return Missing("a stated ground: " + ", ".join(cue.entry.joins))
    for joined in grounds + _trailing(parse, verb, max(claim)):
        claim |= frozenset(parse.subtree(joined))
    return Slots(source, claim - source - frozenset(cue.tokens))


def _trailing(parse: Parse, verb: int, last: int) -> list[int]:
    """Phrases right behind the object, which parsers hang from the verb as often as from the noun:
    *its success | in the fight*; when or where it was said is left out."""
    found = []
    for words, noun in grammar.prepositional(parse, verb):
        if words[0] == last + 1 and not grammar.tells_when_or_where(parse, noun):
            found.append(noun)
            last = max(parse.subtree(noun))
    return found


def _object_phrase(parse: Parse, noun: int) -> Tokens:
    """The object's words; a relative pronoun brings what it stands for."""
    if grammar.antecedent(parse, noun) is None:
        return _phrase(parse, noun)
    return frozenset(grammar.speaker(parse, noun)) - {noun}


def speaker_verb_infinitive(parse: Parse, cue: Cue) -> Found:
    """*The firm vowed to pay*; *denied knowing him*; *urged the bank to pay* (with the bank)."""
    verb = cue.head
    if grammar.is_passive(parse, verb):
        return Missing("an active verb")
    actions = [
        a for token in cue.tokens for a in grammar.open_clauses(parse, token) if a not in cue.tokens
    ]
    people = grammar.objects(parse, verb) + grammar.indirect_objects(parse, verb)
    if not actions and people:
        actions = grammar.purposes(parse, verb)
    if not actions:
        return Missing("an infinitive or -ing form")
    source = _speaker(parse, cue)
    if not source:
        return Missing("a speaker")
    claim = _clause(parse, actions[0])
    for person in people:
        claim |= frozenset(grammar.noun_phrase(parse, person))
    return Slots(source, claim - source)


def speaker_verb_preposition(parse: Parse, cue: Cue) -> Found:
    """*The union called for a strike*: the cue's last word governs the claim."""
    verb, last = cue.head, cue.tokens[-1]
    if len(cue.tokens) < 2:
        return Missing("a preposition in the cue")
    if grammar.is_passive(parse, verb):
        return Missing("an active verb")
    between = [o for o in grammar.objects(parse, verb) if verb < o < last and o not in cue.tokens]
    governed = grammar.governed(parse, last, cue.tokens) if not between else None
    if governed is None:
        return Missing(f"something that {parse.tokens[last].text} governs")
    if grammar.is_infinitive(parse, governed):
        return Missing("a noun or -ing form; an infinitive follows")
    source = _speaker(parse, cue)
    if not source:
        return Missing("a speaker")
    claim = _phrase(parse, governed)
    for trailing in _trailing(parse, verb, max(claim)):
        claim |= frozenset(parse.subtree(trailing))
    for action in grammar.open_clauses(parse, verb) + grammar.purposes(parse, verb):
        if action > governed and action not in claim:
            claim |= frozenset(parse.subtree(action))
    return Slots(source, claim - source - frozenset(cue.tokens))


def naming(parse: Parse, cue: Cue) -> Found:
    """*Critics call the plan a gift*; *what critics call a gift*; *described it as a gift*."""
    verb = cue.head
    names = grammar.predicates(parse, verb) + _joined(parse, verb, cue.entry.joins)
    names = names or grammar.second_names(parse, verb)
    quoted = _quoted_name(parse, verb)
    if quoted:
        names = []
    if not (names or quoted) or grammar.is_passive(parse, verb):
        return Missing("a name that is given to something")
    source = _speaker(parse, cue)
    if not source:
        return Missing("a speaker")
    things = grammar.objects(parse, verb) + grammar.indirect_objects(parse, verb)
    things += [thing for thing in _governed(parse, cue) if thing not in names]
    plea = bool(names) and grammar.is_adjective(parse, names[0])
    if not (things or quoted or plea or grammar.stands_in_what_clause(parse, verb)):
        return Missing("a thing that is named")
    claim = frozenset(parse.subtree(names[0])) if names else quoted
    for thing in things:
        if grammar.antecedent(parse, thing) is None and parse.tokens[thing].lower != "what":
            claim |= frozenset(parse.subtree(thing))
    return Slots(source, claim - source - frozenset(cue.tokens))


def _governed(parse: Parse, cue: Cue) -> list[int]:
    """What the cue's own preposition governs: *referred to him as a genius*."""
    governed = grammar.governed(parse, cue.tokens[-1], cue.tokens) if cue.tokens[1:] else None
    return [] if governed is None else [governed]


def _quoted_name(parse: Parse, verb: int) -> Tokens:
    """A quoted name right behind the thing that it is given to: *called the drop “steep”*."""
    for index in range(verb + 1, min(verb + 9, len(parse.tokens))):
        token = parse.tokens[index]
        if parse.quoted[index] >= 0:
            quotation = parse.quotations[parse.quoted[index]]
            quoted = parse.tokens_in(quotation.outer)
            return frozenset(range(verb + 1, quoted[-1] + 1)) if quoted else _NONE
        if grammar.is_verb(parse, index) or token.pos == "PUNCT":
            break
    return _NONE


def passive(parse: Parse, cue: Cue) -> Found:
    """*It was reported that …*; *he is accused of fraud (by …)*; *is believed to be ill*; *was denied by the firm*."""
    verb = cue.head
    if not grammar.is_passive(parse, verb):
        return Missing("a passive verb")
    by = grammar.agent(parse, verb)
    source = frozenset(grammar.noun_phrase(parse, by)) if by is not None else _NONE
    subject = grammar.subject(parse, verb)
    whom = _NONE if subject is None else _passive_subject(parse, verb, subject)
    set_off = aside(parse, verb)
    if set_off is not None:
        return Slots(source, set_off.reported, set_off.speaker)
    complement = _complement(parse, cue)
    if complement is not None and not grammar.is_set_off_behind_its_noun(parse, verb):
        return Slots(
            source,
            _before_main_clause(parse, verb, _clause(parse, complement)),
            whom if subject is not None and not grammar.is_expletive(parse, subject) else _NONE,
        )
    rest = grammar.open_clauses(parse, verb) + _joined(parse, verb, cue.entry.joins)
    rest = [r for r in rest if r != by]
    if cue.entry.conditions.grounds and not rest:
        return Missing("a stated ground: " + ", ".join(cue.entry.joins))
    if rest and whom:
        return Slots(
            source, whom | frozenset(index for r in rest for index in parse.subtree(r)) - source
        )
    if source and whom:
        return Slots(source, whom)
    return Missing("who did it, or what was said")


def _before_main_clause(parse: Parse, verb: int, claim: Tokens) -> Tokens:
    """What a participle at the head of a sentence asks, up to the comma: *Asked whether …, he said …*."""
    sentence = parse.sentences[parse.tokens[verb].sentence]
    if verb > sentence.first:
        return claim
    commas = (i for i in range(verb, sentence.last) if parse.tokens[i].text == ",")
    end = next(commas, sentence.last)
    return frozenset(i for i in claim if i < end)


def _passive_subject(parse: Parse, verb: int, subject: int) -> Tokens:
    if grammar.governor(parse, verb) == subject:
        return frozenset(grammar.noun_phrase(parse, subject) - parse.subtree(verb))
    return frozenset(grammar.speaker(parse, subject))


def phrase(parse: Parse, cue: Cue) -> Found:
    """*According to the ministry, trade rose*: the phrase governs the source, the clause is the claim."""
    noun, whose = cue.tokens[-1], grammar.possessor(parse, cue.tokens[-1])
    at_end = grammar.final_phrase(parse, cue.tokens) if whose is None else None
    if at_end is not None:
        return Slots(at_end.named, at_end.before)
    if whose is None:
        governed = grammar.governed(parse, cue.tokens[-1], cue.tokens)
        if governed is None:
            return Missing("a name after it, or a possessor inside it")
        noun = whose = governed
    host = grammar.governor(parse, noun)
    if host == noun:
        return Missing("a clause that it belongs to")
    clause = _scope(parse, cue, noun, host)
    source = frozenset(grammar.noun_phrase(parse, whose)) - frozenset(cue.tokens)
    claim = _clause(parse, clause, without=[noun, *cue.tokens]) - source
    return Slots(source, claim) if claim else Missing("a clause that it belongs to")


def _scope(parse: Parse, cue: Cue, noun: int, host: int) -> int:
    """The clause that an attribution phrase speaks for: at either end of a sentence, all of it."""
    sentence = parse.sentences[parse.tokens[noun].sentence]
    words = [
        t.index
        for t in parse.tokens[sentence.first : sentence.last]
        if any(c.isalnum() for c in t.text)
    ]
    ends = cue.tokens[0] == words[0] or (
        words[-1] in parse.subtree(noun) and parse.tokens[cue.tokens[0] - 1].text == ","
    )
    return grammar.root(parse, host) if ends else grammar.clause_head(parse, host)


def noun_clause(parse: Parse, cue: Cue) -> Found:
    """*The claim that …*, *concerns about …*, *issued a warning that …*."""
    noun = cue.tokens[-1]
    if not grammar.is_noun(parse, noun):
        return Missing("a noun")
    clauses = grammar.noun_clauses(parse, noun)
    verb = _light_verb(parse, noun)
    if not clauses and verb is not None:
        clauses = grammar.clauses(parse, verb)
    claim = _clause(parse, clauses[0]) if clauses else _topic(parse, noun, cue.entry.joins)
    if not claim:
        return Missing("a clause, or of, about or over with what it is about")
    source = _holder(parse, cue, noun, verb) - claim
    words = (
        frozenset(cue.tokens)
        if verb is None
        else frozenset(cue.tokens) | grammar.verb_group(parse, verb)
    )
    return Slots(source, claim - words, cue=words)


def _topic(parse: Parse, noun: int, joins: tuple[str, ...]) -> Tokens:
    wanted = {tuple(p.split()) for p in joins} or _NOUN_PREPOSITIONS
    for words, governed in grammar.prepositional(parse, noun):
        if grammar.words_of(parse, words) in wanted:
            return frozenset(parse.subtree(governed))
    return _NONE


def _light_verb(parse: Parse, noun: int) -> int | None:
    """The verb that only carries the noun: *issued* a warning, *expressed* concern."""
    verb = grammar.verb_of_object(parse, noun)
    if (
        verb is not None
        and parse.tokens[verb].lemma in _LIGHT_VERBS
        and not grammar.is_passive(parse, verb)
    ):
        return verb
    return None


def _holder(parse: Parse, cue: Cue, noun: int, verb: int | None) -> Tokens:
    owner = grammar.possessor(parse, noun)
    if owner is not None:
        return frozenset(grammar.noun_phrase(parse, owner))
    for words, governed in grammar.prepositional(parse, noun):
        if grammar.words_of(parse, words) in (("by",), ("from",), ("among",)):
            return frozenset(grammar.noun_phrase(parse, governed))
    if verb is None:
        return _NONE
    source = _speaker(parse, cue, verb)
    head = grammar.head_of(parse, source)
    causes = parse.tokens[verb].lemma in _CAUSING
    able = head is not None and cue.speakers.kinds(parse, head) - {"document", "evidence"}
    pronoun = head is not None and parse.tokens[head].pos == "PRON"
    return source if able or pronoun or not causes else _NONE


def adjective(parse: Parse, cue: Cue) -> Found:
    """*Pakistan's alleged support of the group*: the noun with what follows is the claim, nobody its
    source; *its stated aim is to win*: the owner states the infinitive. Of *self-styled*, the last part
    is the adjective."""
    word = cue.tokens[-1]
    if not grammar.is_attributive(parse, word):
        return Missing("a noun right after it")
    noun = grammar.governor(parse, word)
    phrase = grammar.noun_phrase(parse, noun)
    owner = grammar.possessor(parse, noun)
    aim = grammar.predicate_clause_of(parse, noun)
    if owner is not None and aim is not None and cue.entry.stance != "alleges":
        stated = frozenset(i for i in parse.subtree(aim) if i > cue.tokens[-1]) - phrase
        return Slots(
            frozenset(grammar.noun_phrase(parse, owner)), stated - {grammar.copula(parse, aim)}
        )
    return Slots(_NONE, frozenset(i for i in phrase if i > cue.tokens[-1]))


def adverb(parse: Parse, cue: Cue) -> Found:
    """*The envoy has reportedly left*; *by all accounts*: the clause is the claim, nobody its source."""
    word = grammar.head_of(parse, cue.tokens)
    if word is None or not (len(cue.tokens) > 1 or grammar.modifies(parse, word)):
        return Missing("a clause that it grades")
    host = grammar.clause_head(parse, grammar.governor(parse, word))
    claim = _clause(parse, host, without=cue.tokens)
    return Slots(_NONE, claim) if claim else Missing("a clause that it grades")


def speaker_adjective_clause(parse: Parse, cue: Cue) -> Found:
    """*The envoy is confident that talks will go on*; *was critical of the deal*."""
    complement = _complement(parse, cue)
    if complement is not None:
        claim = _clause(parse, complement)
    elif len(cue.tokens) > 1:
        governed = grammar.governed(parse, cue.tokens[-1], cue.tokens)
        claim = _phrase(parse, governed) if governed is not None else _NONE
    else:
        claim = _NONE
    if not claim:
        return Missing("a clause, or what its preposition governs")
    source = _speaker(parse, cue)
    return Slots(source, claim - source) if source else Missing("a speaker")


def label(parse: Parse, cue: Cue) -> Found:
    """*Minister: taxes will fall*; *A: Never.* The label is the source, the colon the cue."""
    sentence = parse.sentences[parse.tokens[cue.head].sentence]
    claim = frozenset(range(cue.head + 1, sentence.last))
    before = range(sentence.first, cue.head)
    if not before or not claim or not _is_speakers_label(parse, cue, before):
        return Missing("a speaker's name or role before the colon, at the start of a sentence")
    return Slots(frozenset(before), claim)


def _is_speakers_label(parse: Parse, cue: Cue, before: range) -> bool:
    """Whether the words before a colon are a name in capitals, or end in a role."""
    role = cue.speakers.can_speak(parse, before[-1]) and not grammar.holds_verb(parse, before)
    return grammar.is_label(parse, before) or (role and len(before) <= 8)


def silence(parse: Parse, cue: Cue) -> Found:
    """*The firm declined to comment*; *did not return calls* (the calls are the claim)."""
    verb = cue.head
    negated = bool(grammar.negations_of_cue(parse, cue.tokens))
    if cue.entry.word.negation and not negated:
        return Missing("a negation")
    if cue.entry.stance == "denies" and _quotation_beside(parse, cue) is not None:
        return Missing("nothing that is quoted beside it")
    subject = grammar.subject(parse, verb)
    if subject is None or not grammar.may_stand_for_somebody(parse, subject):
        return Missing("somebody who is silent")
    source = frozenset(grammar.speaker(parse, subject))
    asked = _asked(parse, cue) - source
    before = min(asked, default=0) - 1
    if before >= 0 and parse.tokens[before].lower in ("if", "whether"):
        asked |= {before}
    return Slots(source, asked)


def _asked(parse: Parse, cue: Cue) -> Tokens:
    """What was asked where the text says it, else the words for the request, else nothing."""
    for verb in cue.tokens:
        for clause in grammar.subordinate_clauses(parse, verb):
            if (
                parse.tokens[clause].lemma in ("ask", "press", "question")
                and clause not in cue.tokens
            ):
                asked = grammar.clauses(parse, clause) + [
                    n for _, n in grammar.prepositional(parse, clause)
                ]
                if asked:
                    return _phrase(parse, asked[0])
    own = frozenset(cue.tokens)
    first = parse.sentences[parse.tokens[cue.head].sentence].first
    if parse.tokens[first].lemma in ("ask", "press", "question") and grammar.clauses(parse, first):
        return _before_main_clause(parse, first, _phrase(parse, grammar.clauses(parse, first)[0]))
    clauses = [c for token in cue.tokens for c in grammar.clauses(parse, token)]
    if clauses:
        return frozenset(parse.subtree(clauses[0])) - own | grammar.subordinators(parse, clauses[0])
    things = [o for token in cue.tokens for o in grammar.objects(parse, token)]
    things += [
        n
        for token in cue.tokens
        for w, n in grammar.prepositional(parse, token)
        if grammar.words_of(parse, w) in _ASKED_ABOUT
    ]
    return next(
        (_phrase(parse, thing) for thing in things if thing not in own or _wanted(parse, thing)),
        _NONE,
    ) - own | frozenset(thing for thing in things[:1] if thing in own and _wanted(parse, thing))


def _wanted(parse: Parse, noun: int) -> bool:
    """Whether a noun in the cue is itself a request: did not return *calls*."""
    return parse.tokens[noun].lemma in _REQUESTS


def quotation(parse: Parse, cue: Cue) -> Found:
    """*“It is over,” smiled the envoy*: a speaker and a verb right beside a quotation."""
    verb = cue.head
    if parse.quoted[verb] >= 0:
        return Missing("a verb outside of the quotation")
    if cue.entry.kind == "label":
        return _led_up_to(parse, cue)
    beside = _quotation_beside(parse, cue)
    if beside is None:
        return Missing("a quotation right beside it")
    source = _speaker(parse, cue)
    if not source:
        return Missing("a speaker")
    quote = parse.quotations[beside]
    claim = frozenset(parse.tokens_in((quote.start, quote.end)))
    return Slots(source - claim, claim, _recipients(parse, verb) - claim - source)


def _led_up_to(parse: Parse, cue: Cue) -> Found:
    """*The envoy was blunt: “It is over.”* The quotation is whose the clause before the colon is about."""
    colon = cue.head
    sentence = parse.sentences[parse.tokens[colon].sentence]
    if colon + 1 >= sentence.last or parse.quoted[colon + 1] < 0:
        return Missing("a quotation right behind the colon")
    before = range(sentence.first, colon)
    tops = (i for i in before if parse.tokens[i].head not in before or parse.tokens[i].head == i)
    pairs = ((top, grammar.own_subject(parse, top)) for top in tops)
    able = ((t, s) for t, s in pairs if s is not None and _may_speak(parse, cue, s))
    top, subject = next(able, (None, None))
    if top is None or subject is None:
        return Missing("somebody who speaks, as the subject before the colon")
    quote = parse.quotations[parse.quoted[colon + 1]]
    claim = frozenset(parse.tokens_in((quote.start, quote.end)))
    source = frozenset(grammar.speaker(parse, subject))
    first = min(grammar.verb_group(parse, top) | {top})
    return Slots(source, claim, cue=frozenset(range(first, colon + 1)) - source)


def _may_speak(parse: Parse, cue: Cue, subject: int) -> bool:
    return grammar.may_stand_for_somebody(parse, subject) and cue.speakers.can_speak(parse, subject)


def _quotation_beside(parse: Parse, cue: Cue) -> int | None:
    """The nearest quotation in the sentence with no other verb between it and the cue."""
    sentence = parse.sentences[parse.tokens[cue.head].sentence]
    for step, limit in ((1, sentence.last), (-1, sentence.first - 1)):
        for index in range(cue.tokens[-1] + 1 if step > 0 else cue.head - 1, limit, step):
            if parse.quoted[index] >= 0:
                return parse.quoted[index]
            if parse.tokens[index].tag in ("WDT", "WP"):
                break
            if (
                grammar.is_verb(parse, index)
                and index not in cue.tokens
                and not grammar.is_auxiliary(parse, index)
            ):
                break
    return None


_FRAMES = (
    Frame("silence", ("silence",), 0, silence),
    Frame("label", ("label",), 1, label),
    Frame("naming", ("verb",), 2, naming),
    Frame("speaker-verb-preposition", ("verb",), 3, speaker_verb_preposition),
    Frame("speaker-verb-infinitive", ("verb",), 4, speaker_verb_infinitive),
    Frame("passive", ("verb",), 5, passive),
    Frame("speaker-verb-clause", ("verb",), 6, speaker_verb_clause),
    Frame("speaker-adjective-clause", ("adjective",), 7, speaker_adjective_clause),
    Frame("speaker-verb-object", ("verb",), 8, speaker_verb_object),
    Frame("quotation", ("verb", "label"), 9, quotation),
    Frame("phrase", ("phrase", "possessed"), 7, phrase),
    Frame("noun-clause", ("noun",), 11, noun_clause),
    Frame("adjective", ("adjective",), 12, adjective),
    Frame("adverb", ("adverb",), 13, adverb),
)
FRAMES: Mapping[str, Frame] = {frame.name: frame for frame in _FRAMES}

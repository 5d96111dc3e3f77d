"""Why a source is not named, in the words of the text."""

from __future__ import annotations

import re

from claimtrack.language.parse import Parse
from claimtrack.sources.scene import Entity

_ANONYMOUS = re.compile(
    r"\b(?:anonymity|anonymous(?:ly)?|on background|off the record)\b"
    r"|\b(?:not|never) (?:to )?(?:be |being )?(?:further |publicly )?(?:named|identified|quoted)\b"
    r"|\b(?:to|be) (?:be )?(?:named|identified|quoted)(?: by name)?\b(?=.{0,40}\b(?:because|as|for fear|since)\b)"
    r"|\b(?:declin|refus)\w+ to (?:be (?:named|identified)|give (?:his|her|their|its) (?:full )?names?)\b"
    r"|\b(?:without being|withheld? (?:his|her|their)|only (?:his|her|their) first) names?d?\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because(?: of)?|since|due to|owing to|citing|given(?= the)"
    r"|as(?= (?:he|she|they|it|the|his|her|their|not)\b))\s+(?P<why>.+)"
    r"|\b(?P<fear>(?:for|out of) fear.+|fearing.+"
    r"|(?:in order )?to (?:discuss|speak|describe|talk|protect|avoid).+)",
    re.IGNORECASE | re.DOTALL,
)
_UNAUTHORISED = re.compile(
    r"\b(?:he|she|they|who|it)\s+(?P<why>(?:was|were|is|are|had)(?:\s+not|n[’']t)\s+(?:been\s+)?"
    r"(?:authori[sz]ed|allowed|permitted|cleared)\s+to\s+[^,.;”\"]+?)(?=\s+(?:and|but|said|says|told|so)\b|[,.;”\"]|$)",
    re.IGNORECASE,
)
_NEAR = re.compile(r"[^.;:,]{0,60},?\s*")
_REASON_ENDS = re.compile(r"[,;:.!?—–”\"“)](?=\s|$)|\s[–—-]\s|[”\"]")


def anonymity_reason(parse: Parse, entity: Entity) -> str | None:
    """Why the source is not named, in the words of a sentence in which it speaks, or of the next one
    where that begins with *he*, *she* or *they* (*They asked not to be named because …*).
    """
    for mention in entity.mentions:
        if mention.speaks:
            number = parse.tokens[mention.head].sentence
            own = parse.article.text[parse.tokens[mention.head].start : parse.sentences[number].end]
            after = (
                _reason_after(parse, number, entity.plural) if "person" in entity.types else None
            )
            if found := reason_in(own) or after:
                return found
    return None


def _reason_after(parse: Parse, number: int, plural: bool) -> str | None:
    if number + 1 >= len(parse.sentences):
        return None
    following = parse.sentences[number + 1]
    pronoun = parse.tokens[following.first].lower
    fits = pronoun == "they" if plural else pronoun in ("he", "she", "they")
    return reason_in(parse.article.text[following.start : following.end]) if fits else None


def reason_in(text: str) -> str | None:
    """The reason that stands close to a plea for anonymity, up to the end of its clause; None where none is given.

    *Because* and its kin are left out, *for fear of* stays. *Not authorised to speak* is plea and reason in one.
    """
    plea = _ANONYMOUS.search(text)
    found = _REASON.search(text, plea.end()) if plea else None
    if plea is None or found is None or not _NEAR.fullmatch(text, plea.end(), found.start()):
        unauthorised = _UNAUTHORISED.search(text)
        return " ".join(unauthorised["why"].split()) if unauthorised else None
    words = found["why"] or found["fear"]
    end = _REASON_ENDS.search(words)
    return " ".join(words[: end.start() if end else len(words)].split()) or None

"""Bytes to text, and nothing else: no line ending or space is changed."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ("cp1252", "cp1250", "iso8859_2", "mac_roman", "cp1251", "koi8_r", "cp437")
"""Encodings that English text comes in, the commonest first."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class NotText(ValueError):
    """The bytes are in no encoding that text comes in."""


def byte_order_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start announces."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding that was guessed for it; None where the bytes told it."""

    text: str
    guessed: str | None = None

    def guess(self) -> dict[str, str]:
        """What a report says of a guess; nothing where there was none."""
        return {"guessed_encoding": self.guessed} if self.guessed else {}


def decode(raw: bytes) -> str:
    """The text of ``raw``, as ``decoded`` gives it. Raises NotText."""
    return decoded(raw).text


def likely(head: bytes) -> str | None:
    """The encoding that is guessed for a file that begins so; None where nothing need be guessed."""
    try:
        return decoded(head).guessed
    except NotText:
        return None


def decoded(raw: bytes, declared: str | None = None, likely: str | None = None) -> Decoded:
    """The text of ``raw``: by its byte order mark, else UTF-8, else as declared, else as guessed.

    ``likely`` is the first guess. UTF-8 with a few broken bytes stays UTF-8, with U+FFFD in their
    place. Raises NotText.
    """
    encoding = byte_order_mark(raw)
    if encoding is not None:
        return Decoded(_strictly(raw, encoding))
    if b"\0" in raw:
        return _wide(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(raw, declared, likely)
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise NotText
    return Decoded(text)


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which JSON may smuggle in."""
    return _SURROGATE.sub("\ufffd", text)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText from error


def _wide(raw: bytes) -> Decoded:
    """UTF-16 without a mark: English in it has a zero in nearly every second byte."""
    for encoding, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[::2])):
        if zeros.count(0) > 0.8 * len(zeros):
            return Decoded(_strictly(raw, encoding), encoding)
    raise NotText


def _legacy(raw: bytes, declared: str | None, likely: str | None) -> Decoded:
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(char > "\x7f" for char in mended) - broken
    if whole > broken and not _CONTROL.search(mended):
        return Decoded(mended)
    if declared is not None:
        with suppress(LookupError, UnicodeDecodeError):
            return Decoded(raw.decode(declared))
    if likely is not None:
        with suppress(UnicodeDecodeError):
            return Decoded(raw.decode(likely), likely)
    return _guessed(raw)


def _guessed(raw: bytes) -> Decoded:
    """The likeliest encoding, the commonest one where several are as likely."""
    from charset_normalizer import from_bytes

    likeliest = from_bytes(raw, cp_isolation=list(_GUESSES)).best()
    if likeliest is None or _CONTROL.search(str(likeliest)):
        raise NotText
    text = str(likeliest)
    same = (name for name in _GUESSES if _decodes_to(raw, name, text))
    return Decoded(text, next(same, likeliest.encoding))


def _decodes_to(raw: bytes, encoding: str, text: str) -> bool:
    try:
        return raw.decode(encoding) == text
    except UnicodeDecodeError:
        return False

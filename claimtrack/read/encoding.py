"""Bytes to text, and nothing else: no line ending or space is changed."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class NotText(ValueError):
    """The bytes are in no encoding that text comes in."""


def byte_order_mark(head: bytes) -> str | None:
    """The encoding that a byte order mark at the start announces."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def decode(raw: bytes) -> str:
    """The text of ``raw``: by its byte order mark, else UTF-8, else Windows-1252.

    UTF-8 with a few broken bytes stays UTF-8, with U+FFFD in their place. Raises NotText.
    """
    encoding = byte_order_mark(raw)
    if encoding is not None:
        return _strictly(raw, encoding)
    if b"\0" in raw:
        raise NotText
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(raw)
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise NotText
    return text


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which JSON may smuggle in."""
    return _SURROGATE.sub("\ufffd", text)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText from error


def _legacy(raw: bytes) -> str:
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(char > "\x7f" for char in mended) - broken
    if whole > broken and not _CONTROL.search(mended):
        return mended
    text = _strictly(raw, "cp1252")
    if _CONTROL.search(text):
        raise NotText
    return text

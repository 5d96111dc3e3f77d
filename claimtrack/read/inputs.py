"""An opened input: its bytes, read once, and its place for failures."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from claimtrack.errors import advise
from claimtrack.read.formats import STANDARD_INPUT, name_of
from claimtrack.records import Failure

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_GZIP = b"\x1f\x8b"
_HEAD = 65_536


class _Stored(io.RawIOBase):
    """Passes bytes on as they come and keeps the hash of what has passed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self.hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self._read(len(view))
        self.hash.update(data)
        view[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class Input:
    """One file or standard input under the path that the user named; its bytes come only once."""

    path: str
    content: io.BufferedReader[Any]
    """The bytes, unpacked where they are gzip."""
    _stored: _Stored

    def head(self) -> bytes:
        """The first bytes of the content, without taking them."""
        return self.content.peek(_HEAD)

    def whole(self) -> tuple[bytes, str]:
        """The content, and the SHA-256 of the bytes as they are stored."""
        return self.content.read(), self._stored.hash.hexdigest()

    def failure(self, code: str, what: str | None = None, line: int | None = None) -> Failure:
        """What could not be read; its id is the file's name, with the line where there is one."""
        id = name_of(self.path) if line is None else f"{name_of(self.path)}:{line}"
        return Failure(id, self.path, code, advise(code, what), line)


@contextmanager
def opened(path: str) -> Iterator[Input]:
    """The file of this name, or standard input for ``-``. Gzip is told by the bytes."""
    if path == STANDARD_INPUT:
        yield _input(path, sys.stdin.buffer)
        return
    with open(path, "rb") as stream:
        yield _input(path, stream)


def digest_of(raw: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()


def _input(path: str, stream: BinaryIO) -> Input:
    stored = _Stored(stream)
    content: io.BufferedReader[Any] = io.BufferedReader(stored, _HEAD)
    if content.peek(2).startswith(_GZIP):
        content = io.BufferedReader(cast(Any, gzip.GzipFile(fileobj=content)), _HEAD)
    return Input(path, content, stored)

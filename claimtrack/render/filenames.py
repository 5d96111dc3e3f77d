"""Names of files for articles."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TextIO

Opening = Callable[[str], AbstractContextManager[TextIO]]
"""Opens a file of this name in the folder that is written."""


def file_name(id: str, ending: str, taken: set[str]) -> str:
    """A name made of an article's id that every system takes, and none of ``taken``, to which it
    is added."""
    stem = re.sub(r"[^\w.-]+", "-", id).strip("-.")[:80] or "article"
    name, nth = stem + ending, 2
    while name.casefold() in taken:
        name, nth = f"{stem}-{nth}{ending}", nth + 1
    taken.add(name.casefold())
    return name

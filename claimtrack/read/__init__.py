"""Input formats to articles: the only room where article files are read."""

from __future__ import annotations

from claimtrack.read.layout import article_of, body_start, lay_out
from claimtrack.read.stream import read_paths

__all__ = ["article_of", "body_start", "lay_out", "read_paths"]

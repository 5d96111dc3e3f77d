"""What tests of readers assert: each block of an article with its kind."""

from __future__ import annotations

from claimtrack.records import Article


def told(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]

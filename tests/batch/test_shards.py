"""Shards: where they end, what they are called, and their result files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.batch.shards import Shard, read_results, shards_of, write_results
from claimtrack.batch.steps import Chunk, Step, Unchanged, chunks_of
from claimtrack.errors import ClaimtrackError
from claimtrack.ledger import FileMark
from claimtrack.read import article_of
from claimtrack.records import Article
from tests.batch.fakes import Fake
from tests.ledger.examples import FAILURE

TOOL = Fake().tool


def articles(file: str, count: int) -> list[Step]:
    made = (article_of(f"The toll rose by {n}.", id=f"{file}{n}") for n in range(count))
    return [*(replace(each, path=file) for each in made), FileMark(file, "", TOOL)]


def ids(shards: list[Shard]) -> list[tuple[str, str, int]]:
    """First, last, and how many articles of each shard."""
    return [(shard.items[0].id, shard.items[-1].id, len(shard.items)) for shard in shards]


def test_shards_are_of_bounded_size_and_end_with_large_files() -> None:
    steps = [*articles("a", 150), *articles("b", 10), *articles("c", 10), *articles("d", 40)]
    shards = list(shards_of(chunks_of(steps), 64))
    assert ids(shards) == [
        ("a0", "a31", 32),
        ("a32", "a63", 32),
        ("a64", "a95", 32),
        ("a96", "a127", 32),
        ("a128", "a149", 22),
        ("b0", "d39", 60),
    ]


def test_the_first_shards_are_small() -> None:
    sizes = [len(shard.items) for shard in shards_of(chunks_of(articles("a", 8_000)))]
    assert sizes[:6] == [32, 32, 32, 32, 32, 64]
    assert max(sizes) == 1_024
    assert sizes[-1] < 1_024
    assert sum(sizes) == 8_000


def test_what_needs_no_reporting_waits_for_nothing() -> None:
    chunk = Chunk((Unchanged("a", "a0", 5),))
    assert list(shards_of([chunk, chunk])) == [Shard((chunk,)), Shard((chunk,))]


def test_a_name_stands_for_all_that_the_results_depend_on() -> None:
    def name(article: Article, rules: str = "none") -> str:
        return Shard((Chunk((article, FAILURE), (article,)),)).name(Fake(rules).tool)

    article = article_of("The toll rose.", id="a")
    others = [
        name(article, "more"),
        name(replace(article, text="The toll fell.")),
        name(replace(article, path="elsewhere")),
        name(replace(article, title="A title")),
    ]
    assert name(article) == name(replace(article))
    assert len({name(article), *others}) == 5


def test_a_result_file_that_is_not_whole_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl.gz"
    two = Shard((Chunk((FAILURE, FAILURE)),))
    write_results(file, [FAILURE, FAILURE])
    assert read_results(file, two) == [FAILURE, FAILURE]
    assert [each.name for each in tmp_path.iterdir()] == ["x.jsonl.gz"]
    damaged = "CT520 the result file is damaged; remove it, and run the same command again"
    content = file.read_bytes()
    for bad in (content[:-10], b"no gzip"):
        file.write_bytes(bad)
        with pytest.raises(ClaimtrackError, match="CT520"):
            read_results(file, two)
    write_results(file, [FAILURE])
    with pytest.raises(ClaimtrackError, match=damaged):
        read_results(file, two)


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrackError, match=r"x\.jsonl\.gz: CT520 .*No such file or directory"):
        write_results(tmp_path / "none" / "x.jsonl.gz", [FAILURE])
    assert list(tmp_path.iterdir()) == []

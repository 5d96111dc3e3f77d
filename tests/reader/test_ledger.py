"""The ledger as Datasette's own package opens it, without a plugin: tables, views, search."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from claimtrack.render.sqlite import write_sqlite
from tests.render.example import example

pytestmark = pytest.mark.reader


def asked(path: Path, *addresses: str) -> list[Any]:
    """What Datasette answers to each address, as JSON."""
    app = pytest.importorskip("datasette.app")

    async def ask() -> list[Any]:
        datasette = app.Datasette([str(path)])
        await datasette.invoke_startup()
        answers = [await datasette.client.get(address) for address in addresses]
        assert [answer.status_code for answer in answers] == [200] * len(answers)
        return [answer.json() for answer in answers]

    return asyncio.run(ask())


def test_datasette_opens_tables_views_and_search(tmp_path: Path) -> None:
    path = tmp_path / "toll.db"
    write_sqlite([example()], path)
    database, sentences = asked(path, "/toll.json", "/toll/sentence.json?_shape=array")
    assert len(sentences) == len(example().sentences)
    views = [f"/toll/{view['name']}.json?_shape=array" for view in database["views"]]
    assert views and len(asked(path, *views)) == len(views)
    searched = [each for each in database["tables"] if each["fts_table"]]
    address = f"/toll/{searched[0]['name']}.json?_shape=array&_search=toll"
    assert len(asked(path, address)[0]) > 0

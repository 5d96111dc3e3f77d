"""Photographs pages for the documentation: ``python docs/make_screenshots.py``.

Needs Chromium and the extra ``reader``; the environment variable ``CHROMIUM`` names another browser.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
SENTENCE = "Accra denied the claim that it hosts insurgents, the minister said."


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a page: its size in pixels, and the keys that are pressed before."""

    name: str
    page: str
    width: int
    height: int
    scheme: str = "light"
    keys: str = ""


PICTURES = (
    Picture("page-light.png", "report.html", 1200, 860, keys="nnnnnnnn"),
    Picture("page-dark-phone.png", "report.html", 390, 760, "dark", keys="nnnnnnnn"),
    Picture("page-overview.png", "ferry.html", 1200, 700),
    Picture("page-explain.png", "explain.html", 1200, 640),
)


def claimtrack(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "claimtrack.cli", *arguments], check=True, cwd=DOCS.parent
    )


def taken(browser: Any, picture: Picture, folder: Path) -> bytes:
    """The picture as PNG."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto((folder / picture.page).as_uri())
    for key in picture.keys:
        page.keyboard.press(key)
    png: bytes = page.screenshot()
    context.close()
    return png


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed, page in (("dam-security", "report.html"), ("ferry-inquiry", "ferry.html")):
            claimtrack("report", f"seeds/{seed}.txt", "--format", "html", "-o", str(folder / page))
        claimtrack("explain", SENTENCE, "--html", "-o", str(folder / "explain.html"))
        with sync_playwright() as driver:
            path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
            browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for picture in PICTURES:
                (DOCS / picture.name).write_bytes(taken(browser, picture, folder))
            browser.close()


if __name__ == "__main__":
    main()

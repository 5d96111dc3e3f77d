"""The page as a reader uses it: filters, search, keys, links, dark, phone, print, axe-core."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import claimtrack
from claimtrack.cli.main import app
from claimtrack.records import Failure, Report
from claimtrack.render.html import write_html
from tests.reader.conftest import Opens, Shows
from tests.render.example import example
from tests.render.odd import odd

pytestmark = pytest.mark.reader
FAILURE = Failure("night", "night.txt", "CT103", "the bytes are no text")
A4 = 673
"""Pixels of a sheet's width between its margins."""
SEEDS = Path(__file__).parents[2] / "seeds"


def long(copies: int) -> Report:
    """The example's body over and over, as one article of six sentences a copy."""
    report = example()
    length = len(report.article.text)

    def moved(spans: Any, by: int) -> Any:
        return tuple((start + by, end + by) for start, end in spans)

    parts: dict[str, list[Any]] = {"sentences": [], "attributions": [], "blocks": []}
    for nth in range(copies):
        by, first = nth * length, nth * len(report.sentences)
        for s in report.sentences:
            parts["sentences"].append(
                replace(
                    s,
                    index=s.index + first,
                    start=s.start + by,
                    end=s.end + by,
                    attributions=tuple(f"{id}.{nth}" for id in s.attributions),
                    reasons=(),
                )
            )
        for a in report.attributions:
            parts["attributions"].append(
                replace(
                    a,
                    id=f"{a.id}.{nth}",
                    sentence=a.sentence + first,
                    cue=moved(a.cue, by),
                    claim=moved(a.claim, by),
                    source=replace(a.source, spans=moved(a.source.spans, by)),
                    parent=f"{a.parent}.{nth}" if a.parent else None,
                )
            )
        for b in report.article.blocks:
            parts["blocks"].append(replace(b, start=b.start + by, end=b.end + by))
    article = replace(
        report.article, text=report.article.text * copies, blocks=tuple(parts["blocks"])
    )
    return replace(
        report,
        article=article,
        sentences=tuple(parts["sentences"]),
        attributions=tuple(parts["attributions"]),
        disputes=(),
    )


def until(page: Any, condition: str) -> None:
    """Waits; Playwright's own waiting needs an eval, which the page does not allow."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(30)
    raise AssertionError(condition)


def hits(page: Any) -> list[str]:
    numbers = page.eval_on_selector_all(
        ".report:not([hidden]) .sentence.hit", "all => all.map(each => each.id)"
    )
    return [number.rpartition("s")[2] for number in numbers]


def tick(page: Any, name: str, value: str) -> None:
    details = page.locator(".filters")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    page.locator(f'.pill:has(input[name="{name}"][value="{value}"])').first.click()


def current(page: Any) -> str | None:
    node = page.query_selector(".report:not([hidden]) .sentence.current")
    return node.get_attribute("id").rpartition("s")[2] if node else None


def test_filters_narrow_each_other_and_clear(opens: Opens) -> None:
    page = opens(example())
    tick(page, "flag", "contested")
    assert hits(page) == ["3", "4"]
    tick(page, "source", "B")
    assert hits(page) == ["4"]
    tick(page, "flag", "contested")
    assert hits(page) == ["1", "4"]
    assert page.locator("output").inner_text() == "2 of 6 sentences"
    tick(page, "stance", "denies")
    assert hits(page) == ["4"]
    page.locator(".clear").click()
    until(page, "document.querySelectorAll('.filtering').length === 0")
    assert page.locator("output").inner_text() == "4 findings"
    tick(page, "status", "unattributed")
    tick(page, "status", "nobody")
    assert hits(page) == ["2", "5"]


def test_search(opens: Opens) -> None:
    page = opens(odd())
    page.fill("[name=q]", "DOCKERS” SAID")
    assert hits(page) == ["3"]
    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["dockers” said"]
    page.fill("[name=q]", "nowhere")
    assert (hits(page), page.locator("output").inner_text()) == ([], "0 of 6 sentences")


def test_keys_go_to_findings_sentences_and_sources(opens: Opens) -> None:
    page = opens(example())
    seen = []
    for key in "nnnnnpjk":
        page.keyboard.press(key)
        seen.append(current(page))
    assert seen == ["2", "3", "4", "5", "2", "5", "6", "5"]
    page.keyboard.press("s")
    assert (hits(page), current(page)) == (["1"], "1")
    page.keyboard.press("s")
    assert (hits(page), current(page)) == (["1", "4"], "1")
    page.keyboard.press("n")
    assert current(page) == "4"
    page.keyboard.press("Shift+S")
    assert hits(page) == ["1"]
    page.keyboard.press("Escape")
    until(page, "document.querySelectorAll('.filtering').length === 0")
    assert current(page) is None


def test_keys_are_letters_in_the_search_field_and_can_be_switched_off(opens: Opens) -> None:
    page = opens(example())
    page.keyboard.press("/")
    page.keyboard.type("n")
    assert (page.input_value("[name=q]"), current(page)) == ("n", None)
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert current(page) is None


def test_a_contested_claim_leads_to_its_denial_and_back(opens: Opens) -> None:
    page = opens(example())
    page.locator("#s3 a.flag").click()
    until(page, "document.querySelector('#s4.current')")
    assert page.locator(".card .contest").inner_text() == "✗ denies sentence 3"
    page.keyboard.press("d")
    until(page, "document.querySelector('#s3.current')")
    assert page.locator(".card .head").inner_text() == "3 attributed"
    page.locator(".card .close").click()
    assert (page.locator(".card").is_visible(), current(page)) == (False, None)


def test_the_card_says_what_a_chosen_sentence_holds(opens: Opens) -> None:
    page = opens(example())
    page.locator("#s1 .cue").first.click()
    words = page.locator(".card").inner_text()
    assert "the harbour board" in words and "rule admission.admit, confidence 0.93" in words


def test_articles_in_one_file(opens: Opens) -> None:
    page = opens(example(), FAILURE, example())
    assert page.locator("main:visible").count() == 1
    assert page.locator(".articles tbody tr").count() == 3
    page.locator(".articles tbody a").last.click()
    assert page.locator("#r3-top").is_visible()
    page.keyboard.press("n")
    assert page.locator(".sentence.current").get_attribute("id") == "r3-s2"
    page.locator("#r3-s3 a.flag").click()
    until(page, "document.querySelector('#r3-s4.current')")
    page.locator("#r3-top nav a").click()
    assert page.locator("#index").is_visible() and not page.locator("#r3-top").is_visible()


def test_a_text_full_of_markup_runs_nothing(opens: Opens) -> None:
    page = opens(odd())
    words = page.locator(".text").inner_text()
    assert "<script>alert(1)</script>" in words and "=Two 😀 & “dockers”" in words
    assert page.locator(".text .control").inner_text() == "RLO"
    assert page.locator("#s4 bdi").inner_text() == "Haddad rejected the accusation."


def test_the_policy_stops_what_gets_in(opens: Opens, complaints: list[str]) -> None:
    page = opens(example())
    page.evaluate(
        """() => { const made = document.createElement("div");
        made.innerHTML = '<p id="late" onclick="document.title = 1" style="color: red">x</p>';
        document.body.append(made);
        const script = document.createElement("script");
        script.textContent = "document.title = 2";
        document.body.append(script); }"""
    )
    page.locator("#late").click()
    assert (
        page.evaluate("getComputedStyle(document.getElementById('late')).color") != "rgb(255, 0, 0)"
    )
    assert page.title() == "Harbour toll doubles overnight · claimtrack"
    assert len(complaints) == 3
    complaints.clear()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_is_wider_than_a_phone(opens: Opens, width: int) -> None:
    page = opens(example(), FAILURE, width=width)
    for link in (None, ".articles tbody a"):
        if link:
            page.locator(link).first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_follows_the_system_and_turns(opens: Opens) -> None:
    page = opens(example(), scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(20, 23, 26)"
    page.locator(".theme").click()
    assert page.evaluate(ground) == "rgb(247, 246, 243)"


def test_print_shows_what_each_source_says_and_no_tools(opens: Opens) -> None:
    page = opens(example(), scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".voice[open]").count() == 3
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".voice[open]").count() == 0
    assert page.pdf().startswith(b"%PDF")


def test_the_index_fits_its_sheet(opens: Opens) -> None:
    page = opens(example(), FAILURE, width=A4)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    assert page.evaluate("document.querySelector('.articles').scrollWidth") <= A4


def test_a_letter_stays_with_its_words(opens: Opens) -> None:
    page = opens(example())
    drawn = page.evaluate(
        "getComputedStyle(document.querySelector('.claim[data-l]'), '::before').display"
    )
    assert drawn == "inline"


def faults(page: Any) -> list[tuple[str, str, str]]:
    """What axe-core finds: rule, weight, and where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    found = axe.Axe().run(page).response["violations"]
    return [(each["id"], each["impact"], each["nodes"][0]["html"][:200]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["seed", "odd", "index", "filtered"])
def test_axe_finds_nothing(opens: Opens, scheme: str, kind: str) -> None:
    items: list[Report | Failure] = {"odd": [odd()], "index": [example(), FAILURE]}.get(kind, [])
    if not items:
        text = (SEEDS / "ferry-inquiry.txt").read_text(encoding="utf-8")
        items = [claimtrack.load().report(text)]
    page = opens(*items, scheme=scheme)
    if kind == "filtered":
        tick(page, "source", "B")
        page.keyboard.press("n")
    assert faults(page) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_an_explanation(shows: Shows, tmp_path: Path, scheme: str, width: int) -> None:
    why = tmp_path / "why.html"
    asked = ["explain", "Haddad denied that the toll rose. It rained.", "--html", "-o", str(why)]
    assert CliRunner().invoke(app, asked).exit_code == 0
    page = shows(why.read_text(encoding="utf-8"), width=width, scheme=scheme)
    assert page.locator("h2").all_inner_texts() == [
        "Haddad denied that the toll rose.",
        "It rained.",
    ]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    above = "document.querySelector('.drawing svg').getBBox()"
    drawn = "document.querySelector('.drawing svg').viewBox.baseVal"
    assert page.evaluate(f"{drawn}.y < {above}.y && {drawn}.height < 2 * {above}.height")
    page.locator("summary").first.click()
    assert page.locator(".failed-frame").first.is_visible()
    assert faults(page) == []


def test_two_thousand_sentences_are_usable(opens: Opens) -> None:
    page = opens(long(334))
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    took = page.evaluate(
        """() => { const box = document.querySelector('[value="denies"]');
        const start = performance.now();
        box.click();
        document.body.offsetHeight;
        return performance.now() - start; }"""
    )
    assert len(hits(page)) == 334
    assert (paint < 1000, took < 100) == (True, True), (paint, took)


def test_the_size_of_a_page() -> None:
    text = (SEEDS / "reef-study.txt").read_text(encoding="utf-8")
    out = io.StringIO()
    write_html([claimtrack.load().report(text)], out)
    assert len(out.getvalue().encode()) < 300_000

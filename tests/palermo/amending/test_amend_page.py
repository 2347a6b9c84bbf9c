"""The page of an amendment in a real browser."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from palermo.corpus.amendments import Status
from palermo.report.amending.amend.html.amend_page import amend
from palermo.report.amending.amend.html.columns import columns
from tests.support.browser import at, opened
from tests.support.sample_bill import ACT, account

HARBOUR = account()
PAGES = {"redline": amend([(HARBOUR, None)]), "columns": columns([(HARBOUR, None)])}


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("layout", PAGES)
def test_nothing_is_asked_for_and_nothing_runs_over(chromium: Any, tmp_path: Path, width: int, layout: str) -> None:
    tab = opened(chromium, PAGES[layout], tmp_path, width=width)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.asked == [(tmp_path / "page.html").as_uri()]


@pytest.mark.parametrize("layout", PAGES)
def test_what_is_left_to_do_comes_first_and_leads_to_its_place(chromium: Any, tmp_path: Path, layout: str) -> None:
    tab = opened(chromium, PAGES[layout], tmp_path, script=False)
    tasks = tab.locator(".todo li")
    assert tasks.count() == len(HARBOUR.numbers(Status.REFUSED)) == 2
    assert "Article 15 is not in the text." in tasks.first.inner_text()
    assert tasks.first.locator("a").count() == 0
    assert "no consolidation yet" in tab.inner_text(".verdict")
    assert tab.locator("h2").first.inner_text() == "To do by hand: 2 instructions"
    tab.click(".todo li:last-child a")
    assert "железный сундук" in tab.inner_text(f"#{at(tab)}")


def test_an_outcome_stands_beside_the_words_that_it_changed(chromium: Any, tmp_path: Path) -> None:
    tab = opened(chromium, PAGES["redline"], tmp_path)
    place = tab.locator(".pair", has_text="медленно и следит").first
    note, words = place.locator("aside").bounding_box(), place.locator(".text > p").first.bounding_box()
    assert abs(note["y"] - words["y"]) < 12
    assert note["x"] > words["x"] + words["width"] / 2
    assert "1(1)" in place.locator("aside strong").inner_text()
    assert place.locator(".tag").inner_text() == "applied"
    assert [place.locator(".text del").inner_text(), place.locator(".text ins").inner_text()] == [
        "медленно",
        "так медленно, как может,",
    ]
    narrow = opened(chromium, PAGES["redline"], tmp_path, width=400).locator(".pair").first
    assert narrow.locator("aside").bounding_box()["y"] < narrow.locator(".text").bounding_box()["y"]


def test_unchanged_articles_and_paragraphs_are_folded_and_unfold(chromium: Any, tmp_path: Path) -> None:
    tab = opened(chromium, amend([(HARBOUR, None)], context=0), tmp_path, script=False)
    assert not tab.locator("text=звонит колокол").is_visible()
    tab.click("summary:has-text('2 articles or sections unchanged')")
    assert tab.locator("text=звонит колокол").is_visible()
    assert not tab.locator("text=накануне ярмарки").is_visible()
    tab.click("summary:has-text('5 paragraphs unchanged')")
    assert tab.locator("text=накануне ярмарки").is_visible()


def test_keys_and_links_lead_through_the_places(chromium: Any, tmp_path: Path) -> None:
    tab = opened(chromium, PAGES["redline"], tmp_path)
    total = tab.locator(".pair").count()
    assert total >= 5
    seen = []
    for _ in range(total):
        tab.keyboard.press("n")
        seen.append(at(tab))
    assert seen == [f"d{n}" for n in range(1, total + 1)]
    plain = opened(chromium, PAGES["redline"], tmp_path, script=False)
    plain.click("#d1 a[rel=next]")
    assert at(plain) == "d2"


def test_three_columns_stand_level_and_become_one(chromium: Any, tmp_path: Path) -> None:
    tab = opened(chromium, PAGES["columns"], tmp_path)
    rows = tab.locator(".three tbody tr")
    assert rows.count() == len(HARBOUR.touched) + len(HARBOUR.homeless)
    first = [rows.first.locator("td").nth(k).bounding_box() for k in range(3)]
    assert len({box["y"] for box in first}) == 1
    assert first[0]["x"] < first[1]["x"] < first[2]["x"]
    whole = tab.locator(".three tr", has_text="дубовом сундуке").first.locator("td")
    assert whole.nth(0).locator("del").inner_text() == "с тремя замками"
    assert whole.nth(0).locator("ins").count() == whole.nth(2).locator("del").count() == 0
    assert "“железный сундук” is not in 8" in whole.nth(2).inner_text()
    assert rows.last.locator("td").nth(2).inner_text().endswith("Article 15 is not in the text.")
    narrow = opened(chromium, PAGES["columns"], tmp_path, width=400).locator(".three tbody tr").first.locator("td")
    boxes = [narrow.nth(k).bounding_box() for k in (1, 0, 2)]
    assert all(a["y"] + a["height"] <= b["y"] + 1 for a, b in pairwise(boxes))


@pytest.mark.parametrize("layout", PAGES)
def test_paper_has_the_marks_and_no_controls(chromium: Any, tmp_path: Path, layout: str) -> None:
    tab = opened(chromium, PAGES[layout], tmp_path, width=700)
    tab.emulate_media(media="print")
    assert tab.locator(".bar, .near").filter(visible=True).count() == 0
    assert tab.locator(".todo").is_visible()
    decoration = "getComputedStyle(document.querySelector('.text {}')).textDecorationLine"
    assert tab.evaluate(decoration.format("ins")) == "underline"
    assert tab.evaluate(decoration.format("del")) == "line-through"
    if layout == "redline":
        place = tab.locator(".pair").first
        assert place.locator("aside").bounding_box()["x"] > place.locator(".text").bounding_box()["x"] + 100


@pytest.mark.parametrize("layout", PAGES)
def test_headings_names_and_languages(chromium: Any, tmp_path: Path, layout: str) -> None:
    tab = opened(chromium, PAGES[layout], tmp_path)
    levels = tab.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    names = tab.evaluate(
        "[...document.querySelectorAll('a, summary')].map(e => e.getAttribute('aria-label') || e.textContent)"
    )
    assert all(name and name.strip() for name in names)
    ids = tab.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    links = tab.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))")
    assert set(links) <= set(ids)
    assert tab.locator(".text").first.get_attribute("lang") == "ru"
    assert tab.locator("blockquote").first.get_attribute("lang") == "ru"


def test_an_act_that_nothing_amends_is_one_folded_line(chromium: Any, tmp_path: Path) -> None:
    tab = opened(chromium, amend([(account(ACT), None)]), tmp_path)
    assert tab.locator(".pair, .todo, .bar").count() == 0
    assert "Nothing was carried out" in tab.inner_text(".verdict")
    assert tab.locator("details.unchanged").count() == 1


@pytest.mark.parametrize("layout", PAGES)
def test_words_of_a_law_are_no_markup(layout: str) -> None:
    made = {"redline": amend, "columns": columns}[layout]
    bill = "Статья 1. В Законе «О гаванях» в статье 9 слово «ничего» заменить словами «<b>&ничего»."
    page = made([(account(bill), None)])
    assert "&lt;b&gt;&amp;" in page
    assert "<b>" not in page

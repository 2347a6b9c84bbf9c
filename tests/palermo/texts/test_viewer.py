"""The difference viewer in a real browser: Chromium, driven by Playwright; skipped where either is not installed."""

from __future__ import annotations

from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment
from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.gaps.gaps_change import change
from palermo.alignment.threeway import threeway
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load
from palermo.report.texts.compare.as_html import compare as as_page
from palermo.report.texts.compare.touched import Against
from tests.support.browser import at, opened
from tests.support.small_laws import item, law, section

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

OLD = [
    section("1", "Whoever keeps bees announces them to the neighbours before the first of May"),
    section("2", "Every boat longer than seven metres carries a lantern and a bell"),
    section("3", "Dogs are kept on a leash wherever children play in the open"),
    section(
        "4", "Hay is brought in before the autumn rain begins", item("a", "rye"), item("b", "oats"), item("c", "flax")
    ),
    section("5", "Nets are mended in winter only and dried in the loft"),
    section("6", "The ferry waits for the doctor at any hour of the night"),
]
NEW = [
    OLD[0],
    section("2", "Every boat longer than nine metres carries a lantern and a bell"),
    section(
        "4", "Hay is brought in before the autumn rain begins", item("a", "rye"), item("b", "oats"), item("c", "flax")
    ),
    section("5", "Nets are mended in spring only and dried in the loft"),
    section("7", "A new rule about kites forbids them near the tower"),
    section("6", "The ferry waits for the doctor at any hour of the night"),
    section("3", "Dogs are kept on a leash wherever children play in the open"),
]


@pytest.fixture(scope="module")
def sample() -> dict[str, Alignment | Against]:
    """The sample's code before and after, in Russian, held against the Protocol; and its Russian and English texts."""
    with as_file(files("palermo") / "sample") as folder:
        old, new, english = (
            read_file(str(folder / f"criminal-code-{name}.md")) for name in ("2004.ru", "2019.ru", "2019.en")
        )
    editions, protocol = compare([old], [new]), load("palermo")
    found = threeway(editions, change(gaps([old], protocol), gaps([new], protocol)))
    return {"editions": editions, "against": Against(found, protocol), "languages": compare([new], [english])}


@pytest.fixture(scope="module")
def moved() -> Alignment:
    """Five differences, of which the third section only moved."""
    return compare([law(*OLD)], [law(*NEW)])


def test_both_sides_of_a_difference_stand_level(chromium: Any, sample: Any, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(sample["editions"]), tmp_path)
    tops = tab.evaluate(
        "[...document.querySelectorAll('.pair .sides')].map(s => [...s.children].map(c => c.getBoundingClientRect()))"
    )
    assert len(tops) == sum(pair.differs for pair in sample["editions"].pairs)
    for left, right in tops:
        assert left["top"] == right["top"]
        assert left["right"] < right["left"]


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("what", ["editions", "languages"])
def test_nothing_is_asked_for_and_nothing_runs_over(
    chromium: Any, sample: Any, tmp_path: Path, width: int, what: str
) -> None:
    against = sample["against"] if what == "editions" else None
    tab = opened(chromium, as_page(sample[what], against), tmp_path, width=width)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.asked == [(tmp_path / "page.html").as_uri()]


def test_the_way_through_the_differences_needs_no_script(chromium: Any, moved: Alignment, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(moved), tmp_path, script=False)
    tab.click("#d1 a[rel=next]")
    assert at(tab) == "d2"
    tab.click("#d2 a[rel=prev]")
    assert at(tab) == "d1"
    assert not tab.is_visible(".steps")
    assert tab.is_visible("#d1 ins")


def test_material_only_needs_no_script_either(chromium: Any, moved: Alignment, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(moved), tmp_path, script=False)
    only_moved = [n for n, pair in enumerate((p for p in moved.pairs if p.differs), 1) if not pair.material]
    assert only_moved
    for n in only_moved:
        assert tab.is_visible(f"#d{n} h3")
    tab.check("#only-material")
    for n, pair in enumerate((p for p in moved.pairs if p.differs), 1):
        assert tab.is_visible(f"#d{n} h3") is pair.material
    tab.uncheck("#only-material")
    assert tab.is_visible(f"#d{only_moved[0]} h3")


def test_keys_and_buttons_lead_to_the_next_one_in_sight(chromium: Any, moved: Alignment, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(moved), tmp_path)
    total = sum(pair.differs for pair in moved.pairs)
    seen = []
    for key in "njpkn":
        tab.keyboard.press(key)
        seen.append(at(tab))
    assert seen == ["d1", "d2", "d1", "d1", "d2"]
    assert tab.inner_text(".where") == f"2 of {total}"
    assert tab.evaluate("document.activeElement.id") == "d2"
    for _ in range(total):
        tab.click(".steps a[rel=next]")
    assert at(tab) == f"d{total}"
    tab.check("#only-material")
    assert at(tab) == f"d{total}"
    visited = set()
    for _ in range(total):
        tab.keyboard.press("p")
        visited.add(at(tab))
    material = {f"d{n}" for n, p in enumerate((p for p in moved.pairs if p.differs), 1) if p.material}
    assert visited <= material
    assert "d1" in visited


def test_what_moved_and_where_it_stood_are_linked(chromium: Any, moved: Alignment, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(moved), tmp_path, script=False)
    tab.click(".gone a")
    went = at(tab)
    assert "moved" in tab.inner_text(f"#{went} header")
    tab.click(f"#{went} .told a")
    assert at(tab) == went.replace("d", "from")
    tops = {name: tab.locator(f"#{name}").bounding_box()["y"] for name in (went, at(tab))}
    assert tops[at(tab)] < tops[went]


def test_the_framework_has_its_own_filter(chromium: Any, sample: Any, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(sample["editions"], sample["against"]), tmp_path, script=False)
    assert tab.locator(".elements .towards").count() > 5
    tab.check("#only-touches")
    shown = tab.locator(".pair h3").filter(visible=True).count()
    assert shown == sum(bool(sample["against"].of(pair)) for pair in sample["editions"].pairs)


def test_two_languages_stand_side_by_side_without_marks(chromium: Any, sample: Any, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(sample["languages"]), tmp_path)
    both = [p for p in sample["languages"].pairs if p.left and p.right and p.differs]
    assert both
    paired = tab.locator(".pair:not(.added):not(.removed)")
    assert paired.count() == len(both)
    assert paired.locator("ins, del").count() == 0
    assert paired.first.locator(".left").get_attribute("lang") == "ru"
    assert paired.first.locator(".right").get_attribute("lang") == "en"


def test_paper_has_both_sides_and_no_controls(chromium: Any, sample: Any, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(sample["editions"], sample["against"]), tmp_path)
    tab.emulate_media(media="print")
    assert not tab.is_visible(".bar")
    assert tab.is_visible("#d1 .left")
    assert tab.is_visible("#d1 .right")
    underlined = tab.evaluate("getComputedStyle(document.querySelector('.pair ins')).textDecorationLine")
    struck = tab.evaluate("getComputedStyle(document.querySelector('.pair del')).textDecorationLine")
    assert (underlined, struck) == ("underline", "line-through")


def test_every_control_has_a_name_and_no_heading_level_is_left_out(chromium: Any, sample: Any, tmp_path: Path) -> None:
    tab = opened(chromium, as_page(sample["editions"], sample["against"]), tmp_path)
    levels = tab.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    names = tab.evaluate(
        "[...document.querySelectorAll('a, input, summary')].map(e => e.getAttribute('aria-label')"
        " || e.innerText || (e.labels && e.labels[0].innerText) || e.textContent)"
    )
    assert all(name and name.strip() for name in names)

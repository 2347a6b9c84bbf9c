"""A comparison in the terminal, as a page and as an object."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
import wcwidth
from lxml import html as lxml_html

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment
from palermo.report.format.terminal import PLAIN, Screen, columns, fit, wrap
from palermo.report.texts.compare.as_html import compare as as_page
from palermo.report.texts.compare.as_json import compare as as_object
from palermo.report.texts.compare.as_text import CompareLayout as Printed
from palermo.report.texts.compare.as_text import compare as as_text
from tests.support.small_laws import Layout, Rule, item, law, section

OLD = [
    section("1", "Рыболовство", item("а", "Лицо, выловившее рыбу сетью, платит штраф в размере пяти марок;")),
    section("2", "Every boat longer than seven metres carries a <lantern> & a bell"),
    section("3", "Dogs are kept on a leash wherever children play"),
    section("4", "Bees are announced to the neighbours before the first of May"),
]
NEW = [
    section("1", "Рыболовство", item("а", "Лицо, выловившее рыбу сетью, платит штраф в размере десяти марок;")),
    section("2", "Every boat longer than nine metres carries a <lantern> & a bell"),
    section("3", "Nets are mended in winter only"),
    section("4", "Bees are announced to the neighbours before the first of May"),
]


@pytest.fixture(scope="module")
def changed() -> Alignment:
    return compare([law(*OLD, lang="ru")], [law(*NEW, lang="ru", layout=Layout(line="\n\n", bold="**"))])


def test_the_object_is_the_contract(changed: Alignment) -> None:
    made = as_object(changed)
    document = json.loads(json.dumps({**made, "pairs": [*made["pairs"]]}))
    assert document["schema"] == "palermo.compare/1"
    assert list(document) == ["schema", "left", "right", "pairs", "counts"]
    assert document["counts"] == {
        "same": 2, "changed": 2, "added": 1, "removed": 1, "split": 0, "merged": 0, "moved": 0, "renumbered": 0,
    }  # fmt: skip
    assert document["left"][0]["lang"] == "ru"
    keys = {"id", "level", "num", "cite", "heading", "start", "end"}
    text = changed.right[0].text
    for pair in document["pairs"]:
        assert {"kind", "moved", "renumbered", "left", "right", "score", "parts", "edits"} <= set(pair)
        assert all(set(p) == keys for p in pair["left"] + pair["right"])
        rebuilt = "".join(text[slice(*edit["right"])] for edit in pair["edits"])
        leaf = [text[p["start"] : p["end"]] for p in pair["right"] if p["cite"] != "n0"]
        assert not leaf or rebuilt == "".join(leaf)


def test_text_marks_words_without_colour(changed: Alignment) -> None:
    text = as_text(changed)
    assert "2 changed, 1 added, 1 removed, 2 with the same words" in text
    assert "в размере [-пяти-]{+десяти+} марок;" in text
    assert "[-seven-]{+nine+}" in text
    assert "**" not in text
    assert "Bees" not in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [40, 80, 130])
def test_text_keeps_to_the_screen(changed: Alignment, width: int) -> None:
    for screen in (Screen(width), Screen(width, colour=True)):
        lines = as_text(changed, screen).splitlines()
        assert max(map(wcwidth.width, lines)) <= width


def test_wide_screens_show_both_sides(changed: Alignment) -> None:
    line = next(line for line in as_text(changed, Screen(130)).splitlines() if "longer" in line)
    assert line.count("longer") == 2
    assert line.index("[-seven-]") < line.index("│") < line.index("{+nine+}")


def test_context_is_cut_to_so_many_words(changed: Alignment) -> None:
    assert "longer than [-seven-]{+nine+} metres carries …" in as_text(changed, layout=Printed(context=2))


def test_an_omission_is_shown_once_and_never_marked() -> None:
    def rule(chapeau: str, flush: str) -> list[Rule]:
        return [section("1", chapeau, item("a", "Dogs are kept on a leash wherever children play"), flush=flush)]

    alignment = compare([law(*rule("Whoever sells:", "pays ten"))], [law(*rule("Whoever buys:", "owes ten"))])
    assert "Whoever [-sells-]{+buys+}: […] [-pays-]{+owes+} ten" in as_text(alignment)
    tree: Any = lxml_html.fromstring(as_page(alignment))
    assert [e.text_content() for e in tree.xpath("//section//del")] == ["sells", "pays"]


def test_words_keep_their_spaces_in_running_text() -> None:
    alignment = compare(
        [law(section("1", "The town sees that the fact that a boat leaves the old harbour is noted"))],
        [law(section("1", "The town sees that, where it matters, a boat leaves the old harbour is noted"))],
    )
    text = " ".join(as_text(alignment, layout=Printed(context=3)).split())
    assert "sees that [-the fact that-]{+, where it matters,+} a boat" in text


def test_text_of_equal_laws_says_so() -> None:
    text = as_text(compare([law(*OLD)], [law(*OLD)]))
    assert "No words differ." in text
    assert "5 with the same words" in text


def test_the_page_stands_alone_and_marks_words(changed: Alignment) -> None:
    page = as_page(changed)
    tree: Any = lxml_html.fromstring(page)
    assert page.startswith("<!DOCTYPE html>")
    assert "<lantern>" not in page
    assert not tree.xpath("//link | //img | //iframe | //@src | //@onclick")
    [script] = tree.xpath("//script")
    assert b64encode(sha256(script.text.encode()).digest()).decode() in tree.xpath(
        "string(//meta[@http-equiv]/@content)"
    )
    assert not re.search(r"url\(|@import|https?:", page)
    assert [e.text_content() for e in tree.xpath("//section[contains(@class,'changed')]//del")] == ["пяти", "seven"]
    assert [e.text_content() for e in tree.xpath("//section[contains(@class,'changed')]//ins")] == ["десяти", "nine"]
    assert {e.get("lang") for e in tree.xpath("//section//div[@class='sides']/p[@lang]")} == {"ru"}
    assert tree.get("lang") == "en"


def test_the_page_folds_what_is_unchanged_and_leads_through_the_rest(changed: Alignment) -> None:
    tree: Any = lxml_html.fromstring(as_page(changed))
    folded = [e.text_content() for e in tree.xpath("//*[@class='context']")]
    assert any("Bees" in text for text in folded)
    ids = tree.xpath("//section[contains(@class,'pair')]/@id")
    assert ids == ["d1", "d2", "d3", "d4"]
    assert tree.xpath("//section//a[@rel='next']/@href") == ["#d2", "#d3", "#d4"]
    assert tree.xpath("//section//a[@rel='prev']/@href") == ["#d1", "#d2", "#d3"]
    everything = tree.xpath("//@id")
    assert len(everything) == len(set(everything))
    assert {href[1:] for href in tree.xpath("//a/@href")} <= set(everything)


def test_lines_wrap_by_what_the_eye_sees() -> None:
    assert wrap("漢字漢字漢字", 8) == ["漢字漢字", "漢字"]
    assert [wcwidth.width(line) for line in columns(["漢字"], ["право"], 20)] == [11 + 5]
    assert fit("право", 3) == "пр…"
    assert wrap("a b", 80, first="1. ", rest="   ") == ["1. a b"]


def test_no_style_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        @staticmethod
        def isatty() -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert Screen.of(Terminal()) == Screen(100, colour=True)  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert Screen.of(Terminal()) == Screen(100, colour=False)  # type: ignore[arg-type]
    assert PLAIN.strong("x") == "x"
    assert Screen(colour=True).strong("x") != "x"

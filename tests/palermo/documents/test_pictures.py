"""Pictures: whole, told apart without colour, and with words that say what they show."""

from __future__ import annotations

import struct
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from palermo.alignment.compare.compare import compare
from palermo.alignment.gaps.history import history
from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.model.findings import GapAnalysis, Rating
from palermo.corpus.model.text_model import Interval
from palermo.report.format.parts import Picture
from palermo.report.format.pictures.drawing import Box, Drawing
from palermo.report.format.pictures.heat import heat
from palermo.report.format.pictures.raster import png
from palermo.report.format.pictures.signs import GROUNDS, sign
from palermo.report.format.pictures.timeline import timeline
from palermo.report.shared.rating_signs import MARKS
from palermo.report.texts.compare.strip import strip
from tests.support.report_cases import PROTOCOL, case, matrix, sample
from tests.support.small_laws import law, section

OLD, NEW = "criminal-code-2004.en", "criminal-code-2019.en"


def _picture(kind: str) -> Picture:
    if kind == "heat":
        (picture,) = heat(matrix(case(OLD), case(NEW)))
        return picture
    if kind == "timeline":
        return timeline(history([case(OLD).analysis, case(NEW).analysis]), PROTOCOL)
    return strip(compare([sample(OLD)], [sample(NEW)]))


def _size(element: etree._Element, name: str) -> float:
    return float(element.get(name, "nan"))


@pytest.mark.parametrize("kind", ["heat", "timeline", "strip"])
def test_a_picture_is_one_piece_with_its_words(kind: str) -> None:
    picture = _picture(kind)
    root = etree.fromstring(picture.svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == picture.alt
    assert root.findtext("{*}title") == picture.caption
    assert not {"href", "src", "id"} & {etree.QName(name).localname for e in root.iter() for name in e.attrib}
    width, height = _size(root, "width"), _size(root, "height")
    for box in root.iter("{*}rect"):
        if not box.get("width", "").endswith("%"):
            assert _size(box, "x") + _size(box, "width") <= width
            assert _size(box, "y") + _size(box, "height") <= height
    image = png(picture.svg)
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", image[16:20])[0] == pytest.approx(2 * width, abs=2)


def _shape(rating: Rating) -> str:
    drawing = Drawing()
    sign(drawing, rating, Box(0, 0, 20, 20))
    root = etree.fromstring(drawing.svg(20, 20, "a", "b"))
    return "".join(etree.tostring(e).decode() for e in list(root)[3:])


def test_signs_differ_without_their_grounds_and_are_those_of_the_tables() -> None:
    assert set(GROUNDS) == set(MARKS) == set(Rating)
    assert len({_shape(rating) for rating in Rating}) == len(Rating)


def test_the_graver_the_darker() -> None:
    def light(rating: Rating) -> float:
        red, green, blue = (int(GROUNDS[rating][n : n + 2], 16) for n in (1, 3, 5))
        return 0.299 * red + 0.587 * green + 0.114 * blue

    order = [light(r) for r in (Rating.CONTRARY, Rating.ABSENT, Rating.NARROWER, Rating.PARTLY)]
    assert order == sorted(order)
    assert all(lighter - darker > 20 for darker, lighter in pairwise(order))


def test_what_a_page_has_no_room_for_stands_in_a_further_picture() -> None:
    body = MatrixBody("body", case(NEW).analysis)
    pictures = list(heat(Matrix(PROTOCOL, (body,) * 65)))
    assert len(pictures) == 3
    assert sum(p.alt.count("body (2019-06-01):") for p in pictures) == 65
    assert all(_size(etree.fromstring(p.svg), "height") < 720 for p in pictures)


def test_many_editions_have_room() -> None:
    def at(year: int) -> GapAnalysis:
        old = case(OLD).analysis
        return replace(old, sources=tuple(replace(v, in_force=Interval(f"{year}-01-01")) for v in old.sources))

    picture = timeline(history([at(year) for year in range(1995, 2007)]), PROTOCOL)
    assert _size(etree.fromstring(picture.svg), "width") < 1100
    assert "From 1999-01-01: 17 open." in picture.alt


def test_the_strip_shows_what_was_added_where_it_stands() -> None:
    grown = strip(compare([sample(OLD)], [sample(NEW)]))
    assert "added 9" in grown.alt
    assert "129-1" in grown.alt
    same = strip(compare([sample(OLD)], [sample(OLD)]))
    assert "changed 0" in same.alt
    assert same.alt.endswith("none.")


def test_the_strip_numbers_the_rules_of_court_rules_too() -> None:
    rule = replace(section("131", "Dogs are kept on a leash"), level="rule")
    act = law(rule)
    numbered = replace(act, root=replace(act.root, children=(replace(act.root.children[0], cite="131"),)))
    root = etree.fromstring(strip(compare([numbered], [numbered])).svg)
    assert "131" in [words.text for words in root.iter("{*}text")]


def test_hostile_words_are_words() -> None:
    evil = MatrixBody('<script>"&\x0b\u202e', case(NEW).analysis)
    picture = next(heat(Matrix(PROTOCOL, (evil,))))
    root = etree.fromstring(picture.svg)
    assert not list(root.iter("{*}script"))
    assert any("<script>" in (t.text or "") for t in root.iter("{*}text"))
    png(picture.svg)

"""Reviews as the library's file keeps them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from palermo.corpus.model.findings import Extent, Value
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.model.reviews import MachineAnswer, Review, ReviewBasis, ReviewedText
from palermo.corpus.model.text_model import Span
from palermo.kb.library.library import Library

CODE, ACT = "/akn/zy/act/2003-06-12/63", "/akn/zy/act/2022/7"
REVIEW = Review(
    body="zy",
    code="act.receipt",
    value=Value.YES,
    extent=Extent.FULL,
    by="A. Reviewer",
    date="2026-11-25",
    reason="«получение» стоит в примечании",
    machine=MachineAnswer(Value.NO, None, "act-not-named", "0.1.0"),
    framework="palermo",
    framework_version="1",
    texts=(ReviewedText(f"{CODE}/rus@2019-01-01", "2019-01-01", "a" * 64, Span(0, 900)),),
    grounds=(
        ReviewBasis(f"{CODE}/rus@2019-01-01~art_128", "128", "получение", "b" * 64, "Получение человека", named=True),
        ReviewBasis(f"{CODE}/rus@2019-01-01~art_129", "129", "", "c" * 64, "Другие слова"),
    ),
)


def test_a_review_comes_back_as_it_was_kept(shelf: Library) -> None:
    (key,) = shelf.reviews.add([REVIEW])
    with Library.open(shelf.path) as again:
        assert again.reviews.all() == (replace(REVIEW, key=key),)


def test_reviews_are_found_by_the_name_of_the_body_and_by_its_instruments(shelf: Library) -> None:
    act = (replace(REVIEW.texts[0], ref=f"{ACT}/rus@2022-01-01"),)
    shelf.reviews.add([REVIEW, replace(REVIEW, body="other", texts=act)])
    found = {
        "name": shelf.reviews.about("zy", []),
        "instrument": shelf.reviews.about("nothing", [InstrumentId.parse(ACT)]),
        "both": shelf.reviews.about("zy", [InstrumentId.parse(ACT), InstrumentId.parse(CODE)]),
    }
    assert {name: [r.body for r in reviews] for name, reviews in found.items()} == {
        "name": ["zy"],
        "instrument": ["other"],
        "both": ["zy", "other"],
    }


def test_one_that_ended_counts_no_more_but_stays(shelf: Library) -> None:
    first, second = shelf.reviews.add([REVIEW, replace(REVIEW, by="B. Reviewer")])
    shelf.reviews.end([first], "withdrawn 2026-11-26")
    shelf.reviews.end([first], "withdrawn 2026-11-27")
    assert [r.key for r in shelf.reviews.all()] == [second]
    ended, other = shelf.reviews.all(ended=True)
    assert (ended.ended, other.ended) == ("withdrawn 2026-11-26", "")


def test_all_reviews_are_kept_or_none(shelf: Library) -> None:
    with pytest.raises(AttributeError):
        shelf.reviews.add([REVIEW, None])  # type: ignore[list-item]
    assert shelf.reviews.all() == ()

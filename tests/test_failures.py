"""How a failing case is named, and how it shows the words that differ."""

from __future__ import annotations

import pytest

from palermo.corpus.model.findings import Extent
from tests.support.failures.case_ids import case_id, case_ids, value_id
from tests.support.failures.same_text import assert_same_text, word_diff

LAW = "Section 1. Boats\nA boat that leaves the harbour after dark carries a lamp at its bow.\nA raft pays no dues."


def test_an_id_is_words_in_latin_letters() -> None:
    assert case_id("Статья 128. Торговля людьми") == "statya-128-torgovlya-lyudmi"
    assert case_id("À l'article 4, § 2") == "a-l-article-4-section-2"
    assert case_id("one two three four five six seven eight nine ten eleven").endswith("-seven-..-nine-ten-eleven")
    assert case_id("\n—") == "u+000a-em-dash"


def test_ids_tell_cases_that_begin_alike_apart() -> None:
    assert case_ids(["the boat sails by day", "the boat sails by night", "a raft"], words=2) == [
        "the-boat-..-day",
        "the-boat-..-night",
        "a-raft",
    ]
    assert case_ids(["5-10 years", "5–10 years"]) == ["5-10-years-hyphen-minus", "5-10-years-en-dash"]
    with pytest.raises(ValueError, match="two cases say the same"):
        case_ids(["a boat", "a boat"])


def test_an_argument_says_what_it_is() -> None:
    assert value_id(40, "width") == value_id("40", "width") == "width-40"
    assert [value_id(value, "colour") for value in (True, False, None, "", ())] == ["colour", *["no-colour"] * 4]
    assert value_id("./law.md", "file") == "./law.md"
    assert value_id({"day": "2005", "extent": Extent.SOME}, "how") == "day-2005-extent-some-cases"
    assert value_id(b"\xff\xfe", "data") == "data-fffe"
    with pytest.raises(TypeError, match="damage: nothing says what"):
        value_id(lambda: None, "damage")


def test_the_words_that_differ_are_shown_with_a_few_around_them() -> None:
    assert word_diff(LAW, LAW.replace("a lamp", "two lamps")) == (
        "… the harbour after dark carries [-a-]{+two+} [-lamp-]{+lamps+} at its bow.\nA raft …"
    )
    assert word_diff("one\ntwo", "one\n\ntwo") == "one\n{+\\n+}two"


def test_a_text_that_is_not_the_same_fails_with_its_words_and_a_remedy() -> None:
    assert_same_text(LAW, LAW)
    with pytest.raises(pytest.fail.Exception, match=r"\[-no-\]\{\+ten\+\} dues\.\nwrite it again"):
        assert_same_text(LAW.replace("no dues", "ten dues"), LAW, "write it again")

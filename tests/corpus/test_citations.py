"""Citations as lawyers type them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.citations.find import find_citations, locate
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.text_model import Provision, Version
from tests.support.small_laws import law


@pytest.mark.parametrize(
    ("text", "cite", "level"),
    [
        ("section 5(2)", "5(2)", "section"),
        ("s. 98D(1)", "98d(1)", "section"),
        ("Art. 128", "128", "article"),
        ("ст.128", "128", "article"),
        ("статьи 128-1", "128-1", "article"),
        ("статья 128-я", "128", "article"),
        ("п. 1 ч. 2 ст. 128", "128(2)(1)", "article"),
        ("пункт «а» части 2 статьи 128", "128(2)(а)", "article"),
        ("статті 149", "149", "article"),
        ("§ 232", "232", None),
        ("§ 232 Abs. 1 Nr. 2", "232(1)(2)", None),
        ("article 225-4-1", "225-4-1", "article"),
        ("alinéa 2 de l'article 225-4-1", "225-4-1(2)", "article"),
        ("artikel 273f, lid 1", "273f(1)", "article"),
        ("artículo 3 inciso b", "3(b)", "article"),
        ("paragraph (a) of article 3", "3(a)", "article"),
        ("article 3, paragraph (a)", "3(a)", "article"),
        ("279.011(1)", "279.011(1)", None),
        ("5 (2) (a)", "5(2)(a)", None),
        ("rule 12", "12", "rule"),
    ],
)
def test_a_citation_is_read(text: str, cite: str, level: str | None) -> None:
    (found,) = find_citations(f"penalty {text} court")
    assert (found.cite, found.level) == (cite, level)
    assert f"penalty {text} court"[found.start : found.end].startswith(text[:4])


@pytest.mark.parametrize("text", ["children under 18", "часть 2", "the parts 3", "arts and crafts", "128", "в 5 лет"])
def test_what_is_no_citation(text: str) -> None:
    assert find_citations(text) == []


def test_two_units_are_two_citations() -> None:
    assert [c.cite for c in find_citations("section 5 and article 3(a)")] == ["5", "3(a)"]


@given(text=st.text(st.sampled_from("арт. s5(2)-§ст1"), max_size=25))
def test_citations_stand_in_order_and_apart(text: str) -> None:
    found = find_citations(text)
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.fixture
def acts() -> list[Version]:
    def act(number: str) -> Version:
        empty = law()
        section = Provision("sec_1", "section", number, number, "", empty.root.span)
        return replace(empty, root=replace(empty.root, children=(section,)))

    return [act("12"), act("132-1")]


@pytest.mark.parametrize(
    "wanted", ["132-1", "section 132-1", "Article 132-1", "ст. 132-1", pytest.param(" 132-1 ", id="spaces")]
)
def test_a_provision_is_found_however_it_is_named(acts: list[Version], wanted: str) -> None:
    ((version, provision),) = locate(acts, wanted)
    assert (version, provision.cite) == (acts[1], "132-1")


def test_a_provision_that_several_texts_have_is_found_in_each(acts: list[Version]) -> None:
    assert [provision.cite for _, provision in locate(acts, "sec_1")] == ["12", "132-1"]


@pytest.mark.parametrize("wanted", ["section 132", "schedule 3, section 12", "sections 12 and 13", "/akn/zz/act/132-1"])
def test_what_names_more_or_other_than_one_provision_is_none(acts: list[Version], wanted: str) -> None:
    with pytest.raises(NotFoundError, match="no provision") as caught:
        locate(acts, wanted)
    assert "132-1" in str(caught.value.expected)


@pytest.mark.parametrize("wanted", ["", " "])
def test_nothing_names_no_provision(acts: list[Version], wanted: str) -> None:
    with pytest.raises(NotFoundError, match="no provision is named"):
        locate(acts, wanted)

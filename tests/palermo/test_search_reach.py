"""What search finds beyond the words as typed: elements, other languages, other terms, slips of the pen."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from corpus.errors import QueryError, UsageError
from kb.search import Answer, Scope
from palermo.workbench import add_files, search


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The law of the sample state, in English and Russian."""
    shelf = tmp_path_factory.mktemp("library")
    sample = files("palermo") / "sample"
    add_files([str(sample / f.name) for f in sample.iterdir() if f.name.endswith(".md")], library=shelf)
    return shelf


def cites(answer: Answer) -> set[tuple[str, str]]:
    return {(hit.fragment.lang, hit.unit.cite) for hit in answer.hits}


def ask(home: Path, text: str = "", **scope: object) -> Answer:
    return search(text, library=home, scope=Scope(**scope), limit=50)  # type: ignore[arg-type]


def test_an_element_is_found_in_every_language_where_it_stands(home: Path) -> None:
    answer = ask(home, elements=("purpose.servitude",))
    assert {lang for lang, _ in cites(answer)} == {"en", "ru"}
    for hit in answer.hits:
        assert "purpose.servitude" in hit.elements
        shown = {hit.snippet[start:end].casefold() for start, end in hit.highlights}
        assert any("servitude" in words or "подневольн" in words for words in shown)
    assert answer.facets["element"]["purpose.servitude"] == answer.total


def test_an_element_may_be_named_shortly_and_be_combined(home: Path) -> None:
    assert cites(ask(home, elements=("servitude",))) == cites(ask(home, elements=("purpose.servitude",)))
    assert cites(ask(home, "element:servitude")) == cites(ask(home, elements=("servitude",)))
    both = cites(ask(home, elements=("servitude", "act.recruitment")))
    assert both
    assert both <= cites(ask(home, elements=("servitude",)))
    assert cites(ask(home, "lang:ru", elements=("servitude",))) == {
        c for c in cites(ask(home, "element:servitude")) if c[0] == "ru"
    }
    assert cites(ask(home, elements=("purpose",))) >= cites(ask(home, elements=("servitude",)))


def test_an_unknown_element_is_answered_with_the_nearest(home: Path) -> None:
    with pytest.raises(UsageError, match="servitudo") as error:
        ask(home, elements=("servitudo",))
    assert "servitude" in str(error.value.expected)
    with pytest.raises(QueryError, match=r"\^"):
        ask(home, "element:servitudo")


def test_across_looks_in_the_other_languages_and_says_for_what(home: Path) -> None:
    alone, across = ask(home, "compensation victim"), ask(home, "compensation victim", across=True)
    assert {lang for lang, _ in cites(alone)} == {"en"}
    assert {lang for lang, _ in cites(across)} == {"en", "ru"}
    assert set(across.widened) == {"ru"}
    assert not alone.widened
    back = ask(home, "возмещение потерпевшему", across=True)
    assert "en" in {lang for lang, _ in cites(back)}


def test_a_slip_of_the_pen_is_put_right_and_said(home: Path) -> None:
    answer = ask(home, "traficking")
    assert answer.corrected == {"traficking": "trafficking"}
    assert cites(answer) == cites(ask(home, "trafficking"))
    assert ask(home, "trafficking").corrected == {}


@pytest.mark.parametrize("query", ["fishing quotas", "zzzzzz", "exact:traficking", "банкротство"])
def test_what_no_law_says_is_not_found(home: Path, query: str) -> None:
    assert ask(home, query).total == 0


def test_one_word_means_itself_and_several_mean_their_concepts(home: Path) -> None:
    for hit in ask(home, "child").hits:
        assert all(hit.snippet[a:b].casefold().startswith("child") for a, b in hit.highlights)
    assert ("en", "5") not in cites(ask(home, "zzzz child"))

"""What search finds beyond the words as typed: elements, other languages, other terms, slips of the pen."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from palermo.corpus.errors import QueryError, UsageError
from palermo.corpus.readers import Options
from palermo.kb.search.search import SearchResult, SearchScope
from palermo.library.use_cases import add_files, search
from palermo.report.library.search.score_words import lines


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The law of the sample state, in English and Russian."""
    shelf = tmp_path_factory.mktemp("library")
    sample = files("palermo") / "sample"
    add_files([str(sample / f.name) for f in sample.iterdir() if f.name.endswith(".md")], library=shelf)
    return shelf


def cites(answer: SearchResult) -> set[tuple[str, str]]:
    return {(hit.fragment.lang, hit.unit.cite) for hit in answer.hits}


def ask(home: Path, text: str = "", **scope: object) -> SearchResult:
    return search(text, library=home, scope=SearchScope(**scope), limit=50)  # type: ignore[arg-type]


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


def test_words_mean_their_concepts_and_what_has_them_stands_first(home: Path) -> None:
    best = ask(home, "child").hits[0]
    assert any(best.snippet[a:b].casefold().startswith("child") for a, b in best.highlights)
    assert ("en", "5") not in cites(ask(home, "zzzz child"))


def test_a_word_that_operators_join_means_itself(home: Path) -> None:
    for hit in ask(home, "child OR zzzz").hits:
        assert all(hit.snippet[a:b].casefold().startswith("child") for a, b in hit.highlights)
    assert ask(home, "jail OR zzzz").total == 0


def test_everyday_words_find_what_laws_call_otherwise(home: Path) -> None:
    best = ask(home, "passport taken away").hits[0]
    assert best.unit.heading == "Taking of identity documents"
    assert ask(home, "jail").hits[0].unit.heading == "Deprivation of liberty"
    assert ask(home, "kept in servitude").total  # half of what it names is enough
    assert ask(home, "servitude spaceship").total == 0  # but not beside a word that no text has


def test_pages_follow_each_other_where_what_has_all_stands_first(home: Path) -> None:
    whole = [(hit.fragment.key, hit.unit.id) for hit in ask(home, "passport taken away").hits]
    pages = [search("passport taken away", library=home, limit=4, offset=n).hits for n in range(0, len(whole), 4)]
    assert [(hit.fragment.key, hit.unit.id) for page in pages for hit in page] == whole


def test_a_country_that_is_named_stands_first_and_is_not_looked_for_as_a_word(home: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "library"
    for country in ("mw", "zm"):
        file = tmp_path / f"{country}.md"
        file.write_text("# An act\n\nSection 1. Shelter\n\nA victim has a right to shelter.\n", encoding="utf-8")
        add_files([str(file)], library=shelf, options=Options(lang="en", instrument=f"/akn/{country}/act/2010/1"))
    for query, first in (("shelter for victims in Zambia", "zm"), ("Malawian shelter, victims", "mw")):
        answer = search(query, library=shelf, explained=True)
        assert f"jurisdiction:{first}: preferred, as the query names it" in " ".join(
            line.text for line in lines(answer.hits[0])
        )
        assert [hit.fragment.jurisdiction for hit in answer.hits[:1]] == [first]
        assert {"zambia", "malawian"}.isdisjoint(answer.unknown)

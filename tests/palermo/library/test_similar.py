"""Provisions that are similar to one, in its language and in others, and by what."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from palermo.corpus.errors import NotFoundError
from palermo.corpus.readers.identify import Options
from palermo.kb.search.search import SearchResult, SearchScope
from palermo.library.similar import similar
from palermo.library.use_cases import add_files, search


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The law of the sample state, in English and Russian."""
    shelf = tmp_path_factory.mktemp("library")
    sample = files("palermo") / "sample"
    add_files([str(sample / f.name) for f in sample.iterdir() if f.name.endswith(".md")], library=shelf)
    return shelf


@pytest.fixture(scope="module")
def definition(home: Path) -> str:
    """The English article with most elements of the Protocol."""
    hits = search("", library=home, scope=SearchScope(elements=("act.recruitment",)), limit=50).hits
    best = max((hit for hit in hits if hit.fragment.lang == "en"), key=lambda hit: len(hit.elements))
    return f"{best.fragment.ref}~{best.unit.id}"


def instruments(answer: SearchResult) -> list[str]:
    return [str(hit.fragment.ref.instrument) for hit in answer.hits]


def test_it_is_found_in_the_other_language_and_never_itself(home: Path, definition: str) -> None:
    answer = similar(definition, library=home)
    assert {"en", "ru"} <= {hit.fragment.lang for hit in answer.hits}
    instrument, _, eid = definition.partition("~")
    own = instrument.rpartition("/")[0]
    assert not [hit for hit in answer.hits if str(hit.fragment.ref.instrument) == own and hit.unit.id == eid]
    russian = next(hit for hit in answer.hits if hit.fragment.lang == "ru")
    assert len(russian.elements) > 5
    assert russian.shared is not None
    assert "act.recruitment" in russian.shared["elements"]
    assert russian.shared["words"] == ()


def test_the_most_alike_comes_first_and_says_by_what(home: Path, definition: str) -> None:
    answer = similar(definition, library=home)
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    for hit in answer.hits:
        assert hit.shared is not None
        assert any(hit.shared.values())
        assert set(hit.shared["elements"]) <= set(hit.elements)
    pages = [
        hit
        for offset in range(0, answer.total, 4)
        for hit in similar(definition, library=home, limit=4, offset=offset).hits
    ]
    assert [(h.fragment.key, h.unit.id) for h in pages[: len(answer.hits)]] == [
        (h.fragment.key, h.unit.id) for h in answer.hits
    ]


def test_it_is_narrowed_by_scope_and_query(home: Path, definition: str) -> None:
    russian = similar(definition, library=home, scope=SearchScope(lang="ru"))
    assert {hit.fragment.lang for hit in russian.hits} == {"ru"}
    some = similar(definition, "penalty OR наказание", library=home)
    assert 0 < some.total < similar(definition, library=home).total
    assert some.strict == some.total
    across = similar(definition, "punishment qwertz", library=home, scope=SearchScope(across=True))
    assert (list(across.widened), across.unknown) == (["ru"], ("qwertz",))


def test_marks_end_with_the_words_of_an_element(home: Path, definition: str) -> None:
    hits = [hit for offset in (0, 20) for hit in similar(definition, library=home, offset=offset).hits]
    marked = [hit.snippet[s:e] for hit in hits for s, e in hit.highlights]
    assert len(marked) > 20
    assert [words for words in marked if not words[-1].isalnum()] == []


def test_the_provision_may_be_cited(home: Path, definition: str) -> None:
    number = definition.rpartition("_")[2]
    cited = similar(f"{definition.partition('~')[0]}~Article {number}", library=home)
    assert cited.hits == similar(definition, library=home).hits


def test_a_country_named_beside_it_is_no_word_of_the_text(tmp_path: Path) -> None:
    for date in ("2001", "2002"):
        words = "Section 1. Slavery\n\nWhoever enslaves or recruits persons commits an offence.\n"
        (tmp_path / f"{date}.txt").write_text(words, encoding="utf-8")
        options = Options(lang="en", instrument=f"/akn/kz/act/{date}/1", date=date)
        add_files([str(tmp_path / f"{date}.txt")], options=options, library=tmp_path / "shelf")
    found = similar("/akn/kz/act/2001/1/eng~sec_1", "kazakh slavery", library=tmp_path / "shelf")
    assert instruments(found) == ["/akn/kz/act/2002/1"]


def test_what_is_no_provision_of_the_library(home: Path, definition: str) -> None:
    with pytest.raises(NotFoundError, match="whole text"):
        similar(definition.partition("~")[0], library=home)
    with pytest.raises(NotFoundError, match="no provision"):
        similar(definition + "__para_99", library=home)
    with pytest.raises(NotFoundError, match="not in the library"):
        similar("/akn/zz/act/1900/1~art_1", library=home)

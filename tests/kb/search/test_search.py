"""What is found in a small library, in which order, and where the finds stand."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import QueryError
from palermo.corpus.model.text_model import BASIC_UNITS
from palermo.kb.library.library import Library
from palermo.kb.search.index.contract import AtLeast
from palermo.kb.search.index.keep_current import open_index
from palermo.kb.search.query.interpret import Terms
from palermo.kb.search.query.parse import parse
from palermo.kb.search.search import SearchResult
from tests.kb.conftest import Ask, SearchIn, made, nothing


def cites(answer: SearchResult) -> list[str]:
    return [hit.provision.cite for hit in answer.hits]


def marked(answer: SearchResult) -> list[str]:
    """The highlighted words of the first hit."""
    hit = answer.hits[0]
    return [hit.snippet[start:end] for start, end in hit.highlights]


@pytest.mark.parametrize(
    ("query", "cite", "words"),
    [
        ("recruiting", "2(1)", ["recruits"]),
        ("child penalties", "2(1)", ["children", "penalty"]),
        ("trafficked person", "2", ["Trafficking", "persons"]),
        ('"taking of organs"', "2(2)(b)", ["taking of organs"]),
        ('"taking of organ"', "2(2)(b)", ["taking of organs"]),
        ("slaver*", "2(2)(a)", ["slavery"]),
        ("exact:children", "2(1)", ["children"]),
        ("похищенного", "1(1)", ["Похищенным"]),
        ("вербовку", "1(2)", ["Вербовкой"]),
        ("РЕБЕНОК", "2", ["ребёнка"]),
        ("лишение свободы", "2", ["лишением свободы"]),
        ("Kindern", "1", ["Kinder"]),
        ("menschenhandel bestraft", "2", ["Strafe", "Menschenhandels", "bestraft"]),
        ("section 2(1)", "2(1)", ["1"]),
        ("subsection (1) of section 2", "2(1)", ["1"]),
        ("ст. 2", "2", ["2"]),
        ("§ 2", "2", ["2"]),
    ],
)
def test_the_best_hit_shows_the_provision_and_its_words(ask: Ask, query: str, cite: str, words: list[str]) -> None:
    answer = ask(query)
    assert answer.hits[0].provision.cite == cite
    assert marked(answer) == words


@pytest.mark.parametrize(("query", "lang"), [("ст. 2", "ru"), ("§ 2", "de"), ("section 2", "en"), ("2(1)", "en")])
def test_a_citation_finds_the_provision_of_those_who_cite_so_first(ask: Ask, query: str, lang: str) -> None:
    best = ask(query).hits[0]
    assert (best.fragment.lang, best.unit.cite) == (lang, "2")


def test_the_words_of_a_citation_are_no_unknown_words(ask: Ask) -> None:
    answer = ask("ст. 2")
    assert (answer.unknown, dict(answer.corrected)) == ((), {})
    nowhere = ask("ст. 99")
    assert (nowhere.unknown, nothing(nowhere).absent) == ((), {"99": ()})


def test_after_the_cited_provision_come_those_that_mention_it(ask: Ask) -> None:
    assert cites(ask("section 2(1)", lang="en")) == ["2(1)", "3"]


@pytest.mark.parametrize(
    ("query", "units"),
    [
        ("child AND organs", ["2"]),  # in different subsections of one section
        ("child AND organs AND company", []),
        ("slavery OR company", ["2", "3"]),
        ("liable NOT company", ["2"]),
        ("(slavery OR document) AND child", ["1", "2"]),
        ("child organs", ["2"]),
        ("child organs company document", []),  # three of four are needed, and no section has them
        ("child organs slavery spaceship", ["2"]),
        ("penalty for the trafficking of a child", ["2"]),
        ("exact:child", ["1"]),
        ('"eighteen age"', []),  # no phrase runs from one subsection into the next
        ("heading:companies", ["3"]),
        ("title:prevention AND penalty", ["2"]),
        ("title:preventions AND penalty", ["2"]),  # the text itself does not have the word
        ("instrument:/akn/zz/act/2010/1 penalty", ["2"]),
        ("jurisdiction:zx Strafe", ["2"]),
        ("lang:de", ["1", "2"]),
        ("level:article", ["1", "2"]),
        ("year:2010 heading:meaning", ["1"]),
        ("year:1999 child", []),
    ],
)
def test_the_units_that_a_query_finds(ask: Ask, query: str, units: list[str]) -> None:
    answer = ask(query)
    assert sorted(hit.unit.cite for hit in answer.hits[: answer.strict] if hit.unit.level in BASIC_UNITS) == units


def test_where_few_have_all_words_those_with_a_part_follow(ask: Ask) -> None:
    answer = ask("child organs")
    assert (answer.strict, answer.total) == (1, 2)
    assert [hit.unit.cite for hit in answer.hits] == ["2", "1"]
    assert ask("child spaceship").total == 0


def test_of_things_that_stand_far_apart_one_is_enough(ask: Ask) -> None:
    answer = ask("slavery company age")
    assert (answer.strict, sorted(hit.unit.cite for hit in answer.hits)) == (0, ["1", "2", "3"])
    assert ask("spaceship company age").strict == ask("spaceship cinema company").total == 0


def test_function_words_beside_a_country_are_words(stocked: Library) -> None:
    index = open_index(stocked)
    assert isinstance(parse("of the EU", Terms(index, "en", jurisdictions={"eu"})), AtLeast)
    index.close()


def test_an_unknown_word_of_the_field_leaves_what_the_others_name(ask: Ask) -> None:
    answer = ask("child passport")
    assert (answer.unknown, answer.strict) == (("passport",), 0)
    assert "2" in [hit.unit.cite for hit in answer.hits]


def test_words_are_looked_for_in_their_own_language(ask: Ask) -> None:
    assert ask("Kinder").facets["language"] == {"de": 1}
    assert ask("child").facets["language"] == {"en": 2}


def test_a_scope_limits_what_is_found(ask: Ask) -> None:
    assert ask("Strafe OR Kind", lang="de").facets["language"] == {"de": 2}
    assert {h.fragment.jurisdiction for h in ask("2(1) OR lang:ru", jurisdiction="zy").hits} == {"zy"}
    assert ask("child", at="2009").total == 0
    assert ask("child", at="2010-01-01").total == 2


def test_the_total_counts_all_and_the_limit_cuts(ask: Ask) -> None:
    everything, first = ask("NOT spaceship"), ask("NOT spaceship", limit=1)
    assert first.total == everything.total == len(everything.hits) > 1
    assert first.hits == everything.hits[:1]
    assert first.facets == everything.facets
    assert sum(everything.facets["jurisdiction"].values()) == everything.total


def test_the_order_is_the_same_every_time(ask: Ask) -> None:
    query = "liable person OR Strafe OR лицо"
    assert ask(query).hits == ask(query).hits
    starts = [hit.unit.span.start for hit in ask("lang:ru").hits]  # all score the same
    assert starts == sorted(starts)


QUERIES = [
    "children",
    "liable",
    "fine OR organs",
    "лицо",
    "Menschenhandel",
    '"subsection (1)"',
    "exploit*",
    "lang:ru",
    "2",
]


@pytest.mark.parametrize("query", QUERIES)
def test_a_highlight_in_the_snippet_is_the_same_words_in_the_text_as_read(
    ask: Ask, stocked: Library, query: str
) -> None:
    for hit in ask(query).hits:
        text, _ = stocked.text(hit.fragment.key)
        for (start, end), (first, last) in zip(hit.highlights, hit.spans, strict=True):
            assert hit.snippet[start:end] == text[first:last]
            assert hit.provision.span.start <= first < last <= hit.provision.span.end


def test_markup_is_not_in_a_snippet_but_counts_in_the_text(ask: Ask, stocked: Library) -> None:
    (hit,) = ask('"recruits children"').hits
    assert "*" not in hit.snippet
    text, _ = stocked.text(hit.fragment.key)
    assert text[slice(*hit.spans[0])] == "recruits *children"


def test_a_long_provision_is_cut_around_its_finds(shelf: Library, search_in: SearchIn) -> None:
    filler = "and so it goes on with words that nobody asked for " * 30
    shelf.add([made(f"# An act\n\n### Section 1. Long\n\n{filler} the needle {filler}\n", "en", "2011/1")])
    (hit,) = search_in(shelf, "needle").hits
    assert len(hit.snippet) < 400
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert [hit.snippet[s:e] for s, e in hit.highlights] == ["needle"]


@pytest.mark.parametrize("query", ["&", "?!", '"—"', "heading:--"])
def test_a_query_without_a_word_says_so(ask: Ask, query: str) -> None:
    with pytest.raises(QueryError, match="no word"):
        ask(query)


@pytest.mark.parametrize("query", ["qwertz", "ыыы", "خبر", "§", '"no such words here"', "zzz*"])
def test_what_is_nowhere_is_not_found(ask: Ask, query: str) -> None:
    if query == "§":
        with pytest.raises(QueryError):
            ask(query)
    else:
        assert ask(query).total == 0

"""Where a hit stands in its act, and what a query without an answer is told."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import QueryError
from palermo.corpus.readers import read_text
from palermo.kb.library.library import Library
from palermo.kb.search.search import SearchResult
from tests.kb.conftest import Ask, SearchIn, nothing


def way(answer: SearchResult) -> list[str]:
    return [step.label for step in answer.hits[0].place]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("organs", ["Part 1", "Section 2", "(2)", "(b)"]),
        ("section 3", ["Part 1", "Section 3"]),
        ("обманом", ["Статья 1", "(2)"]),
        ("anwirbt", ["§ 1"]),
    ],
)
def test_a_place_is_told_as_the_act_has_it(ask: Ask, query: str, place: list[str]) -> None:
    assert way(ask(query)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("CHAPTER II\nOffences\n\nArticle 4. Slavery\n\n(a) anyone enslaved.\n", ["CHAPTER II", "Article 4", "(a)"]),
        ("Erster Abschnitt\nTaten\n\n§ 4 Sklaverei\n\nWer jemanden enslaved.\n", ["Erster Abschnitt", "§ 4"]),
    ],
)
def test_the_word_before_or_after_the_number_belongs_to_it(
    shelf: Library, search_in: SearchIn, text: str, place: list[str]
) -> None:
    shelf.add([read_text(text, name="a.txt", lang="de" if "§" in text else "en")])
    assert way(search_in(shelf, "enslaved")) == place


def test_pages_are_the_whole_in_pieces(ask: Ask) -> None:
    whole = ask("lang:en", 50)
    assert whole.total == len(whole.hits) > 4
    pieces = [hit for offset in range(0, whole.total + 3, 3) for hit in ask("lang:en", 3, offset=offset).hits]
    assert tuple(pieces) == whole.hits
    behind = ask("lang:en", 3, offset=whole.total)
    assert (behind.hits, behind.total, behind.offset) == ((), whole.total, whole.total)


def test_nothing_says_which_word_no_text_has(ask: Ask) -> None:
    answer = ask("zzzqq child")
    assert (answer.total, answer.unknown) == (0, ("zzzqq",))
    assert dict(nothing(answer).without) == {"zzzqq": ask("child").total}
    assert ask("child").nothing is None
    assert ask("child").unknown == ()


def test_nothing_says_which_field_no_text_has_and_what_there_is(ask: Ask) -> None:
    answer = ask("child jurisdiction:uk")
    assert dict(nothing(answer).absent) == {"jurisdiction:uk": ("zx", "zy", "zz")}
    assert dict(nothing(answer).without) == {"jurisdiction:uk": ask("child").total}
    near = nothing(ask("year:2011 child"))
    assert near.absent == {"year:2011": ("2010",)}
    assert set(nothing(ask("title:slavery child")).absent) == {"title:slavery"}


def test_nothing_says_what_is_outside_of_the_scope(ask: Ask) -> None:
    answer = ask("child", jurisdiction="zy")
    assert answer.total == 0
    assert (nothing(answer).outside, nothing(answer).without) == (ask("child").total, {})


def test_nothing_in_a_language_says_what_another_has_for_its_words(ask: Ask) -> None:
    answer = ask("child", lang="ru")
    assert (answer.total, nothing(answer).outside) == (0, ask("child").total)
    assert nothing(ask("unicorn", lang="ru")).outside == 0


@pytest.mark.parametrize(
    ("query", "meant"),
    [("country:zz child", "jurisdiction:"), ("languge:en", "lang:"), ("titel:act", "title:"), ("path:a.md", "source:")],
)
def test_the_name_of_a_field_is_asked_back(ask: Ask, query: str, meant: str) -> None:
    with pytest.raises(QueryError, match=r"\^") as error:
        ask(query)
    assert f"did you mean {meant}?" in str(error.value)

"""Search over real statutes, recounted with regular expressions that know nothing of lemmas."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from palermo.corpus.model.units import units
from palermo.kb.library.library import Library
from palermo.kb.search.index.keep_current import open_index
from palermo.kb.search.index.own_text import stretches
from palermo.kb.search.search import SearchResult, search
from palermo.library.use_cases import add_files
from tests.kb.conftest import Ask

pytestmark = pytest.mark.mirror

FEW = [
    "amendments/ar_ley26364/after_LEY-26364.md",
    "amendments/de_stgb232/before_2013-01-11_stgb.md",
    "coe/cets-197-2005.en.md",
    "fr/code-penal/225-4-1/2013-08-07.fr.md",
    "fr/code-penal/225-4-2/2013-08-07.fr.md",
    "ie/2008-act-8/2008-05-07.en.md",
    "kz/criminal-code-1997/2006-03-02/art-125.ru.md",
    "kz/criminal-code-1997/2006-03-02/art-128.ru.md",
    "kz/criminal-code-1997/2006-03-02/art-133.ru.md",
    "kz/law-110-viii-2024/full.ru.md",
    "lu/leg-loi-2014-04-09-n1.fr.md",
    "nl/sr-273f/2014-01-20.nl.md",
    "un/palermo-2000.en.md",
]
EVERYTHING = 100_000


def everything(mirror: Path) -> list[str]:
    bodies = mirror.parent / "gold" / "bodies.tsv"
    if not bodies.is_file():
        pytest.skip("the list of bodies is not here")
    with bodies.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return list(dict.fromkeys(path for row in rows for path in row["files"].split()))


@pytest.fixture(scope="module", params=["few", pytest.param("all", marks=pytest.mark.slow)])
def library(
    request: pytest.FixtureRequest, mirror: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Library]:
    names = FEW if request.param == "few" else everything(mirror)
    folder = tmp_path_factory.mktemp("library")
    result = add_files([str(mirror / name) for name in names], library=folder)
    assert len(result.new) == len(names)
    with Library.open(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(library: Library) -> Iterator[Ask]:
    index = open_index(library)

    def asked(query: str, limit: int = EVERYTHING) -> SearchResult:
        return search(library, index, query, limit=limit)

    yield asked
    index.close()


def found(answer: SearchResult) -> set[tuple[str, int]]:
    return {(hit.fragment.source.path, hit.unit.span.start) for hit in answer.hits}


def recounted(library: Library, lang: str, pattern: str) -> set[tuple[str, int]]:
    """The units in this language of which a stretch of text matches."""
    expression = re.compile(pattern, re.IGNORECASE)
    places = set()
    for fragment in library.fragments():
        if fragment.lang == lang:
            version = library.version(fragment.key)
            for unit in units(version.root):
                parts = [
                    p for _, provision in unit.provisions for p in stretches(version.text, version.marks, provision)
                ]
                if any(expression.search(part.text) for part in parts):
                    places.add((fragment.source.path, unit.top.span.start))
    return places


@pytest.mark.parametrize(
    ("query", "lang", "pattern"),
    [
        ('"торговле людьми"', "ru", r"\bторговл\w+ людьми\b"),
        ("эксплуатация", "ru", r"\bэксплуатаци(я|и|ю|ей)\b"),
        ("несовершеннолетнему", "ru", r"\bнесовершеннолетн(ий|его|ему|им|ем|яя|ей|юю|ие|их|ими)\b"),
        ("Menschenhandels", "de", r"\bMenschenhandels?\b"),
        ("Kind", "de", r"\bKind(e|es|er|ern)?\b"),
        ('"êtres humains"', "fr", r"\bêtres? humains?\b"),
        ("victime", "fr", r"\bvictimes?\b"),
        ("víctima", "es", r"\bv[íi]ctimas?\b"),
        ("explotación", "es", r"\bexplotaci(ón|on|ones)\b"),
        ("children", "en", r"\bchild(ren)?(?!\w)"),
        ('"trafficking in persons"', "en", r"\btraffick(ing|ed) in persons?\b"),
        ("convict", "en", r"\bconvict(s|ed|ing)?\b"),
        ('"human being"', "en", r"\bhuman beings?\b"),
        ("gevangenisstraffen", "nl", r"\bgevangenisstraf(fen)?\b"),
    ],
)
def test_every_form_is_found_and_nothing_else(library: Library, ask: Ask, query: str, lang: str, pattern: str) -> None:
    expected = recounted(library, lang, pattern)
    assert expected
    assert found(ask(f"{query} AND lang:{lang}")) == expected  # beside an operator a word means itself


@pytest.mark.parametrize(
    ("query", "lang", "stems"),
    [
        ("торговлю людьми", "ru", ("торговл", "люд", "человек", "лиц")),
        ("Freiheitsstrafen", "de", ("freiheitsstrafe",)),
        ("victime recrutée", "fr", ("victime", "recrut")),
        ("víctimas menores", "es", ("víctima", "victima", "menor")),
        ("trafficked children", "en", ("traffick", "child", "minor", "under", "below", "eighteen", "18")),
        ('"trafficking in persons"', "en", ("trafficking in person",)),
    ],
)
def test_highlights_are_forms_of_the_words_at_their_places(
    library: Library, ask: Ask, query: str, lang: str, stems: tuple[str, ...]
) -> None:
    answer = ask(query, limit=30)
    assert answer.facets["language"] == {lang: answer.total}
    for hit in answer.hits:
        text, _ = library.text(hit.fragment.key)
        assert hit.highlights
        for (start, end), (first, last) in zip(hit.highlights, hit.spans, strict=True):
            words = hit.snippet[start:end]
            assert words.casefold().startswith(stems)
            assert not (hit.snippet[start - 1 : start] + hit.snippet[end : end + 1]).strip("-’'").isalnum()
            assert re.sub(r"[\s*]+", " ", text[first:last]) == words
            assert hit.provision.span.start <= first < last <= hit.provision.span.end


@pytest.mark.parametrize(
    ("query", "lang", "cite"),
    [
        ("ст. 133", "ru", "133"),
        ("статьи 128", "ru", "128"),
        ("ч. 2 ст. 128", "ru", "128(2)"),
        ("article 225-4-1", "fr", "225-4-1"),
        ("§ 232", "de", "232"),
        ("artikel 273f", "nl", "273f"),
        ("section 5(2)", "en", "5(2)"),
        ("article 3(a)", "en", "3(a)"),
    ],
)
def test_a_citation_finds_the_provision_first(ask: Ask, query: str, lang: str, cite: str) -> None:
    best = ask(query, limit=1).hits[0]
    assert (best.fragment.lang, best.provision.cite) == (lang, cite)


def test_a_question_as_lawyers_type_it(ask: Ask) -> None:
    best = [hit.unit.heading.casefold() for hit in ask("what is the penalty for trafficking in children", limit=5).hits]
    assert any("child" in heading and "traffick" in heading for heading in best)


def test_adding_all_again_changes_nothing(library: Library, mirror: Path) -> None:
    paths = [fragment.source.path for fragment in library.fragments()]
    again = add_files(paths, library=library.path)
    assert again.new == ()
    assert len(again.known) == len(paths)

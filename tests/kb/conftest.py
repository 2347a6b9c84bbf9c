"""An invented library, as it is read from files, and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.library.library import Library
from palermo.kb.search.index.keep_current import open_index
from palermo.kb.search.results.no_hits import Nothing
from palermo.kb.search.search import SearchResult, SearchScope, search

ENGLISH = """# Exploitation (Prevention) Act

## Part 1 Crimes

### Section 1. Meaning of child

(1) In this Act **child** means anyone who is younger than eighteen.

(2) Age is shown by any document.

### Section 2. Trafficking of persons

(1) Whoever recruits *children* to exploit them is liable to a penalty.

(2) In subsection (1), exploitation includes:

(a) slavery;

(b) the taking of organs.

A court may add a fine.

### Section 3. Liability of companies

A company is liable under section 2(1) as a person is.
"""

RUSSIAN = """# Закон о противодействии рабству

Статья 1. Понятия

1. Похищенным признается лицо, которое удерживают силой.

2. Вербовкой признается наём людей обманом.

Статья 2. Наказание

Тот, кто похищает ребёнка, наказывается лишением свободы.
"""

GERMAN = """# Gesetz gegen die Ausbeutung

§ 1 Begriff

Menschenhandel begeht, wer Kinder anwirbt.

§ 2 Strafe

Wegen Menschenhandels wird mit Freiheitsstrafe bestraft, wer Täter ist.
"""


Ask = Callable[..., SearchResult]
SearchIn = Callable[[Library, str], SearchResult]


def nothing(answer: SearchResult) -> Nothing:
    """Why an answer is empty."""
    assert answer.nothing is not None
    return answer.nothing


def made(text: str, lang: str, number: str, date: str | None = "2010-01-01") -> Version:
    country = {"en": "zz", "ru": "zy", "de": "zx"}[lang]
    title = text.splitlines()[0].lstrip("# ")
    return read_text(text, name="a.md", lang=lang, title=title, instrument=f"/akn/{country}/act/{number}", date=date)


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of three acts, which no test may change; its index has no elements."""
    yield from stock(tmp_path_factory.mktemp("stocked"))


@pytest.fixture(scope="session")
def stocked_with_elements(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The same, for tests that give its index the elements."""
    yield from stock(tmp_path_factory.mktemp("stocked_with_elements"))


def stock(folder: Path) -> Iterator[Library]:
    with Library.create(folder) as library:
        library.add([made(ENGLISH, "en", "2010/1"), made(RUSSIAN, "ru", "2010/2"), made(GERMAN, "de", "2010/3")])
        yield library


@pytest.fixture(scope="session")
def ask(stocked: Library) -> Iterator[Ask]:
    """Searches the stocked library: `ask("children").hits`."""
    index = open_index(stocked)

    def asked(query: str, limit: int = 20, offset: int = 0, **scope: Any) -> SearchResult:
        return search(stocked, index, query, SearchScope(**scope), limit, offset=offset)

    yield asked
    index.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Library]:
    """An empty library of the test's own."""
    with Library.create(tmp_path / "shelf") as library:
        yield library


@pytest.fixture
def search_in() -> SearchIn:
    """Searches a library: `search_in(library, query)`."""

    def call(library: Library, query: str) -> SearchResult:
        index = open_index(library)
        try:
            return search(library, index, query)
        finally:
            index.close()

    return call

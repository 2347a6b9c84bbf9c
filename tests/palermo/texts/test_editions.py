"""What the user names for a history becomes bodies of law by date."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import Options
from palermo.library.use_cases import add_body, add_files, resolve
from palermo.texts.editions import editions

CODE, ACT = "/akn/zz/act/1/code", "/akn/zz/act/2/victims"


def _article(number: int, words: str) -> str:
    return f"Section {number}. Heading {number}\n\nWhoever {words} commits an offence.\n"


TEXTS = (
    ("a", CODE, "2001", _article(5, "sells a person")),
    ("b", CODE, "2001", _article(6, "buys a person")),
    ("c", CODE, "2005", _article(5, "sells or gives a person")),
    ("d", ACT, "2003", _article(1, "hides a victim")),
    ("e", ACT, "2009", _article(1, "hides or frightens a victim")),
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, instrument, date, text in TEXTS:
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        options = Options("en", name, "zz", date, instrument)
        add_files([str(file)], library=tmp_path / "library", options=options)
    add_body("all", [CODE, ACT], library=tmp_path / "library")
    add_body("fixed", [f"{CODE}/eng@2001", f"{ACT}/eng@2003"], library=tmp_path / "library")
    return tmp_path / "library"


def _named(bodies: list[tuple[Version, ...]]) -> list[list[str]]:
    return [sorted(v.title for v in body) for body in bodies]


def _editions(library: Path, *sides: str) -> list[tuple[Version, ...]]:
    return editions(sides, lambda side: resolve(side, library=library), library=library, lang=None)


def test_an_instrument_without_a_date_is_all_its_dates(library: Path) -> None:
    assert _named(_editions(library, CODE)) == [["a", "b"], ["b", "c"]]  # section 6 goes on in 2005
    assert _named(_editions(library, f"{CODE}/eng", ACT)) == [["a", "b"], ["b", "c"], ["d"], ["e"]]


def test_a_body_is_read_at_every_date_of_its_instruments(library: Path) -> None:
    assert _named(_editions(library, "all")) == [["a", "b"], ["a", "b", "d"], ["b", "c", "d"], ["b", "c", "e"]]


def test_a_text_of_one_date_is_left_out_of_the_days_before_it(library: Path) -> None:
    add_body("mixed", [f"{CODE}/eng", f"{ACT}/eng@2003"], library=library)
    assert _named(_editions(library, "mixed")) == [["a", "b"], ["a", "b", "d"], ["b", "c", "d"]]


def test_what_has_a_date_or_commas_is_one_edition(library: Path) -> None:
    assert _named(_editions(library, f"{CODE}/eng@2001", f"{CODE}/eng@2005")) == [["a", "b"], ["c"]]
    assert _named(_editions(library, "fixed", f"{CODE}/eng@2005,{ACT}/eng@2009")) == [["a", "b", "d"], ["c", "e"]]


def test_a_provision_is_followed_over_the_dates(library: Path) -> None:
    bodies = _editions(library, f"{CODE}~sec_5")
    assert [[v.root.id for v in body] for body in bodies] == [["sec_5"], ["sec_5"]]


def test_files_are_grouped_by_instrument_and_date(tmp_path: Path) -> None:
    rows = ["path\ttitle\tlanguage\tcountry\twork\tin_force"]
    for name, instrument, date, text in TEXTS:
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        rows.append(f"{name}.txt\t{name}\ten\tzz\t{instrument}\t{date}")
    (tmp_path / "MANIFEST.tsv").write_text("\n".join(rows), encoding="utf-8")
    files = [str(tmp_path / f"{name}.txt") for name in "ecabd"]
    assert _named(_editions(tmp_path / "none", *files)) == [["d"], ["e"], ["a", "b"], ["b", "c"]]


def test_what_is_not_there_is_an_error(library: Path) -> None:
    for side in ("/akn/zz/act/9/none", "nobody"):
        with pytest.raises(NotFoundError):
            _editions(library, side)

"""Which text amends which act: read once, kept, and found whatever is added first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from palermo.corpus.errors import LibraryError
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.readers import Options
from palermo.kb.library import store
from palermo.kb.library.library import Library
from palermo.kb.library.links.act_names import ActNames
from palermo.kb.library.links.read_links import link, looks_amending
from palermo.library.use_cases import add_files
from tests.support.amending.ferry_code import ACT_2005, ACT_2010, CODE, stocked

FERRIES = InstrumentId.parse(CODE)


def about(library: Path) -> dict[str, list[tuple[str, str, str | None]]]:
    """What amends the code: by amending act the operation, the target and the day of each instruction."""
    with Library.open(library) as opened:
        link(opened)
        names = ActNames(opened)
        return {
            str(names.fragments[a.amending].ref.instrument): [(i.op, i.target, i.commences) for i in opened.links.of(a)]
            for a in names.about(FERRIES, "ru")
        }


@pytest.mark.parametrize("order", [("code", "2005", "2010"), ("2010", "2005", "code")], ids="-".join)
def test_an_act_is_found_whatever_is_added_first(tmp_path: Path, order: tuple[str, ...]) -> None:
    found = about(stocked(tmp_path, *order))
    assert found == {
        ACT_2005: [
            ("substitute-text", "1(2)", "2005-04-01"),
            ("insert", "2-1", "2005-04-01"),
            ("delete", "3", "2005-04-01"),
        ],
        ACT_2010: [("substitute-text", "1(1)", "2010-05-01"), ("substitute-text", "2", "2010-05-01")],
    }


def test_an_act_that_is_not_there_is_not_meant(tmp_path: Path) -> None:
    with Library.open(stocked(tmp_path, "2005", "2010")) as library:
        names = ActNames(library)
        assert [names.meant(a) for a in names.amended] == [frozenset(), frozenset()]


def test_of_two_acts_with_the_name_the_date_and_number_tell(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005", "2010")
    other = tmp_path / "other.md"
    other.write_text("# КОДЕКС О ПАРОМАХ\n\nСтатья 1. Паром\n\nПаром стоит.\n", "utf-8")
    new = "/akn/zx/act/2019-02-02/9"
    add_files([str(other)], library=library, options=Options("ru", "Кодекс о паромах", None, "2019-02-02", new))
    with Library.open(library) as opened:
        names = ActNames(opened)
        meant = {str(names.fragments[a.amending].ref.instrument): names.meant(a) for a in names.amended}
    assert meant[ACT_2005] == {FERRIES}  # "of 5 October 2000, No. 7"
    assert meant[ACT_2010] == {FERRIES, InstrumentId.parse(new)}  # only "the code on ferries"
    assert list(about(library)) == [ACT_2005]


def test_a_text_of_another_country_is_not_meant(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code")
    foreign = tmp_path / "foreign.md"
    foreign.write_text("Статья 1. Внести в Кодекс о паромах следующее изменение:\n\nстатью 3 исключить.\n", "utf-8")
    add_files([str(foreign)], library=library, options=Options("ru", "Закон", None, "2003", "/akn/zy/act/2003/1"))
    assert about(library) == {}


def test_only_what_amends_is_read_closely(tmp_path: Path) -> None:
    assert looks_amending("Статью 3 исключить.", "ru")
    assert not looks_amending("Статья 1. Паром\n\nПаром ходит днём. " * 50, "ru")
    code = "Section 4 is repealed. " + "A ferry sails slowly. " * 2000
    assert not looks_amending(code, "en")  # a code in force says so here and there
    assert not looks_amending("Zákon sa mení takto", "sk")


def test_what_other_rules_read_is_read_anew(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005")
    with sqlite3.connect(library / "library.sqlite") as db:
        db.execute("UPDATE amending SET rules = 'another palermo'")
        db.execute("UPDATE instruction SET target = 'what it read'")
    db.close()
    assert [target for _, target, _ in about(library)[ACT_2005]] == ["1(2)", "2-1", "3"]


def test_a_step_to_the_new_schema_that_fails_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = stocked(tmp_path, "code")
    with sqlite3.connect(library / "library.sqlite") as db:
        before = db.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall()
        (version,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    broken = tmp_path / "schema_6.sql"
    broken.write_text("CREATE TABLE more (x);\nCREATE TABLE more (x);\n")
    monkeypatch.setattr(store, "SCHEMA_VERSION", version + 1)
    monkeypatch.setattr(store, "_STEPS", (str(broken),))
    with pytest.raises(LibraryError):
        Library.open(library)
    with sqlite3.connect(library / "library.sqlite") as db:
        assert db.execute("SELECT name FROM sqlite_master ORDER BY name").fetchall() == before
        assert db.execute("PRAGMA user_version").fetchone() == (version,)
    db.close()

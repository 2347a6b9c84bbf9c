"""The text in force on a day, built where the library holds none."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.amending.text_on_day import Standing, text_on_day
from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Basis
from palermo.corpus.readers import Options
from palermo.kb.library.library import Library
from palermo.library.use_cases import add_files, resolve
from tests.support.amending.ferry_code import ACT_2005, ACT_2010, BILL, CODE, stocked

REF = VersionRef.parse(CODE)


def on(library: Path, day: str) -> Standing:
    with Library.open(library) as opened:
        return text_on_day(opened, REF, day)


def acts(found: Standing) -> list[tuple[str, str, int, int]]:
    """What was carried out: the act, its day, how many applied, how many refused."""
    return [(str(c.amending.amending.ref.instrument), c.date, c.applied, len(c.refused)) for c in found.carried]


def words(found: Standing) -> str:
    return found.versions[0].reading().text


def test_a_text_that_no_act_amended_by_then_is_the_one_held(tmp_path: Path) -> None:
    found = on(stocked(tmp_path, "code", "2005"), "2005-03-31")
    assert acts(found) == []
    assert found.versions[0].in_force is not None
    assert found.versions[0].in_force.start == "2001-01-01"
    assert "медленно" in words(found)


def test_it_is_built_from_the_day_of_commencement_on(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005")
    found = on(library, "2005-04-01")  # the act is a month older
    assert acts(found) == [(ACT_2005, "2005-04-01", 3, 0)]
    version = found.versions[0]
    assert version.in_force is not None
    assert (str(version.ref), version.in_force.basis) == (f"{CODE}/rus@2005-04-01", Basis.BUILT)
    assert [p.num for p in version.root.walk() if p.level == "article"] == ["1", "2", "2-1"]
    assert (version.title, version.source.official) == ("Кодекс о паромах", False)
    with Library.open(library) as opened:
        assert len(opened.fragments()) == 2  # nothing was put into it


def test_a_year_is_its_first_day(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005")
    assert acts(on(library, "2005")) == []
    assert acts(on(library, "2006")) == [(ACT_2005, "2005-04-01", 3, 0)]


def test_acts_follow_each_other_and_what_is_refused_is_counted(tmp_path: Path) -> None:
    found = on(stocked(tmp_path, "2010", "2005", "code"), "2011")
    assert acts(found) == [(ACT_2005, "2005-04-01", 3, 0), (ACT_2010, "2010-05-01", 1, 1)]
    assert found.refused == 1
    assert "Паром ходит ночью" in words(found)
    assert "Паром ходит быстро" in words(found)
    assert found.versions[0].ref.date == "2010-05-01"


def test_a_newer_text_that_is_held_needs_only_the_acts_after_it(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005", "2010", "code-2006")
    assert acts(on(library, "2009")) == []
    assert "прожектором" in words(on(library, "2009"))
    assert acts(on(library, "2011")) == [(ACT_2010, "2010-05-01", 1, 1)]
    assert acts(on(library, "2005-06")) == [(ACT_2005, "2005-04-01", 3, 0)]


def test_a_bill_is_no_law(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005", "bill")
    found = on(library, "2030")
    assert BILL not in {act for act, *_ in acts(found)}
    assert found.unknown == ()


def test_an_act_of_an_unknown_day_is_named_and_not_carried_out(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code")
    act = tmp_path / "act.md"
    act.write_text(
        "Статья 1. Внести в Кодекс о паромах следующее изменение:\n\nстатью 3 исключить.\n\n"
        "Статья 2. Настоящий Закон вступает в силу со дня, установленного Правительством.\n",
        "utf-8",
    )
    add_files(
        [str(act)], library=library, options=Options("ru", "Закон", None, "2004-01-01", "/akn/zx/act/2004-01-01/1")
    )
    found = on(library, "2006")
    assert acts(found) == []
    assert [str(one.amending.ref.instrument) for one in found.unknown] == ["/akn/zx/act/2004-01-01/1"]
    assert on(library, "2003").unknown == ()  # it was not made yet


def test_a_text_asked_for_by_its_date_is_the_one_held(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005")
    with Library.open(library) as opened:
        ref = VersionRef.parse(f"{CODE}/rus@2001-01-01")
        found = text_on_day(opened, ref, "2020")
        assert (acts(found), [str(one.amending.ref.instrument) for one in found.later]) == ([], [ACT_2005])
        assert text_on_day(opened, ref, "2005-03-31").later == ()
        with pytest.raises(NotFoundError, match="does not have the date"):
            text_on_day(opened, VersionRef.parse(f"{CODE}/rus@2005-04-01"), "2020")


def test_whatever_resolves_a_side_builds_it(tmp_path: Path) -> None:
    library = stocked(tmp_path, "code", "2005")
    told: list[Standing] = []
    (article,) = resolve(f"{CODE}~art_2-1", library=library, day="2006", on_built=told.append)
    assert "колокол" in article.reading(article.root.span).text
    assert [acts(found) for found in told] == [[(ACT_2005, "2005-04-01", 3, 0)]]
    (held,) = resolve(CODE, library=library, day="2006", build=False)
    assert held.in_force is not None
    assert held.in_force.start == "2001-01-01"
    with pytest.raises(NotFoundError):
        resolve(f"{CODE}~art_2-1", library=library, day="2005")


def test_articles_in_files_of_their_own_are_each_amended(tmp_path: Path) -> None:
    library = stocked(tmp_path, "2005")
    for number, text in (("1", "1. Паром ходит днём.\n\n2. Паром ходит медленно."), ("2", "Пристань освещается.")):
        file = tmp_path / f"art-{number}.md"
        file.write_text(f"Статья {number}. Паром\n\n{text}\n", "utf-8")
        options = Options("ru", f"Кодекс о паромах ст. {number}", None, "2001-01-01", CODE)
        add_files([str(file)], library=library, options=options)
    found = on(library, "2006")
    assert len(found.versions) == 2
    (step,) = found.carried
    assert (step.applied, step.absent) == (2, 1)  # article 3 is not in the library; 2-1 goes behind 2
    assert "быстро" in found.versions[0].text
    assert ["Колокол" in version.text for version in found.versions] == [False, True]

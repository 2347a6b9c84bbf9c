"""A library that knows what amends what: add, info, show --at and --history, gaps --with-bill, amend --keep."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest

from tests.conftest import Palermo, Ran
from tests.support.amending.ferry_code import ACT_2005, BILL, CODE, stocked


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return stocked(tmp_path, "code", "2005", "2010", "bill")


@pytest.fixture
def run(palermo: Palermo, library: Path) -> Palermo:
    return lambda *args: palermo(*args, "--library", library)


def as_json(ran: Ran) -> dict[str, Any]:
    assert (ran.code, ran.err) == (0, "")
    return cast(dict[str, Any], json.loads(ran.out))


def test_add_says_in_a_line_what_an_act_amends(palermo: Palermo, tmp_path: Path) -> None:
    library = stocked(tmp_path, "code")
    act = tmp_path / "act.md"
    act.write_text("Статья 1. Внести в Кодекс о паромах следующее изменение:\n\nстатью 3 исключить.\n", "utf-8")
    ran = palermo("add", act, "--lang", "ru", "--id", ACT_2005, "--date", "2005-03-01", "--library", library)
    assert f"    amends {CODE}: 1 instruction at 1 provision\n" in ran.out
    code = palermo("info", CODE, "--library", library)
    assert "1 instruction at 1 provision; from 2005-03-01" in " ".join(code.out.split())


def test_info(run: Palermo) -> None:
    found = as_json(run("info", CODE, "--format", "json"))
    assert (found["schema"], found["instrument"], found["title"]) == ("palermo.info/1", CODE, "Кодекс о паромах")
    assert [v["ref"] for v in found["versions"]] == [f"{CODE}/rus@2001-01-01"]
    assert [(a["ref"].split("/rus")[0], a["instructions"], a["commences"]) for a in found["amended_by"]] == [
        (ACT_2005, 3, ["2005-04-01"]),
        ("/akn/zx/act/2010-03-01/3", 2, ["2010-05-01"]),
        (BILL, 1, ["2020-01-01"]),
    ]
    assert [p["reason"] for p in found["pending"]] == [
        "takes effect on 2005-04-01",
        "takes effect on 2010-05-01",
        "a bill",
    ]
    act = as_json(run("info", ACT_2005, "--format", "json"))
    assert [(a["instrument"], a["instructions"], a["provisions"]) for a in act["amends"]] == [(CODE, 3, 3)]


def test_info_has_the_sources_and_the_bodies(run: Palermo, library: Path) -> None:
    run("body", "add", "ferries", f"{CODE}/rus")
    text = run("info", CODE).out
    assert "ferries" in text
    sha256 = as_json(run("list", "--format", "json"))["versions"][0]["sources"][0]["sha256"]
    assert f"sha256 {sha256[:12]}" in text.replace("\n          ", " ")
    assert max(map(len, text.splitlines())) <= 80


def test_a_built_text_says_that_it_is_one(run: Palermo) -> None:
    shown = as_json(run("show", CODE, "--at", "2011", "--format", "json"))
    assert shown["built"] is True
    assert [b["ref"] for b in shown["built_from"]] == [f"{CODE}/rus@2001-01-01"]
    assert shown["outcomes"] == {"applied": 4, "refused": 1}
    assert [r["target"] for act in shown["amended_by"] for r in act["refused"]] == ["2"]
    assert shown["source"]["in_force"] == {"start": "2010-05-01", "end": None, "basis": "built"}
    text = " ".join(run("show", CODE, "--at", "2011").out.split())
    assert "1 instruction refused, so this is not a consolidation" in text
    assert "! refused at 2" in text
    assert "not a consolidation" in run("show", CODE, "--at", "2011", "--format", "html").out
    held = as_json(run("show", CODE, "--at", "2004", "--format", "json"))
    assert (held["built"], held["amended_by"]) == (False, [])


def test_other_commands_say_on_standard_error_what_they_built(run: Palermo) -> None:
    ran = run("compare", CODE, f"{CODE}/rus@2001-01-01", "--at", "2006")
    assert ran.code == 0
    assert "built from the text of 2001-01-01 (first seen) by 1 act up to 2006-01-01" in ran.err
    assert "быстро" in ran.out


def test_what_a_text_named_by_its_date_lacks_is_said(run: Palermo) -> None:
    old = f"{CODE}/rus@2001-01-01"
    said = "the text of 2001-01-01 (first seen), as named; 2 acts amended it between then and 2011-01-01"
    assert said in run("gaps", old, "--at", "2011").err
    for form in ("text", "html"):
        assert said in " ".join(run("show", old, "--at", "2011", "--format", form).out.split())
    shown = as_json(run("show", old, "--at", "2011", "--format", "json"))
    assert (shown["built"], shown["amended_by"]) == (False, [])
    assert [act["ref"].split("/rus")[0] for act in shown["later"]] == [ACT_2005, "/akn/zx/act/2010-03-01/3"]
    ran = run("show", old, "--at", "1999")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert f"{old} is not in force on 1999-01-01, but from 2001-01-01" in ran.err


def test_of_a_text_without_a_date_it_is_not_known_whether_it_is_in_force(run: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text("Статья 1. Буи\n\nБуй красный.\n", "utf-8")
    assert run("add", file, "--lang", "ru", "--id", "/akn/zx/act/9").code == 0
    said = "a text of no known date: whether it was in force on 2011-01-01 is not known"
    assert said in run("gaps", "/akn/zx/act/9", "--at", "2011").err
    assert said in " ".join(run("show", "/akn/zx/act/9", "--at", "2011").out.split())


def test_the_matrix_leaves_out_what_was_not_in_force(run: Palermo) -> None:
    run("body", "add", "fixed", f"{ACT_2005}/rus@2005-03-01")
    found = run("matrix", "--at", "2003", "--format", "csv")
    assert found.code == 0
    assert {line.split(",")[0] for line in found.out.splitlines()[1:]} == {f"{CODE}/rus"}
    assert "fixed was left out: " in found.err
    assert f"{BILL}/rus was left out: " in found.err


def test_history_in_every_format(run: Palermo) -> None:
    story = as_json(run("show", f"{CODE}~art_1", "--history", "--format", "json"))
    assert story["schema"] == "palermo.history/1"
    assert [w["start"] for w in story["wordings"]] == ["2001-01-01", "2005-04-01", "2010-05-01"]
    second = story["wordings"][1]
    assert [(b["cite"], b["op"], b["target"], b["sure"]) for b in second["brought_by"]] == [
        ("1(1)", "substitute-text", "1(2)", True)
    ]
    assert [c["kind"] for c in second["changes"]] == ["changed"]
    text = run("show", CODE, "--provision", "1", "--history").out
    assert "[-медленно-]{+быстро+}" in text
    page = run("show", CODE, "--provision", "1", "--history", "--format", "html").out
    assert "<del>медленно</del><ins>быстро</ins>" in page


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", CODE, "--history"), "a history is that of one provision"),
        (("show", f"{CODE}~art_1", "--history", "--at", "2005"), "--history takes all dates"),
        (("show", "nothing.md", "--history", "--format", "akn"), "a history is several texts"),
        (("show", "code.md", "--history"), "a history is that of an act in the library"),
        (("info", "/akn/zx/act/404"), "is not in the library"),
        (("info", "ferries"), "is no instrument"),
        (("gaps", CODE, "--with", CODE, "--with-bill", BILL), "two ways"),
    ],
)
def test_mistakes_are_one_line(run: Palermo, args: tuple[str, ...], said: str) -> None:
    ran = run(*args)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_a_result_is_kept_under_its_own_name(run: Palermo) -> None:
    ran = run("amend", CODE, ACT_2005, "--keep", "2005-04-01", "--format", "json")
    assert ran.code == 0
    assert f"kept as {CODE}/rus@2005-04-01 (built)" in ran.err
    kept = as_json(run("show", f"{CODE}/rus@2005-04-01", "--format", "json"))
    assert kept["source"]["in_force"]["basis"] == "built"
    assert "быстро" in kept["text"]
    versions = as_json(run("list", "--format", "json"))["versions"]
    assert f"{CODE}/rus@2005-04-01" in [v["ref"] for v in versions]
    assert "колокол" in run("search", "колокол").out.casefold()
    pending = as_json(run("info", CODE, "--format", "json"))["pending"]
    assert ACT_2005 in {p["ref"].split("/rus")[0] for p in pending}  # no official text has it yet


def test_what_lacks_an_instruction_is_not_kept(run: Palermo) -> None:
    ran = run("amend", CODE, "/akn/zx/act/2010-03-01/3", "--keep", "2010-05-01")
    assert ran.code == 2
    assert "no consolidation to keep" in ran.err
    assert len(as_json(run("list", "--format", "json"))["versions"]) == 4


@pytest.mark.parametrize(
    ("sides", "options", "said"),
    [
        (CODE, ("--layout", "table"), "makes a table"),
        (CODE, ("--layout", "table", "--format", "html", "--report-lang", "de"), "no labels in 'de'"),
        (CODE, ("--layout", "table", "--format", "html", "--justifications", "none.csv"), "none.csv"),
        (CODE, ("--justifications", "none.csv"), "--layout table"),
        (CODE, ("--check", f"{CODE}/rus@2001-01-01", "--format", "csv"), "does not show what --check finds"),
        (CODE, ("--check", "other.txt"), "the official text is in 'en'"),
        (CODE, ("--format", "json", "-o", "nowhere/x.json"), "nowhere"),
        (f"{CODE},other.md", ("--format", "docx", "-o", "x.docx"), "2 acts were given"),
    ],
)
def test_nothing_is_kept_of_what_cannot_be_shown(
    run: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sides: str, options: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("other.txt").write_text("Section 1. Buoys\n\nThe buoys of the harbour are red and of iron.\n", "utf-8")
    Path("other.md").write_text("# Кодекс о буях\n\nСтатья 1. Буи\n\nБуй красный.\n", "utf-8")
    ran = run("amend", sides, ACT_2005, "--keep", "2005-04-01", "--quiet", *options)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err
    assert len(as_json(run("list", "--format", "json"))["versions"]) == 4


def test_a_bill_is_held_against_the_gaps(palermo: Palermo, tmp_path: Path) -> None:
    code, bill = tmp_path / "code.md", tmp_path / "bill.md"
    code.write_text(
        "# Кодекс\n\nСтатья 128. Торговля людьми\n\nВербовка человека в целях эксплуатации, – наказывается лишением "
        "свободы на срок до пяти лет.\n",
        "utf-8",
    )
    bill.write_text(
        "Статья 1. В Кодекс внести следующее изменение:\n\nв статье 128 слова «Вербовка человека» заменить словами "
        "«Вербовка, перевозка человека».\n",
        "utf-8",
    )
    args = ("gaps", code, "--with-bill", bill, "--lang", "ru", "--library", tmp_path / "none")
    changed = as_json(palermo(*args, "--format", "json"))
    assert changed["schema"] == "palermo.gaps-change/1"
    assert {c["code"] for c in changed["changes"] if c["change"] == "closed"} == {"act.transportation"}
    other = palermo("gaps", code, "--with-bill", code, "--lang", "ru", "--library", tmp_path / "none")
    assert (other.code, other.out) == (2, "")
    assert "changes nothing in the law given" in other.err

"""The demo shows each question answered, leaves its reports, and can be run again."""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import wcwidth

from palermo.cli.main import run
from tests.conftest import Palermo
from tests.support.failures.same_text import assert_same_text


@dataclass(frozen=True)
class Tour:
    """A run of the demo: where it was run, and what it printed; `sections` by their headings."""

    folder: Path
    out: str
    err: str
    sections: dict[str, str]


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    folder = tmp_path_factory.mktemp("tour")
    (folder / "demo").mkdir()
    (folder / "demo" / "notes.txt").write_text("mine")
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert run(["demo"]) == 0
    _, *parts = re.split(r"^\d\. (.+)\n=+$", out.getvalue(), flags=re.M)
    return Tour(folder, out.getvalue(), err.getvalue(), dict(zip(parts[::2], parts[1::2], strict=True)))


def test_each_question_has_its_answer(tour: Tour) -> None:
    library, change, wordings, closed, still_open, search, reports = tour.sections.values()
    assert library.count("\nadded ") == 8
    assert re.search(r"128\(1\)  changed\n +1\. \[-Recruiting", change)
    assert re.search(r"since 2019-06-01\n.*\n +\+ by 1\(3\)\(a\) of Act amending the Criminal Code", wordings)
    assert re.search(r"transfer +absent → met\n +128\(1\) “transfer”", closed)
    assert re.search(r"absent +receipt · art\. 3\(a\), mandatory", still_open)
    assert re.search(r"contrary +no means needed for a child", still_open)
    assert "*consent* of the *victim*" in search
    assert "*Согласие* *потерпевшего*" in search
    assert "demo/gaps.talmeria-2022.html" in reports
    assert tour.err == ""


def test_what_it_writes_is_what_it_lists(tour: Tour) -> None:
    listed = {Path(line.strip()).name for line in tour.out.splitlines() if re.fullmatch(r"  \S+\.(html|csv)", line)}
    assert {path.name for path in (tour.folder / "demo").iterdir()} == listed | {"law", "library", "notes.txt"}
    pages = list((tour.folder / "demo").glob("*.html"))
    assert len(pages) >= 5
    for page in pages:
        text = page.read_text("utf-8")
        assert text.rstrip().endswith("</html>")
        assert not re.search(r"(?:src|href)=\"(?!#|data:)", text)


def test_it_fits_a_terminal(tour: Tour) -> None:
    assert [line for line in tour.out.splitlines() if wcwidth.wcswidth(line) > 80] == []


def test_the_commands_that_it_prints_can_be_typed(
    tour: Tour, palermo: Palermo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tour.folder)
    printed = re.findall(r"^  \$ palermo ((?:.*\\\n)*.*)$", tour.out, re.M)
    assert len(printed) >= 6
    for line in printed:
        words = line.replace("\\\n", " ").split()
        files = [str(f) for word in words if "*" in word for f in sorted(Path().glob(word))]
        ran = palermo(*[word for word in words if "*" not in word], *files)
        assert (ran.code, ran.err) == (0, ""), line


def test_it_can_be_run_again_and_leaves_what_is_not_its_own(
    tour: Tour, palermo: Palermo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tour.folder)
    assert_same_text(palermo("demo").out, tour.out)
    assert (tour.folder / "demo" / "notes.txt").read_text() == "mine"


def test_a_file_is_no_place_for_it(palermo: Palermo, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    ran = palermo("demo", "--out", tmp_path / "taken")
    assert (ran.code, ran.out) == (2, "")
    assert "is no folder" in ran.err
    assert ran.err.count("\n") == 1


def test_a_library_of_other_law_is_left_alone(palermo: Palermo, tmp_path: Path) -> None:
    (tmp_path / "act.txt").write_text("Section 1. Scope\nThis Act applies to every person in Norland.\n")
    assert palermo("add", tmp_path / "act.txt", "--lang", "en", "--library", tmp_path / "library").code == 0
    ran = palermo("demo", "--out", tmp_path)
    assert ran.code == 2
    assert "holds more than the demo's law" in ran.err
    assert "Norland" in palermo("search", "person", "--library", tmp_path / "library").out

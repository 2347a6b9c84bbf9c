"""`show`, `compare` and `frameworks` as they are called."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.conftest import Palermo
from tests.support.failures.same_text import assert_same_text

OLD = """Section 1. Trafficking in persons
(1) Whoever recruits a person by force in order to exploit that person commits an offence.
(2) The punishment is imprisonment for five years.

Section 2. Forced labour
Whoever compels a person to work commits an offence.
"""
NEW = OLD.replace("recruits", "recruits or transports").replace("five", "eight")


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with an old and a new text in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "old, with comma.txt").write_text(OLD, encoding="utf-8")
    return tmp_path


def test_show_prints_one_provision_when_asked(palermo: Palermo, law: Path) -> None:
    ran = palermo("show", "old.txt", "--provision", "1(2)", "--lang", "en")
    assert ran.code == 0
    assert "five years" in ran.out
    assert "compels" not in ran.out


def test_show_reads_standard_input(palermo: Palermo, law: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(OLD.encode())))
    document = json.loads(palermo("show", "-", "--format", "json").out)
    assert document["text"] == OLD
    assert document["source"]["path"] == "-"


def test_show_writes_what_the_suffix_says(palermo: Palermo, law: Path) -> None:
    for name in ("law.json", "law.html", "law.txt"):
        ran = palermo("show", "old.txt", "-o", name, "--lang", "en")
        assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert json.loads((law / "law.json").read_text(encoding="utf-8"))["schema"] == "palermo.text/1"
    assert (law / "law.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "Section 2" in (law / "law.txt").read_text(encoding="utf-8")


def test_show_prints_one_text(palermo: Palermo, law: Path) -> None:
    ran = palermo("show", "old.txt,new.txt", "--lang", "en")
    assert ran.code == 2
    assert "stands for 2 texts" in ran.err
    assert palermo("show", "old, with comma.txt", "--lang", "en").code == 0


@pytest.mark.parametrize(("right", "code"), [("old.txt", 0), ("new.txt", 1)])
def test_compare_ends_as_diff_does(palermo: Palermo, law: Path, right: str, code: int) -> None:
    assert palermo("compare", "old.txt", right, "--lang", "en", "--exit-code").code == code
    assert palermo("compare", "old.txt", right, "--lang", "en").code == 0


@pytest.mark.parametrize("name", ["out.txt", "out.html"])
def test_compare_shows_the_words_that_changed(palermo: Palermo, law: Path, name: str) -> None:
    assert palermo("compare", "old.txt", "new.txt", "--lang", "en,en", "-o", name).code == 0
    report = (law / name).read_text(encoding="utf-8")
    assert "transports" in report
    assert "eight" in report


def test_compare_of_one_provision_says_nothing_of_the_others(palermo: Palermo, law: Path) -> None:
    ran = palermo("compare", "old.txt", "new.txt", "--lang", "en", "--provision", "1(2)", "--format", "json")
    [pair] = json.loads(ran.out)["pairs"]
    assert [p["cite"] for p in pair["left"] + pair["right"]] == ["1(2)", "1(2)"]
    changed = "".join(NEW[slice(*edit["right"])] for edit in pair["edits"] if edit["op"] == "insert")
    assert changed == "eight"


def test_compare_finds_a_provision_as_it_is_cited(palermo: Palermo, law: Path) -> None:
    for cite in ("1(2)", "section 1(2)", "sec_1__subsec_2"):
        ran = palermo("compare", "old.txt", "new.txt", "--lang", "en", "--provision", cite, "--format", "json")
        assert ran.code == 0, ran
        assert len(json.loads(ran.out)["pairs"]) == 1
    ran = palermo("compare", "old.txt", "new.txt", "--lang", "en", "--provision", "sec_11")
    assert ran.code == 2
    assert "sec_1" in ran.err.partition("such as")[2]


def test_only_these_differences_count(palermo: Palermo, law: Path) -> None:
    moved = NEW.replace("Section 2.", "Section 3.")
    (law / "moved.txt").write_text(moved, encoding="utf-8")
    ended = palermo("compare", "new.txt", "moved.txt", "--lang", "en", "--only", "material", "--exit-code")
    assert ended.code == 0
    assert "Section" not in ended.out
    for kinds in (("--only", "penalty,renumbered"), ("--only", "penalty", "--only", "renumbered")):
        assert palermo("compare", "new.txt", "moved.txt", "--lang", "en", *kinds, "--exit-code").code == 1
    ended = palermo("compare", "new.txt", "moved.txt", "--lang", "en", "--only", "renumbered", "--exit-code")
    assert ended.code == 1
    document = json.loads(
        palermo("compare", "old.txt", "new.txt", "--lang", "en", "--only", "changed", "--format", "json").out
    )
    assert {pair["kind"] for pair in document["pairs"]} == {"changed"}
    assert document["counts"]["changed"] == len(document["pairs"])


def test_the_choices_of_the_command_are_those_of_the_library() -> None:
    from palermo.cli.commands.texts import compare
    from palermo.texts.filter_pairs import CHOICES

    assert tuple(CHOICES) == compare._CHOICES


def test_both_layouts_fit_eighty_columns(palermo: Palermo, law: Path) -> None:
    beside = palermo("compare", "old.txt", "new.txt", "--lang", "en", "--layout", "side-by-side").out
    inline = palermo("compare", "old.txt", "new.txt", "--lang", "en", "--layout", "inline").out
    assert "│" in beside
    assert "│" not in inline
    assert max(map(len, beside.splitlines())) <= 80


@pytest.mark.parametrize("name", ["out.txt", "out.json", "out.html"])
def test_compare_against_a_framework(palermo: Palermo, law: Path, name: str) -> None:
    """The new text names another act: the clause that does so moves towards the Protocol."""
    assert palermo("compare", "old.txt", "new.txt", "--lang", "en", "--against", "palermo", "-o", name).code == 0
    report = (law / name).read_text(encoding="utf-8")
    if name == "out.json":
        document = json.loads(report)
        touches = [e for pair in document["pairs"] for e in pair["elements"]]
        assert {"code", "direction", "reason"} == set(touches[0])
        assert ("act.transportation", "towards") in {(e["code"], e["direction"]) for e in touches}
        assert document["against"]["framework"]["id"] == "palermo"
    else:
        assert "Towards: transportation: absent before, met after." in report
    assert palermo("compare", "old.txt", "new.txt", "--lang", "en", "--against", "nothing").code == 2


def test_compare_takes_several_texts_a_side(palermo: Palermo, law: Path) -> None:
    ran = palermo("compare", "old.txt,new.txt", "old.txt,new.txt", "--lang", "en", "--format", "json")
    document = json.loads(ran.out)
    assert [source["path"] for source in document["left"]] == ["old.txt", "new.txt"]
    assert document["counts"]["changed"] == 0


def test_frameworks_are_listed_with_their_elements(palermo: Palermo) -> None:
    document = json.loads(palermo("frameworks", "--format", "json").out)
    assert document["schema"] == "palermo.frameworks/1"
    [protocol] = [f for f in document["frameworks"] if f["id"] == "palermo"]
    text = palermo("frameworks", "palermo").out
    for element in protocol["elements"]:
        assert element["code"] in text
        assert element["asks"] in {"yes", "no", None}
    assert max(map(len, text.splitlines())) <= 80


def test_show_of_a_version_in_fragments_names_their_articles(palermo: Palermo, law: Path) -> None:
    text = NEW.replace("Section 2.", "Section 21.").replace("Section 1.", "Section 20.")
    (law / "new.txt").write_text(text, encoding="utf-8")
    ref = "/akn/xt/act/2001/1"
    added = palermo("add", "old.txt", "new.txt", "--id", ref, "--date", "2001-02-03", "--lang", "en")
    assert added.code == 0, added
    ran = palermo("show", f"{ref}/eng@2001-02-03")
    assert ran.code == 2
    assert f"{ref}/eng@2001-02-03~sec_20" in ran.err
    whole = palermo("show", f"{ref}/eng@2001-02-03~sec_20")
    assert "transports" in whole.out
    assert_same_text(palermo("show", f"{ref}/eng@2001-02-03", "--provision", "20").out, whole.out)

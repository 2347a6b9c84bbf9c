"""`palermo amend`: the account of every instruction, batches, and mistakes."""

from __future__ import annotations

import io
import json
import sys
from importlib.resources import files as packaged
from pathlib import Path

import pytest

from palermo import amend
from palermo.corpus.readers import read_text
from tests.conftest import Palermo
from tests.support.failures.same_text import assert_same_text

BASE = """<?xml version="1.0" encoding="utf-8"?>
<Statute xml:lang="en"><Identification><ShortTitle>Harbour Act</ShortTitle></Identification><Body>
<Section><MarginalNote>Speed</MarginalNote><Label>7</Label><Text>A ship sails slowly.</Text></Section>
<Section><MarginalNote>Dues</MarginalNote><Label>8</Label>
<Subsection><Label>(1)</Label><Text>A ship pays dues.</Text></Subsection>
<Subsection><MarginalNote>Rafts</MarginalNote><Label>(2)</Label><Text>A raft pays nothing.</Text></Subsection></Section>
</Body></Statute>"""
BILL = """An Act to amend the Harbour Act

1 Section 7 of the Harbour Act is replaced by the following:
Speed
7 A ship sails very slowly.

2 Subsection 8(9) of the Act is repealed.

3 Section 4 of the Ferry Act is repealed.
"""
CASE = {
    "id": "x",
    "lang": "en",
    "before": "Speed 7 A ship sails slowly.",
    "instruction": "1 Section 7 of the Act is replaced by the following: Speed 7 A ship stops.",
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    base, bill = tmp_path / "harbour.xml", tmp_path / "bill.txt"
    base.write_text(BASE, "utf-8")
    bill.write_text(BILL, "utf-8")
    return base, bill


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_every_instruction_is_accounted_for(palermo: Palermo, files: tuple[Path, Path]) -> None:
    ran = palermo("amend", *files, "--lang", "en", "--format", "json")
    assert ran.code == 0
    document = json.loads(ran.out)
    assert document["schema"] == "palermo.amend/1"
    assert document["status"] == "partly"
    assert "A ship sails very slowly." in document["text"]
    first, second, third = document["outcomes"]
    assert (first["op"], first["target"], first["status"]) == ("replace", "7", "applied")
    start, end = first["edit"]["base"]
    assert first["edit"]["insert"].endswith("7 A ship sails very slowly.")
    assert document["text"][start : start + len(first["edit"]["insert"])] == first["edit"]["insert"]
    assert (second["status"], second["edit"]) == ("refused", None)
    assert "8(9)" in second["reason"]
    assert third["status"] == "not addressed"
    assert BILL[second["start"] : second["end"]].strip().startswith("2 Subsection 8(9)")
    assert end > start


def test_the_report_for_people_says_why(palermo: Palermo, files: tuple[Path, Path]) -> None:
    ran = palermo("amend", *files, "--lang", "en")
    assert ran.code == 0
    assert "3 instructions: 1 applied, 1 refused, 1 not addressed" in ran.out
    assert "refused: subsection 8(9) is not in the text" in ran.out
    assert all(len(line) <= 80 for line in ran.out.split("The text that results")[0].splitlines())


def test_headings_and_new_sections_are_where_they_belong(tmp_path: Path) -> None:
    base = BASE.replace(
        "<Section><MarginalNote>Dues",
        '<Heading level="1"><TitleText>Money</TitleText></Heading><Section><MarginalNote>Dues',
    )
    bill = (
        "1 The heading before section 8 of the Harbour Act is replaced by the following:\nCharges\n\n"
        "2 The Harbour Act is amended by adding the following after section 7:\nFog\n7.1 (1) No ship sails in fog.\n\n"
        "3 Section 7.1 of the Act is amended by adding the following after subsection (1):\n(2) A raft drifts.\n"
    )
    harbour = read_text(base, name="h.xml", lang="en")
    done = amend(harbour, read_text(bill, name="bill.txt", lang="en", title="A bill"))
    assert done.status == "applied", [(o.instruction.text, o.reason) for o in done.outcomes]
    assert done.version is not None
    text = done.version.text
    assert (
        text.index("A ship sails slowly.") < text.index("7.1 (1) No ship") < text.index("Charges") < text.index("Dues")
    )
    assert "Money" not in text
    assert done.version.find("7.1(2)").span == (text.index("(2) A raft drifts."), text.index("drifts.") + 7)
    assert [p.heading for p in done.version.root.walk() if p.level == "crossHeading"] == ["Charges"]


def test_a_batch_answers_line_by_line_in_order(palermo: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [CASE, CASE | {"id": 2, "lang": "sk"}, CASE | {"id": None, "instruction": "Nothing at all."}]
    feed(monkeypatch, "\n".join(map(json.dumps, cases)) + "\n\n")
    ran = palermo("amend", "--jsonl", "-")
    assert ran.code == 0
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert [a["id"] for a in answers] == ["x", 2, None]
    assert [a["status"] for a in answers] == ["applied", "refused", "refused"]
    assert answers[0]["after"] == "Speed 7 A ship stops."
    assert answers[1]["after"] == CASE["before"]
    assert answers[1]["outcomes"][0]["reason"]


@pytest.mark.parametrize("line", ["no JSON", "[1]", '{"id": 1}', '{"lang": "en", "before": 1, "instruction": ""}'])
def test_a_line_that_is_no_case_ends_with_trouble(palermo: Palermo, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    feed(monkeypatch, json.dumps(CASE) + "\n" + line)
    ran = palermo("amend", "--jsonl", "-")
    assert ran.code == 2
    assert ran.out == ""
    assert "-:2: " in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_batch_of_nothing_is_nothing(palermo: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "\n")
    assert palermo("amend", "--jsonl", "-").out == ""


@pytest.mark.parametrize(
    "args", [[], ["base.txt"], ["base.txt", "bill.txt", "--jsonl", "-"], ["--jsonl", "missing.jsonl"]]
)
def test_mistakes_end_in_one_line(palermo: Palermo, args: list[str]) -> None:
    ran = palermo("amend", *args)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1


def test_an_unknown_tradition_is_refused_in_one_clear_line(palermo: Palermo, tmp_path: Path) -> None:
    base, act = tmp_path / "zakon.txt", tmp_path / "novela.txt"
    base.write_text("§ 1\nText zákona.\n", "utf-8")
    act.write_text("Čl. I\nV § 1 sa slovo „Text“ nahrádza slovom „Znenie“.\n", "utf-8")
    ran = palermo("amend", base, act, "--lang", "sk", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 0
    assert document["status"] == "refused"
    assert document["outcomes"] == []
    assert_same_text(document["text"], base.read_text("utf-8"))
    assert "'sk'" in document["reason"]


@pytest.mark.parametrize(
    ("name", "said"), [("r.html", "<!DOCTYPE html>"), ("r.txt", "To do by hand"), ("r.csv", "act,")]
)
def test_the_suffix_decides_the_format(
    palermo: Palermo, files: tuple[Path, Path], tmp_path: Path, name: str, said: str
) -> None:
    ran = palermo("amend", *files, "--lang", "en", "-o", tmp_path / name)
    assert (ran.code, ran.out) == (0, "")
    assert said in (tmp_path / name).read_text("utf-8")


def test_the_page_is_the_redline_or_three_columns(palermo: Palermo, files: tuple[Path, Path]) -> None:
    page = palermo("amend", *files, "--lang", "en", "--format", "html").out
    assert "<ins>very</ins>" in page
    assert "<table" not in page
    assert (
        '<table class="three">'
        in palermo("amend", *files, "--lang", "en", "--format", "html", "--layout", "columns").out
    )
    assert "In force, instruction, amended" in palermo("amend", *files, "--lang", "en", "--layout", "columns").out


def test_context_folds(palermo: Palermo, files: tuple[Path, Path]) -> None:
    assert "2 paragraphs unchanged" in palermo("amend", *files, "--lang", "en").out
    assert "2 paragraphs unchanged" not in palermo("amend", *files, "--lang", "en", "--context", "5").out


def test_the_consolidated_text_is_alone_and_what_it_lacks_is_said_beside_it(
    palermo: Palermo, files: tuple[Path, Path]
) -> None:
    ran = palermo("amend", *files, "--lang", "en", "--format", "consolidated")
    assert ran.code == 0
    assert "A ship sails very slowly." in ran.out
    assert "refused" not in ran.out
    assert "1 refused" in ran.err
    assert "no consolidation yet" in ran.err
    assert palermo("amend", *files, "--lang", "en", "--format", "consolidated", "--quiet").err == ""


def test_a_check_is_on_the_page_and_in_no_table(palermo: Palermo, files: tuple[Path, Path]) -> None:
    page = palermo("amend", *files, "--lang", "en", "--check", files[0], "--format", "html")
    assert "<h2>Against the official text</h2>" in page.out
    assert 'href="#official1"' in page.out
    ran = palermo("amend", *files, "--lang", "en", "--check", files[0], "--format", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert "--check" in ran.err


def test_several_acts_are_one_page_and_one_table(palermo: Palermo, files: tuple[Path, Path], tmp_path: Path) -> None:
    ferry = tmp_path / "ferry.xml"
    ferry.write_text(BASE.replace("Harbour Act", "Ferry Act").replace("<Label>7</Label>", "<Label>4</Label>"), "utf-8")
    bases = f"{files[0]},{ferry}"
    for layout in ("redline", "columns"):
        page = palermo("amend", bases, files[1], "--lang", "en", "--format", "html", "--layout", layout).out
        assert "<h1>2 acts, amended</h1>" in page
        assert all(page.count(f'id="{name}"') == 1 for name in ("act1", "act2", "d1", "d2", "d3"))
        assert page.index('id="act1"') < page.index("very") < page.index('id="act2"') < page.index('id="d3"')
    table = palermo("amend", bases, files[1], "--lang", "en", "--format", "csv").out
    assert "Harbour Act,Section 7 Speed" in table
    assert "Ferry Act,Section 4 Speed" in table
    ran = palermo("amend", bases, files[1], "--lang", "en", "--format", "consolidated")
    assert (ran.code, ran.out) == (2, "")
    assert "2 acts were given" in ran.err


def test_what_is_not_yet_in_force_is_said_to_be_later(palermo: Palermo, files: tuple[Path, Path]) -> None:
    bill = files[1].parent / "later.txt"
    bill.write_text(
        "An Act to amend the Harbour Act\n\n"
        "1 Subsection 8(2) of the Harbour Act is amended by replacing “nothing” with “little”.\n\n"
        "2 This Act comes into force on January 1, 2030.\n",
        "utf-8",
    )
    text = palermo("amend", files[0], bill, "--lang", "en", "--at", "2029-12-31").out
    assert "Nothing is in force by then; 1 instruction will be later." in text
    assert "Not addressed to this act or not yet in force" in text
    after = palermo("amend", files[0], bill, "--lang", "en", "--at", "2030-01-01").out
    assert "Every instruction to this act was carried out." in after


def test_a_bill_in_another_language_changes_nothing_whatever_drafted_it(palermo: Palermo) -> None:
    sample = packaged("palermo") / "sample"
    act, bill = sample / "criminal-code-2004.ru.md", sample / "amending-act-2019.en.md"
    ran = palermo("amend", str(act), str(bill), "--format", "json")
    assert ran.code == 0
    answer = json.loads(ran.out)
    assert {outcome["status"] for outcome in answer["outcomes"]} == {"not addressed"}


def test_an_act_may_be_called_otherwise_by_what_amends_it(palermo: Palermo, tmp_path: Path) -> None:
    act, bill = tmp_path / "act.xml", tmp_path / "bill.txt"
    act.write_text(BASE.replace("Harbour Act", "Harbour Bill 2007 (Passed)"), "utf-8")
    bill.write_text(BILL, "utf-8")
    alone = json.loads(palermo("amend", str(act), str(bill), "--format", "json").out)
    assert alone["status"] == "refused"
    named = json.loads(palermo("amend", str(act), str(bill), "--called", "Harbour Act", "--format", "json").out)
    assert "very slowly" in named["text"]
    assert palermo("amend", f"{act},{act}", str(bill), "--called", "X").code == 2


@pytest.mark.parametrize("after", ["land,\n\ntenement, of any tenure.\n\n", "land and\n\ntenement of any tenure.\n\n"])
def test_a_definition_that_a_page_cut_in_two_is_not_added_to(palermo: Palermo, tmp_path: Path, after: str) -> None:
    act, bill = tmp_path / "act.txt", tmp_path / "bill.txt"
    act.write_text(
        "Harbour Act 2007\n\n1. Short title\n\nThis is the Harbour Act 2007.\n\n2. Interpretation\n\nIn this Act—\n\n"
        f'"berth" means a place for a ship;\n\n"premises" means house, building, {after}'
        "3. Dues\n\nA ship pays dues.\n",
        "utf-8",
    )
    bill.write_text(
        "1. Section 2 of the Harbour Act 2007 is amended by inserting after the definition of “premises” the following "
        "definition: “‘quay’ means a landing place;”.\n",
        "utf-8",
    )
    answer = json.loads(
        palermo("amend", str(act), str(bill), "--called", "Harbour Act 2007", "--lang", "en", "--format", "json").out
    )
    assert_same_text(answer["text"], act.read_text("utf-8"))
    assert "where it ends is not certain" in answer["outcomes"][0]["reason"]

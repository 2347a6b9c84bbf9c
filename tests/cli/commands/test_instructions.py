"""`palermo instructions`: the table of instructions, as text, data and CSV, and texts that instruct nothing."""

from __future__ import annotations

import csv
import io
import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.conftest import Palermo

BILL = """An Act to amend the Harbour Act

1 Section 7 of the Harbour Act is replaced by the following:
Speed
7 A ship sails very slowly.

2 (1) Subsection 8(2) of the Act is amended by replacing “raft” with “=raft”.

(2) Subsection 8(9) of the Act is repealed.

3 Section 9 of the Act is amended by improving it.

4 This Act comes into force on January 1, 2030.
"""
ZAKON = """Закон о внесении изменений

Статья 1. Внести в Закон «О трапах» следующие изменения:

1) в статье 5:
а) пункт 1 изложить в следующей редакции:
«1. Трап чист и цел.»;
б) в пункте 2 слова «три дня» заменить словами «пять дней»;
2) статью 7 исключить.
"""
NOVELA = "Čl. I\nV § 1 sa slovo „Text“ nahrádza slovom „Znenie“.\n"


def write(folder: Path, text: str) -> Path:
    file = folder / "bill.txt"
    file.write_text(text, "utf-8")
    return file


def test_each_instruction_is_listed_in_order(palermo: Palermo, tmp_path: Path) -> None:
    ran = palermo("instructions", write(tmp_path, BILL), "--lang", "en", "--format", "json")
    assert ran.code == 0
    document = json.loads(ran.out)
    assert document["schema"] == "palermo.instructions/1"
    assert document["tradition"] == "Canada"
    first, second, third, fourth, fifth = document["instructions"]
    assert [i["order"] for i in document["instructions"]] == [1, 2, 3, 4, 5]
    assert (first["op"], first["target"], first["act"], first["cite"]) == ("replace", "7", "Harbour Act", "1")
    assert first["payload"]["text"].endswith("7 A ship sails very slowly.")
    start, end = first["payload"]["start"], first["payload"]["end"]
    assert BILL[start:end] == first["payload"]["text"]
    assert (second["op"], second["target"], second["where"]) == ("substitute-text", "8(2)", "“raft”")
    assert (second["cite"], third["cite"]) == ("2(1)", "2(2)")
    assert (third["op"], third["payload"], third["status"]) == ("repeal", None, "understood")
    assert (fourth["op"], fourth["status"]) == (None, "refused")
    assert "not understood" in fourth["reason"]
    assert (fifth["op"], fifth["target"]) == ("commence", "")
    for found in document["instructions"]:
        assert BILL[found["start"] : found["end"]].split() == found["instruction"].split()


def test_it_says_the_same_as_amend(palermo: Palermo, tmp_path: Path) -> None:
    base = tmp_path / "base.txt"
    base.write_text("Harbour Act\n\n7 A ship sails.\n\n8 (1) A ship pays.\n\n(2) A raft pays.\n", "utf-8")
    bill = write(tmp_path, BILL)
    listed = json.loads(palermo("instructions", bill, "--lang", "en", "--format", "json").out)["instructions"]
    outcomes = json.loads(palermo("amend", base, bill, "--lang", "en", "--format", "json").out)["outcomes"]
    shared = ("instruction", "start", "end", "target")
    assert [[i[k] for k in shared] for i in listed] == [[o[k] for k in shared] for o in outcomes]


def test_as_they_stand_in_the_act_and_not_as_they_are_carried_out(palermo: Palermo, tmp_path: Path) -> None:
    ran = palermo("instructions", write(tmp_path, ZAKON), "--lang", "ru", "--format", "json")
    found = json.loads(ran.out)["instructions"]
    assert [(i["cite"], i["op"], i["target"]) for i in found] == [
        ("1(1)(а)", "replace", "5(1)"),
        ("1(1)(б)", "substitute-text", "5(2)"),
        ("1(2)", "delete", "7"),
    ]


def test_the_report_for_people(palermo: Palermo, tmp_path: Path) -> None:
    ran = palermo("instructions", write(tmp_path, BILL), "--lang", "en")
    assert ran.code == 0
    assert "4 instructions (Canada), 1 refused; 1 clause edits nothing" in ran.out
    assert "\n+ 1: replace 7\n" in ran.out
    assert "\n+ 2(1): substitute-text in 8(2), “raft”\n    =raft\n" in ran.out
    assert "\n+ 2(2): repeal 8(9)\n" in ran.out
    assert "\n! 3: " in ran.out
    assert "\n  → refused: not understood" in ran.out
    assert "\n· 4: commence\n" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())


def test_the_table(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    ran = palermo("instructions", write(tmp_path, BILL), "--lang", "en", "-o", file)
    assert (ran.code, ran.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
    assert [row["order"] for row in rows] == list("12345")
    assert rows[1]["payload"] == "'=raft"  # a spreadsheet would take it for a formula
    assert rows[2]["op"] == "repeal"
    assert rows[3]["status"] == "refused"


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        (NOVELA, "sk", "no drafting tradition in the language 'sk'"),
        (NOVELA, "cs", "no drafting tradition in the language 'cs'"),
        ("Harbour Act\n\n1 No ship sails in fog.\n\n2 A raft pays nothing.\n", "en", "instructs nothing"),
    ],
)
def test_a_text_without_instructions_gets_one_line(
    palermo: Palermo, tmp_path: Path, text: str, lang: str, said: str
) -> None:
    file = write(tmp_path, text)
    ran = palermo("instructions", file, "--lang", lang)
    assert ran.code == 0
    assert len(ran.out.splitlines()) == 1
    assert said in ran.out
    document = json.loads(palermo("instructions", file, "--lang", lang, "--format", "json").out)
    assert (document["tradition"], document["instructions"]) == (None, [])
    assert said in document["reason"]
    ran = palermo("instructions", file, "--lang", lang, "--format", "csv")
    assert len(ran.out.splitlines()) == 1
    assert said in ran.err


@pytest.mark.parametrize("args", [["--lang", "en", "--tradition", "Atlantis"], ["--lang", "und"]])
def test_mistakes_end_in_one_line(palermo: Palermo, tmp_path: Path, args: list[str]) -> None:
    ran = palermo("instructions", write(tmp_path, BILL), *args)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_a_bill_that_breaks_off_in_a_quotation(palermo: Palermo, tmp_path: Path) -> None:
    file = write(tmp_path, BILL[: BILL.index("very slowly")])
    [found] = json.loads(palermo("instructions", file, "--lang", "en", "--format", "json").out)["instructions"]
    assert (found["status"], found["reason"]) == ("refused", "what is quoted breaks off")


def test_what_a_coordinating_clause_would_put_into_the_bill_is_no_instruction(palermo: Palermo, tmp_path: Path) -> None:
    file = tmp_path / "bill.xml"
    file.write_text(
        """<?xml version="1.0" encoding="utf-8"?>
<Bill xml:lang="en"><Body>
<Section><Label>1.</Label><Text>Subsection 8(9) of the <XRefExternal>Harbour Act</XRefExternal> is repealed.</Text>
</Section>
<Section><Label>2.</Label>
<Subsection><Label>(1)</Label><Text>If section 2 of the Ferry Act comes into force before this Act receives royal
assent, section 1 of this Act is replaced by the following:</Text></Subsection>
<Subsection><Label>1.</Label><Text>Paragraph 8(2)(a) of the Act is replaced by the following:</Text>
<Paragraph><Label>(a)</Label><Text>a ferry; and</Text></Paragraph></Subsection>
</Section></Body></Bill>""",
        "utf-8",
    )
    ran = palermo("instructions", file, "--lang", "en", "--format", "json")
    found = json.loads(ran.out)["instructions"]
    assert [i["status"] for i in found] == ["understood", "refused", "refused"]
    assert all("come into force" in i["reason"] for i in found[1:])


@pytest.mark.mirror
@pytest.mark.parametrize("letter", ["E", "F"])
def test_an_act_with_notes_and_coordinating_clauses(palermo: Palermo, mirror: Path, letter: str) -> None:
    file = mirror / "ca" / "annual" / f"2005-c43_{letter}.XML"
    found = json.loads(palermo("instructions", file, "--format", "json").out)["instructions"]
    understood = [i["cite"] for i in found if i["status"] == "understood"]
    assert understood == ["1", "2", "3", "4(1)", "4(2)", "4(3)", "5", "6", "7"]
    assert {i["cite"].partition("(")[0] for i in found if i["status"] == "refused"} == {"8", "9"}


def test_what_no_tradition_understands_names_none(palermo: Palermo, tmp_path: Path) -> None:
    bill = write(tmp_path, "In part two of Article 5, the words “a log” are turned round.\n")
    ran = palermo("instructions", bill, "--lang", "en")
    assert ran.code == 0
    assert "(in no drafting tradition that palermo knows), 1 refused" in ran.out
    data = json.loads(palermo("instructions", bill, "--lang", "en", "--format", "json").out)
    assert data["tradition"] is None
    assert data["instructions"][0]["reason"] == "not understood: in no drafting tradition that palermo knows"
    told = palermo("instructions", bill, "--lang", "en", "--tradition", "Kazakhstan")
    assert "(Russia and Kazakhstan, in English), 1 refused" in told.out


def test_an_act_of_the_russian_style_in_english_is_known_by_its_words(palermo: Palermo) -> None:
    ran = palermo("instructions", str(files("palermo") / "sample" / "amending-act-2019.en.md"))
    assert "8 instructions (Russia and Kazakhstan, in English); 1 clause edits nothing" in " ".join(ran.out.split())

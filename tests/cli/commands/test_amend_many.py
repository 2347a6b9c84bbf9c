"""`palermo amend` on several acts, and against the official text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Palermo

HARBOUR = """<?xml version="1.0" encoding="utf-8"?>
<Statute xml:lang="en"><Identification><ShortTitle>{0} Act</ShortTitle></Identification><Body>
<Section><MarginalNote>Speed</MarginalNote><Label>7</Label><Text>A {1} sails slowly.</Text></Section>
<Section><MarginalNote>Dues</MarginalNote><Label>8</Label><Text>A {1} pays dues on the first of May.</Text></Section>
</Body></Statute>"""
FOREST = """<?xml version="1.0" encoding="utf-8"?>
<Statute xml:lang="en"><Identification><ShortTitle>Forest Act</ShortTitle></Identification><Body>
<Section><MarginalNote>Growth</MarginalNote><Label>1</Label><Text>Trees grow in woods and by the road.</Text></Section>
<Section><MarginalNote>Felling</MarginalNote><Label>2</Label><Text>They are felled in winter alone.</Text></Section>
</Body></Statute>"""
BILL = """An Act to amend certain Acts

1 Section 7 of the Harbour Act is replaced by the following:
Speed
7 A ship sails very slowly.

2 Section 7 of the Ferry Act is replaced by the following:
Speed
7 A ferry sails fast.

3 Section 9 of the Ferry Act is amended by improving it.

4 Section 4 of the Raft Act is repealed.

5 This Act comes into force on March 1, 2031.
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    texts = {
        "harbour.xml": HARBOUR.format("Harbour", "ship"),
        "ferry.xml": HARBOUR.format("Ferry", "ferry"),
        "bill.txt": BILL,
        "official.xml": HARBOUR.format("Harbour", "ship").replace("slowly", "very slowly").replace("first", "last"),
        "other.xml": FOREST,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    return {name.partition(".")[0]: tmp_path / name for name in texts}


def test_each_act_gets_what_is_addressed_to_it(palermo: Palermo, files: dict[str, Path]) -> None:
    both = f"{files['harbour']},{files['ferry']}"
    ran = palermo("amend", both, files["bill"], "--lang", "en", "--tradition", "Canada", "--format", "json")
    document = json.loads(ran.out)
    assert ran.code == 0
    assert document["schema"] == "palermo.amendments/1"
    harbour, ferry = document["amendments"]
    assert (harbour["base"]["title"], harbour["status"]) == ("Harbour Act", "applied")
    assert "A ship sails very slowly." in harbour["text"]
    assert (ferry["status"], [o["status"] for o in ferry["outcomes"]]) == ("partly", ["applied", "refused"])
    assert "A ferry sails fast." in ferry["text"]
    assert [(o["op"], o["status"]) for o in document["elsewhere"]] == [
        ("repeal", "not addressed"),
        ("commence", "not addressed"),
    ]
    assert document["commencement"][0]["date"] == "2031-03-01"


def test_several_acts_as_text_say_once_what_is_addressed_to_none(palermo: Palermo, files: dict[str, Path]) -> None:
    ran = palermo(
        "amend", f"{files['harbour']},{files['ferry']}", files["bill"], "--lang", "en", "--tradition", "Canada"
    )
    assert ran.code == 0
    assert "Harbour Act, amended" in ran.out
    assert "Ferry Act, amended" in ran.out
    assert ran.out.count("it amends another act: Raft Act") == 1
    assert ran.out.count("In force from 2031-03-01") == 1


def test_an_instruction_that_names_no_act_is_refused_for_several(
    palermo: Palermo, files: dict[str, Path], tmp_path: Path
) -> None:
    loose = tmp_path / "loose.txt"
    loose.write_text("1 Section 7 of the Act is replaced by the following:\nSpeed\n7 It stops.\n", "utf-8")
    args = (loose, "--lang", "en", "--tradition", "Canada", "--format", "json")
    document = json.loads(palermo("amend", f"{files['harbour']},{files['ferry']}", *args).out)
    reasons = [o["reason"] for one in document["amendments"] for o in one["outcomes"]]
    assert reasons == ["it does not say which act is meant, and several are given"] * 2
    assert json.loads(palermo("amend", files["harbour"], *args).out)["status"] == "applied"


@pytest.mark.parametrize("form", ["consolidated", "akn"])
def test_a_format_for_one_act_is_refused_for_several(palermo: Palermo, files: dict[str, Path], form: str) -> None:
    ran = palermo("amend", f"{files['harbour']},{files['ferry']}", files["bill"], "--lang", "en", "--format", form)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


def test_later_instructions_are_not_carried_out_for_a_day(palermo: Palermo, files: dict[str, Path]) -> None:
    args = ("amend", files["harbour"], files["bill"], "--lang", "en", "--tradition", "Canada", "--format", "json")
    before, after = (json.loads(palermo(*args, "--at", day).out) for day in ("2030", "2032-05-01"))
    assert (before["status"], after["status"]) == ("refused", "applied")
    assert before["outcomes"][0]["reason"] == "it comes into force on 2031-03-01"
    assert before["outcomes"][0]["commences"] == "2031-03-01"


def test_instructed_against_actual(palermo: Palermo, files: dict[str, Path]) -> None:
    args = (
        "amend",
        files["harbour"],
        files["bill"],
        "--lang",
        "en",
        "--tradition",
        "Canada",
        "--check",
        files["official"],
    )
    ran = palermo(*args, "--exit-code")
    assert ran.code == 1
    assert "the official text shows 1" in ran.out
    assert "no instruction explains 1" in ran.out
    assert "{+last+}" in ran.out
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    check = json.loads(palermo(*args, "--format", "json").out)["check"]
    assert check["differs"]
    assert check["instructions"] == [{"outcome": 0, "verdict": "shown"}]
    [difference] = check["differences"]
    assert (difference["why"], difference["result"], difference["official"]) == ("no instruction", "first", "last")
    assert [p["cite"] for p in difference["right"]] == ["8"]


def test_no_difference_ends_with_0(palermo: Palermo, files: dict[str, Path]) -> None:
    files["official"].write_text(files["official"].read_text("utf-8").replace("last", "first"), "utf-8")
    args = (files["bill"], "--lang", "en", "--tradition", "Canada", "--check", files["official"], "--exit-code")
    ran = palermo("amend", files["harbour"], *args)
    assert ran.code == 0
    assert "It reads as the text that results" in ran.out


@pytest.mark.parametrize(
    "args",
    [
        ["harbour", "bill", "--exit-code"],
        ["harbour", "bill", "--check", "other"],
        ["harbour", "bill", "--check", "missing"],
        ["harbour,ferry", "bill", "--check", "other"],
    ],
)
def test_mistakes_end_in_one_line(palermo: Palermo, files: dict[str, Path], args: list[str]) -> None:
    named = {name: str(path) for name, path in files.items()} | {
        "harbour,ferry": f"{files['harbour']},{files['ferry']}"
    }
    ran = palermo("amend", *(named.get(arg, arg) for arg in args), "--lang", "en", "--tradition", "Canada")
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1

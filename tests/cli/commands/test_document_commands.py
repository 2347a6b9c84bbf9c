"""`gaps`, `matrix`, `brief`, `codebook` as documents: by suffix, with the same bytes, wrong input in one line."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from palermo.kb.frameworks.framework import load
from tests.conftest import Palermo

SAMPLE = files("palermo") / "sample"
OLD, NEW, VICTIMS = (
    str(SAMPLE / f"{name}.en.md") for name in ("criminal-code-2004", "criminal-code-2019", "victims-act-2022")
)
COMMANDS = {
    "gaps": ("gaps", NEW, VICTIMS),
    "with": ("gaps", OLD, "--with", NEW),
    "history": ("gaps", "--history", OLD, NEW),
    "matrix": ("matrix", OLD, NEW),
    "brief": ("brief", NEW),
    "codebook": ("codebook",),
}
BEGINS = {"docx": b"PK", "xlsx": b"PK", "md": b"# ", "html": b"<!DOCTYPE html>"}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_the_suffix_decides_and_the_same_input_gives_the_same_bytes(
    palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, suffix: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        file = tmp_path / folder / f"{folder}.{suffix}"
        assert palermo(*COMMANDS[name], "-o", file).code == 0
        made.append(file.read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(BEGINS[suffix])


@pytest.mark.parametrize("name", ["gaps", "history", "matrix"])
def test_workbooks(palermo: Palermo, tmp_path: Path, name: str) -> None:
    assert palermo(*COMMANDS[name], "-o", tmp_path / "a.xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert len(book.sheetnames) == (6 if name == "gaps" else 7)


@pytest.mark.parametrize(
    "name", ["brief", *(pytest.param(n, marks=pytest.mark.slow) for n in COMMANDS if n != "brief")]
)
def test_pdf(palermo: Palermo, tmp_path: Path, name: str) -> None:
    pytest.importorskip("weasyprint", reason="palermo[pdf] is not installed", exc_type=ImportError)
    assert palermo(*COMMANDS[name], "-o", tmp_path / "a.pdf").code == 0
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "a.pdf")]
    assert len(pages) > 1
    if name == "brief":
        assert "not met in full" in pages[0]
        assert "The offence itself is threatened with" in pages[0]
        assert "quoted in full on the next pages" in pages[0]
        assert pages[1].startswith("The articles themselves")


def test_the_command_that_makes_it_again_stands_in_it(palermo: Palermo, tmp_path: Path) -> None:
    palermo("gaps", NEW, "--lang", "en", "-o", tmp_path / "a.docx")
    word = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes()))
    said = "".join(word.element.itertext())
    assert f"palermo gaps {NEW} --lang en --format docx" in said
    assert str(tmp_path / "a.docx") not in said


def test_a_brief_on_standard_output_is_markdown(palermo: Palermo) -> None:
    ran = palermo("brief", NEW)
    assert ran.code == 0
    assert ran.out.startswith("# Country brief, XT: ")
    assert "## The articles themselves" in ran.out


def test_the_codebook_as_data_and_in_the_terminal(palermo: Palermo) -> None:
    book = json.loads(palermo("codebook", "--format", "json").out)
    assert book["schema"] == "palermo.codebook/1"
    assert len(book["codes"]) == len(load("palermo").elements)
    assert book["codes"][0]["ratings"] == {
        "yes": "met", "some cases": "partly", "no": "absent", "unclear": "undecided",
    }  # fmt: skip
    text = palermo("codebook").out
    assert all(entry["code"] in text for entry in book["codes"])
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    "args",
    [
        ("gaps", NEW, "-o", "missing/a.docx"),
        ("gaps", "nothing.md", "-o", "a.docx"),
        ("brief", NEW, "-o", "a.json"),
        ("codebook", "--framework", "rome", "-o", "a.docx"),
    ],
)
def test_wrong_input_is_said_in_a_line_and_nothing_is_written(
    palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = palermo(*args)
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert not list(tmp_path.glob("a.*"))

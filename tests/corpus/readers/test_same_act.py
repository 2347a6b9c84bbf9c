"""A Word and a PDF version of an act of the sample state give the same provisions as its text."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file, read_text
from tests.support.files.docx_parts import docx, p, styles
from tests.support.files.pdf_files import pages_of, pdf

ACTS = ["criminal-code-2019.en", "victims-act-2022.ru", "amending-act-2019.en", "criminal-code-2004.ru"]


def lines(act: str) -> list[tuple[int, str]]:
    """The paragraphs of the act, each with the level of its heading."""
    text = (files("palermo") / "sample" / f"{act}.md").read_text(encoding="utf-8")
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    found = (re.fullmatch(r"(#*) ?(.*)", line) for line in body.splitlines() if line.strip())
    return [(len(m[1]), m[2]) for m in found if m]


def provisions(version: Version) -> list[tuple[str, str, str, str, str, str]]:
    return [(p.id, p.level, p.cite, p.num, p.heading, version.reading(p.span).text) for p in version.root.walk()][1:]


def plain(act: str) -> list[tuple[str, str, str, str, str, str]]:
    text = "\n\n".join(words for _, words in lines(act))
    return provisions(read_text(text, name="act.txt", lang=act[-2:]))


@pytest.mark.parametrize("act", ACTS)
def test_word(act: str, tmp_path: Path) -> None:
    body = [p(words, style=f"Heading{level}" if level else "") for level, words in lines(act)]
    (tmp_path / "act.docx").write_bytes(docx(*body, styles=styles()))
    assert provisions(read_file(str(tmp_path / "act.docx"), lang=act[-2:])) == plain(act)


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("act", ACTS)
def test_pdf(act: str, columns: int, tmp_path: Path) -> None:
    body = [("# " if level else "") + words for level, words in lines(act)]
    (tmp_path / "act.pdf").write_bytes(pdf(pages_of(body, columns=columns)))
    assert provisions(read_file(str(tmp_path / "act.pdf"), lang=act[-2:])) == plain(act)

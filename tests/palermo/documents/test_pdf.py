"""PDF: what a page says, with title, language and structure; letters that can be copied."""

from __future__ import annotations

import builtins
import re
import shutil
import subprocess
import time
import zlib
from pathlib import Path
from statistics import median
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from palermo.corpus.errors import UsageError
from palermo.report.analysis.memo.brief import brief
from palermo.report.format.html.blocks import document as as_page
from palermo.report.format.html.page import Markup, page, table
from palermo.report.format.pdf import pdf
from tests.support.report_cases import case

_KAZAKH = "Әділет, ғылым, қоғам, теңіз, өмір, ұлт, үй, тіршілік, һәм"
_LONG = "противоправногоперемещения " * 40


def _page(words: str = _KAZAKH) -> str:
    body = Markup('<h2 lang="kk">{}</h2>\n<p lang="ru">{}</p>\n{}').format(
        words, _LONG, table("Таблица", ["№", "текст"], [["1", Markup('<img src="http://127.0.0.1:1/x.png" alt="x">')]])
    )
    return page("Вред & польза", body, lang="ru")


@pytest.fixture
def weasyprint() -> Any:
    return pytest.importorskip("weasyprint", reason="palermo[pdf] is not installed", exc_type=ImportError)


@pytest.mark.usefixtures("weasyprint")
def test_what_it_says_can_be_copied(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(pdf(_page()))
    if shutil.which("pdftotext") is None or shutil.which("pdfinfo") is None:
        pytest.skip("pdftotext is not installed")
    text = subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
    assert _KAZAKH in " ".join(text.split())
    assert " ".join(text.split()).count("противоправногоперемещения") == 40  # no word is broken
    info = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    assert "Вред & польза" in info
    assert "Tagged:          yes" in info
    structure = subprocess.run(["pdfinfo", "-struct", file], check=True, capture_output=True, text=True).stdout
    assert "Table" in structure
    assert "H2" in structure


@pytest.mark.usefixtures("weasyprint")
def test_pages_have_numbers_their_title_from_the_second_on_and_letters_that_can_be_read() -> None:
    made = pypdfium2.PdfDocument(pdf(as_page(brief(case("criminal-code-2019.en")))))
    first, second, *_ = (page.get_textpage() for page in made)
    assert f"1 / {len(made)}" in first.get_text_range()
    assert "The articles themselves" not in first.get_text_range()
    assert "The articles themselves" in second.get_text_range()
    assert "Country brief" in second.get_text_range()  # at its foot
    sizes = [raw.FPDFText_GetFontSize(first.raw, n) for n in range(first.count_chars())]
    assert median(sizes) > 8


def test_title_language_and_structure_are_in_it_and_the_same_page_gives_the_same_bytes(weasyprint: Any) -> None:
    made = pdf(_page())
    time.sleep(1)  # a font says the second in which it was written
    assert made == pdf(_page())
    streams = re.findall(rb"stream\r?\n(x.*?)\r?\nendstream", made, re.DOTALL)
    inside = made + b"".join(zlib.decompressobj().decompress(stream) for stream in streams)
    assert b"/Lang (ru)" in inside
    assert b"pdfuaid" in inside
    assert weasyprint.HTML


def test_without_the_library_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "weasyprint":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError, match=r"palermo\[pdf\]"):
        pdf(_page())

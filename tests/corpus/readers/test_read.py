"""From a file to a Version: which reader, which language, which instrument, and the text character for character."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.errors import InputError, PalermoError
from palermo.corpus.model.text_model import Basis
from palermo.corpus.readers import read, read_file, read_text
from palermo.corpus.readers.identify import Options
from palermo.corpus.readers.registry import choose
from tests.support.failures.same_text import assert_same_text

ENGLISH = "1. Short title\nThis Act may be cited as the Harbour Act.\n2. Offence\nA person who lies commits an offence."
RUSSIAN = "Статья 1. Понятия\n1. В этом Законе используются понятия:\n1) жертва – лицо, которому причинён вред;"
FRENCH = (
    "Article 1er\nLe fait de recruter une personne à des fins d'exploitation est puni de sept ans d'emprisonnement."
)


def test_text_keeps_every_character_and_line_end(tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_bytes(b"\xef\xbb\xbf1. One\r\n\r\n2.\tTwo \r3. Three\x0c\n")
    assert read_file(str(file), lang="en").text == "1. One\r\n\r\n2.\tTwo \r3. Three\x0c\n"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n\r"), min_size=1))
def test_any_text_is_kept_or_refused(text: str) -> None:
    try:
        version = read_text(text, name="act.txt", lang="en")
    except PalermoError:
        return
    if choose(text.encode(), "act.txt").format in ("plain", "markdown"):
        assert_same_text(version.text, text.removeprefix("\ufeff"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1251"])
def test_encodings_of_cyrillic(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "act.txt"
    file.write_bytes(RUSSIAN.encode(encoding))
    version = read_file(str(file))
    assert_same_text(version.text, RUSSIAN)
    assert version.lang == "ru"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_encodings_of_western_languages(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "act.txt"
    file.write_bytes(FRENCH.encode(encoding))
    assert_same_text(read_file(str(file)).text, FRENCH)


@pytest.mark.parametrize(
    ("text", "name", "reader"),
    [
        ("1. One\n2. Two", "act.txt", "plain"),
        ("1. One\n2. Two", "act", "plain"),
        ("1. One\n2. Two", "act.xml", "plain"),
        ("1. One\n2. Two", "act.html", "plain"),
        ("# Act\n\n## Part\n\n**1\\.** One", "-", "markdown"),
        ('---\ntitle: "Act"\ncountry: "kz"\n---\nArticle 1', "act.txt", "markdown"),
        ("1. One", "act.md", "markdown"),
        ('<a id="st1"></a>\n\n### Article 1\n\n1\\. One', "act.md", "markdown"),
        ("<meta charset='utf-8' />\n\n##Convention\n\n*Preamble*  The", "act.md", "markdown"),
        ("<?xml version='1.0'?><act><p>1</p></act>", "act.txt", "xml"),
        ("<act><p>1</p></act>", "-", "xml"),
        ("<p>1. One</p>", "fragment.xml", "xml"),
        ("<Statute><Body/></Statute>", "act", "xml"),
        ("<!DOCTYPE html>\n<html><body><p>1</p></body></html>", "act.txt", "html"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "a.xml", "html"),
        ("<div class='law'><p>1. One</p><p>2. Two</p></div>", "-", "html"),
        ("<h2>Article 1</h2><p>One</p>", "page.html", "html"),
    ],
)
def test_content_decides_the_reader(text: str, name: str, reader: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be"):
        assert choose(text.encode(encoding), name).format == reader


def test_a_string_is_characters_whatever_encoding_it_declares() -> None:
    page = '<html><meta charset="koi8-r"><p>Статья 1</p></html>'
    assert read_text(page, lang="ru").text == "Статья 1"
    document = '<?xml version="1.0" encoding="windows-1251"?><act><p>Статья 1</p></act>'
    assert read_text(document, lang="ru").text == "Статья 1"


def test_standard_input() -> None:
    version = read_file("-", stdin=io.BytesIO(ENGLISH.encode()))
    assert version.source.path == "-"
    assert_same_text(version.text, ENGLISH)
    with pytest.raises(InputError, match="standard input"):
        read_file("-")


def test_a_detected_language_is_said_and_a_given_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text(RUSSIAN, encoding="utf-8")
    reading = read(str(file))
    assert reading.version.lang == "ru"
    assert len(reading.notes) == 1
    assert "ru" in reading.notes[0]
    assert reading.confidence is not None
    assert reading.confidence > 0.9
    given_one = read(str(file), Options(lang="kk"))
    assert (given_one.version.lang, given_one.notes, given_one.confidence) == ("kk", (), None)


def test_a_language_that_is_not_clear_is_und_with_one_note(tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text("1. (a) 2. (b) 3.")
    reading = read(str(file))
    assert reading.version.lang == "und"
    assert "--lang" in reading.notes[0]


def test_a_name_of_its_own_by_hash(tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text(ENGLISH)
    version = read_file(str(file))
    assert str(version.ref) == f"/akn/zz/doc/{version.source.sha256[:12]}/eng"
    assert version.in_force is None
    assert read_file(str(file), jurisdiction="MW").ref.instrument.country == "mw"


def test_options_say_who_a_text_is(tmp_path: Path) -> None:
    file = tmp_path / "act.txt"
    file.write_text(ENGLISH)
    version = read_file(str(file), lang="eng", title="Harbour Act", date="2015-06", instrument="/akn/mw/act/2015/3")
    assert str(version.ref) == "/akn/mw/act/2015/3/eng@2015-06"
    assert version.title == "Harbour Act"
    assert version.in_force is not None
    assert version.in_force.basis is Basis.FIRST_SEEN


@pytest.mark.parametrize(
    "wrong", [{"lang": "klingon"}, {"date": "1 May"}, {"instrument": "act 3"}, {"jurisdiction": "Malawi!"}]
)
def test_options_that_are_not_well_formed_are_refused(tmp_path: Path, wrong: dict[str, Any]) -> None:
    file = tmp_path / "act.txt"
    file.write_text(ENGLISH)
    with pytest.raises(PalermoError):
        read_file(str(file), **wrong)

"""Encodings are told by their bytes; what cannot be told for sure is refused."""

from __future__ import annotations

import csv
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.errors import InputError
from palermo.corpus.text.decode import decode, encoding_of

KNOWN = {
    "windows-1251": "Стаття 1. Визначення понять: потерпілий – особа, якій завдано шкоди; «особа».",
    "windows-1252": "§ 1 Menschenhandel. Wer eine Person über die Grenze führt, wird für schuldig erklärt – „so“.",
    "utf-16-le": "Section 1. The keeper keeps the lantern.\n",
    "utf-16-be": "Статья 1. Смотритель хранит фонарь.\r\nСтатья 2. Понятия\r\n",
}


@pytest.mark.parametrize(("encoding", "text"), KNOWN.items())
def test_encodings_without_a_mark(encoding: str, text: str) -> None:
    assert encoding_of(text.encode(encoding)) == encoding
    assert decode(text.encode(encoding), "f") == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    data = text.encode()
    if encoding_of(data) == "utf-8":
        assert decode(data, "f") == text


@given(st.binary(max_size=400))
def test_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(InputError):
        decode(data, "f").encode()


@pytest.mark.parametrize("encoding", ["cp850", "mac_roman"])
def test_french_in_other_pages_is_not_taken_for_windows(encoding: str) -> None:
    data = "Le fait de procéder à la traite d'une personne âgée, après l'avoir trompée, est réprimé.".encode(encoding)
    with pytest.raises(InputError):
        decode(data, "f")


@pytest.mark.mirror
def test_real_statutes_in_single_bytes(mirror: Path) -> None:
    """Every Russian text is the same in windows-1251; in koi8-r and 866 every one is refused."""
    with (mirror / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = [
            r for r in csv.DictReader(file, delimiter="\t") if r["format"] in ("txt", "md") and r["language"] == "ru"
        ]
    assert rows
    for row in rows[::6]:
        text = (mirror / row["path"]).read_text(encoding="utf-8-sig")
        data = text.encode("windows-1251", "ignore")
        assert decode(data, "f") == data.decode("windows-1251")
        for other in ("koi8-r", "cp866"):
            with pytest.raises(InputError):
                decode(text.encode(other, "ignore"), "f")


@pytest.mark.mirror
def test_real_statutes_in_western_bytes(mirror: Path) -> None:
    """What is written in windows-1252 is read as it was, in five languages; Czech and Lithuanian pages are refused."""
    pages = dict.fromkeys(("en", "fr", "de", "es", "nl"), "windows-1252") | {"cs": "windows-1250", "lt": "windows-1257"}
    with (mirror / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = [
            r for r in csv.DictReader(file, delimiter="\t") if r["format"] in ("txt", "md") and r["language"] in pages
        ]
    for row in rows[::5]:
        page = pages[row["language"]]
        data = (mirror / row["path"]).read_text(encoding="utf-8-sig").encode(page, "ignore")
        if page == "windows-1252":
            assert decode(data, "f") == data.decode(page), row["path"]
        else:
            with pytest.raises(InputError):
                decode(data, "f")

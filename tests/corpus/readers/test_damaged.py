"""Damaged files end in an error of palermo's or in a text, never in anything else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from palermo.corpus.errors import PalermoError
from palermo.corpus.readers import read_file, read_text
from tests.support.failures.same_text import assert_same_text

INVENTED = {
    "act.txt": "1. Short title\nThis Act is the Lantern Act.\n2. (1) A keeper keeps—\n(a) oil; and\n(b) wicks.\n",
    "act.md": '---\ntitle: "Lantern Act"\ncountry: "mw"\n---\n# Act\n\n### Article 1. Terms\n\n1\\. A **lamp** is.\n',
    "act.ru.md": "### Статья 1. Понятия\n\n1\\. Фонарь – это свет.\n\n2\\. Смотритель:\n\nа) хранит;\n\nб) чинит.\n",
    "act.html": "<!DOCTYPE html><html><head><title/></head><body><p>Article 1<sup>1</sup>. One</p></body></html>",
    "act.xml": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><akomaNtoso><act><body><section><num>1.</num>'
    "<content><p>&x; One <b>two</b></p></content></section></body></act></akomaNtoso>",
    "eisb.xml": '<act><body><sect><number>1.</number><p class="-3 11 0 left"><b>1.</b> (1) One <odq/>(a) two<cdq/></p>'
    '<p class="-3 14 0 left 1 0">(a) three</p></sect></body></act>',
}
ENCODINGS = ("utf-8", "utf-16", "windows-1251")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """`data` cut short, with bits turned over, or with a piece twice."""
    kind = chance.randrange(3)
    at = chance.randrange(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:
        out = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
        return bytes(out)
    end = min(len(data), at + chance.randint(1, 200))
    return data[:end] + data[at:end] * chance.randint(1, 3) + data[end:]


def assert_read_or_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    try:
        version = read_file(str(file))
    except PalermoError:
        return
    assert version.root.span == (0, len(version.text))


def test_invented_acts(tmp_path: Path) -> None:
    chance = random.Random(1)
    for number in range(300):
        name, text = chance.choice(sorted(INVENTED.items()))
        data = text.encode(chance.choice(ENCODINGS), "xmlcharrefreplace")
        assert_read_or_refused(tmp_path / f"{number}.{name}", damaged(data, chance))


@pytest.mark.mirror
@pytest.mark.slow
def test_real_acts(mirror: Path, tmp_path: Path) -> None:
    files = [
        f
        for f in sorted(mirror.rglob("*"))
        if f.suffix.lower() in (".txt", ".md", ".xml") and f.stat().st_size < 60_000
    ]
    chance = random.Random(2)
    for number in range(300):
        file = chance.choice(files)
        assert_read_or_refused(tmp_path / f"{number}.{file.name}", damaged(file.read_bytes(), chance))


@pytest.mark.mirror
@pytest.mark.slow
def test_every_file_of_the_mirror_is_read(mirror: Path) -> None:
    """Without options; only the file that is malformed on purpose is refused."""
    refused = []
    for file in sorted(mirror.rglob("*")):
        if file.is_file() and file.suffix.lower() in (".txt", ".md", ".xml", ".html"):
            try:
                version = read_file(str(file))
            except PalermoError:
                refused.append(file.name)
            else:
                assert version.text.strip()
                if file.suffix.lower() in (".txt", ".md"):
                    assert_same_text(version.text, file.read_bytes().decode("utf-8-sig"))
    assert refused == ["malformed.xml"]


TAILS = ["[", "(", "§", "1", "1.", "(1", "[1", "Art.", '"', "“", "*", "##", "[^", "<", "“1.", "Section 2 ["]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize(
    "head", ["", "1. Text\n", "Section 1. Whoever recruits.\n", "Article 1\nText.\n2. ", "In 5 put “"]
)
@pytest.mark.parametrize("name", ["law.txt", "law.md"])
def test_a_text_may_break_off_anywhere(name: str, head: str, tail: str) -> None:
    assert_same_text(read_text(head + tail, name=name, lang="en").text, head + tail)

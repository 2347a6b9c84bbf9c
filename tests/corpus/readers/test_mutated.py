"""Damaged and hostile files: each ends in a text or in an error of palermo's, soon, in little memory, asking nobody.

Each reader gets as many mutations as PALERMO_MUTATIONS says: 30 here and in CI, 300 with `make soak`.
"""

from __future__ import annotations

import io
import os
import random
import socket
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest

from palermo.corpus.errors import InputError, PalermoError
from palermo.corpus.readers import read, read_file
from tests.support.counting import TWICE, steps
from tests.support.files.docx_parts import docx, level, numbering, p, table, zipped
from tests.support.files.odf_and_epub import epub, odt
from tests.support.files.pdf_files import pages_of, pdf

COUNT = int(os.environ.get("PALERMO_MUTATIONS", "30"))
TIMES = 10  # as many steps as the sound file a damaged one may take, pieces of which may stand in it ten times
MEMORY = 500_000_000  # bytes
_SMALLER = 100  # than the whole is what is counted step by step
ITEMS = [f"{n}. A ferry of class {n} carries people over the river and back." for n in range(1, 40)]
LISTS = numbering({"0": (level(0, "%1."),)}, {"1": ("0", "")})
NOTE = '<w:footnote w:id="5"><w:p/></w:footnote>'
ITEM = "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>"
SAMPLES: dict[str, bytes] = {
    "a.docx": docx(*(p(t, num="1") for t in ITEMS), table((p("a"), p("b"))), numbering=LISTS, footnotes=NOTE),
    "a.odt": odt("".join(map(ITEM.format, ITEMS))),
    "a.epub": epub(*(f"<h1>Article {n}</h1><p>{t}</p>" for n, t in enumerate(ITEMS[:5]))),
    "a.rtf": ("{\\rtf1\\ansi{\\fonttbl{\\f0 A;}}" + "".join(f"\\pard {{\\b {t}}}\\par" for t in ITEMS) + "}").encode(),
    "a.pdf": pdf(pages_of(ITEMS, columns=2)),
    "a.html": ("<html><body>" + "".join(f"<p>{t}</p>" for t in ITEMS) + "</body></html>").encode(),
    "a.md": ("# Act\n\n" + "\n\n".join(ITEMS)).encode(),
    "a.txt": "\n".join(ITEMS).encode(),
    "formex.xml": b"<ACT><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>x</ALINEA></ARTICLE>"
    b"</ENACTING.TERMS></ACT>",
    "uslm.xml": b'<bill xmlns="http://schemas.gpo.gov/xml/uslm"><section><num>1.</num><content>x</content></section>'
    b"</bill>",
    "clml.xml": b'<Legislation><P1><Pnumber>1</Pnumber><P1para><Text>x</Text></P1para></P1></Legislation>',
    "akn.xml": b"<akomaNtoso><act><body><section><num>1</num><content><p>x</p></content></section></body></act>"
    b"</akomaNtoso>",
    "lims.xml": b"<Statute><Body><Section><Label>1</Label><Text>x</Text></Section></Body></Statute>",
    "eisb.xml": b'<act><body><sect><number>1.</number><p class="0 3 0">1. x</p></sect></body></act>',
}  # fmt: skip


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> NoReturn:
        raise AssertionError(f"a reader asked the network: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` cut short, with bits turned over, overwritten, with a piece twice, or in another encoding."""
    kind, at = chance.randrange(5), chance.randrange(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:
        out = bytearray(data)
        for _ in range(chance.randint(1, 30)):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
        return bytes(out)
    if kind == 2:
        return data[:at] + chance.randbytes(chance.randint(1, 400)) + data[at + 200 :]
    if kind == 3:
        return data.decode("latin-1").encode(chance.choice(["utf-16", "utf-8", "cp037"]))
    return data[:at] + data[max(0, at - 500) : at] * chance.randint(1, 9) + data[at:]


def inside(data: bytes, chance: random.Random) -> bytes:
    """An archive, one part of which is mutated."""
    parts = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name) for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    name = chance.choice([n for n, part in parts.items() if part])
    return zipped({**parts, name: mutated(parts[name], chance)}, stored="mimetype")


def ended(file: Path) -> None:
    """Read a file, to a text or to an error of palermo's in one line."""
    try:
        version = read(str(file)).version
    except PalermoError as error:
        assert "\n" not in str(error)  # noqa: PT017 - a text is as good an end
    else:
        assert version.root.span == (0, len(version.text))


@pytest.mark.parametrize("name", SAMPLES)
def test_mutations(name: str, tmp_path: Path) -> None:
    sample, chance = SAMPLES[name], random.Random(name)
    file = tmp_path / name
    file.write_bytes(sample)
    assert read_file(str(file), lang="en").text.strip()
    sound = steps(lambda: ended(file))
    for number in range(COUNT):
        archive = sample.startswith(b"PK") and number % 2
        file.write_bytes(inside(sample, chance) if archive else mutated(sample, chance))
        assert steps(lambda: ended(file), warm=False) < TIMES * sound, (name, number)


def bomb(times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(times)) + packer.flush()


def flate(data: bytes, filters: str = "/FlateDecode") -> bytes:
    """A PDF, the first page of which is this stream."""
    made = pdf(pages_of(["1. x"]))
    start = made.index(b"11 0 obj")
    end = made.index(b"endobj", start)
    head = f"11 0 obj\n<</Length {len(data)}/Filter{filters}>>stream\n".encode()
    return made[:start] + head + data + b"\nendstream\n" + made[end:]


def word(document: str) -> bytes:
    """A Word document whose text is this."""
    return docx(p("x"), more={"word/document.xml": document.encode()})


LAUGHS = '<!DOCTYPE a [<!ENTITY a0 "ha">{}]><a>&a11;</a>'.format(
    "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
)
OUTSIDE = '<!DOCTYPE a [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><a>&e;</a>'
NOTED = '<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id="5"/></w:r></w:p>'


def crowd(size: int) -> str:
    """So many attributes."""
    return "".join(f' a{n}="x"' for n in range(size))


# How large each is, and what it is at any size: twice as much of it may cost twice as much.
HOSTILE: dict[str, tuple[int, Callable[[int], bytes]]] = {
    "zip bomb": (60_000_000, lambda n: word("<w>" + " " * n)),
    "elements in elements": (100_000, lambda n: word("<a>" * n)),
    "entities in Word": (1, lambda _: word(LAUGHS)),
    "entities outside": (1, lambda _: word(OUTSIDE)),
    "tables in tables": (80, lambda n: docx("<w:tbl><w:tr><w:tc>" * n + p("x") + "</w:tc></w:tr></w:tbl>" * n)),
    "paragraphs without end": (60_000, lambda n: docx("<w:p><w:r><w:t>1. a</w:t></w:r></w:p>" * n)),
    "groups in groups": (1_000_000, lambda n: b"{\\rtf1 " + b"{" * n),
    "stream bomb": (60, lambda n: flate(bomb(n))),
    "stream in stream": (400, lambda n: flate(zlib.compress(bomb(n), 9), "[/FlateDecode/FlateDecode]")),
    "letters without end": (
        2_000_000,
        lambda n: flate(zlib.compress(b"BT /F 9 Tf 10 10 Td " + b"(abc) Tj " * n + b"ET")),
    ),
    "laughs": (1, lambda _: LAUGHS.encode()),
    "attributes without end": (200_000, lambda n: word(f"<a{crowd(n)}/>")),
    "attributes of a page without end": (200_000, lambda n: f"<html><body><p{crowd(n)}>x</p></body></html>".encode()),
    "items without end": (25_000, lambda n: odt(ITEM.format("(a) x;") * n)),
    "notes in notes": (60_000, lambda n: b"{\\rtf1 " + b"\\footnote " * n + b"}"),
    "marks of notes without end": (1_000_000, lambda n: b"{\\rtf1 " + b"\\chftn " * n + b"}"),
    "a damaged stream": (300_000, lambda n: flate(zlib.compress(b"BT ET " * 9_000)[:-4] + b"damaged" * n)),
    "blank lines": (300_000, lambda n: b"\n" * n + b"1. A boat."),
    "blanks": (300_000, lambda n: b" " * n + b"| 1. A boat."),
    "brackets": (200_000, lambda n: b"[" * n + b"[^" * n + b"[" + b"\\a" * 5_000),
    "comments": (100_000, lambda n: b"# A\n\n" + b"<!-- " * n),
    "footnotes": (12_000, lambda n: b"# A\n\n# B\n\n" + b"".join(b"[^%d]: a\n" % k for k in range(n))),
    "tags without end": (1_600_000, lambda n: word("<w:document>" + "<w:a/>" * n + "</w:document>")),
    "a note in itself": (30, lambda n: docx(NOTED * n, footnotes=f'<w:footnote w:id="5">{NOTED}</w:footnote>')),
    "a long note again and again": (
        20_000,
        lambda n: docx(
            NOTED * n, footnotes=f'<w:footnote w:id="5">{"<w:p><w:r><w:t>n</w:t></w:r></w:p>" * 200}</w:footnote>'
        ),
    ),
    "headings in headings": (100_000, lambda n: b"<html><body>" + b"<h1>" * 150 + b"<span>1</span>a" * n),
    "paragraphs of a page without end": (100_000, lambda n: b"<html><body>" + b"<p>1. a</p>" * n),
    "numbers that are the same": (
        30_000,
        lambda n: b"<Statute><Body>" + b"<Section><Label>1</Label></Section>" * n + b"</Body></Statute>",
    ),
    "indents without end": (
        9_000,
        lambda n: (
            b"<act><body><sect><number>1.</number>"
            + b"".join(b'<p class="0 %d 0">(a) x</p>' % k for k in range(n))
            + b"</sect></body></act>"
        ),
    ),
    "headings below headings": (
        9_000,
        lambda n: (
            b"<Statute><Body>"
            + b"".join(
                b'<Heading level="%d"><TitleText>A</TitleText></Heading>' % k
                + b"<Section><Label>1</Label><Text>x</Text></Section>"
                for k in range(n)
            )
            + b"</Body></Statute>"
        ),
    ),
    "elements without end": (1_600_000, lambda n: b"<a>" + b"<b/>" * n + b"</a>"),
    "prefaces without end": (
        40_000,
        lambda n: b"<akomaNtoso>" + b"<preface><p><docTitle/></p></preface>" * n + b"<act><body/></act></akomaNtoso>",
    ),
    "lines without end": (500_000, lambda n: b"{\\rtf1 a" + b"\\line b" * n + b"}"),
    "lines of a text without end": (1_000_000, lambda n: b"a\n" * n),
    "deep page": (200_000, lambda n: b"<html><body>" + b"<div>" * n),
}
# the highest resident memory of this process alone: getrusage's counts what its parent had when it was started
SCRIPT = """
import re, resource, sys
from palermo.corpus.errors import InputError
from palermo.corpus.readers import read_file
try:
    read_file(sys.argv[1], lang="en")
except InputError as error:
    assert "\\n" not in str(error)
try:
    own = int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1])
except OSError:
    own = 0
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name: str, tmp_path: Path) -> None:
    """In a process of its own, which says how much memory it and its children had."""
    file = tmp_path / "file"
    size, made = HOSTILE[name]
    file.write_bytes(made(size))
    pytest.importorskip("resource")
    command = [sys.executable, "-c", SCRIPT, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)  # but for one that hangs
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < MEMORY


@pytest.mark.parametrize("name", [name for name, (size, _) in HOSTILE.items() if size > 1])
def test_twice_as_much_of_a_hostile_file_costs_twice_as_much(name: str, tmp_path: Path) -> None:
    """Of a small one, all of whose steps are counted: nothing that is refused for its size alone."""
    size, made = HOSTILE[name]
    small = max(size // _SMALLER, min(size, 30))
    costs = []
    for n in (small, 2 * small):
        file = tmp_path / f"{n}"
        file.write_bytes(made(n))
        costs.append(steps(partial(ended, file)))
    assert costs[1] < TWICE * costs[0], costs


def test_an_entity_outside_a_word_document_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(word(OUTSIDE))
    with pytest.raises(InputError, match="outside the file"):
        read_file(str(file))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_parts_that_cannot_be_unpacked_little_by_little_are_refused(method: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(p("x")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    file = tmp_path / "a.docx"
    file.write_bytes(zipped(parts, method=method))
    with pytest.raises(InputError, match=f"packed by method {method}"):
        read_file(str(file))

"""Whatever the user gets wrong: one clear line on standard error, exit code 2, nothing changed, no traceback."""

from __future__ import annotations

import hashlib
import io
import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Palermo

GOOD = "Section 1. Whoever recruits a person by force in order to exploit that person commits an offence.\n"
XML = "<act><section><num>1</num><p>Whoever recruits a person by force commits an offence.</p></section></act>"
BOMB = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))

# name of the file: its bytes, and what the line must say
BAD_FILES: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.md": (b" \n\t\r\n", "empty"),
    "empty.xml": (b"", "empty"),
    "image.png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06\xff\xfe\x98", "text"),
    "image.txt": (bytes(range(256)) * 40, "text|byte"),
    "zeros.txt": (b"Section 1. Whoever\x00\x00\x00\x00\x01\x02 recruits", "text|byte|binary"),
    "archive.docx": (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(range(128, 256)) * 8, "text|byte|Word"),
    "cut.xml": (XML[: len(XML) // 2].encode(), "XML"),
    "crossed.xml": (b"<act><section></act></section>", "XML"),
    "bomb.xml": (f'<?xml version="1.0"?><!DOCTYPE act [<!ENTITY b0 "ha">{BOMB}]><act>&b11;</act>'.encode(), "entit"),
    "outside.xml": (
        b'<?xml version="1.0"?><!DOCTYPE act [<!ENTITY secret SYSTEM "file:///etc/passwd">]><act>&secret;</act>',
        "entit",
    ),
    "parameter.xml": (
        b'<?xml version="1.0"?><!DOCTYPE act [<!ENTITY % far SYSTEM "http://127.0.0.1:9/far.dtd"> %far;]><act>1</act>',
        "entit|DTD",
    ),
    "unknown-entity.xml": (b"<act><section>&nobody;</section></act>", "nobody|entit|XML"),
    "wrong-encoding.xml": (
        '<?xml version="1.0" encoding="UTF-8"?><act>Статья</act>'.encode("windows-1251"),
        "UTF-8|encod|byte",
    ),
    "no-encoding.xml": (b'<?xml version="1.0" encoding="klingon"?><act>x</act>', "encod"),
    "half-utf16.txt": (b"\xff\xfe" + GOOD.encode("utf-16-le")[:-1], "UTF-16|byte"),
    "koi8.txt": (("Статья 1. Торговля людьми наказывается лишением свободы. " * 20).encode("koi8-r"), "UTF-8|encoding"),
    "shift-jis.txt": (("第一条 人身売買は禁止する。" * 20).encode("shift-jis"), "UTF-8|byte|text"),
}

_NOTE = re.compile(r"palermo: (?!error: ).*language")  # how a text was read is said as well


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder with all the bad files, a good one, and a folder that is named like a file."""
    folder = tmp_path / "bad"
    folder.mkdir()
    for name, (data, _) in BAD_FILES.items():
        (folder / name).write_bytes(data)
    (folder / "folder.txt").mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


def one_line(ran, says: str, *, place: str = "") -> None:  # type: ignore[no-untyped-def]
    """The run ended as it has to."""
    assert ran.code == 2, ran
    assert ran.out == ""
    lines = [line for line in ran.err.splitlines() if not _NOTE.match(line)]
    assert len(lines) == 1, ran.err
    assert lines[0].startswith(f"palermo: error: {place}"), ran.err
    assert "bug in palermo" not in ran.err
    assert re.search(says, lines[0].removeprefix(f"palermo: error: {place}"), re.IGNORECASE), lines[0]


def digest(folder: Path) -> dict[str, str]:
    """What is in a folder, file by file."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


@pytest.mark.parametrize("name", BAD_FILES)
def test_show_refuses_what_is_no_law(palermo: Palermo, bad: Path, name: str) -> None:
    one_line(palermo("show", bad / name), BAD_FILES[name][1], place=str(bad / name))


@pytest.mark.parametrize(("name", "says"), [("missing.txt", "no such file"), ("folder.txt", "folder")])
def test_show_refuses_what_is_no_file(palermo: Palermo, bad: Path, name: str, says: str) -> None:
    one_line(palermo("show", bad / name), says, place=str(bad / name))


def test_show_refuses_standard_input_with_nothing_on_it(palermo: Palermo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    one_line(palermo("show", "-"), "empty", place="-")


@pytest.mark.parametrize("name", BAD_FILES)
def test_an_error_is_one_object_where_json_was_asked_for(palermo: Palermo, bad: Path, name: str) -> None:
    ran = palermo("show", bad / name, "--format", "json", "--quiet")
    assert (ran.code, ran.out) == (2, "")
    error = json.loads(ran.err)
    assert error["schema"] == "palermo.error/1"
    assert error["error"] == "input"
    assert error["file"] == str(bad / name)


@pytest.mark.parametrize("name", BAD_FILES)
def test_add_refuses_it_and_leaves_the_library_as_it_was(
    palermo: Palermo, bad: Path, tmp_path: Path, name: str
) -> None:
    assert palermo("add", bad / "good.txt", "--lang", "en").code == 0
    before, listed = digest(tmp_path / "library"), palermo("list", "--format", "json").out
    one_line(palermo("add", bad / name), BAD_FILES[name][1], place=str(bad / name))
    assert palermo("list", "--format", "json").out == listed
    assert digest(tmp_path / "library") == before


def test_add_of_several_adds_all_or_none(palermo: Palermo, bad: Path) -> None:
    assert palermo("add", bad / "good.txt", bad / "cut.xml", "--lang", "en").code == 2
    assert "good.txt" not in palermo("list").out


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "cut.xml", "folder.txt"])
@pytest.mark.parametrize(
    "command",
    [("compare", "GOOD", "BAD"), ("compare", "BAD", "GOOD"), ("gaps", "BAD"), ("define", "trafficking", "GOOD", "BAD")],
)
def test_every_command_refuses_it(palermo: Palermo, bad: Path, command: tuple[str, ...], name: str) -> None:
    files = {"GOOD": bad / "good.txt", "BAD": bad / name}
    ran = palermo(*(files.get(word, word) for word in command), "--lang", "en")
    one_line(ran, "no such file|empty|XML|folder", place=str(bad / name))


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("show", "/akn/zz/act/2001/1/eng@2001"), "/akn/zz/act/2001/1"),
        (("show", "/akn/zz"), "instrument"),
        (("show", "/akn/zz/act/2001/1/eng@soon"), "date"),
        (("show", "/akn/zz/act/2001/1/qqq@2001"), "language"),
        (("show", "good.txt", "--provision", "99"), "no provision"),
        (("show", "good.txt", "--provision", ""), "no provision is named"),
        (("show", "good.txt", "--lang", "qq"), "language"),
        (("show", "good.txt", "--format", "pdf"), "pdf"),
        (("show", "good.txt", "-o", "law.doc"), "suffix"),
        (("show", "good.txt", "-o", "missing/law.json"), "folder"),
        (("compare", "good.txt", "no-such-body"), "no such file|no body"),
        (("compare", "good.txt", "good.txt", "--provision", "99"), "no provision"),
        (("compare", "good.txt", "good.txt", "--provision", ""), "no provision is named"),
        (("gaps", "good.txt", "--framework", "geneva", "--lang", "en"), "framework"),
        (("gaps", "good.txt", "--at", "tomorrow", "--lang", "en"), "date"),
        (("frameworks", "geneva"), "framework"),
        (("define", "jaywalking", "good.txt", "--lang", "en"), "term|jaywalking"),
        (
            ("explain", "recruitmnt", "good.txt", "--lang", "en"),
            r"one of recruitment, act\.recruitment",
        ),
        (
            ("explain", "purpose", "good.txt", "--lang", "en"),
            "'purpose' is 14 elements .expected one of purpose",
        ),
        (("explain", "good.txt", "act.receipt", "--lang", "en"), "act.receipt is a code .expected the code first"),
        (("review", "show", "act.receipt", "good.txt"), "act.receipt is a code .expected the body of law first"),
        (("compare", "good.txt", "good.txt", "--only", "material,sideways"), "'sideways' is not one of"),
        (("search", "law", "--at", "2020-02-30"), "date"),
        (("search", "--similar", "/akn/zz/act/2001/1~art_1", "--explain"), "no --explain"),
        (("search", "law", "--lang", "qq"), "language"),
        (("body", "add", "us", "/akn/zz/act/2001/1"), "/akn/zz/act/2001/1"),
    ],
)
def test_what_is_not_known_is_named(
    palermo: Palermo, bad: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(bad)
    assert palermo("add", "good.txt", "--lang", "en").code == 0
    one_line(palermo(*command), says)


@pytest.mark.parametrize("command", [("compare", "-", "-"), ("gaps", "-", "--with", "x,-"), ("gaps", "x,-,-")])
def test_standard_input_is_read_once(
    palermo: Palermo, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    one_line(palermo(*command, "--lang", "en"), "standard input is given twice")


@pytest.mark.parametrize("query", ["(recruit", "recruit)", '"by force', "recruit AND", "", "  ", "[", "*"])
def test_a_query_that_does_not_parse_is_refused(palermo: Palermo, bad: Path, query: str) -> None:
    assert palermo("add", bad / "good.txt", "--lang", "en").code == 0
    one_line(palermo("search", query), "query|bracket|quotation|search|expected")


@pytest.mark.parametrize("command", [("list",), ("search", "force"), ("body", "list"), ("show", "/akn/zz/act/2001/1")])
def test_no_library_is_said_and_none_is_made(palermo: Palermo, tmp_path: Path, command: tuple[str, ...]) -> None:
    one_line(palermo(*command), "library", place=str(tmp_path / "library"))
    assert not (tmp_path / "library").exists()


def _files(library: Path, pattern: str) -> list[Path]:
    return [path for path in library.rglob(pattern) if path.is_file()]


def _overwrite(library: Path) -> None:
    for path in _files(library, "*.sqlite"):
        path.write_bytes(b"this is no library" * 400)


def _cut(library: Path) -> None:
    for path in _files(library, "*.sqlite"):
        path.write_bytes(path.read_bytes()[:5000])


def _another(library: Path) -> None:
    for path in _files(library, "*.sqlite"):
        path.unlink()
        with sqlite3.connect(path) as other:
            other.execute("CREATE TABLE recipes (name TEXT)")
        other.close()


@pytest.mark.parametrize("damage", [_overwrite, _cut, _another])
@pytest.mark.parametrize("command", [("list",), ("search", "force"), ("add", "good.txt"), ("body", "list")])
def test_a_damaged_library_is_said_and_left_as_it_is(
    palermo: Palermo,
    bad: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    damage: Callable[[Path], None],
    command: tuple[str, ...],
) -> None:
    monkeypatch.chdir(bad)
    library = tmp_path / "library"
    assert palermo("add", "good.txt", "--lang", "en").code == 0
    damage(library)
    before = digest(library)
    one_line(palermo(*command), "library|damaged|database")
    assert digest(library) == before


def test_a_file_in_place_of_the_library_is_said(palermo: Palermo, tmp_path: Path, bad: Path) -> None:
    (tmp_path / "library").write_text("a file", encoding="utf-8")
    one_line(palermo("list"), "library|folder")
    one_line(palermo("add", bad / "good.txt", "--lang", "en"), "library|folder")

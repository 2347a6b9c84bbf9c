"""What is no law is refused in one line that names the file and, where there is one, the place."""

from __future__ import annotations

import codecs
import io
import zipfile
from pathlib import Path

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.readers import read_file, read_text


def refused(path: Path | str) -> InputError:
    with pytest.raises(InputError) as caught:
        read_file(str(path))
    assert caught.value.file == str(path)
    assert caught.value.expected
    assert "\n" not in str(caught.value)
    return caught.value


def written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "no such file" in str(refused(tmp_path / "none.txt"))


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in str(refused(tmp_path))


def test_a_path_that_can_name_no_file() -> None:
    assert "cannot be read" in str(refused("a\0b"))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    error = refused(written(tmp_path, "empty.txt", data))
    assert "is empty" in error.message or "no text" in error.message


def archive(name: str = "word/document.xml") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(name, "<w:document/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("act.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        ("act.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        ("act.docx", archive(), "Word"),
        ("act.zip", archive("a.txt"), "ZIP"),
        ("act.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Office"),
        ("seal.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        ("seal.md", b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
    ],
)
def test_known_kinds_of_files_are_named(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    assert kind in refused(written(tmp_path, name, data)).message


def test_zeros_in_a_text_are_refused_with_their_line(tmp_path: Path) -> None:
    error = refused(written(tmp_path, "act.txt", b"Section 1\nSection\x00 2\n"))
    assert error.line == 2


def test_a_wrong_byte_in_utf8_is_refused_with_its_place(tmp_path: Path) -> None:
    text = "Статья 1. Общие положения\nСтатья 2. Понятия\n".encode()
    at = text.index(b"\n") + 9
    error = refused(written(tmp_path, "act.txt", text[:at] + b"\xff" + text[at:]))
    assert error.line == 2
    assert str(at) in error.message


def test_a_cut_utf8_file_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "act.txt", "Статья 1. Общие положения".encode()[:-1])).line == 1


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5"])
def test_other_cyrillic_pages_are_refused(tmp_path: Path, encoding: str) -> None:
    data = "Статья 1. Законодательство о защите свидетелей и потерпевших".encode(encoding)
    refused(written(tmp_path, "act.txt", data))


def test_a_central_european_page_is_refused(tmp_path: Path) -> None:
    data = "Kdo přiměje jiného k nuceným pracím, bude potrestán odnětím svobody až na pět let.".encode("cp1250")
    refused(written(tmp_path, "act.txt", data))


def test_half_of_a_surrogate_pair_is_no_text() -> None:
    with pytest.raises(InputError, match="surrogate"):
        read_text("Section 1 \ud800")


@pytest.mark.parametrize(
    ("xml", "line", "message"),
    [
        ("<act>\n<section>\n<num>1</num>", 3, "Premature end"),
        ("<act>\n<section>\n</act>", 3, "mismatch"),
        ("<act>\n&nobody;</act>", 2, "nobody"),
        ('<!DOCTYPE a [\n<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 2, "outside the file"),
        ('<!DOCTYPE a [\n\n<!ENTITY % e SYSTEM "http://localhost/e.dtd"> %e;]><a>x</a>', 3, "outside the file"),
        ('<!DOCTYPE a [<!ENTITY b "ha">\n<!ENTITY c "&b;&b;">]><a>&c;</a>', 2, "made of other entities"),
        ('<!DOCTYPE a [<!ENTITY b "<i>x</i>">]><a>&b;</a>', 1, "made of other entities"),
        ("<a>" * 240 + "x" + "</a>" * 240, 1, "nests"),
        ("<a>" * 9000 + "x" + "</a>" * 9000, 1, "depth"),
        ("<a><b/></a>", None, "no text"),
        ('<?xml version="1.0" encoding="utf-8"?>', 1, "XML"),
    ],
)
def test_bad_xml(tmp_path: Path, xml: str, line: int | None, message: str) -> None:
    error = refused(written(tmp_path, "act.xml", xml.encode()))
    assert message in error.message
    assert error.line == line


def test_a_bomb_of_entities_is_refused_at_once(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
    bomb = f'<!DOCTYPE a [<!ENTITY a0 "ha">{entities}]><a b="&a11;">&a11;</a>'
    refused(written(tmp_path, "act.xml", bomb.encode()))


def test_xml_that_says_a_wrong_encoding(tmp_path: Path) -> None:
    data = '<?xml version="1.0" encoding="utf-8"?><act><p>Статья 1</p></act>'.encode("cp1251")
    refused(written(tmp_path, "act.xml", data))


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "law.dtd").write_text('<!ENTITY secret "leaked">')
    file = written(tmp_path, "act.xml", b'<!DOCTYPE act SYSTEM "law.dtd"><act><p>Section 1 &secret;</p></act>')
    assert "secret" in refused(file).message


def test_the_deepest_tree_that_is_read_does_not_exhaust_the_stack(tmp_path: Path) -> None:
    text = "<section>" * 199 + "x" + "</section>" * 199
    assert read_file(str(written(tmp_path, "act.xml", f"<akomaNtoso>{text}</akomaNtoso>".encode()))).text == "x"

"""OpenDocument, RTF and EPUB: numbers, notes, changes and metadata, as a person sees them."""

from __future__ import annotations

from pathlib import Path

from palermo.corpus.readers import FileReading, read
from tests.support.files.odf_and_epub import epub, odt

LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")"/></text:list-style>'
)


def reading(folder: Path, data: bytes, name: str = "act") -> FileReading:
    file = folder / name
    file.write_bytes(data)
    return read(str(file))


def test_an_opendocument_text(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        '</text:changed-region></text:tracked-changes><text:h text:outline-level="1">Ferries</text:h>'
        '<text:list text:style-name="L"><text:list-item><text:p>One<text:note text:note-class="footnote">'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Of 2003."
        "</text:p></text:note-body></text:note>"
        " act<text:s/><text:tab/>more</text:p><text:list><text:list-item><text:p>sub</text:p></text:list-item>"
        "<text:list-item><text:p>sub</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Two</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L"><text:list-item><text:p>Anew</text:p></text:list-item></text:list>'
        "<table:table><table:table-row><table:table-cell><text:p>oil</text:p></table:table-cell><table:table-cell>"
        "<text:p>wick</text:p></table:table-cell></table:table-row></table:table>"
    )
    meta = "<dc:title>Ferry Act</dc:title><dc:language>en-GB</dc:language><dc:date>2022-02-22T10:00:00</dc:date>"
    found = reading(tmp_path, odt(body, styles=LIST, meta=meta))
    version = found.version
    assert version.text.split("\n") == [
        "Ferries", "1. One1 act more", "1 Of 2003.", "(a) sub", "(b) sub", "2. Two", "1. Anew", "oil\twick",
    ]  # fmt: skip
    assert (version.title, version.lang) == ("Ferry Act", "en")
    assert version.in_force is not None
    assert version.in_force.start == "2022-02-22"
    assert any("tracked changes" in note for note in found.notes)


def test_rich_text(tmp_path: Path) -> None:
    data = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
        rb"{\stylesheet{\s1\outlinelevel0 heading 1;}}"
        rb"{\info{\title Ferry Act}{\creatim\yr2022\mo2\dy22}}{\header Gazette}"
        rb"\pard\s1 Ferries\par\pard{\listtext 1.\tab}Boats {\deleted gone}{\revised\revdttm-2010050560 new}"
        rb"\chftn{\footnote {\chftn} Of 2003.}"
        rb"{\v unseen} end\par\f1 \'cf\'e0\'f0\'ee\'ec \u1055?\u-10179?\u-8704?\par\trowd\intbl oil\cell wick\cell\row"
        rb"\pard re\-cruit\~it{\super 2}\line next\par}"
    )
    found = reading(tmp_path, data)
    assert found.version.text.split("\n") == [
        "Ferries", "1. Boats new1 end", "1 Of 2003.", "Паром П\U0001f600", "oil\twick", "recruit\u00a0it²", "next",
    ]  # fmt: skip
    assert found.version.title == "Ferry Act"
    assert any("tracked changes" in note for note in found.notes)
    assert any("hidden" in note for note in found.notes)


def test_a_book(tmp_path: Path) -> None:
    meta = "<dc:title>Ferry Act</dc:title><dc:language>en</dc:language>"
    version = reading(
        tmp_path, epub("<h1>Article 1. Boats</h1><p>1. A boat.</p>", "<p>2. A raft.</p>", meta=meta)
    ).version
    assert version.text == "Article 1. Boats\n1. A boat.\n2. A raft."
    assert (version.title, version.lang) == ("Ferry Act", "en")
    assert [p.cite for p in version.root.walk()][1:] == ["1", "1(1)", "1(2)"]

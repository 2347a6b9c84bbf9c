"""Word documents: what a person sees, with the numbers that Word counts and changes as if accepted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.readers import FileReading, read
from tests.support.files.docx_parts import docx, level, numbering, p, r, styles, table

FOOTNOTE = '<w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r>' + r(" Of 2003.") + "</w:p></w:footnote>"


def reading(folder: Path, data: bytes, name: str = "act.docx") -> FileReading:
    file = folder / name
    file.write_bytes(data)
    return read(str(file))


def text(folder: Path, *body: str, **parts: Any) -> list[str]:
    return reading(folder, docx(*body, **parts)).version.text.split("\n")


def test_numbers_that_word_counts(tmp_path: Path) -> None:
    lists = numbering(
        {
            "0": (level(0, "Article %1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter")),
            "1": (level(0, "%1)", "russianLower"), level(1, "%1.%2", "upperRoman", more="<w:isLgl/>")),
        },
        {"1": ("0", ""), "2": ("1", "")},
    )
    body = [
        p("Terms", num="1"), p("One", num="1", depth=1), p("a", num="1", depth=2), p("b", num="1", depth=2),
        p("Two", num="1", depth=1), p("a", num="1", depth=2), p("Next", num="1"), p("One", num="1", depth=1),
        *(p("пункт", num="2") for _ in range(10)), p("legal", num="2", depth=1),
    ]  # fmt: skip
    assert text(tmp_path, *body, numbering=lists) == [
        "Article 1. Terms", "1.1 One", "(a) a", "(b) b", "1.2 Two", "(a) a", "Article 2. Next", "2.1 One",
        *(f"{letter}) пункт" for letter in "абвгдежзик"), "10.1 legal",
    ]  # fmt: skip


def test_a_list_that_says_where_it_starts(tmp_path: Path) -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    lists = numbering({"0": (level(0, "%1."),)}, {"1": ("0", ""), "2": ("0", start), "3": ("0", "")})
    body = [p("x", num=n) for n in "112213"]
    assert text(tmp_path, *body, numbering=lists) == ["1. x", "2. x", "1. x", "2. x", "3. x", "4. x"]


def test_numbers_from_styles(tmp_path: Path) -> None:
    lists = numbering(
        {"0": (level(0, "Chapter %1", "upperRoman", more='<w:pStyle w:val="Heading1"/>'),
               level(1, "Section %2.", more='<w:pStyle w:val="Clause"/>'))},
        {"7": ("0", "")},
    )  # fmt: skip
    style = '<w:name w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    heading = '<w:basedOn w:val="Heading1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
    body = [p("Boats", style="Own"), p("Terms", style="Clause"), p("None", style="Clause", num="0")]
    made = styles(Clause=style, Own=heading)
    assert text(tmp_path, *body, numbering=lists, styles=made) == ["Chapter I Boats", "Section 1. Terms", "None"]


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    gone = "<w:del><w:r><w:delText>five</w:delText></w:r></w:del>"
    new = f"<w:ins>{r('seven')}</w:ins>"
    moved = f"<w:moveFrom>{r(' gone')}</w:moveFrom>"
    found = reading(
        tmp_path,
        docx(
            p("1. Up to ", gone, new, r(" years"), moved), p("2. Whoever", mark="<w:del/>"), p(" lies."), p("3. End.")
        ),
    )
    assert found.version.text == "1. Up to seven years\n2. Whoever lies.\n3. End."
    assert sum("tracked changes" in note for note in found.notes) == 1


def test_a_deleted_paragraph_counts_for_no_number(tmp_path: Path) -> None:
    lists = numbering({"0": (level(0, "%1."),)}, {"1": ("0", "")})
    gone = p("", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", num="1", mark="<w:del/>")
    assert text(tmp_path, p("a", num="1"), gone, p("b", num="1"), numbering=lists) == ["1. a", "2. b"]


def test_footnotes_stand_apart_and_their_marks_are_no_words(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    found = reading(tmp_path, docx(p("1. The Ferry Act", mark, r(" applies.")), p("2. End."), footnotes=FOOTNOTE))
    version = found.version
    assert version.text == "1. The Ferry Act1 applies.\n1 Of 2003.\n2. End."
    assert version.reading().text == "1. The Ferry Act applies. Of 2003. 2. End."
    assert [p.level for p in version.root.walk() if p.level == "authorialNote"] == ["authorialNote"]


def test_tables_breaks_hyphens_fields_and_what_is_not_read(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("5") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    found = reading(
        tmp_path,
        docx(
            p(
                "See article ",
                field,
                r(", re\u00adcruit"),
                "<w:r><w:softHyphen/></w:r>",
                r("ment"),
                r("2", '<w:vertAlign w:val="superscript"/>'),
            ),
            p("One", "<w:r><w:br/></w:r>", r("two"), "<w:r><w:tab/></w:r>", r("three"), r("unseen", "<w:vanish/>")),
            table((p("oil"), p("wick")), (p("gas"), p("mantle"))),
            table((p("1. Alone"),)),
            header=p("Ferry Gazette"),
        ),
    )
    assert found.version.text.split("\n") == [
        "See article 5, recruitment²", "One", "two three", "oil\twick", "gas\tmantle", "1. Alone",
    ]  # fmt: skip
    assert any("hidden text" in note for note in found.notes)


def test_who_the_document_is(tmp_path: Path) -> None:
    core = (
        "<dc:title>Ferry Act</dc:title><dc:language>en-GB</dc:language>"
        "<dcterms:created>2022-02-22T10:00:00Z</dcterms:created>"
    )
    version = reading(tmp_path, docx(p("Article 1. Boats"), core=core)).version
    assert (version.title, version.lang, version.in_force and version.in_force.start) == (
        "Ferry Act",
        "en",
        "2022-02-22",
    )
    shown = reading(tmp_path, docx(p("Act on Rafts", style="Title"), p("1. A raft floats."), styles=styles())).version
    assert shown.title == "Act on Rafts"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + bytes(600), ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (docx(p("1. x"))[:400], "archive"),
    ],
)
def test_refused_in_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        reading(tmp_path, data, "act.doc")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)

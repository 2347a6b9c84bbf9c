"""Word documents in a template of somebody else: its looks, our words, nothing of its text; and what is no template."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.alignment.compare.compare import compare
from palermo.corpus.errors import PalermoError
from palermo.report.analysis.memo.brief import brief
from palermo.report.analysis.memo.gaps import gaps
from palermo.report.format.docx.docx_passages import sheet
from palermo.report.format.docx.report import report
from palermo.report.format.docx.template import Template, read_template
from palermo.report.redline.paragraphs import blocks
from palermo.report.texts.compare.as_docx import compare as redline
from palermo.report.texts.ministry_tables.comparative import of_comparison
from palermo.report.texts.ministry_tables.justifications import NO_JUSTIFICATIONS
from palermo.report.texts.ministry_tables.labels import Labels
from tests.conftest import Palermo
from tests.support.files.docx_templates import SECRET, bare, letter, ministry, repacked
from tests.support.independent_docx_reader import settled
from tests.support.libreoffice import judged
from tests.support.report_cases import case, sample
from tests.support.small_laws import item, law, section

LANTERN = "A boat carries a lantern at night"
LEFT = law(section("1", "Boats", item("a", LANTERN)), section("2", "Nets are dried in winter"))
RIGHT = law(section("1", "Boats", item("a", LANTERN.replace("boat", "ship"))), section("3", "Bees sleep in May"))
TEMPLATES: dict[str, Callable[[], bytes]] = {"ministry": ministry, "bare": bare, "letter": letter}
WRITERS: dict[str, Callable[[Template | None], bytes]] = {
    "report": lambda template: report(gaps(case("criminal-code-2019.en")), template),
    "brief": lambda template: report(brief(case("criminal-code-2019.en")), template),
    "redline": lambda template: redline(compare([LEFT], [RIGHT]), "A. Drafter", "2026-01-02", template),
    "table": lambda template: sheet(
        of_comparison(compare([LEFT], [RIGHT]), Labels("en"), NO_JUSTIFICATIONS), template=template
    ),
}


@pytest.fixture(autouse=True)
def _epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")


def template(name: str) -> Template:
    return Template(f"{name}.docx", TEMPLATES[name]())


def paper(section: Section) -> tuple[float, float]:
    """Width and height in cm."""
    assert section.page_width is not None
    assert section.page_height is not None
    return round(section.page_width.cm, 1), round(section.page_height.cm, 1)


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.namelist()


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_document_is_written_in_the_styles_of_the_template(name: str, writer: str) -> None:
    file = WRITERS[writer](template(name))
    assert file == WRITERS[writer](template(name))
    document = docx.Document(io.BytesIO(file))
    there = {style.style_id for style in document.styles}
    holders = [document.element, document.sections[0].header._element, document.sections[0].footer._element]
    used = {ref.get(qn("w:val")) for holder in holders for ref in holder.iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used
    assert used <= there
    assert len(names(file)) == len(set(names(file)))
    mine = docx.Document(io.BytesIO(TEMPLATES[name]()))
    assert document.styles["Normal"].font.size == mine.styles["Normal"].font.size


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_of_its_text_is_left(name: str, writer: str) -> None:
    file = WRITERS[writer](template(name))
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        assert not [part for part in package.namelist() if SECRET.encode() in package.read(part)]
    assert not [part for part in names(file) if "comments" in part]


def test_page_head_and_foot_are_the_ministrys_and_the_title_stands_below_its_logo() -> None:
    for name, writer in WRITERS.items():
        document: Any = docx.Document(io.BytesIO(writer(template("ministry"))))
        first = document.sections[0]
        assert sorted(paper(first)) == [20, 28]
        assert round(first.left_margin.cm, 1) == 3
        head, foot = first.header, first.footer
        assert list(head.paragraphs[0]._p.iter(qn("a:blip"))), name
        assert head.paragraphs[1].text == document.core_properties.title
        assert foot.paragraphs[0].text == "8 Orynbor Street"
        assert foot.paragraphs[-1]._p.xpath(".//w:instrText")
        assert document.settings.element.find(qn("w:documentProtection")) is None


def test_a_wide_page_is_the_paper_on_its_side() -> None:
    document = docx.Document(io.BytesIO(WRITERS["report"](template("ministry"))))
    assert {paper(section) for section in document.sections} == {(20, 28), (28, 20)}
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= Cm(28) - Cm(3)


def test_the_first_page_has_its_own_head_once_and_pages_are_numbered_once() -> None:
    document = docx.Document(io.BytesIO(WRITERS["report"](template("letter"))))
    first, *others = document.sections
    assert first.different_first_page_header_footer
    assert not any(section.different_first_page_header_footer for section in others)
    title = document.core_properties.title
    for head in (first.first_page_header, first.header, first.even_page_header):
        assert [p.text for p in head.paragraphs][-1] == title
    assert not first.footer._element.xpath(".//w:instrText")
    assert first.first_page_footer._element.xpath(".//w:instrText")


def test_what_a_template_lacks_is_made_in_its_own_font_and_size() -> None:
    document: Any = docx.Document(io.BytesIO(WRITERS["report"](template("bare"))))
    first = next(p for p in document.paragraphs if p.style.name == "Heading 1")
    assert first.style.font.size.pt == 15 + 16 - 12
    assert first.style.font.name is None
    listed = [p.style.style_id for p in document.paragraphs if p._p.xpath("./w:pPr/w:numPr")]
    assert listed
    numbering = document.part.numbering_part.element
    for paragraph in document.paragraphs:
        for number in paragraph._p.xpath("./w:pPr/w:numPr/w:numId"):
            assert number.val in {n.numId for n in numbering.num_lst}


def test_what_is_said_first_is_larger_than_the_text_of_the_template() -> None:
    document: Any = docx.Document(io.BytesIO(WRITERS["report"](template("bare"))))
    lead = next(p for p in document.paragraphs if "requirements are not met" in p.text)
    assert lead.runs[0].font.size.pt > document.styles["Normal"].font.size.pt


def test_a_heading_that_is_lacking_looks_like_the_one_above_it_without_its_number() -> None:
    made = template("ministry").opened()
    third = made.styles["Heading 3"]
    assert third.base_style.name == "Heading 2"
    assert third.element.pPr.numPr.numId.val == 0


def test_the_headings_of_a_law_keep_their_own_numbers() -> None:
    codes = [sample(f"criminal-code-{year}.en") for year in (2004, 2019)]
    file = redline(compare(codes[:1], codes[1:]), "A. Drafter", "2026-01-02", template("ministry"))
    document: Any = docx.Document(io.BytesIO(file))
    headings = [p for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings
    assert all(p._p.pPr.numPr.numId.val == 0 for p in headings if p.style.name in ("Heading 1", "Heading 2"))
    sections: Any = docx.Document(io.BytesIO(WRITERS["report"](template("ministry")))).paragraphs
    assert sections[0].style.name == "Title"
    assert not [p for p in sections if p.style.name == "Heading 1" and p._p.xpath("./w:pPr/w:numPr")]


@pytest.mark.parametrize("name", TEMPLATES)
def test_tracked_changes_lead_to_both_texts(name: str) -> None:
    file = WRITERS["redline"](template(name))
    assert settled(file, accept=True) == [block.text for block in blocks(RIGHT)]
    assert settled(file, accept=False) == [block.text for block in blocks(LEFT)]


@pytest.mark.slow
def test_libreoffices_own_are_templates_and_libreoffice_opens_what_is_made_of_all(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "own").mkdir()
    for name, make in TEMPLATES.items():
        (tmp_path / f"{name}.docx").write_bytes(make())
    start = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    mine = [tmp_path / f"{name}.docx" for name in TEMPLATES]
    subprocess.run([*start, "odt", "--outdir", tmp_path, *mine], check=True, capture_output=True, timeout=180)
    texts = [file.with_suffix(".odt") for file in mine]
    subprocess.run([*start, "docx", "--outdir", tmp_path / "own", *texts], check=True, capture_output=True, timeout=180)
    made = {}
    for file in [*mine, *(tmp_path / "own").glob("*.docx")]:
        read = read_template(str(file))
        parts = names(report(brief(case("criminal-code-2019.en")), read))
        assert len(parts) == len(set(parts))
        made[f"{file.parent.name}-{file.stem}"] = WRITERS["redline"](read)
    wanted = [[block.text for block in blocks(version)] for version in (LEFT, RIGHT)]
    for name, found in judged(tmp_path, made.items()).items():
        assert list(found) == wanted, name


def _typed(kind: str) -> Callable[[str, bytes], bytes | None]:
    old = b"wordprocessingml.document.main"
    return lambda name, part: part.replace(old, kind.encode()) if name == "[Content_Types].xml" else part


def _part(changed: str, change: Callable[[bytes], bytes | None]) -> Callable[[str, bytes], bytes | None]:
    return lambda name, part: change(part) if name == changed else part


def _strict(_name: str, part: bytes) -> bytes:
    usual = b"http://schemas.openxmlformats.org/officeDocument/2006"
    return part.replace(usual, b"http://purl.oclc.org/ooxml/officeDocument")


NO_TEMPLATES: dict[str, tuple[bytes, str]] = {
    "text": (b"just words", "is no Word document"),
    "empty": (b"", "is no Word document"),
    "old": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "is an old or a locked Office document"),
    "dotx": (repacked(bare(), _typed("wordprocessingml.template.main")), "is a .dotx"),
    "docm": (repacked(bare(), _typed("ms-word.document.macroEnabled.main")), "has macros"),
    "xlsx": (repacked(bare(), _typed("spreadsheetml.sheet.main")), "is no Word document"),
    "cut": (bare()[:-400], "is a damaged archive"),
    "without a text": (repacked(bare(), _part("word/document.xml", lambda _: None)), "is a damaged Word document"),
    "without styles": (repacked(bare(), _part("word/styles.xml", lambda p: p[:500])), "is a damaged Word document"),
    "strict": (repacked(bare(), _strict), "is a Strict Open XML document"),
}


@pytest.mark.parametrize("name", NO_TEMPLATES)
def test_what_is_no_template_is_told_in_a_line(name: str, palermo: Palermo, tmp_path: Path) -> None:
    content, said = NO_TEMPLATES[name]
    (tmp_path / "t.docx").write_bytes(content)
    ran = palermo("codebook", "--template", tmp_path / "t.docx", "-o", tmp_path / "x.docx")
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--template", "nowhere.docx", "-o", "x.docx"], "nowhere.docx: No such file"),
        (["--template", ".", "-o", "x.docx"], "directory"),
        (["--template", "t.docx", "-o", "x.pdf"], "is for Word documents, not for pdf"),
    ],
)
def test_a_template_that_cannot_be_used_is_told_before_any_work(
    palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = palermo("gaps", "nothing.txt", *options)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1


def test_styles_that_are_stood_in_for_are_told_in_one_line(palermo: Palermo, tmp_path: Path) -> None:
    (tmp_path / "t.docx").write_bytes(ministry())
    ran = palermo("codebook", "--template", tmp_path / "t.docx", "-o", tmp_path / "x.docx")
    assert ran.code == 0, ran.err
    assert ran.err.count("\n") == 1
    assert "has no Heading 3, Heading 4, List Bullet, List Number, Table Grid" in ran.err
    assert paper(docx.Document(str(tmp_path / "x.docx")).sections[0]) == (20, 28)


@settings(max_examples=25)
@given(st.sampled_from(sorted(names(ministry()))), st.integers(0, 5000), st.binary(min_size=1, max_size=9))
def test_damage_is_told_or_does_no_harm(part: str, at: int, junk: bytes) -> None:
    def damage(name: str, content: bytes) -> bytes:
        return content[: at % len(content)] + junk + content[at % len(content) :] if name == part else content

    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(repacked(ministry(), damage))
        file.flush()
        try:
            read = read_template(file.name)
        except PalermoError:
            return
    assert WRITERS["redline"](read)

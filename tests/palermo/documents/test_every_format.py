"""Every report comes in every format: each file is opened with another program's reader and has the main words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import click
import docx
import openpyxl
import pytest
from lxml import html

from palermo.cli.main import root, run

SAMPLE = files("palermo") / "sample"
OLD, NEW, ACT, VICTIMS = (
    str(SAMPLE / f"{name}.en.md")
    for name in ("criminal-code-2004", "criminal-code-2019", "amending-act-2019", "victims-act-2022")
)
RUSSIAN, RUSSIAN_ACT = str(SAMPLE / "criminal-code-2019.ru.md"), str(SAMPLE / "amending-act-2019.ru.md")
CODE = "/akn/xt/act/2003-06-12/63"
FORMATS = ("text", "json", "html", "md", "docx", "pdf", "xlsx", "csv")

# What is run, and words that stand in every format of it.
REPORTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "define": (("define", "trafficking", NEW, RUSSIAN), ("Recruitment", "Вербовка", "128(1)")),
    "concordance": (("concordance", NEW, RUSSIAN), ("128(1)", "Торговля людьми")),
    "search": (("search", "recruitment", "--lang", "en"), ("recruit", f"{CODE}/eng@2019-06-01~art_128")),
    "search in Russian": (("search", "вербовка", "--lang", "ru"), ("ербовк", f"{CODE}/rus@2019-06-01~art_128")),
    "list": (("list",), (f"{CODE}/eng@2019-06-01", f"{CODE}/rus@2019-06-01")),
    "info": (("info", CODE), ("criminal-code-2004.en.md", "criminal-code-2019.ru.md")),
    "show": (("show", RUSSIAN), ("Торговля людьми", "Вербовка")),
    "show --history": (("show", f"{CODE}/eng~art_128", "--history"), ("2019-06-01", "Recruitment")),
    "explain": (("explain", "means.coercion", NEW, VICTIMS), ("128(1)", "coercion")),
    "explain in Russian": (("explain", "means.coercion", RUSSIAN), ("128", "принуждения")),
    "explain --scope": (("explain", "--scope", NEW), ("128", "Recruitment")),
    "instructions": (("instructions", ACT), ("substitute-text", "Articles 124, 128, 129 and 134")),
    "instructions in Russian": (("instructions", RUSSIAN_ACT), ("substitute-text", "статьями 124, 128, 129 и 134")),
    "frameworks": (("frameworks", "palermo"), ("act.recruitment", "one of the five acts")),
    "codebook": (("codebook",), ("act.recruitment", "means.coercion")),
    "codebook in Russian": (("codebook", "--report-lang", "ru"), ("act.recruitment", "means.coercion")),
    "doctor": (("doctor",), ("Python", "library")),
    "verify": (("verify",), ()),
    "body list": (("body", "list"), ("talmeria", f"{CODE}/eng")),
    "collection list": (("collection", "list"), ("consent",)),
    "collection show": (("collection", "show", "consent"), ("look here", f"{CODE}/rus@2019-06-01~art_128")),
    "collection news": (("collection", "news", "consent"), ()),
    "review list": (("review", "list", "talmeria"), ("talmeria", "act.receipt")),
    "review show": (("review", "show", "talmeria", "consent.irrelevant"), ("A. Reader", "as I read it")),
    "review export": (("review", "export"), ("A. Reader", "as I read it")),
    "review compare": (("review", "compare", "CODING"), ("talmeria", "act.receipt")),
    "compare": (("compare", OLD, NEW), ("128",)),
    "amend": (("amend", OLD, ACT), ("Trafficking in persons",)),
    "gaps": (("gaps", NEW, VICTIMS), ("recruitment",)),
    "gaps --with in Russian": (("gaps", OLD, "--with", NEW, "--report-lang", "ru"), ()),
    "gaps --history": (("gaps", OLD, NEW, "--history"), ("2019-06-01",)),
    "matrix": (("matrix", NEW, RUSSIAN), ("Criminal Code", "Уголовный кодекс")),
    "brief in Russian": (("brief", NEW, "--report-lang", "ru"), ("Цели",)),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A library with the sample law in two languages, a body, a review, a collection with a search; and a coding."""
    folder = tmp_path_factory.mktemp("every-format")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PALERMO_LIBRARY", str(folder / "library"))
        patch.setenv("NO_COLOR", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        patch.chdir(folder)
        for command in (
            ("add", OLD, NEW, ACT, VICTIMS, RUSSIAN),
            ("body", "add", "talmeria", f"{CODE}/eng", "/akn/xt/act/2022-02-22/18/eng"),
            ("review", "override", "talmeria", "consent.irrelevant", "--value", "yes", "--by", "A. Reader", "--date",
             "2026-09-02", "--reason", "as I read it"),
            ("collection", "add", "consent", f"{CODE}/rus@2019-06-01~art_128", "--note", "look here"),
            ("collection", "keep", "consent", "consent"),
        ):  # fmt: skip
            assert run([*command, "--quiet"]) == 0
        (folder / "CODING").write_text("body,code,value\ntalmeria,act.receipt,yes\n", "utf-8")
        yield folder


def _formats(args: tuple[str, ...]) -> list[str]:
    """The formats of FORMATS that the command offers."""
    command: click.Command = root
    for word in args:
        found = command.get_command(click.Context(command), word) if isinstance(command, click.Group) else None
        if found is None:
            break
        command = found
    option = next(option for option in command.params if option.name == "wanted_format")
    assert isinstance(option.type, click.Choice)
    return [name for name in option.type.choices if name in FORMATS]


def _docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    assert document.core_properties.title
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _xlsx(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    return " ".join(str(cell.value) for cell in cells if cell.value is not None)


def _csv(data: bytes) -> str:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"))))
    assert len({len(row) for row in rows}) == 1
    assert all(rows[0])
    return " ".join(cell for row in rows for cell in row)


def _html(data: bytes) -> str:
    page = html.fromstring(data.decode("utf-8"))
    assert page.findtext(".//title")
    return "".join(map(str, page.itertext()))


def _markdown(data: bytes) -> str:
    return data.decode("utf-8").replace("\\", "").replace("**", "")


def _text(data: bytes) -> str:
    text = data.decode("utf-8")
    assert max(map(len, text.splitlines()), default=0) <= 80
    return text.replace("*", "")


READERS: dict[str, Callable[[bytes], str]] = {
    "text": _text,
    "html": _html,
    "md": _markdown,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_in_every_format_has_its_main_words(name: str, library: Path) -> None:
    args, words = REPORTS[name]
    offered = _formats(args)
    if name != "brief in Russian":
        assert set(offered) == set(FORMATS)
    for form in offered:
        if form == "pdf":
            continue
        out = library / f"out.{form}"
        assert run([*args, "--quiet", "--format", form, "-o", str(out)]) == 0, form
        if form == "json":
            assert json.loads(out.read_bytes())["schema"].startswith("palermo.")
            continue
        said = " ".join(READERS[form](out.read_bytes()).split())
        squeezed = said.replace(" ", "").casefold()  # a terminal breaks long words at the end of a line
        missing = [word for word in words if word.replace(" ", "").casefold() not in squeezed]
        assert not missing, form


@pytest.mark.parametrize("name", ["list", "define", "codebook in Russian"])
def test_a_report_as_pdf_has_its_title(name: str, library: Path) -> None:
    pytest.importorskip("weasyprint", reason="palermo[pdf] is not installed", exc_type=ImportError)
    out = library / "out.pdf"
    assert run([*REPORTS[name][0], "--quiet", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")

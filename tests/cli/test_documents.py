"""Comparisons as documents, on the command line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Palermo
from tests.support.independent_docx_reader import W, body, settled
from tests.support.sample_bill import ACT, BILL

OLD = (
    "Article 1. Boats\n\n1. A boat longer than seven metres carries a lantern.\n\n"
    "Article 2. Bees\n\nBees sleep in May.\n"
)
NEW = OLD.replace("seven", "nine") + "\nArticle 3. Nets\n\nNets are mended in winter.\n"


@pytest.fixture
def law(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


def test_compare_writes_tracked_changes(palermo: Palermo, law: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    ran = palermo("compare", *law, "--author", "A. Drafter", "--date", "2026-03-04", "-o", out)
    assert (ran.code, ran.out) == (0, "")
    file = out.read_bytes()
    assert "nine metres" in " ".join(settled(file, accept=True))
    assert "seven metres" in " ".join(settled(file, accept=False))
    changes = [e for e in body(file).iter() if e.get(f"{W}author") is not None]
    assert {(e.get(f"{W}author"), e.get(f"{W}date")) for e in changes} == {("A. Drafter", "2026-03-04T00:00:00Z")}


def test_a_single_provision_is_a_document_too(palermo: Palermo, law: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "x.docx"
    palermo("compare", *law, "--provision", "1(1)", "-o", out)
    assert settled(out.read_bytes(), accept=True) == ["1. A boat longer than nine metres carries a lantern."]


def test_the_same_command_gives_the_same_bytes(
    palermo: Palermo, law: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    files = []
    for name in ("a.docx", "b.docx"):
        palermo("compare", *law, "-o", tmp_path / name)
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]


def test_amend_writes_tracked_changes_and_tables(palermo: Palermo, tmp_path: Path) -> None:
    act, bill = tmp_path / "act.txt", tmp_path / "bill.txt"
    act.write_text(ACT, "utf-8")
    bill.write_text(BILL, "utf-8")
    for name, more in (("x.docx", []), ("c.docx", ["--layout", "columns"]), ("t.docx", ["--layout", "table"])):
        ran = palermo("amend", act, bill, "-o", tmp_path / name, *more)
        assert ran.code == 0, ran.err
    assert body((tmp_path / "x.docx").read_bytes()).find(f"{W}tbl") is None
    for name in ("c.docx", "t.docx"):
        assert body((tmp_path / name).read_bytes()).find(f"{W}tbl") is not None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--layout", "table"], "makes a table, which is no text"),
        (["--justifications", "why.csv", "-o", "x.docx"], "--layout table"),
        (["--justifications", "nowhere.csv", "--layout", "table", "-o", "x.docx"], "nowhere.csv: cannot be read"),
        (["--report-lang", "de", "--layout", "table", "-o", "x.docx"], "no labels in 'de'"),
        (["--date", "2026-02-30", "-o", "x.docx"], "is no day"),
        (["--date", "2026", "-o", "x.docx"], "is no day"),
        (["--rival", "RIGHT"], "makes a table, which is no text"),
        (["--rival", "RIGHT", "--layout", "inline", "-o", "x.docx"], "a table of its own"),
        (["--against", "palermo", "-o", "x.docx"], "--against"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    palermo: Palermo,
    law: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = palermo("compare", *law, *(str(law[1]) if option == "RIGHT" else option for option in options))
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("palermo: error") == 1
    assert "Traceback" not in ran.err
    assert not (tmp_path / "x.docx").exists()


def test_rivals_and_correlation_are_tables(palermo: Palermo, law: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    assert palermo("compare", law[0], law[1], "--rival", law[0], "-o", out).code == 0
    assert "No change." in out.read_text("utf-8")
    assert palermo("concordance", *law, "-o", tmp_path / "c.docx").code == 0
    assert body((tmp_path / "c.docx").read_bytes()).find(f"{W}tbl") is not None
    page = palermo("concordance", *law, "--format", "html", "--layout", "correlation").out
    assert "Correlation table" in page


def test_a_page_is_written_as_pdf_with_words_that_can_be_copied(
    palermo: Palermo, law: tuple[Path, Path], tmp_path: Path
) -> None:
    pytest.importorskip("weasyprint", reason="palermo[pdf] is not installed", exc_type=ImportError)
    out = tmp_path / "x.pdf"
    ran = palermo("compare", *law, "--layout", "table", "--report-lang", "kk", "-o", out)
    assert ran.code == 0, ran.err
    assert out.read_bytes().startswith(b"%PDF")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", out, "-"], check=True, capture_output=True, text=True).stdout
        assert "Құрылымдық элемент" in " ".join(text.split())

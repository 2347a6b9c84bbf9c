"""`--format akn`: files for other programs, the same bytes every time, and what the person hears."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import palermo as package
from palermo.corpus.build_date import made_on
from palermo.corpus.errors import UsageError
from tests.conftest import Palermo

CODE = Path(package.__file__).parent / "sample" / "criminal-code-2019.ru.md"


@pytest.mark.parametrize("name", ["code.akn", "code.xml"])
def test_the_suffix_decides_and_the_file_reads_back(palermo: Palermo, tmp_path: Path, name: str) -> None:
    assert palermo("show", CODE, "-o", tmp_path / name).code == 0
    texts = [palermo("show", path).out.split() for path in (CODE, tmp_path / name)]
    assert texts[0] == texts[1]
    trees = [json.loads(palermo("show", path, "--format", "json").out) for path in (CODE, tmp_path / name)]
    assert _outline(trees[0]["root"]) == _outline(trees[1]["root"])
    assert trees[0]["source"]["instrument"] == trees[1]["source"]["instrument"]


def test_the_same_input_and_epoch_give_the_same_bytes(
    palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    copy = tmp_path / "deep" / CODE.name
    copy.parent.mkdir()
    copy.write_bytes(CODE.read_bytes())
    (copy.parent / "MANIFEST.tsv").write_bytes((CODE.parent / "MANIFEST.tsv").read_bytes())
    for path, name in ((CODE, "a.akn"), (copy, "b.akn")):
        assert palermo("show", path, "-o", tmp_path / name).code == 0
    first, second = ((tmp_path / name).read_bytes() for name in ("a.akn", "b.akn"))
    assert first == second
    assert b'<FRBRdate date="2001-09-09" name="made"/>' in first


def test_a_provision_alone(palermo: Palermo) -> None:
    ran = palermo("show", CODE, "--provision", "128", "--format", "akn")
    assert ran.code == 0
    assert ran.out.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert re.search(r'<portionBody>\s*<article eId="art_128">', ran.out)


def test_the_day_is_the_epochs_else_the_sources_else_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert made_on("2020-02-02") == "2020-02-02"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", made_on())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert made_on("2020-02-02") == "1970-01-01"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is 'soon'"):
        made_on()


def test_an_epoch_that_is_none_is_one_clear_line(
    palermo: Palermo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ran = palermo("show", CODE, "-o", tmp_path / "x.akn")
    assert ran.code == 2
    assert len(ran.err.strip().splitlines()) == 1
    assert not (tmp_path / "x.akn").exists()


def test_amend_writes_the_text_with_its_modifications(palermo: Palermo, tmp_path: Path) -> None:
    base, bill = (CODE.parent / name for name in ("criminal-code-2004.ru.md", "amending-act-2019.ru.md"))
    ran = palermo("amend", base, bill, "-o", tmp_path / "out.akn")
    assert ran.code == 0
    assert "8 applied" in ran.err
    xml = (tmp_path / "out.akn").read_text("utf-8")
    assert xml.count("<textualMod ") == 8
    assert '<palermo:amendment status="applied">' in xml
    assert "built" in palermo("show", tmp_path / "out.akn").out


def test_an_amendment_of_which_nothing_was_carried_out_leaves_the_act_as_it_is(
    palermo: Palermo, tmp_path: Path
) -> None:
    base, bill = CODE.parent / "criminal-code-2004.en.md", tmp_path / "bill.md"
    bill.write_text("# Amendment Act\n\nSection 1. In section 999 of the Criminal Code, for “ox” substitute “ass”.\n")
    ran = palermo("amend", base, bill, "-o", tmp_path / "out.akn")
    assert ran.code == 0
    assert "Nothing was carried out" in ran.err
    shown = palermo("show", tmp_path / "out.akn").out
    assert str(palermo("show", base).out.split()[-40:]) == str(shown.split()[-40:])
    assert "built" not in shown
    assert 'status="refused"' in (tmp_path / "out.akn").read_text("utf-8")


def _outline(node: dict[str, Any]) -> list[object]:
    return [*(node[key] for key in ("id", "level", "num", "cite", "heading")), *map(_outline, node["children"])]

"""The names that programs import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import palermo

OLD = """Section 1. Trafficking in persons
Whoever recruits a person by means of force for the purpose of exploitation shall be punished by imprisonment.
Section 2. Forced labour
Whoever compels a person to work shall be punished by imprisonment.
"""


@pytest.fixture
def texts(tmp_path: Path) -> list[palermo.Version]:
    for name, text in {"old": OLD, "new": OLD.replace("recruits", "recruits or transports")}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [palermo.read(str(tmp_path / f"{name}.txt"), lang="en") for name in ("old", "new")]


def test_one_text_and_a_list_of_one_are_the_same(texts: list[palermo.Version]) -> None:
    old, new = texts
    assert palermo.compare(old, new) == palermo.compare([old], (new,))
    assert palermo.compare(old, new).differs
    assert palermo.gaps(old).findings == palermo.gaps([old], "palermo").findings


def test_a_gap_analysis_finds_what_was_added(texts: list[palermo.Version]) -> None:
    old, new = (palermo.gaps(text).finding("act.transportation").value for text in texts)
    assert (old, new) == ("no", "yes")


def test_definitions_stand_side_by_side(texts: list[palermo.Version]) -> None:
    definition = palermo.define("trafficking", *texts)
    [row] = [row for row in definition.rows if row.code == "act.transportation"]
    assert [cell.value for cell in row.cells] == ["no", "yes"]


def test_an_unknown_framework_is_palermos_own_error(texts: list[palermo.Version]) -> None:
    with pytest.raises(palermo.PalermoError, match="geneva"):
        palermo.gaps(texts[0], "geneva")


def test_importing_palermo_loads_nothing_heavy() -> None:
    heavy = {"lxml", "spacy", "whoosh", "yaml", "sqlite3"}
    code = f"import sys, palermo; sys.exit(' '.join({heavy} & set(sys.modules)) or 0)"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

"""The examples of the public API run, and a program type-checks against `palermo` alone."""

from __future__ import annotations

import doctest
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import palermo
from palermo import api

PROGRAM = """
import palermo


def absent(path: str) -> list[str]:
    law: palermo.Version = palermo.read(path)
    analysis: palermo.GapAnalysis = palermo.gaps(law)
    findings: list[palermo.Finding] = [f for f in analysis.findings if f.rating == palermo.Rating.ABSENT]
    return [f"{f.code}: {f.requires.article}" for f in findings]


print(absent("law.md"))
"""


@pytest.mark.parametrize("module", [palermo, api], ids=lambda module: str(module.__name__))
def test_the_examples_run(module: object) -> None:
    law = {
        name: palermo.read(str(files("palermo") / "sample" / f"{file}.en.md"))
        for name, file in (("old", "criminal-code-2004"), ("new", "criminal-code-2019"), ("act", "amending-act-2019"))
    }
    result = doctest.testmod(module, extraglobs=law)  # type: ignore[arg-type]
    assert result.attempted > 5
    assert result.failed == 0


def test_every_function_of_the_public_api_has_an_example() -> None:
    for name in api.__all__:
        if name != "Law":
            assert ">>> " in (getattr(api, name).__doc__ or ""), name


def test_a_program_type_checks_against_palermo_alone(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is not installed")
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-implicit-reexport", str(program)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout

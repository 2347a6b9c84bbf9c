"""What every test may use: the real statutes, the command, and laws checked the same way on every run."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from palermo.cli.main import run
from tests.support.failures.case_ids import value_id

settings.register_profile("palermo", derandomize=True, deadline=None, max_examples=60, database=None)
settings.load_profile("palermo")


def pytest_make_parametrize_id(val: object, argname: str) -> str:
    """Case ids that say what the case is (`tests.support.failures.case_ids`)."""
    return value_id(val, argname)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Palermo = Callable[..., Ran]


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder of real statutes; without it the test is skipped."""
    place = os.environ.get("PALERMO_MIRROR", "")
    if not place or not (Path(place) / "MANIFEST.tsv").is_file():
        pytest.skip("the real statutes are not here (PALERMO_MIRROR)")
    return Path(place)


@pytest.fixture
def palermo(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Palermo:
    """Runs the command inside the test's process: `palermo("show", "law.txt").out`. Its library is the test's own."""
    monkeypatch.setenv("PALERMO_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*args: str | Path) -> Ran:
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return call

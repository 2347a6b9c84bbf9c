"""The recorded levels of accuracy on the hand-coded statutes that were in view while the rules were written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "accuracy.py"


@pytest.mark.slow
@pytest.mark.mirror
def test_no_score_falls_below_its_level(mirror: Path) -> None:
    if not BENCHMARK.exists() or not (mirror.parent / "gold").is_dir():
        pytest.skip("the benchmark and the hand-coded set are not here")
    run = subprocess.run(
        [sys.executable, str(BENCHMARK), "--check"],
        env=os.environ | {"PALERMO_MIRROR": str(mirror)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr

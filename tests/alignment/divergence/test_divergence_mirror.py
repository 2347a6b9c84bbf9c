"""The kinds of divergence agree with edits of real version pairs that were labelled by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

bench = pytest.importorskip("benchmarks.speed.divergence", reason="the benchmarks are not here")


@pytest.mark.slow
@pytest.mark.mirror
def test_kinds_agree_with_the_labels(mirror: Path) -> None:
    if not (mirror.parent / "gold" / "amendments").is_dir():
        pytest.skip("the sections before and after amendment are not here")
    labels = bench.labels()
    assert len(labels) == 150
    assert sum(label.part == "apart" for label in labels) == 50
    score = bench.score(bench.predicted(labels, mirror))
    assert score.precision >= 0.95
    assert score.recall >= 0.90

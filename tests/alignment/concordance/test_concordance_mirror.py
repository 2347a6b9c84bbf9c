"""The concordance of real instruments against hand-made tables, beside sparse word matching in the same run."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.alignment.concordance import concordance

yaml = pytest.importorskip("yaml")
tables = pytest.importorskip("benchmarks.concordances", reason="the benchmarks are not here")

pytestmark = pytest.mark.mirror
ENTRIES = yaml.safe_load((Path(__file__).parent / "tables" / "pairs.yaml").read_text("utf-8"))
_LONG = {"Germany 2013 and 2018"}  # two whole codes
_AHEAD = 0.05  # what palermo must have over words alone, where words can match


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, id=entry["name"], marks=[pytest.mark.slow] if entry["name"] in _LONG else [])
        for entry in ENTRIES
    ],
)
def test_no_pair_falls_below_its_floor(mirror: Path, entry: dict[str, object]) -> None:
    given = mirror.parent / "gold" / "concordance"
    if "given" in entry and not given.is_dir():
        pytest.skip("the given tables are not here")
    case = next(c for c in tables.cases(mirror, given) if c.name == entry["name"])
    found = concordance(case.left, case.right)
    scored = tables.score(case.rows, [(m.left.cite, m.right.cite) for m in found.matches])
    assert scored.f1 >= case.floor, (scored.f1, scored.missed, scored.wrong)
    assert scored.f1 >= tables.peer(case).f1 + _AHEAD

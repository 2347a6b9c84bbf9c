"""The error rates that reports state are those that were measured."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from palermo.corpus.data_files import load_yaml
from palermo.kb.frameworks.accuracy import accuracy

MEASURED = Path(__file__).parents[3] / "docs" / "accuracy.md"


def test_each_set_stands_in_the_measurements() -> None:
    page = " ".join(MEASURED.read_text("utf-8").split())
    for one in load_yaml((files("palermo.kb.frameworks") / "accuracy.yaml").read_text("utf-8"))["first_readings"]:
        said = f"{one['bodies']} bodies {one['accuracy']:.3f}"
        assert said in page or f"accuracy {one['accuracy']:.3f}" in page, said
        if "precision_yes" in one:
            assert f"precision of yes {one['precision_yes']:.3f}" in page


def test_the_mean_is_by_bodies_and_between_the_lowest_and_the_highest() -> None:
    found = accuracy()
    assert found.bodies == 191
    assert 0.87 < found.right < 0.88
    assert found.lowest == 0.765
    assert found.highest == 0.953

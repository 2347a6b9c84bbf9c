"""The cases of `tests/corpus/amendments/cases`: an act, an instruction, and the text that it makes or its refusal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.failures.case_ids import case_ids

__all__ = ["drafted"]

_FOLDER = Path(__file__).parents[2] / "corpus" / "amendments" / "cases"


def drafted(*names: str) -> list[Any]:
    """The cases of some traditions, each with an id: the tradition, what is instructed, and why it is refused."""
    cases = [
        (name.partition(".")[0], json.loads(line))
        for name in names
        for line in (_FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    ids = case_ids([_about(tradition, case) for tradition, case in cases], words=12)
    return [pytest.param(case, id=name) for (_, case), name in zip(cases, ids, strict=True)]


def _about(tradition: str, case: dict[str, Any]) -> str:
    told = ("refused", case.get("why", "")) if case.get("expect") == "refused" else ()
    return " ".join([tradition, case["lang"], *told, case["instruction"], case["before"]])

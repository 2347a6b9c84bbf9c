"""British amending language: cases written from how drafters write, on invented acts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.amendments import amend_section

CASES = [json.loads(line) for line in Path(__file__).with_name("british.en.jsonl").read_text("utf-8").splitlines()]
MARKS = str.maketrans("“”„«»‘’‚'", '"' * 9)


def folded(text: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text.translate(MARKS))).strip()


@pytest.mark.parametrize("case", CASES, ids=[f"{n}: {c['instruction'][:60]}" for n, c in enumerate(CASES)])
def test_a_case_is_carried_out_or_refused(case: dict[str, Any]) -> None:
    amendment = amend_section(case["before"], case["instruction"], case["lang"])
    if case.get("expect") == "refused":
        assert amendment.status != "applied", case["why"]
        return
    assert amendment.status == "applied", [(o.instruction.text, o.reason) for o in amendment.outcomes]
    assert folded(amendment.text) == folded(case["after"])

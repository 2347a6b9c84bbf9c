"""Canada's own consolidations: what instructions make of a section is what Justice Canada prints, or it is refused."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from palermo.corpus.amendments import Amendment, amend, amend_section
from palermo.corpus.amendments.operations.replace import content_end
from palermo.corpus.amendments.working_text.draft import WorkingText
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file
from tests.support.failures.same_text import assert_same_text

pytestmark = pytest.mark.mirror

FOLDS = str.maketrans("“”„«»‘’‚'", '"' * 9)


def folded(text: str) -> str:
    out = " ".join(text.translate(FOLDS).split())
    for sign in ",.;:)":
        out = out.replace(f" {sign}", sign)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_official_sections(mirror: Path, lang: str) -> None:
    gold = mirror.parent / "gold" / "amendments" / f"ca.{lang}.jsonl"
    if not gold.is_file():
        pytest.skip("the official cases are not here")
    counts: Counter[str] = Counter()
    for line in gold.read_text("utf-8").splitlines():
        case = json.loads(line)
        done = amend_section(case["before"], case["instruction"], lang, case.get("amending", ""))
        if done.status != "applied":
            counts["refused"] += 1
        else:
            counts["exact" if folded(done.text) == folded(case["after"]) else "wrong"] += 1
    total = sum(counts.values())
    assert counts["exact"] / total >= 0.85, counts
    assert counts["wrong"] / total <= 0.010, counts


PAIRS = {
    "M-13__2023-c22": {"en": ["2"], "fr": ["2"]},
    "C-29__2023-c19": {"en": ["10.1"], "fr": ["10.1"]},
    "C-10.10__2021-c3": {"en": ["3", "5", "10", "12", "17", "19"], "fr": ["5", "12", "19"]},
}


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("pair", PAIRS)
def test_whole_acts_become_the_official_ones(mirror: Path, pair: str, lang: str) -> None:
    folder = mirror / "amendments" / "ca_pairs" / pair
    before, act, official = (read_file(str(folder / f"{lang}_{name}.xml")) for name in ("before", "amending", "after"))
    done = amend(before, [act])
    assert done.status == "applied", [(o.instruction.text, o.reason) for o in done.outcomes if o.status == "refused"]
    assert done.version is not None
    made, wanted = _sections(done.version), _sections(official)
    for number in PAIRS[pair][lang]:
        assert made[number] == wanted[number]
    assert_same_text(_rebuilt(before, done), done.version.text)
    _check_tree(done.version)


def _sections(version: Version) -> dict[str, str]:
    blocks = WorkingText.of(version).sections
    return {n: folded(b[0].text[: content_end(b[0].unit, b[0].text)]) for n, b in blocks.items() if b[0].unit}


def _rebuilt(base: Version, done: Amendment) -> str:
    text = base.text
    for edit in reversed(done.edits):
        text = text[: edit.base.start] + edit.insert + text[edit.base.end :]
    return text


def _check_tree(version: Version) -> None:
    ids = [p.id for p in version.root.walk() if p.id]
    assert len(ids) == len(set(ids))
    for node in version.root.walk():
        at = node.span.start
        for child in node.children:
            assert at <= child.span.start <= child.span.end <= node.span.end
            at = child.span.end

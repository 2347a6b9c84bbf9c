"""How telling concepts are: the data, and how it is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

import palermo
from palermo.alignment.concordance import weights
from palermo.corpus.errors import InputError
from palermo.kb.thesaurus import match_lifts as telling
from palermo.kb.thesaurus import subjects, thesaurus

counting = pytest.importorskip("benchmarks.retrieval.match_lifts", reason="the benchmarks are not here")
tables = pytest.importorskip("benchmarks.concordances")


def test_lifts_are_of_concepts_and_subjects_that_there_are() -> None:
    assert telling.load().keys() <= thesaurus.load().concepts.keys() | subjects.load().keys()


def test_what_tells_more_counts_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "load", lambda: {"victim.return": 12.0, "victim.victim": 1.0})
    assert (
        weights.concept("victim.return") > weights.concept("victim.dignity") == 1.0 > weights.concept("victim.victim")
    )


def test_a_list_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong: list[dict[str, object]] = [
        {"lifts": {}}, {"source": "x", "lifts": {"victim.return": 0}}, {"source": "x", "lifts": [1]},
    ]  # fmt: skip
    for data in wrong:
        monkeypatch.setattr(telling, "read_data", lambda *_, data=data: data)
        with pytest.raises(InputError, match="no list of lifts"):
            telling.load.__wrapped__()


def test_what_answering_provisions_share_tells(tmp_path: Path) -> None:
    rule = "(1) A victim shall receive compensation.\n\n(2) A victim shall be returned to the country of origin.\n"
    texts = []
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# Act {name}\n\n## Section 1\n\n{rule}", "utf-8")
        texts.append(palermo.read(str(tmp_path / f"{name}.md"), lang="en"))
    case = tables.Case("invented", (texts[0],), (texts[1],), (("1(1)", "1(1)", "core"), ("1(2)", "1(2)", "core")), 0.0)
    found = counting.lifts([counting.seen(case)] * 20)
    assert found["victim.compensation"] > found["victim.victim"]


@pytest.mark.mirror
def test_the_data_is_what_the_tables_give(mirror: Path) -> None:
    given = mirror.parent / "gold" / "concordance"
    if not given.is_dir():
        pytest.skip("the given tables are not here")
    found = counting.counted(mirror, given)
    assert {code: round(lift, 1) for code, lift in found.items()} == telling.load()

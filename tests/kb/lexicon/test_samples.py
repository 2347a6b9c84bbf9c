"""Samples of the cue words: each shows the list that it names, and together they show the alternatives."""

from __future__ import annotations

import pytest

from palermo.corpus.language_data import ROOT
from palermo.kb.lexicon.cues import fold, languages, load
from tests.support.cue_coverage import Alternative, mark, shows, unmatched
from tests.support.samples import samples, text

# Codes that a rule answers from several lists, or from where a word stands: a wording of one need match no list.
BY_RULE = {"means.aggravating", "means.non_exhaustive"}


@pytest.mark.parametrize("lang", languages())
def test_each_sample_matches_what_it_names(lang: str) -> None:
    ruled = BY_RULE | ({s.code for s in samples(lang) if s.slot} - set(load(lang).elements))
    named = [s for s in samples(lang) if not s.slot or (s.answer == "yes" and s.code not in ruled)]
    assert [f"{s.code}: {s.sentence}" for s in named if not shows(lang, s.code, fold(text(lang, s)))] == []


@pytest.mark.parametrize("lang", languages())
def test_each_sample_says_what_it_is_from_and_stands_once(lang: str) -> None:
    assert [s for s in samples(lang) if not s.source or bool(s.slot) != bool(s.answer)] == []
    assert len(samples(lang)) == len(set(samples(lang)))


@pytest.mark.slow
@pytest.mark.parametrize("lang", languages())
def test_samples_match_the_alternatives(lang: str) -> None:
    assert [str(alternative) for alternative in unmatched(lang)] == []


def test_an_alternative_is_an_entry_or_a_side_at_any_depth_and_nothing_that_is_denied() -> None:
    parts = {"child": "child|minor"}
    pattern = mark("act.sale", r"sell(?:s|ing)? (?:an? (?:%child%|boy)|[|)])(?! (?:car|boat))(?=,| or)", parts)
    assert [a.text for a in pattern.marks.values()] == [
        "s",
        "ing",
        "child",
        "minor",
        "(?#child)(?:child|minor)",
        "boy",
        "an? (?:(?#child)(?:child|minor)|boy)",
        "[|)]",
        ",",
        " or",
        r"sell(?:s|ing)? (?:an? (?:(?#child)(?:child|minor)|boy)|[|)])(?! (?:car|boat))(?=,| or)",
    ]
    assert Alternative("parts.child", "child|minor", 6, "minor") in pattern.marks.values()
    assert mark("penalties.from", "(?!)", {}).marks == {}


def test_a_side_counts_where_it_is_in_what_was_matched() -> None:
    pattern = mark("act.sale", "sell(?:s|ing) (?:a (?:boy|man)|it)", {})
    assert {a.text for a in pattern.taken("he sells a car, selling it")} == {"ing", "it", pattern.marks[5].entry}


@pytest.mark.parametrize("lang", languages())
def test_each_section_of_the_cues_says_what_it_is_from(lang: str) -> None:
    sections = [line for line in (ROOT / lang / "cues.yaml").read_text("utf-8").splitlines() if line[:1].isalpha()]
    assert [line for line in sections if not line.startswith("tested: ") and "  # source: " not in line] == []

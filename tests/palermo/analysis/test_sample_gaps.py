"""What the author of the sample law meant: the answers to all codes, the same from either language."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

import palermo
from palermo.corpus.model.findings import GapAnalysis
from palermo.kb.frameworks.framework import load

SAMPLE = Path(str(files("palermo") / "sample"))
YES_2004 = """
    act.recruitment act.transportation means.force means.deception means.essential_adult purpose.sexual
    purpose.forced_labour purpose.required scope.transnational_only offence.criminalised offence.attempt
    offence.accomplice offence.organising
"""
YES_2022 = """
    act.recruitment act.transportation act.transfer act.harbouring act.sale means.threat means.force means.coercion
    means.abduction means.deception means.abuse_of_power means.vulnerability means.essential_adult purpose.sexual
    purpose.forced_labour purpose.slavery purpose.servitude purpose.organs_aggravating purpose.required child.age_18
    child.aggravated consent.irrelevant offence.criminalised offence.attempt offence.accomplice offence.organising
    offence.non_punishment
"""
# Argued both ways: whether recruiting for a journey across the border is movement, and whether a heavier penalty where
# the victim is under sixteen is one for children.
OPEN_2004 = {"scope.movement_required", "child.aggravated"}


def _analysis(lang: str, *acts: str) -> GapAnalysis:
    return palermo.gaps([palermo.read(str(SAMPLE / f"{act}.{lang}.md")) for act in acts])


@pytest.mark.parametrize("lang", ["en", "ru"])
@pytest.mark.parametrize(
    ("acts", "meant", "argued"),
    [
        (("criminal-code-2004",), YES_2004, OPEN_2004),
        (("criminal-code-2019", "victims-act-2022"), YES_2022, set()),
    ],
    ids=["2004", "2022"],
)
def test_the_answers_are_those_that_were_meant(lang: str, acts: tuple[str, ...], meant: str, argued: set[str]) -> None:
    found = {f.code: f.value.value for f in _analysis(lang, *acts).findings}
    expected = {e.code: "yes" if e.code in meant.split() else "no" for e in load("palermo").elements}
    assert {c: v for c, v in found.items() if c not in argued and v != expected[c]} == {}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_the_amendment_left_open(lang: str) -> None:
    analysis = _analysis(lang, "criminal-code-2019", "victims-act-2022")
    left = {
        f.code: f.rating.value for f in analysis.findings if f.rating in ("contrary", "absent", "narrower", "partly")
    }
    assert left == {
        "act.receipt": "absent",
        "means.fraud": "absent",
        "means.payment": "absent",
        "purpose.organs": "absent",
        "purpose.organs_aggravating": "partly",
        "child.no_means": "contrary",
        "consent.irrelevant": "partly",
    }
    sources = analysis.sources
    for finding in analysis.findings:
        for evidence in finding.evidence:
            assert sources[evidence.source].text[evidence.span.start : evidence.span.end] == evidence.quote

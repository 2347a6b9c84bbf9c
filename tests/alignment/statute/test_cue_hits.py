"""Elements: cue words count in the part of a sentence where they mean the element."""

from __future__ import annotations

import pytest

from palermo.alignment.scope.scope import Scope
from palermo.alignment.statute.cue_hits import find, limb_cuts, penalty_tail, purpose_regions
from tests.support.generated_offences import LANGS, PURPOSES, offence, scope_of


def _found(code: str, scope: Scope) -> list[str]:
    return [h.text for h in find(code, scope.core_segments, scope.cues)]


def _one(text: str) -> Scope:
    return scope_of(f"Section 12. Trafficking in persons\n\n{text}\n")


@pytest.mark.parametrize("lang", LANGS)
def test_the_purpose_ends_the_acts_and_begins_the_forms(lang: str) -> None:
    law = offence(lang)
    scope = scope_of(law.text(), lang=lang)
    (segment,) = scope.core_segments
    regions = [segment.unit.text[s:e] for s, e in purpose_regions(segment, scope.cues)]
    assert any(law.purposes[0] in r for r in regions)
    assert not any(act in r for r in regions for act in law.acts)


@pytest.mark.parametrize("lang", LANGS)
def test_hits_are_the_words_themselves(lang: str) -> None:
    scope = scope_of(offence(lang).text(), lang=lang)
    for hit in find("purpose.slavery", scope.core_segments, scope.cues):
        assert hit.segment.start <= hit.start < hit.end <= hit.segment.end
        assert hit.text.casefold() in PURPOSES[lang]["purpose.slavery"].casefold()


def test_a_purpose_word_among_the_acts_is_no_purpose() -> None:
    scope = _one(
        "Whoever recruits prostitutes or harbours another person by force for the purpose of slavery is liable to a "
        "fine."
    )
    assert _found("purpose.sexual", scope) == []
    assert _found("purpose.slavery", scope) == ["slavery"]


def test_an_act_word_in_the_purpose_is_no_act() -> None:
    scope = _one(
        "Whoever recruits or receives another person for the purpose of transporting drugs is liable to a fine."
    )
    assert _found("act.transportation", scope) == []
    assert _found("act.recruitment", scope) == ["recruits"]


def test_the_means_may_follow_the_purpose() -> None:
    scope = _one(
        "Whoever recruits or receives another person for the purpose of slavery by means of force or fraud is guilty "
        "of an "
        "offence and liable to a fine."
    )
    assert _found("means.fraud", scope) == ["fraud"]


def test_a_further_limb_begins_where_another_act_is_joined() -> None:
    scope = _one(
        "Whoever sells another person, as well as whoever harbours another person for the purpose of slavery, is "
        "guilty of "
        "an offence and liable to a fine."
    )
    (segment,) = scope.core_segments
    assert [segment.unit.folded[c:][:10] for c in limb_cuts(segment, scope.cues)] == ["as well as"]


def test_a_joint_without_an_act_begins_none() -> None:
    scope = _one("Whoever recruits or harbours another person by force, as well as by fraud, is liable to a fine.")
    (segment,) = scope.core_segments
    assert limb_cuts(segment, scope.cues) == []


def test_the_tail_begins_with_the_penalty_after_the_acts() -> None:
    scope = _one("Whoever recruits or harbours another person is liable to imprisonment for life if force is used.")
    (segment,) = scope.core_segments
    tail = penalty_tail(segment, scope.cues)
    assert segment.unit.text[tail:].startswith("liable to")

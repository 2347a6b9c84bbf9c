"""What a change did: between invented texts, in Kazakhstan's code and in Ireland's act."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.gaps.gaps_change import GapChangeKind, GapsChange, PenaltyKind, change
from palermo.alignment.gaps.history import history
from palermo.corpus.errors import UsageError
from palermo.corpus.model.findings import GapAnalysis
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load

LAW = """
Section 5. Trafficking in persons

(1) A person who {acts} another person {means}for the purpose of {purpose} commits the offence of trafficking in
persons and is liable to imprisonment for a term of not less than {low} years and not more than {high} years{more}.

(2) {second}
"""
PLAIN = {
    "acts": "recruits, transports, transfers, harbours or receives",
    "means": "by threat, force or deception ",
    "purpose": "sexual exploitation, forced labour, slavery, servitude or the removal of organs",
    "low": "3",
    "high": "8",
    "more": "",
    "second": "Where the victim is a child, the offender is liable to imprisonment for 12 years.",
}
TEXTS = (
    PLAIN,
    PLAIN | {"acts": "recruits or transports", "high": "5"},
    PLAIN | {"means": "", "more": " and to a fine", "purpose": "sexual exploitation or begging"},
    PLAIN | {"second": "The consent of the victim is immaterial where any of these means was used."},
)
NAMED = ("plain", "fewer acts", "no means", "consent")


def _analysis(words: dict[str, str], date: str = "2001") -> GapAnalysis:
    text = LAW.format(**words).encode()
    return gaps([read_file("-", lang="en", date=date, stdin=io.BytesIO(text))], load("palermo"))


def _codes(found: GapsChange, *kinds: GapChangeKind) -> set[str]:
    return {c.code for c in found.of(*kinds)}


def test_what_is_filled_is_closed_and_what_is_taken_out_is_opened() -> None:
    less = PLAIN | {"acts": "recruits or transports"}
    assert _codes(change(_analysis(less), _analysis(PLAIN)), GapChangeKind.CLOSED) == {
        "act.transfer",
        "act.harbouring",
        "act.receipt",
    }
    assert _codes(change(_analysis(PLAIN), _analysis(less)), GapChangeKind.OPENED) == {
        "act.transfer",
        "act.harbouring",
        "act.receipt",
    }


def test_consent_and_an_extra_purpose() -> None:
    found = change(_analysis(PLAIN), _analysis(TEXTS[3]))
    assert "consent.irrelevant" in _codes(found, GapChangeKind.CLOSED)
    found = change(_analysis(PLAIN), _analysis(PLAIN | {"purpose": PLAIN["purpose"] + " or begging"}))
    assert _codes(found, GapChangeKind.ADDED) == {"purpose.begging"}


def test_means_that_are_no_longer_needed_are_met_in_another_way() -> None:
    found = change(_analysis(PLAIN), _analysis(PLAIN | {"means": ""}))
    assert "means.essential_adult" in _codes(found, GapChangeKind.ALTERED)


@pytest.mark.parametrize("words", TEXTS, ids=NAMED)
def test_a_law_has_not_changed_against_itself(words: dict[str, str]) -> None:
    found = change(_analysis(words), _analysis(words))
    assert {c.kind for c in found.changes} <= {GapChangeKind.OPEN, GapChangeKind.SETTLED, GapChangeKind.UNDECIDED}
    assert {p.kind for p in found.penalties} <= {PenaltyKind.SAME}


MIRRORED = {
    GapChangeKind.CLOSED: GapChangeKind.OPENED,
    GapChangeKind.IMPROVED: GapChangeKind.WORSENED,
    GapChangeKind.ADDED: GapChangeKind.WITHDRAWN,
    PenaltyKind.RAISED: PenaltyKind.LOWERED,
    PenaltyKind.NEW: PenaltyKind.GONE,
}
MIRRORED |= {after: before for before, after in MIRRORED.items()}


@pytest.mark.parametrize("one", TEXTS, ids=NAMED)
@pytest.mark.parametrize("other", TEXTS, ids=NAMED)
def test_swapping_the_sides_mirrors_the_change(one: dict[str, str], other: dict[str, str]) -> None:
    there, back = change(_analysis(one), _analysis(other)), change(_analysis(other), _analysis(one))
    assert [MIRRORED.get(c.kind, c.kind) for c in there.changes] == [c.kind for c in back.changes]
    assert [MIRRORED.get(p.kind, p.kind) for p in there.penalties] == [p.kind for p in back.penalties]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ({"high": "10"}, PenaltyKind.RAISED),
        ({"low": "5"}, PenaltyKind.RAISED),
        ({"low": "1"}, PenaltyKind.LOWERED),
        ({"low": "1", "high": "10"}, PenaltyKind.ALTERED),
        ({}, PenaltyKind.SAME),
    ],
)
def test_the_basic_term(words: dict[str, str], kind: PenaltyKind) -> None:
    found = change(_analysis(PLAIN), _analysis(PLAIN | words))
    [basic] = [p for p in found.penalties if p.either.basic and p.either.kind == "imprisonment"]
    assert basic.kind is kind


def test_months_and_years_are_one_measure() -> None:
    years = change(
        _analysis(PLAIN | {"second": "Where the victim is a child, the term is imprisonment for 24 months."}),
        _analysis(PLAIN | {"second": "Where the victim is a child, the term is imprisonment for 2 years."}),
    )
    [child] = [p for p in years.penalties if p.either.aggravation == "child"]
    assert child.kind is PenaltyKind.SAME


def test_a_new_fine_and_a_circumstance_that_is_gone() -> None:
    found = change(_analysis(PLAIN), _analysis(TEXTS[3] | {"more": " and to a fine"}))
    kinds = {(p.either.aggravation, p.either.kind): p.kind for p in found.penalties}
    assert kinds == {
        (None, "imprisonment"): PenaltyKind.SAME,
        (None, "fine"): PenaltyKind.NEW,
        ("child", "imprisonment"): PenaltyKind.GONE,
    }


def test_a_history_goes_by_date_whatever_the_order_given() -> None:
    analyses = [_analysis(TEXTS[i], date) for i, date in enumerate(("2010", "2002-05-01", "2006"))]
    story = history(analyses)
    assert [e.date for e in story.editions] == ["2002-05-01", "2006", "2010"]
    assert [(s.before, s.after) for s in story.steps] == [(analyses[1], analyses[2]), (analyses[2], analyses[0])]
    assert [f.code for f in story.row("act.sale")] == ["act.sale"] * 3


def test_a_history_needs_different_dates() -> None:
    with pytest.raises(UsageError, match="two dates"):
        history([_analysis(PLAIN)])
    with pytest.raises(UsageError, match="2001"):
        history([_analysis(PLAIN), _analysis(TEXTS[1])])
    undated = gaps([read_file("-", lang="en", stdin=io.BytesIO(LAW.format(**PLAIN).encode()))], load("palermo"))
    with pytest.raises(UsageError, match="no date"):
        history([_analysis(PLAIN), undated])


def _read(mirror: Path, folder: str, articles: Sequence[str]) -> list[Version]:
    return [read_file(str(mirror / folder / f"art-{a}.ru.md")) for a in articles]


@pytest.mark.mirror
def test_the_story_of_kazakhstan(mirror: Path) -> None:
    """Read by eye against articles 125, 128 and 133 of the code of 1997 and 128 and 135 of the code of 2014."""
    old = "kz/criminal-code-1997"
    bodies = [
        _read(mirror, f"{old}/{date}", ("125", "128", "133")) for date in ("2005-07-08", "2006-03-02", "2015-01-01")
    ]
    bodies += [_read(mirror, f"kz/criminal-code-2014/{date}", ("128", "135")) for date in ("2019-12-27", "2025-09-16")]
    story = history([gaps(body, load("palermo")) for body in bodies])
    act_of_2006, act_of_2013, new_code, act_of_2024 = story.steps

    assert {"act.harbouring"} <= _codes(act_of_2006, GapChangeKind.CLOSED)
    assert "act.receipt" in _codes(act_of_2006, GapChangeKind.OPENED)  # "taking possession" of a minor is gone
    assert "means.essential_adult" in _codes(act_of_2006, GapChangeKind.ALTERED)  # deception is no longer needed
    assert _terms(act_of_2006)[None] == (PenaltyKind.RAISED, (None, 1), (None, 5))
    gone = {p.before.kind for p in act_of_2006.penalties if p.before and p.kind is PenaltyKind.GONE and p.before.basic}
    assert gone == {"arrest", "correctional work", "fine", "restriction of liberty"}

    assert _codes(act_of_2013, GapChangeKind.CLOSED) == {"act.receipt", "consent.irrelevant"}
    assert _codes(act_of_2013, GapChangeKind.ADDED) == {"purpose.begging"}
    assert not _codes(act_of_2013, GapChangeKind.OPENED, GapChangeKind.WORSENED)
    assert _terms(act_of_2013)[None] == (PenaltyKind.RAISED, (None, 5), (3, 5))
    assert _terms(act_of_2013)["organised group"] == (PenaltyKind.RAISED, (7, 15), (10, 15))
    assert _terms(act_of_2013)["child"] == (PenaltyKind.SAME, (5, 7), (5, 7))
    confiscation = [p for p in act_of_2013.penalties if p.either.basic and p.either.kind == "confiscation"]
    assert [p.kind for p in confiscation] == [PenaltyKind.ALTERED]  # no longer "or without it"

    assert "consent.irrelevant" in _codes(new_code, GapChangeKind.OPENED)  # the note came back in 2024 only
    assert _terms(new_code)[None] == (PenaltyKind.RAISED, (3, 5), (4, 7))
    assert _terms(new_code)["child, death"] == (PenaltyKind.RAISED, (12, 15), (12, 18))
    assert "consent.irrelevant" in _codes(act_of_2024, GapChangeKind.CLOSED)
    assert all(p.kind is PenaltyKind.SAME for p in act_of_2024.penalties)


@pytest.mark.mirror
def test_the_story_of_ireland(mirror: Path) -> None:
    """Read by eye: the act of 2013 added forced begging and forced crime, and made officials' offences graver."""
    versions = [read_file(str(mirror / f"ie/2008-act-8/{date}.en.md")) for date in ("2008-05-07", "2022-12-22")]
    [step] = history([gaps([v], load("palermo")) for v in versions]).steps
    assert _codes(step, GapChangeKind.ADDED) == {"purpose.begging", "purpose.crime"}
    assert not _codes(step, GapChangeKind.OPENED, GapChangeKind.WORSENED, GapChangeKind.WITHDRAWN)
    changed = {(p.either.aggravation, p.either.kind, p.kind) for p in step.penalties if p.kind is not PenaltyKind.SAME}
    assert changed == {("official", "heavier sentence", PenaltyKind.NEW)}


def _terms(step: GapsChange) -> dict[str | None, tuple[PenaltyKind, object, object]]:
    return {
        p.either.aggravation: (
            p.kind,
            p.before and (p.before.min, p.before.max),
            p.after and (p.after.min, p.after.max),
        )
        for p in step.penalties
        if p.either.kind == "imprisonment"
    }

"""Instructed against actual on real acts: looked at outcome by outcome on 25 November 2026, held here."""

from __future__ import annotations

from pathlib import Path

import pytest

import palermo
from palermo.amending.check import Check, DifferenceReason, Verdict
from palermo.corpus.amendments import Amendment, Status

pytestmark = pytest.mark.mirror


def held(mirror: Path, base: str, bills: list[str], official: str) -> tuple[Amendment, Check]:
    folder = mirror / "amendments"
    act, *rest = (palermo.read(str(folder / name)) for name in (base, *bills, official))
    amendment = palermo.amend(act, *rest[:-1])
    return amendment, palermo.check(act, amendment, rest[-1])


def canadian(mirror: Path, pair: str, lang: str) -> tuple[Amendment, Check]:
    before, bill, after = (f"ca_pairs/{pair}/{lang}_{name}.xml" for name in ("before", "amending", "after"))
    return held(mirror, before, [bill], after)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("pair", ["C-29__2023-c19", "C-36__2023-c6", "M-13__2023-c22"])
def test_canada_shows_everything_that_was_carried_out(mirror: Path, pair: str, lang: str) -> None:
    amendment, check = canadian(mirror, pair, lang)
    done = [n for n, o in enumerate(amendment.outcomes) if o.status is Status.APPLIED]
    assert done
    assert {check.verdicts[n] for n in done} == {Verdict.SHOWN}
    assert not check.explained(DifferenceReason.APPLIED)
    assert check.differs == (pair == "C-29__2023-c19" or (pair, lang) == ("C-36__2023-c6", "fr"))


def test_what_another_act_changed_stands_with_its_citation(mirror: Path) -> None:
    _, check = canadian(mirror, "C-29__2023-c19", "en")
    noted = [d for d in check.explained(DifferenceReason.NONE) if d.notes]
    assert len(noted) >= 6
    assert all(note.startswith("2023, c. 26, s. ") for d in noted for note in d.notes)


def test_a_reference_that_contradicts_itself_is_refused_and_its_change_is_found(mirror: Path) -> None:
    amendment, check = canadian(mirror, "C-36__2023-c6", "fr")
    [refused] = [n for n, o in enumerate(amendment.outcomes) if o.status is Status.REFUSED]
    assert check.verdicts[refused] is Verdict.CHANGED
    assert [d.outcomes for d in check.differences] == [(refused,)]


@pytest.mark.parametrize(
    ("base", "bills", "official"),
    [
        ("ie_2008_act8/before_2008_original.md", [], "ie_2008_act8/after_2022-12-22_revised.md"),
        (
            "ie_1998_act22/before_1998_original.md",
            ["ie_2008_act8/before_2008_original.md"],
            "ie_1998_act22/after_2020-05-21_revised.md",
        ),
    ],
)
def test_ireland_shows_everything_that_was_carried_out(
    mirror: Path, base: str, bills: list[str], official: str
) -> None:
    acts = ["ie_2008_act8/amending_2017_act2_original.md", "ie_2008_act8/amending_2013_act24.md"]
    amendment, check = held(mirror, base, [*acts, *bills], official)
    done = [n for n, o in enumerate(amendment.outcomes) if o.status is Status.APPLIED]
    assert len(done) >= 5
    assert {check.verdicts[n] for n in done} == {Verdict.SHOWN}
    assert amendment.tables[1].whole.date == "2013-08-09"
    assert "last: Criminal Law (Sexual Offences) Act 2017" in " ".join(amendment.order.split())

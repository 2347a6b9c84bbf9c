"""Which elements a changed clause touches, and which way it moves the law."""

from __future__ import annotations

import io
from itertools import permutations
from pathlib import Path

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment, Pair
from palermo.alignment.gaps.gaps import gaps
from palermo.alignment.gaps.gaps_change import GapChangeKind, change
from palermo.alignment.threeway import Direction, ThreeWay, threeway
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load

LAW = """
Section 5. Trafficking in persons

(1) A person who {acts} another person {means}for the purpose of {purpose} commits the offence of trafficking in
persons and is liable to imprisonment for a term of not less than {low} years and not more than 8 years.

(2) {second}

(3) The court may order that the offender be kept under supervision.
"""
PLAIN = {
    "acts": "recruits, transports, transfers, harbours or receives",
    "means": "by threat, force or deception ",
    "purpose": "sexual exploitation, forced labour, slavery, servitude or the removal of organs",
    "low": "3",
    "second": "Where the victim is a child, the offender is liable to imprisonment for 12 years.",
}
LESS = PLAIN | {"acts": "recruits or transports"}
HIGHER = PLAIN | {"low": "4"}
CONSENT = PLAIN | {"second": "The consent of the victim is immaterial where any of these means was used."}
BEGGING = PLAIN | {"purpose": PLAIN["purpose"] + " or begging"}
TEXTS = {"plain": PLAIN, "less": LESS, "higher": HIGHER, "consent": CONSENT, "begging": BEGGING}


def _version(words: dict[str, str]) -> Version:
    return read_file("-", lang="en", stdin=io.BytesIO(LAW.format(**words).encode()))


def _held(left: list[Version], right: list[Version]) -> tuple[Alignment, ThreeWay]:
    alignment, protocol = compare(left, right), load("palermo")
    return alignment, threeway(alignment, change(gaps(left, protocol), gaps(right, protocol)))


def _between(old: dict[str, str], new: dict[str, str]) -> dict[str, dict[str, Direction]]:
    """The codes that each clause touches, by the clause's citation on the side that has it."""
    alignment, found = _held([_version(old)], [_version(new)])
    return {_cite(pair): {t.code: t.direction for t in found.of(pair)} for pair in alignment.pairs if found.of(pair)}


def _cite(pair: Pair) -> str:
    return (pair.right or pair.left)[0].cite


def test_the_clause_that_fills_a_gap_moves_towards_and_the_one_that_tears_it_away() -> None:
    acts = {"act.transfer", "act.harbouring", "act.receipt"}
    [(cite, touched)] = _between(LESS, PLAIN).items()
    assert cite == "5(1)"
    assert {code for code, to in touched.items() if to is Direction.TOWARDS} == acts
    [(cite, touched)] = _between(PLAIN, LESS).items()
    assert {code for code, to in touched.items() if to is Direction.AWAY} == acts


def test_a_clause_of_its_own_is_named() -> None:
    touched = _between(PLAIN, CONSENT)
    assert touched["5(2)"]["consent.irrelevant"] is Direction.TOWARDS
    assert "5(3)" not in touched


def test_more_than_what_is_asked_is_no_step_towards_it() -> None:
    assert _between(PLAIN, BEGGING)["5(1)"]["purpose.begging"] is Direction.NEITHER


def test_other_years_touch_no_act() -> None:
    touched = _between(PLAIN, HIGHER)
    assert not any(code.startswith(("act.", "means.force")) for one in touched.values() for code in one)
    assert not {Direction.TOWARDS, Direction.AWAY} & {d for one in touched.values() for d in one.values()}


def test_the_same_text_touches_nothing() -> None:
    assert _between(PLAIN, PLAIN) == {}


@pytest.mark.parametrize(("old", "new"), list(permutations(TEXTS, 2)))
def test_nothing_is_claimed_beyond_the_gap_analyses(old: str, new: str) -> None:
    alignment, found = _held([_version(TEXTS[old])], [_version(TEXTS[new])])
    towards = {c.code for c in found.change.of(GapChangeKind.CLOSED, GapChangeKind.IMPROVED)}
    away = {c.code for c in found.change.of(GapChangeKind.OPENED, GapChangeKind.WORSENED)}
    touches = [t for pair in alignment.pairs for t in found.of(pair)]
    for touch in (*touches, *found.elsewhere):
        assert (touch.direction is Direction.TOWARDS) == (touch.code in towards)
        assert (touch.direction is Direction.AWAY) == (touch.code in away)
    assert {t.code for t in (*touches, *found.elsewhere)} >= towards | away
    assert not any(found.of(pair) for pair in alignment.pairs if not pair.differs)


def test_sides_swapped_turn_the_directions() -> None:
    turned = {Direction.TOWARDS: Direction.AWAY, Direction.AWAY: Direction.TOWARDS}
    for old, new in permutations(TEXTS.values(), 2):
        there, back = _between(old, new), _between(new, old)
        assert {cite: {code: turned.get(d, d) for code, d in one.items()} for cite, one in there.items()} == back


@pytest.mark.mirror
def test_kazakhstan_2006_to_2015(mirror: Path) -> None:
    code = mirror / "kz/criminal-code-1997"
    left, right = (
        [read_file(str(file)) for file in sorted((code / day).iterdir())] for day in ("2006-03-02", "2015-01-01")
    )
    alignment, found = _held(left, right)
    towards = {(_cite(p), t.code) for p in alignment.pairs for t in found.of(p) if t.direction is Direction.TOWARDS}
    assert towards == {("128(1)", "act.receipt"), ("133(1)", "act.receipt"), ("128(note)(3)", "consent.irrelevant")}
    assert not any(t.direction is Direction.AWAY for p in alignment.pairs for t in found.of(p))
    assert found.elsewhere == ()


@pytest.mark.mirror
def test_ireland_2008_to_2022(mirror: Path) -> None:
    act = mirror / "ie/2008-act-8"
    alignment, found = _held([read_file(str(act / "2008-05-07.en.md"))], [read_file(str(act / "2022-12-22.en.md"))])
    touched = {(_cite(p), t.code): t for p in alignment.pairs for t in found.of(p)}
    assert {t.direction for t in touched.values()} == {Direction.NEITHER}
    assert ("1(5)(a)", "purpose.begging") in touched
    assert ("1(4)(d)(i)", "purpose.crime") in touched

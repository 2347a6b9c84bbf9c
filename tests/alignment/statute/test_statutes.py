"""Accuracy on invented statutes that were coded by hand, before anybody looked at what palermo says of them."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.readers import read_file
from palermo.kb.frameworks.framework import load
from tests.support.generated_offences import CODES

STATUTES = Path(__file__).parent / "statutes"
CODINGS = ("codings.tsv", "codings-less.tsv")


@dataclass(frozen=True, slots=True)
class Coded:
    """One hand-coded fact and what palermo says of it."""

    body: str
    code: str
    coded: str
    found: str

    @property
    def right(self) -> bool:
        return self.coded == self.found


def _rows(name: str) -> list[dict[str, str]]:
    with (STATUTES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def _coded(name: str) -> tuple[Coded, ...]:
    framework = load("palermo")
    bodies: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in _rows(name):
        bodies[row["body"]].append(row)
    found = []
    for body, rows in bodies.items():
        (path,) = STATUTES.glob(f"{body}.*")
        analysis = gaps([read_file(str(path), lang=body[:2])], framework)
        found += [Coded(body, r["code"], r["value"], analysis.finding(r["code"]).value.value) for r in rows]
    return tuple(found)


def _accuracy(facts: tuple[Coded, ...]) -> float:
    return sum(f.right for f in facts) / len(facts)


def _precision(facts: tuple[Coded, ...]) -> float:
    """Of the answers yes, those that the coder gave, too."""
    said = [f for f in facts if f.found == "yes"]
    return sum(f.right for f in said) / len(said)


def _table(facts: tuple[Coded, ...]) -> str:
    """Accuracy a body, and the codes that are wrong most often."""
    bodies: dict[str, list[Coded]] = defaultdict(list)
    wrong: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        bodies[fact.body].append(fact)
        if not fact.right:
            wrong[fact.code].append(f"{fact.body} {fact.coded}/{fact.found}")
    lines = [f"{body:24} {_accuracy(tuple(own)):.2f}" for body, own in sorted(bodies.items())]
    often = sorted(wrong.items(), key=lambda item: -len(item[1]))[:12]
    lines += ["", *(f"{code:26} {len(cases):2}  {'; '.join(cases[:4])}" for code, cases in often)]
    return f"accuracy {_accuracy(facts):.3f}, precision of yes {_precision(facts):.3f}\n" + "\n".join(lines)


@pytest.mark.parametrize("name", CODINGS)
def test_every_statute_is_coded_whole(name: str) -> None:
    bodies: dict[str, list[str]] = defaultdict(list)
    for row in _rows(name):
        bodies[row["body"]].append(row["code"])
        assert row["value"] in {"yes", "no", "unclear"}, row
    assert {body: sorted(codes) for body, codes in bodies.items()} == dict.fromkeys(bodies, sorted(CODES))


def test_every_statute_has_its_coding() -> None:
    bodies = {row["body"] for name in CODINGS for row in _rows(name)}
    assert bodies == {p.stem for p in STATUTES.iterdir() if p.suffix != ".tsv"}


def test_languages_at_full_strength() -> None:
    facts = _coded("codings.tsv")
    assert _accuracy(facts) >= 0.85, _table(facts)
    assert _precision(facts) >= 0.95, _table(facts)


def test_languages_that_are_less_tested() -> None:
    facts = _coded("codings-less.tsv")
    assert _accuracy(facts) >= 0.9, _table(facts)
    assert _precision(facts) >= 0.95, _table(facts)

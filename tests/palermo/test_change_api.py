"""Changes, histories and official words, as programs call for them."""

from __future__ import annotations

import pytest

import palermo
from palermo.alignment.gaps.gaps_change import GapChangeKind
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from tests.support import treaty

LAW = """Section 1. Trafficking in persons
Whoever {} a person by means of force for the purpose of forced labour shall be punished by imprisonment for {} years.
"""


def _law(acts: str, years: int, date: str) -> Version:
    return read_text(LAW.format(acts, years), lang="en", date=date)


OLD, NEW = _law("recruits", 4, "2001"), _law("recruits or transports", 6, "2009")


def test_a_change_is_what_lies_between_two_analyses() -> None:
    found = palermo.change(OLD, [NEW])
    assert [c.code for c in found.of(GapChangeKind.CLOSED)] == ["act.transportation"]
    assert [(p.kind, p.after.max) for p in found.penalties if p.after] == [("raised", 6)]


def test_two_versions_and_a_framework() -> None:
    found = palermo.threeway(OLD, [NEW])
    [pair] = [p for p in found.alignment.pairs if found.of(p)]
    assert ("act.transportation", "towards") in {(t.code, t.direction) for t in found.of(pair)}
    assert found.change == palermo.change(OLD, NEW)


def test_a_history_goes_by_date() -> None:
    story = palermo.history(NEW, OLD)
    assert [e.date for e in story.editions] == ["2001", "2009"]
    assert story.steps == (palermo.change(OLD, NEW),)
    with pytest.raises(palermo.PalermoError, match="two dates"):
        palermo.history(OLD)


def test_official_words_are_quoted() -> None:
    protocol = read_text(treaty.ENGLISH, lang="en")
    quote = palermo.gaps(OLD, official=protocol).finding("child.age_18").requires.quote
    assert quote == '(d) "Child" is a person who is under eighteen.'
    with pytest.raises(palermo.PalermoError, match="not the text"):
        palermo.gaps(OLD, official=NEW)

"""The subjects of a law on trafficking: concepts that meet in one rule."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import InputError
from palermo.kb.thesaurus import subjects


def test_a_subject_needs_a_concept_of_every_group() -> None:
    assert "offender_child" in subjects.about({"crime.imprisonment": 1.0, "victim.child": 1.0}, least=0.5)
    assert "offender_child" not in subjects.about({"crime.imprisonment": 1.0}, least=0.5)
    assert "offender_child" not in subjects.about({"victim.child": 1.0}, least=0.5)


def test_a_subject_is_as_sure_as_its_least_sure_group() -> None:
    named = {"crime.penalty": 0.3, "crime.imprisonment": 0.8, "victim.child": 2.0}
    assert subjects.about(named, least=0.5)["offender_child"] == 0.8
    assert subjects.about({**named, "victim.child": 0.4}, least=0.5) == {}


def test_every_concept_of_a_subject_is_in_the_thesaurus(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(subjects.load()) > 40
    monkeypatch.setattr(subjects, "read_data", lambda *_: {"source": "x", "subjects": {"a": [["victim.nobody"]]}})
    with pytest.raises(InputError, match=r"victim\.nobody"):
        subjects.load.__wrapped__()

"""The words of divergence of each language: every section says what it rests on, and every pattern finds words."""

from __future__ import annotations

import pytest

from palermo.corpus.language_data import language_data
from palermo.kb.lexicon.change_words import languages, words
from palermo.kb.lexicon.cues import fold

SECTIONS = {
    "modality", "negation", "connectives", "articles", "equivalents", "months", "units", "openers", "notes",
    "definitions", "references", "penalties",
}  # fmt: skip


@pytest.mark.parametrize("lang", languages())
def test_each_section_is_there_with_its_source(lang: str) -> None:
    data = language_data(lang, "change_words")
    assert data.keys() - {"numerals"} == SECTIONS
    for section in data.values():
        assert len(section["source"]) > 10


@pytest.mark.parametrize("lang", languages())
def test_equivalents_have_one_form_each(lang: str) -> None:
    known = words(lang)
    assert known.equivalents
    for phrase, other in known.equivalents.items():
        assert fold(phrase) == phrase
        assert known.equivalents[other] == other, phrase


@pytest.mark.parametrize("lang", languages())
def test_kinds_of_modality_do_not_overlap(lang: str) -> None:
    """A word that says a duty says no power: each kind has words, and the plain words of one are none of another's."""
    data = language_data(lang, "change_words")["modality"]
    kinds = {kind: [w for w in data[kind] if w.isalpha()] for kind in ("duty", "power")}
    for word in kinds["duty"]:
        assert words(lang).modality["duty"].fullmatch(word)
        assert not words(lang).modality["power"].fullmatch(word)


def test_a_language_without_words_never_matches() -> None:
    known = words("zz")
    assert not known.negation.search("not no never")
    assert not known.equivalents
    assert not known.definitions

"""The thesaurus: its data, and how its terms are found."""

from __future__ import annotations

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.model.languages import check_language
from palermo.kb.frameworks.framework import load
from palermo.kb.thesaurus import thesaurus
from palermo.kb.thesaurus.thesaurus import Thesaurus

KNOWN = thesaurus.load()
FULL = ("en", "ru", "fr", "es", "de", "nl", "uk", "kk")


def codes(text: str, lang: str) -> set[str]:
    return {m.code for m in KNOWN.mentions(text, lang)}


@pytest.mark.parametrize("lang", FULL)
def test_every_concept_has_terms_in_the_languages_of_the_field(lang: str) -> None:
    assert [code for code, terms in KNOWN.concepts.items() if not terms.get(lang)] == []


def test_languages_are_languages() -> None:
    assert set(FULL) <= KNOWN.languages
    for lang in KNOWN.languages:
        assert check_language(lang) == lang


@pytest.mark.parametrize("lang", sorted(KNOWN.languages))
def test_every_term_finds_its_concept(lang: str) -> None:
    lost = [
        (code, term)
        for code, terms in KNOWN.concepts.items()
        for term in terms.get(lang, ())
        if code not in codes(term.replace("*", ""), lang)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Victims may obtain compensation", "en"),
        ("Потерпевшим выплачивается компенсация", "ru"),
        ("Les victimes ont droit à une indemnisation", "fr"),
        ("Las víctimas recibirán una indemnización", "es"),
        ("Die Opfer erhalten eine Entschädigung", "de"),
        ("Slachtoffers krijgen schadevergoeding", "nl"),
        ("Потерпілим відшкодовується шкода", "uk"),
        ("Жәбірленушілерге өтемақы төленеді", "kk"),
    ],
)
def test_languages_meet_in_a_concept(text: str, lang: str) -> None:
    assert {"victim.victim", "victim.compensation"} <= codes(text, lang)


def test_spans_are_those_of_the_text() -> None:
    text = "On the trafficking of persons, and its victims"
    found = [(m.code, text[m.start : m.end]) for m in KNOWN.mentions(text, "en")]
    assert found == [("crime.trafficking", "trafficking of persons"), ("victim.victim", "victims")]


def test_a_term_inside_a_longer_one_does_not_count() -> None:
    small = Thesaurus({"a.fish": {"en": ("fish",)}, "a.licence": {"en": ("fish licen*",)}})
    assert [m.code for m in small.mentions("A fish licence is no fish", "en")] == ["a.licence", "a.fish"]


def test_a_child_inside_a_longer_term_does() -> None:
    assert {"victim.child", "crime.receipt"} <= codes("the receipt of a child", "en")


@pytest.mark.parametrize(
    ("text", "lang", "other"),
    [
        ("в качестве законного представителя", "ru", "measure.document_quality"),
        ("местные исполнительные органы", "ru", "victim.intimidation"),
        ("согласно законодательству и с учетом возраста", "ru", "crime.consent"),
        ("согласно законодательству и с учетом возраста", "ru", "measure.statistics"),
        ("органы организуют работу", "ru", "crime.organise"),
        ("стаття 5 та статті 6", "uk", "victim.age_and_gender"),
        ("притулки для дітей", "uk", "measure.law_of_refugees"),
        ("las autoridades competentes", "es", "law.accused"),
        ("el derecho a la intimidad", "es", "victim.intimidation"),
        ("une lettre visant le tiers", "fr", "measure.visa"),
        ("eine Straftat im Sinne des Artikels", "de", "crime.criminalise"),
        ("for the purposes of exploitation", "en", "formula.definition"),
        ("the conveyance was seized", "en", "crime.transportation"),
    ],
)
def test_a_term_finds_no_other_word_that_begins_so(text: str, lang: str, other: str) -> None:
    assert other not in codes(text, lang)


def test_negations_are_words() -> None:
    assert "crime.non_punishment" in codes("a power not to prosecute victims", "en")
    assert "crime.non_punishment" not in codes("a power to prosecute offenders", "en")


def test_an_unknown_language_has_no_terms() -> None:
    assert KNOWN.mentions("trafficking in persons", "xx") == []


@pytest.mark.parametrize(
    ("terms", "says"),
    [([], "list"), ("fish", "list"), (["fi*sh"], "end of a word"), ([True], "list")],
)
def test_data_is_checked(terms: object, says: str) -> None:
    with pytest.raises(InputError, match=says):
        thesaurus._checked("x.yaml", "fish", terms)


def test_a_term_of_function_words_is_refused() -> None:
    with pytest.raises(InputError, match="function words"):
        Thesaurus({"a.of": {"en": ("of the",)}}).mentions("of the fish", "en")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({"crime": {"fishing": ["fish"]}}, "no concept 'crime.fishing'"),
        ({"asked": {"drugs": ["drug*"]}}, "no concept 'asked.drugs'"),
        ({"crime": ["fish"]}, "no table"),
    ],
)
def test_a_file_of_terms_is_checked(written: object, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thesaurus, "language_data", lambda *_: written)
    with pytest.raises(InputError, match=says):
        thesaurus._terms.__wrapped__("terms", "xx")


def test_codes_are_not_taken_for_elements() -> None:
    groups = {element.code.partition(".")[0] for element in load("palermo").elements}
    assert groups.isdisjoint(code.partition(".")[0] for code in KNOWN.concepts)


@pytest.mark.parametrize("lang", sorted(thesaurus.load_queries().languages))
def test_everyday_words_and_what_is_sought_name_their_concepts(lang: str) -> None:
    asked = thesaurus.load_queries()
    lost = [
        (code, term)
        for code, terms in asked.concepts.items()
        for term in terms.get(lang, ())
        if code not in {m.code for m in asked.mentions(term.replace("*", ""), lang)}
    ]
    assert lost == []


def test_what_is_sought_has_the_terms_of_laws_and_not_everyday_words() -> None:
    concepts = thesaurus.load_sought().concepts
    assert set(KNOWN.concepts) < set(concepts)
    assert "asked.limitation" in concepts
    assert "jail*" not in concepts["crime.imprisonment"]["en"]
    assert "jail*" in thesaurus.load_queries().concepts["crime.imprisonment"]["en"]

"""Consent of the victim (Protocol article 3(b))."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import IRRELEVANT, LANGS, answer, finding, offence

NEEDED = {
    "en": "The consent of the victim is needed for a medical examination.",
    "ru": "Медицинское освидетельствование проводится с согласия потерпевшего.",
    "uk": "Медичний огляд проводиться за згодою потерпілого.",
    "fr": "L'examen médical se fait avec le consentement de la victime.",
    "es": "El examen médico se hará con el consentimiento de la víctima.",
    "de": "Die Untersuchung bedarf der Einwilligung des Opfers.",
    "nl": "Het onderzoek geschiedt met instemming van het slachtoffer.",
}


@pytest.mark.parametrize("lang", LANGS)
def test_consent_declared_irrelevant(lang: str) -> None:
    found = finding("consent.irrelevant", offence(lang).but(more=(IRRELEVANT[lang],)))
    assert (found.value.value, found.extent) == ("yes", "full")
    assert any(IRRELEVANT[lang].rstrip(".") in e.quote for e in found.evidence)


@pytest.mark.parametrize("lang", LANGS)
def test_silence_is_no(lang: str) -> None:
    found = finding("consent.irrelevant", offence(lang))
    assert found.value.value == "no"
    assert [e.provision.cite for e in found.evidence] == ["12"]  # what was searched


@pytest.mark.parametrize("lang", LANGS)
def test_consent_to_something_else_declares_nothing(lang: str) -> None:
    assert answer("consent.irrelevant", offence(lang).but(more=(NEEDED[lang],))) == "no"


def test_irrelevant_for_something_else_declares_nothing() -> None:
    more = ("The nationality of the offender is irrelevant.",)
    assert answer("consent.irrelevant", offence().but(more=more)) == "no"


def test_irrelevant_for_children_only_is_some_cases() -> None:
    more = ("The consent of a child to the intended exploitation is irrelevant.",)
    found = finding("consent.irrelevant", offence().but(more=more))
    assert (found.value.value, found.extent, found.rating.value) == ("yes", "some cases", "partly")


def test_the_clause_may_stand_in_a_section_on_evidence_that_cites_the_offence() -> None:
    around = (
        "Section 13. Evidence\n\nIn proceedings for an offence under section 12, the consent of the victim is no "
        "defence."
    )
    assert answer("consent.irrelevant", offence().but(around=around)) == "yes"


def test_the_clause_of_another_offence_says_nothing_about_trafficking() -> None:
    around = (
        "Section 13. Wounding\n\nAny person who wounds another person is guilty of an offence and liable to "
        "imprisonment "
        "for five years. The consent of the wounded person is irrelevant."
    )
    assert answer("consent.irrelevant", offence().but(around=around)) == "no"


def test_irrelevant_where_some_of_the_means_were_used_is_some_cases() -> None:
    more = ("Where threats were used, the consent of the victim is irrelevant.",)
    found = finding("consent.irrelevant", offence().but(more=more))
    assert (found.value.value, found.extent) == ("yes", "some cases")


def test_irrelevant_where_any_of_the_means_was_used_is_every_case() -> None:
    more = ("Where any of the means in subsection (1) was used, the consent of the victim is irrelevant.",)
    found = finding("consent.irrelevant", offence().but(more=more))
    assert (found.value.value, found.extent) == ("yes", "full")

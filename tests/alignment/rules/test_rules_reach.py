"""Reach: movement, borders and the sex of the victim, conditions that the Protocol does not know."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import ACTS, LANGS, answer, answers, finding, offence

TAIL = "is guilty of an offence and liable to imprisonment for a term not exceeding ten years.\n"
HEAD = "Section 12. Trafficking in persons\n\nAny person who "


@pytest.mark.parametrize("lang", LANGS)
def test_only_transporting_requires_movement(lang: str) -> None:
    moving = offence(lang).but(acts=(ACTS[lang]["act.transportation"],))
    found = finding("scope.movement_required", moving)
    assert (found.value.value, found.rating.value) == ("yes", "narrower")
    assert answer("scope.movement_required", offence(lang)) == "no"


def test_arranging_travel_requires_movement_whatever_acts_it_names() -> None:
    text = HEAD + (
        "arranges or facilitates the travel of another person, by recruiting, transferring or harbouring that "
        "person, with "
        "a view to that person being exploited, " + TAIL
    )
    assert answer("scope.movement_required", text) == "yes"


def test_only_across_borders() -> None:
    act = "recruits or transports another person {}by means of force for the purpose of slavery "
    found = answers(HEAD + act.format("across the border of the Republic ") + TAIL)
    assert found["scope.transnational_only"] == "yes"
    assert answer("scope.transnational_only", HEAD + act.format("") + TAIL) == "no"


def test_within_or_across_borders_is_not_only_across_them() -> None:
    text = HEAD + (
        "recruits or transports another person, within the Republic or across its border, by means of force for the "
        "purpose of slavery, " + TAIL
    )
    assert answer("scope.transnational_only", text) == "no"


def test_a_border_that_aggravates_is_no_condition() -> None:
    more = ("Where the victim is taken across a border, the offender is liable to imprisonment for twenty years.",)
    assert answer("scope.transnational_only", offence().but(more=more)) == "no"


def _protecting(victim: str, offender: str) -> str:
    return (
        f"Section 12. Trafficking in women\n\n{offender} recruits, transports or harbours {victim} by means of force "
        f"for the "
        "purpose of prostitution " + TAIL
    )


@pytest.mark.parametrize(
    ("victim", "value"),
    [("a woman or girl", "yes"), ("a woman", "yes"), ("a person", "no"), ("a woman or any person", "no")],
)
def test_only_women(victim: str, value: str) -> None:
    assert answer("scope.gender_limited", _protecting(victim, "Whoever")) == value


def test_any_person_who_offends_is_no_victim() -> None:
    assert answer("scope.gender_limited", _protecting("a woman or girl", "Any person who")) == "yes"


def test_only_women_in_russian() -> None:
    text = (
        "Статья 12. Торговля женщинами\n\nВербовка, перевозка или передача женщины в целях занятия проституцией –\n\n"
        "наказывается лишением свободы на срок до пяти лет.\n"
    )
    assert answer("scope.gender_limited", text, lang="ru") == "yes"


@pytest.mark.parametrize("lang", LANGS)
def test_any_person(lang: str) -> None:
    assert answer("scope.gender_limited", offence(lang)) == "no"
    assert answer("scope.transnational_only", offence(lang)) == "no"


LIMITED = "reach-limited-beside"


@pytest.mark.parametrize(
    ("lang", "sentence", "limited"),
    [
        ("en", "This section applies only if the offence is transnational.", True),
        ("en", "This section does not apply to offences committed wholly within the Republic.", True),
        ("en", "This section applies whether or not the offence is committed across a border.", False),
        (
            "en",
            "This section applies to an offence committed outside the territory only if it is punishable there.",
            False,
        ),
        (
            "ru",
            "Настоящая статья применяется только в случае, если преступление носит транснациональный характер.",
            True,
        ),
        ("uk", "Ця стаття застосовується лише тоді, коли злочин є транскордонним.", True),
        ("fr", "Le présent article s'applique uniquement lorsque l'infraction est transnationale.", True),
        ("es", "El presente artículo se aplicará sólo cuando el delito sea transnacional.", True),
        ("de", "Diese Bestimmung gilt nur, wenn die Tat grenzüberschreitend begangen wird.", True),
        ("nl", "Dit artikel is slechts van toepassing indien het feit grensoverschrijdend is.", True),
    ],
)
def test_a_sentence_beside_the_variants_that_limits_them_to_borders_is_unclear(
    lang: str, sentence: str, limited: bool
) -> None:
    found = finding("scope.transnational_only", offence(lang).but(more=(sentence,)))
    assert (found.value.value, found.rule == LIMITED) == (("unclear", True) if limited else ("no", False))
    assert not limited or any(sentence.rstrip(".") in e.quote for e in found.evidence)


@pytest.mark.parametrize(
    ("lang", "sentence", "limited"),
    [
        ("en", "This section applies to women and children only.", True),
        ("en", "This section does not apply to men.", True),
        ("en", "This section applies to men, women and children.", False),
        ("en", "This section applies not only to women.", False),
        ("ru", "Настоящая статья применяется только в отношении женщин и детей.", True),
        ("uk", "Ця стаття застосовується лише щодо жінок.", True),
        ("fr", "Le présent article ne s'applique qu'aux femmes.", True),
        ("es", "El presente artículo se aplica únicamente a las mujeres.", True),
        ("de", "Diese Bestimmung gilt nur für Frauen und Kinder.", True),
        ("nl", "Dit artikel is uitsluitend van toepassing op vrouwen.", True),
    ],
)
def test_a_sentence_beside_the_variants_that_limits_them_to_women_is_unclear(
    lang: str, sentence: str, limited: bool
) -> None:
    found = finding("scope.gender_limited", offence(lang).but(more=(sentence,)))
    assert (found.value.value, found.rule == LIMITED) == (("unclear", True) if limited else ("no", False))


def test_women_in_a_provision_about_something_else_limit_nothing() -> None:
    around = "Section 13. Shelters for victims of trafficking\n\nOnly women and girls are lodged in a shelter.\n"
    assert answer("scope.gender_limited", offence().but(around=around)) == "no"

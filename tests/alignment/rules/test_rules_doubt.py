"""Where careful readers differ: grounds on which the answer is unclear, and the nearest texts where it is not."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import answers

HEAD = "Section 12. Trafficking in persons\n\n(1) Any person who recruits, transports or harbours another person "
TAIL = "is guilty of an offence and liable to imprisonment for ten years.\n"
BASIC = f"{HEAD}by means of force for the purpose of slavery {TAIL}"


def test_intimidation_may_be_a_threat() -> None:
    text = (
        "Artículo 12. Trata de personas\n\nQuien mediante {} capte, transporte o acoja a una persona con fines de "
        "esclavitud será sancionado con prisión de cinco años.\n"
    )
    assert answers(text.format("intimidación"), lang="es")["means.threat"] == "unclear"
    assert answers(text.format("amenaza"), lang="es")["means.threat"] == "yes"
    assert answers(text.format("violencia"), lang="es")["means.threat"] == "no"


@pytest.mark.parametrize(
    ("circumstance", "value"), [("is drugged with narcotics", "unclear"), ("is threatened", "yes"), ("dies", "no")]
)
def test_what_harms_the_victim_may_be_a_means(circumstance: str, value: str) -> None:
    text = f"{BASIC}(2) Where the victim {circumstance}, the offender is liable to imprisonment for twenty years.\n"
    assert answers(text)["means.aggravating"] == value


def test_adults_who_cannot_resist_and_are_freed_from_means_leave_open_whether_each_variant_needs_one() -> None:
    text = f"{BASIC}(2) In trafficking in a child{{}} none of these means need be used.\n"
    assert answers(text.format(""))["means.essential_adult"] == "yes"
    assert answers(text.format(" or an incapacitated person"))["means.essential_adult"] == "unclear"


def test_acts_assimilated_to_trafficking_may_be_the_offence() -> None:
    text = (
        "Article 12 : Traite des personnes\n\nQuiconque recrute, transporte ou héberge une personne par la force aux "
        "fins d'esclavage est puni d'un emprisonnement de dix ans.\n\nArticle 13\n\nEst {} la traite des "
        "personnes et puni d'un emprisonnement de deux ans le fait d'organiser la mendicité d'autrui.\n"
    )
    found = answers(text.format("assimilé à"), lang="fr")
    assert [found[c] for c in ("means.essential_adult", "purpose.required")] == ["unclear", "unclear"]
    found = answers(text.format("distinct de"), lang="fr")
    assert [found[c] for c in ("means.essential_adult", "purpose.required")] == ["yes", "yes"]


def test_who_facilitates_may_be_an_accomplice() -> None:
    more = "Section 13.\n\nWhoever {} trafficking in persons is guilty of an offence and liable to a fine.\n"
    assert answers(f"{BASIC}\n{more.format('facilitates')}")["offence.accomplice"] == "unclear"
    assert answers(f"{BASIC}\n{more.format('aids or abets')}")["offence.accomplice"] == "yes"


def test_forms_that_an_open_list_does_not_name_are_none_of_it_where_it_names_many() -> None:
    text = f"{HEAD}by force for the purpose of {{}}or other forms of exploitation {TAIL}"
    assert answers(text.format("slavery, forced labour, begging "))["purpose.organs"] == "no"
    assert answers(text.format("slavery "))["purpose.organs"] == "unclear"


def test_exploitation_by_way_of_its_forms_is_named_by_them() -> None:
    text = (
        "Статья 12. Торговля людьми\n\nВербовка, перевозка или передача человека с применением насилия с целью "
        "эксплуатации посредством проституции, рабства или принудительного труда –\nнаказывается тюремным заключением "
        "на срок до пяти лет.\n"
    )
    found = answers(text, lang="ru")
    assert [found[f"purpose.{p}"] for p in ("sexual", "slavery", "forced_labour")] == ["yes", "yes", "yes"]
    assert found["means.essential_adult"] == "yes"


def test_immunity_of_victims_needs_no_word_for_an_offence() -> None:
    text = (
        "Act on Trafficking in Persons\n\n" + BASIC + "\nSection 20. Stay\n\nA victim of trafficking shall not be "
        "prosecuted on account of an irregular stay.\n"
    )
    assert answers(text)["offence.non_punishment"] == "yes"

"""Limbs: the basic variants of the offence, one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from palermo.alignment.scope.variants import Variant, variants
from tests.support.generated_offences import LANGS, answers, offence, scope_of

TAIL = " is guilty of an offence and liable to imprisonment for ten years."
DEFINED = (
    'Section 1. Definitions\n\nIn this Act, "trafficking in persons" means the recruitment, transportation or '
    "receipt of "
    "persons by means of force for the purpose of exploitation.\n\n"
)


def _variants(text: str, lang: str = "en") -> Sequence[Variant]:
    return variants(scope_of(text, lang=lang))


def _facts(found: Sequence[Variant]) -> list[tuple[bool, bool, bool]]:
    return [(x.means, x.purpose, x.child) for x in found]


@pytest.mark.parametrize("lang", LANGS)
def test_a_plain_offence_is_one_variant(lang: str) -> None:
    assert _facts(_variants(offence(lang).text(), lang)) == [(True, True, False)]
    assert _facts(_variants(offence(lang).but(purposes=()).text(), lang)) == [(True, False, False)]


def test_limbs_of_one_sentence_have_their_own_means_and_purpose() -> None:
    text = (
        "Статья 12. Торговля людьми\n\n1. Купля-продажа человека, а равно вербовка или перевозка человека путем "
        "обмана в целях "
        "эксплуатации –\n\nнаказываются лишением свободы на срок до шести лет.\n"
    )
    assert _facts(_variants(text, "ru")) == [(False, False, False), (True, True, False)]


def test_an_aggravation_is_no_variant() -> None:
    more = ("Where the offence is committed by fraud, the offender is liable to imprisonment for twenty years.",)
    assert len(_variants(offence().but(more=more).text())) == 1


def test_an_offence_against_children_is_a_variant_of_its_own() -> None:
    more = ("Whoever recruits, transports or harbours a child for the purpose of slavery" + TAIL,)
    assert _facts(_variants(offence().but(more=more).text())) == [(True, True, False), (False, True, True)]


def test_an_offence_that_only_names_trafficking_inherits_the_definition() -> None:
    text = (
        DEFINED + "Section 2. Offence of trafficking in persons\n\nWhoever commits trafficking in persons" + TAIL + "\n"
    )
    found = _variants(text)
    assert all(x.means and x.purpose for x in found)
    assert found


def test_an_offence_that_repeats_the_acts_stands_beside_the_definition() -> None:
    text = (
        DEFINED
        + "Section 2. Trafficking in persons\n\nWhoever recruits or harbours another person, for the purpose of "
        "slavery," + TAIL + "\n"
    )
    assert any(not x.means for x in _variants(text))


def test_any_means_is_no_means_that_must_be_proved() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nWhoever recruits or harbours another person by any means, including "
        "force, "
        "for the purpose of slavery" + TAIL + "\n"
    )
    (only,) = _variants(text)
    assert not only.means or only.open_means


def test_items_that_are_whole_variants_are_variants() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nWhoever, for the purpose of exploitation, does any of the following—\n\n"
        "(a) procures, harbours or receives any person by means of force; or\n\n(b) procures, harbours or receives a "
        f"child,\n\nfor slavery{TAIL}\n"
    )
    assert [(x.means, x.child) for x in _variants(text)] == [(True, False), (False, True)]


def test_items_that_are_single_acts_are_no_variants() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nWhoever—\n\n(a) recruits;\n\n(b) transports; or\n\n(c) harbours\n\n"
        f"another person by means of force for the purpose of slavery{TAIL}\n"
    )
    assert len(_variants(text)) == 1


def test_any_means_before_a_list_of_them_leaves_none_out() -> None:
    open_list = "recruits or harbours a person by any means for the purpose of slavery"
    listed = (
        "recruits, invites by any means or harbours a person for the purpose of slavery, by means of force or fraud"
    )
    heading = "Section 12. Trafficking in persons\n\nWhoever "
    assert [x.means for x in _variants(heading + open_list + TAIL)] == [False]
    assert [x.means for x in _variants(heading + listed + TAIL)] == [True]


def test_who_profits_is_a_variant_whatever_it_names() -> None:
    text = (
        "Artikel 12 Mensenhandel\n\nMet gevangenisstraf van ten hoogste acht jaren wordt gestraft:\n"
        "1°. degene die een ander door dwang werft, vervoert of huisvest met het oogmerk van slavernij;\n"
        "2°. degene die opzettelijk voordeel trekt uit de uitbuiting van een ander;\n"
        "3°. degene die voordeel trekt uit de verwijdering van organen onder de omstandigheden, bedoeld onder 1°, door "
        "dwang.\n"
    )
    assert _facts(_variants(text, "nl")) == [(True, True, False), (False, False, False)]


def test_a_purpose_before_the_acts_of_its_limb_is_that_variants() -> None:
    text = (
        "Статья 12. Торговля людьми\n\nКупля-продажа человека, а равно совершенные в целях его эксплуатации вербовка "
        "или перевозка –\n\nнаказываются лишением свободы на срок до шести лет.\n"
    )
    assert _facts(_variants(text, "ru")) == [(False, False, False), (False, True, False)]
    assert answers(text, lang="ru")["act.recruitment"] == "yes"


def test_an_offence_told_in_parts_has_the_purpose_of_its_parts() -> None:
    text = (
        "Section 1. Offence of human trafficking\n\n(1) A person commits an offence if the person—\n\n(a) takes a "
        "relevant action, and\n\n(b) does so {}.\n\n"
        '(2) "Relevant action" means the recruitment, transportation or receipt of another person.\n\n'
        "(3) A person who commits an offence of human trafficking is liable to imprisonment for ten years.\n"
    )
    aimed = text.format("for the purpose of slavery")
    assert answers(aimed)["purpose.required"] == "yes"
    assert answers(text.format("at night"))["purpose.required"] == "no"

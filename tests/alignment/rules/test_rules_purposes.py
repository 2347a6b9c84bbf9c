"""Purposes: the forms of exploitation, whether their list is open, and whether one is needed (codes.md, close "
"calls)."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import LANGS, PURPOSES, answer, answers, finding, offence

EACH = [(lang, code) for lang in LANGS for code in PURPOSES["en"]]
TAIL = "is guilty of an offence and liable to imprisonment for a term not exceeding ten years.\n"
HEAD = "Section 12. Trafficking in persons\n\nAny person who recruits, transports or harbours another person "


@pytest.mark.parametrize(("lang", "code"), EACH)
def test_a_form_is_found_where_it_is_named_and_only_there(lang: str, code: str) -> None:
    word, plain = PURPOSES[lang][code], offence(lang)
    rest = tuple(p for p in plain.purposes if p != word)
    found = finding(code, plain.but(purposes=(word, *rest)))
    assert found.value.value == "yes"
    assert any(word.split()[-1] in e.quote for e in found.evidence)
    assert answer(code, plain.but(purposes=rest)) == "no"


@pytest.mark.parametrize("lang", LANGS)
def test_a_purpose_in_every_variant_is_required_and_without_one_it_is_not(lang: str) -> None:
    assert answer("purpose.required", offence(lang)) == "yes"
    assert answer("purpose.required", offence(lang).but(purposes=())) == "no"


def test_a_purpose_of_the_second_limb_only_is_not_required() -> None:
    text = (
        "Статья 12. Торговля людьми\n\n1. Купля-продажа человека, а равно вербовка, перевозка, передача или получение "
        "человека в целях эксплуатации –\n\nнаказываются лишением свободы на срок до шести лет.\n"
    )
    found = answers(text, lang="ru")
    assert (found["act.sale"], found["purpose.required"]) == ("yes", "no")


def test_a_purpose_of_all_acts_at_the_end_is_required() -> None:
    text = (
        "Статья 12. Торговля людьми\n\n1. Купля-продажа человека, а равно вербовка, перевозка или получение человека, "
        "если они совершены в целях эксплуатации, –\n\nнаказываются лишением свободы на срок до шести лет.\n"
    )
    assert answer("purpose.required", text, lang="ru") == "yes"


def test_a_form_in_the_definition_of_exploitation_counts() -> None:
    text = (
        'Section 1. Definitions\n\nIn this Act, "exploitation" means forced labour, servitude or the removal of '
        "organs.\n\n" + offence().but(purposes=("exploitation",)).text()
    )
    found = answers(text)
    assert {c for c in PURPOSES["en"] if found[c] == "yes"} == {
        "purpose.forced_labour",
        "purpose.servitude",
        "purpose.organs",
    }
    assert found["purpose.open_list"] == "no"


def test_a_form_in_a_definition_that_another_one_rests_on_counts() -> None:
    text = (
        'Section 1. Definitions\n\nIn this Act—\n\n"exploitation" means sexual exploitation or forced labour;\n\n'
        '"sexual exploitation" means prostitution or the making of pornography.\n\n'
        + offence().but(purposes=("exploitation",)).text()
    )
    assert answer("purpose.pornography", text) == "yes"


OPENERS = {
    "en": 'Section 1. Definitions\n\nIn this Act, "exploitation" includes, at a minimum, slavery and forced '
    "labour.\n\n",
    "ru": "Статья 11. Понятия\n\nПод эксплуатацией понимаются как минимум рабство, принудительный труд и иные формы "
    "эксплуатации.\n\n",
    "fr": "Article 11. Définitions\n\nL'exploitation comprend, au minimum, l'esclavage et le travail forcé.\n\n",
    "es": "Artículo 11. Definiciones\n\nLa explotación incluirá, como mínimo, la esclavitud y los trabajos "
    "forzados.\n\n",
    "uk": "Стаття 11. Визначення\n\nПід експлуатацією слід розуміти щонайменше рабство, примусову працю та інші форми "
    "експлуатації.\n\n",
    "nl": "Artikel 11. Begripsbepalingen\n\nUitbuiting omvat ten minste slavernij en gedwongen arbeid.\n\n",
}
PURPOSE = {
    "en": "exploitation",
    "ru": "эксплуатации",
    "fr": "d'exploitation",
    "es": "explotación",
    "uk": "експлуатації",
    "nl": "uitbuiting",
}


@pytest.mark.parametrize("lang", sorted(OPENERS))
def test_an_open_definition_of_exploitation_opens_the_list(lang: str) -> None:
    text = OPENERS[lang] + offence(lang).but(purposes=(PURPOSE[lang],)).text()
    found = answers(text, lang=lang)
    assert found["purpose.open_list"] == "yes"
    assert found["purpose.slavery"] == "yes"
    assert found["purpose.begging"] == "no"  # what is not named is not there; the openness has a code of its own


@pytest.mark.parametrize("lang", LANGS)
def test_named_forms_alone_are_a_closed_list(lang: str) -> None:
    assert answer("purpose.open_list", offence(lang)) == "no"


def test_other_forms_at_the_end_open_the_list() -> None:
    assert answer("purpose.open_list", HEAD + "for sexual or any other form of exploitation " + TAIL) == "yes"


def test_an_open_definition_below_that_of_exploitation_does_not_open_it() -> None:
    text = (
        'Section 1. Definitions\n\nIn this Act—\n\n"exploitation" means sexual exploitation or forced labour;\n\n'
        '"sexual exploitation" includes prostitution and the making of pornography.\n\n'
        + offence().but(purposes=("exploitation",)).text()
    )
    assert answer("purpose.open_list", text) == "no"


@pytest.mark.parametrize("lang", sorted(PURPOSE))
def test_where_exploitation_is_not_defined_unnamed_forms_are_unclear(lang: str) -> None:
    found = answers(offence(lang).but(purposes=(PURPOSE[lang],)))
    assert {found[c] for c in PURPOSES["en"]} == {"unclear"}
    assert found["purpose.required"] == "yes"


ORGANS = {
    "en": "Where the offence is committed for the removal of organs of the victim, the offender is liable to "
    "imprisonment "
    "for twenty years.",
    "ru": "Те же деяния, совершенные в целях изъятия органов или тканей потерпевшего, –\n\nнаказываются лишением "
    "свободы на "
    "срок от восьми до пятнадцати лет.",
}


@pytest.mark.parametrize("lang", sorted(ORGANS))
def test_organs_that_only_aggravate_have_a_code_of_their_own(lang: str) -> None:
    found = answers(offence(lang).but(more=(ORGANS[lang],)))
    assert (found["purpose.organs"], found["purpose.organs_aggravating"]) == ("no", "yes")


@pytest.mark.parametrize("lang", LANGS)
def test_organs_in_the_basic_offence_do_not_only_aggravate(lang: str) -> None:
    more = (ORGANS[lang],) if lang in ORGANS else ()
    found = answers(offence(lang).but(purposes=(PURPOSES[lang]["purpose.organs"],), more=more))
    assert (found["purpose.organs"], found["purpose.organs_aggravating"]) == ("yes", "no")


def test_exploitation_that_only_aggravates_is_no_purpose() -> None:
    more = (
        "Where the offence results in the victim being used for begging, the offender is liable to imprisonment for "
        "twenty years.",
    )
    assert answer("purpose.begging", offence().but(more=more)) == "no"


def test_debt_bondage_and_serfdom_are_slavery_and_no_servitude() -> None:
    found = answers(offence().but(purposes=("debt bondage", "serfdom")))
    assert (found["purpose.slavery"], found["purpose.servitude"]) == ("yes", "no")


@pytest.mark.parametrize(
    ("code", "vehicle"),
    [
        ("purpose.adoption", "through the adoption of that person"),
        ("purpose.marriage", "by entering into a marriage with that person"),
    ],
)
def test_a_vehicle_is_no_purpose(code: str, vehicle: str) -> None:
    """Adoption, marriage or travel count only where they are the exploitation aimed at."""
    assert answer(code, HEAD + vehicle + ", by means of deception, for the purpose of slavery, " + TAIL) == "no"


def test_a_purpose_of_a_neighbouring_offence_is_none_of_trafficking() -> None:
    around = (
        "Section 13. Procuring\n\nAny person who procures another person for begging is guilty of an offence "
        "and liable to a fine."
    )
    assert answer("purpose.begging", offence().but(around=around)) == "no"


def test_profiting_from_exploitation_leaves_open_whether_that_is_the_purpose() -> None:
    text = (
        "Artikel 12 Mensenhandel\n\nMet gevangenisstraf van ten hoogste acht jaren wordt gestraft:\n"
        "1°. degene die een ander door dwang werft, vervoert of huisvest met het oogmerk van slavernij;\n"
        "2°. degene die opzettelijk voordeel trekt uit de uitbuiting van een ander.\n"
    )
    assert answers(text, lang="nl")["purpose.required"] == "unclear"


def test_numbered_forms_below_a_lettered_paragraph_belong_to_its_sentence() -> None:
    text = (
        "Section 12. Trafficking an individual\n\n(a) A person who recruits, transports or harbors another by force "
        "in furtherance of:\n(1) forced labor; or\n(2) slavery,\ncommits trafficking and is liable to imprisonment.\n\n"
        "(b) A second conviction doubles the term.\n"
    )
    found = answers(text)
    assert (found["purpose.forced_labour"], found["purpose.slavery"], found["purpose.required"]) == (
        "yes",
        "yes",
        "yes",
    )

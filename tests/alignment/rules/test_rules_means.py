"""Means: their words, and whether they are needed, raise the penalty, or are only examples (codes.md, close calls)."""

from __future__ import annotations

import re

import pytest

from tests.support.generated_offences import LANGS, MEANS, answer, answers, finding, offence

EACH = [(lang, code) for lang in LANGS for code in MEANS["en"]]


@pytest.mark.parametrize(("lang", "code"), EACH)
def test_a_means_is_found_where_it_is_named(lang: str, code: str) -> None:
    word = MEANS[lang][code]
    plain = offence(lang)
    with_it = finding(code, plain.but(means=tuple(dict.fromkeys((*plain.means, word)))))
    assert with_it.value.value == "yes"
    assert with_it.extent == "full"
    assert any(max(word.split(), key=len) in e.quote for e in with_it.evidence)


@pytest.mark.parametrize(
    ("lang", "code"),
    EACH,
)
def test_a_means_that_is_not_named_is_not_found(lang: str, code: str) -> None:
    plain = offence(lang)
    rest = tuple(m for m in plain.means if m != MEANS[lang][code])
    assert answer(code, plain.but(means=rest)) == "no"


@pytest.mark.parametrize("lang", LANGS)
def test_a_means_in_every_variant_is_essential(lang: str) -> None:
    found = finding("means.essential_adult", offence(lang))
    assert found.value.value == "yes"
    assert found.rule == "means-in-every-basic-limb"


@pytest.mark.parametrize("lang", LANGS)
def test_without_means_none_is_needed_for_adults_nor_children(lang: str) -> None:
    found = answers(offence(lang).but(means=()))
    assert found["means.essential_adult"] == "no"
    assert found["child.no_means"] == "yes"
    assert not [c for c in MEANS[lang] if found[c] == "yes"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_needed_means_is_needed_for_children_unless_the_text_says_otherwise(lang: str) -> None:
    assert answer("child.no_means", offence(lang)) == "no"


LIMB = {
    "en": "Any person who sells another person, as well as any person who harbours another person by means of force "
    "for "
    "the purpose of slavery, is guilty of an offence and liable to imprisonment for ten years.",
    "ru": "Купля-продажа человека, а равно вербовка человека путем обмана в целях эксплуатации –\n\nнаказываются "
    "лишением "
    "свободы на срок до шести лет.",
}


@pytest.mark.parametrize("lang", sorted(LIMB))
def test_one_limb_without_means_makes_them_not_essential(lang: str) -> None:
    heading = {"en": "Section 12. Trafficking in persons", "ru": "Статья 12. Торговля людьми"}[lang]
    assert answer("means.essential_adult", f"{heading}\n\n1. {LIMB[lang]}\n", lang=lang) == "no"


AGGRAVATED = {
    "en": "Where the offence is committed by the use of force, the offender is liable to imprisonment for twenty "
    "years.",
    "ru": "Те же деяния, совершенные с применением насилия, –\n\nнаказываются лишением свободы на срок от восьми до "
    "пятнадцати лет.",
    "uk": "Ті самі дії, вчинені із застосуванням насильства, –\n\nкараються позбавленням волі на строк від восьми до "
    "п'ятнадцяти років.",
    "fr": "L'infraction prévue au paragraphe 1 est punie de quinze ans de réclusion criminelle lorsqu'elle est "
    "commise avec "
    "des violences.",
    "es": "La pena será de diez a quince años de prisión cuando el hecho se cometa con violencia.",
    "de": "Wer die Tat mit Gewalt begeht, wird mit Freiheitsstrafe nicht unter drei Jahren bestraft.",
    "nl": "Indien het feit wordt gepleegd met geweld, wordt de schuldige gestraft met gevangenisstraf van ten hoogste "
    "vijftien jaren.",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_means_that_only_aggravates(lang: str) -> None:
    found = answers(offence(lang).but(means=(), more=(AGGRAVATED[lang],)))
    assert found["means.aggravating"] == "yes"
    assert found["means.essential_adult"] == "no"
    assert found["means.force"] == "yes"


@pytest.mark.parametrize("lang", LANGS)
def test_a_means_of_the_basic_offence_does_not_aggravate(lang: str) -> None:
    assert answer("means.aggravating", offence(lang)) == "no"


@pytest.mark.parametrize(
    "heavier",
    [
        "Mit Freiheitsstrafe nicht unter drei Jahren wird bestraft, wer in den Fällen des Absatzes 1 Gewalt anwendet.",
        "In besonders schweren Fällen ist die Strafe Freiheitsstrafe nicht unter drei Jahren. Ein besonders schwerer "
        "Fall liegt vor, wenn der Täter Gewalt anwendet.",
    ],
)
def test_german_aggravations(heavier: str) -> None:
    assert answer("means.aggravating", offence("de").but(means=(), more=(heavier,))) == "yes"


def test_a_means_that_only_aggravates_is_there_in_some_cases() -> None:
    found = finding("means.force", offence().but(means=(), more=(AGGRAVATED["en"],)))
    assert (found.extent, found.rating.value) == ("some cases", "partly")


OPEN = {
    "en": "Section 12. Trafficking in persons\n\nAny person who recruits, transports or harbours another person by "
    "any means, "
    "including by threat, force or deception, for the purpose of slavery is guilty of an offence and liable to "
    "imprisonment for ten years.\n",
    "ru": "Статья 12. Торговля людьми\n\nВербовка, перевозка или укрывательство человека в целях эксплуатации, в том "
    "числе "
    "путем угрозы, насилия или обмана, –\n\nнаказывается лишением свободы на срок до десяти лет.\n",
}


@pytest.mark.parametrize("lang", sorted(OPEN))
def test_means_introduced_as_examples(lang: str) -> None:
    found = answers(OPEN[lang], lang=lang)
    assert found["means.non_exhaustive"] == "yes"
    assert found["means.essential_adult"] == "no"


def test_a_list_of_means_that_ends_openly_still_asks_for_a_means() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nAny person who by force, deception or other improper means recruits, "
        "transports or harbours another person for the purpose of slavery is guilty of an offence and liable to "
        "imprisonment for ten years.\n"
    )
    found = answers(text)
    assert (found["means.non_exhaustive"], found["means.essential_adult"]) == ("yes", "yes")


def test_examples_of_purposes_open_no_list_of_means() -> None:
    text = offence("es").text().replace("esclavitud.", "esclavitud, incluyendo la mendicidad.")
    assert "incluyendo" in text
    assert answers(text, lang="es")["means.non_exhaustive"] == "no"
    assert answers(text, lang="es")["means.essential_adult"] == "yes"


def test_a_law_that_protects_children_only_has_no_offence_against_adults() -> None:
    text = (
        "# Trafficking in Children Act\n\nSection 3. Trafficking in children\n\nAny person who recruits, transports or "
        "harbours a child by means of force for the purpose of slavery is guilty of an offence and liable to "
        "imprisonment for ten years.\n"
    )
    assert answer("means.essential_adult", text) == "unclear"
    assert answer("means.essential_adult", re.sub(r"(?i)children|child", "person", text)) == "yes"


def test_the_items_of_a_definition_belong_to_it() -> None:
    text = (
        'Section 1. Definitions\n\n(1) "Coercion" means any one of the following:\n\n(A) Force or threats of force;\n\n'
        "(B) Fraud or deception.\n\nSection 2. Trafficking in persons\n\nAny person who recruits or harbours "
        "another person by coercion for the purpose of slavery is guilty of an offence and liable to imprisonment for "
        "ten years.\n"
    )
    found = answers(text)
    assert {found[f"means.{m}"] for m in ("force", "threat", "fraud", "deception")} == {"yes"}


@pytest.mark.parametrize("lang", LANGS)
def test_means_as_a_closed_list(lang: str) -> None:
    assert answer("means.non_exhaustive", offence(lang)) == "no"


def test_an_open_definition_of_coercion_alone_opens_no_list_of_means() -> None:
    text = (
        'Section 1. Interpretation\n\nIn this Act, "coercion" includes threatening a person with harm.\n\n'
        + offence().but(means=("coercion", "deception")).text()
    )
    assert answer("means.non_exhaustive", text) == "no"


@pytest.mark.parametrize(
    ("code", "means"),
    [
        ("means.coercion", "blackmail"),
        ("means.coercion", "extortion"),
        ("means.fraud", "false pretences"),
        ("means.deception", "misrepresentation"),
        ("means.abuse_of_power", "the abuse of authority"),
        ("means.abuse_of_power", "using his official position"),
        ("means.vulnerability", "taking advantage of the vulnerability of that person"),
        ("means.payment", "the offering of payment"),
        ("means.abduction", "kidnapping"),
    ],
)
def test_close_calls_that_count(code: str, means: str) -> None:
    """Payment counts also where no person in control is named; extortion and blackmail are coercion."""
    assert answer(code, offence().but(means=("threats", means))) == "yes"


@pytest.mark.parametrize("code", ["means.abuse_of_power", "means.vulnerability", "means.coercion", "means.fraud"])
def test_abuse_of_legal_process_is_none_of_the_means(code: str) -> None:
    assert answer(code, offence().but(means=("the abuse of legal process",))) == "no"


STATUS = (
    "Where the victim of the offence is a vulnerable person, the offender is liable to imprisonment for twenty years.",
    "Where the offender is a public official, the offender is liable to imprisonment for twenty years.",
)


@pytest.mark.parametrize(("code", "status"), [("means.vulnerability", STATUS[0]), ("means.abuse_of_power", STATUS[1])])
def test_a_status_is_no_abuse(code: str, status: str) -> None:
    """A vulnerable victim, a public official: at most words that point to the means."""
    found = answers(offence().but(more=(status,)))
    assert found[code] != "yes"
    assert found["means.aggravating"] == "no"


def test_an_act_that_is_a_means_counts() -> None:
    text = (
        "Section 12. Human trafficking\n\nAny person who recruits, transports or abducts another person for the "
        "purpose of slavery "
        "is guilty of an offence and liable to imprisonment for ten years.\n"
    )
    assert answer("means.abduction", text) == "yes"


def test_a_threat_of_force_is_a_threat_and_no_force() -> None:
    found = answers(offence().but(means=("threats of force", "fraud")))
    assert (found["means.threat"], found["means.force"]) == ("yes", "no")


def test_a_means_of_another_offence_is_none_of_trafficking() -> None:
    around = (
        "Section 13. Robbery\n\nAny person who steals by means of intimidation is guilty of an offence and liable to "
        "imprisonment for five years."
    )
    assert answer("means.coercion", offence().but(around=around)) == "no"


def test_a_means_in_a_definition_of_a_purpose_counts_and_is_not_essential() -> None:
    text = (
        "Section 1. Definitions\n\nIn this Act—\n\n"
        '"exploitation" means sexual exploitation or forced labour;\n\n'
        '"forced labour" means labour that is exacted by means of threats.\n\n'
        + offence().but(means=(), purposes=("exploitation",)).text()
    )
    found = answers(text)
    assert found["means.threat"] == "yes"
    assert found["means.essential_adult"] == "no"
    assert found["means.force"] == "no"


def test_words_that_only_point_to_a_means_leave_it_unclear() -> None:
    more = (
        "Where the victim is particularly vulnerable, the offender is liable to imprisonment for a term not exceeding "
        "twenty years.",
    )
    found = finding("means.vulnerability", offence().but(more=more))
    assert (found.value.value, found.rule) == ("unclear", "words-that-only-point-to-it")


def test_two_sentences_of_which_one_needs_no_means_leave_it_open_which_is_the_offence() -> None:
    more = (
        "Any person who sells another person for the purpose of slavery is guilty of an offence and liable to "
        "imprisonment for a term not exceeding ten years.",
    )
    assert answer("means.essential_adult", offence().but(more=more)) in {"no", "unclear"}


BASIC = (
    "Section 12. Trafficking in persons\n\n(1) Any person who recruits or transports another person by threats for "
    "the purpose of slavery is liable to imprisonment for a term not exceeding ten years.\n"
)


@pytest.mark.parametrize(
    ("also", "wanted"),
    [
        ("(2) Where the victim is a child, the offence is committed whether or not a threat was used.", "yes"),
        ("(2) Although no deception took place, the recruitment of a child for slavery is trafficking.", "yes"),
        ("(2) It is no defence that a child was recruited, even if it consented, by a threat.", "no"),
        ("(2) The court shall hear the victim.", "no"),
    ],
)
def test_words_that_concede_the_means_free_a_child_s_case_but_consent_does_not(also: str, wanted: str) -> None:
    assert answers(BASIC + also + "\n")["child.no_means"] == wanted


def test_what_led_a_victim_to_an_offence_is_no_means_of_trafficking() -> None:
    found = answers(
        BASIC + "(2) A victim shall not be punished for an offence into which deception or coercion led him.\n"
    )
    codes = ("offence.non_punishment", "means.coercion", "means.deception", "means.threat")
    assert [found[code] for code in codes] == ["yes", "no", "no", "yes"]

"""Children: age, means, penalty (Protocol article 3(c) and (d); codes.md, close calls)."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import HEAVIER, LANGS, Offence, answer, answers, finding, offence

AGES = {
    "en": (
        'Section 11. Definitions\n\nIn this Act, "child" means a person under {} years of age.\n\n',
        "eighteen",
        "sixteen",
    ),
    "ru": ("Статья 11. Понятия\n\nНесовершеннолетний – лицо, не достигшее {} лет.\n\n", "восемнадцати", "шестнадцати"),
    "uk": (
        "Стаття 11. Визначення\n\nПід неповнолітнім розуміється особа, яка не досягла {} років.\n\n",
        "вісімнадцяти",
        "шістнадцяти",
    ),
    "fr": (
        "Article 11. Définitions\n\nOn entend par mineur toute personne de moins de {} ans.\n\n",
        "dix-huit",
        "quinze",
    ),
    "es": (
        "Artículo 11. Definiciones\n\nSe entiende por menor de edad la persona menor de {} años.\n\n",
        "dieciocho",
        "catorce",
    ),
    "de": ("§ 11 Begriffe\n\n„Kind“ bezeichnet eine Person unter {} Jahren.\n\n", "achtzehn", "vierzehn"),
    "nl": (
        "Artikel 11. Begripsbepalingen\n\nOnder minderjarige wordt verstaan een persoon die de leeftijd van {} jaar "
        "nog niet "
        "heeft "
        "bereikt.\n\n",
        "achttien",
        "zestien",
    ),
}

NO_MEANS = {
    "en": "Where the other person is a child, the offence is committed even if none of the means in subsection (1) "
    "was used.",
    "ru": "Вербовка, перевозка или получение ребенка в целях эксплуатации признаются торговлей людьми независимо от "
    "применения указанных способов и наказываются лишением свободы на срок до десяти лет.",
    "uk": "Вербування, перевезення або одержання дитини з метою експлуатації караються так само незалежно від "
    "використання "
    "зазначених засобів.",
    "fr": "Lorsque la victime est un mineur, l'infraction est constituée même si aucun de ces moyens n'a été employé.",
    "es": "Cuando la víctima sea menor de edad, existirá trata aun cuando no se recurra a ninguno de esos medios.",
    "de": "Gegenüber einem Kind ist die Tat auch ohne Anwendung eines dieser Mittel strafbar.",
    "nl": "Degene die een kind werft, vervoert of opneemt met het oogmerk van uitbuiting, wordt gestraft met "
    "gevangenisstraf "
    "van ten hoogste tien jaren, ook indien geen van deze middelen is gebruikt.",
}


def _with_age(lang: str, age: int) -> str:
    text, eighteen, other = AGES[lang]
    return text.format(eighteen if age == 18 else other)


def _on_children(lang: str) -> Offence:
    return offence(lang).but(more=(HEAVIER[lang],))


@pytest.mark.parametrize("lang", LANGS)
def test_eighteen_is_the_age_and_no_other(lang: str) -> None:
    law = _on_children(lang).text()
    assert answer("child.age_18", _with_age(lang, 18) + law, lang=lang) == "yes"
    assert answer("child.age_18", _with_age(lang, 16) + law, lang=lang) == "no"


CHILD_FORMS = [
    ("ru", "Статья 11. Понятия", "Несовершеннолетним признается лицо, не достигшее восемнадцати лет."),
    ("uk", "Стаття 11. Визначення", "Неповнолітнім є особа, яка не досягла вісімнадцяти років."),
    ("uk", "Стаття 11. Визначення", "Неповнолітній – особа, яка не досягла вісімнадцяти років."),
    ("de", "§ 11 Begriffe", "Kind im Sinne dieses Gesetzes ist, wer noch nicht achtzehn Jahre alt ist."),
    ("de", "§ 11 Begriffe", "Kinder sind Personen, die das achtzehnte Lebensjahr noch nicht vollendet haben."),
    (
        "nl",
        "Artikel 11. Begripsbepalingen",
        "In deze wet wordt verstaan onder minderjarige: een persoon die de leeftijd van achttien jaar nog niet heeft "
        "bereikt.",
    ),
]


@pytest.mark.parametrize(("lang", "heading", "definition"), CHILD_FORMS)
def test_other_ways_to_say_who_is_a_child(lang: str, heading: str, definition: str) -> None:
    text = f"{heading}\n\n{definition}\n\n" + _on_children(lang).text()
    assert answer("child.age_18", text, lang=lang) == "yes"


@pytest.mark.parametrize("lang", LANGS)
def test_digits_do_as_well_as_words(lang: str) -> None:
    text = AGES[lang][0].format("18") + _on_children(lang).text()
    assert answer("child.age_18", text, lang=lang) == "yes"


@pytest.mark.parametrize("lang", LANGS)
def test_a_term_for_minors_without_a_definition_is_unclear(lang: str) -> None:
    found = finding("child.age_18", _on_children(lang))
    assert found.value.value == "unclear"
    assert "defin" in found.explanation or "say who" in found.explanation


@pytest.mark.parametrize("lang", LANGS)
def test_where_children_are_not_spoken_of_their_age_is_left_open(lang: str) -> None:
    assert answer("child.age_18", offence(lang)) == "unclear"


@pytest.mark.parametrize("lang", LANGS)
def test_a_child_victim_raises_the_penalty(lang: str) -> None:
    assert answer("child.aggravated", _on_children(lang)) == "yes"
    assert answer("child.aggravated", offence(lang)) == "no"


def test_an_equal_penalty_aggravates_nothing() -> None:
    def child(term: str) -> str:
        return (
            "Any person who recruits, transports or harbours a child for the purpose of slavery is guilty of an "
            "offence "
            f"and liable to imprisonment for a term not exceeding {term} years."
        )

    assert answer("child.aggravated", offence().but(more=(child("ten"),))) == "no"
    assert answer("child.aggravated", offence().but(more=(child("twenty"),))) == "yes"


def test_an_offence_against_children_of_its_own_may_be_heavier() -> None:
    text = offence("ru").but(
        around="Статья 13. Торговля несовершеннолетними\n\nВербовка, перевозка, передача или получение "
        "несовершеннолетнего в "
        "целях эксплуатации –\n\nнаказываются лишением свободы на срок от восьми до пятнадцати лет."
    )
    found = answers(text)
    assert found["child.aggravated"] == "yes"
    assert found["child.no_means"] == "yes"


@pytest.mark.parametrize("lang", LANGS)
def test_a_rule_frees_children_from_the_means(lang: str) -> None:
    found = answers(offence(lang).but(more=(NO_MEANS[lang],)))
    assert found["child.no_means"] == "yes"
    assert found["means.essential_adult"] == "yes"


@pytest.mark.parametrize(
    ("lang", "rule"),
    [
        (
            "de",
            "Ist die andere Person ein Kind, so ist die Tat auch dann strafbar, wenn keines dieser Mittel benutzt "
            "wurde.",
        ),
        ("de", "Ist das Opfer ein Kind, kommt es auf die Mittel nicht an."),
        ("nl", "Is de ander een kind, dan is het feit ook strafbaar indien geen van deze middelen is gebruikt."),
        ("nl", "Ten aanzien van een kind zijn de genoemde middelen niet vereist."),
    ],
)
def test_other_ways_to_free_children_from_the_means(lang: str, rule: str) -> None:
    assert answer("child.no_means", offence(lang).but(more=(rule,))) == "yes"


def test_including_a_child_is_not_about_children_only() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nAny person who recruits, transports or harbours another person, "
        "including a "
        "child, by means of force for the purpose of slavery is guilty of an offence and liable to imprisonment for "
        "ten "
        "years.\n"
    )
    found = answers(text)
    assert found["means.essential_adult"] == "yes"
    assert found["child.no_means"] == "no"
    assert found["child.aggravated"] == "no"


def test_a_person_other_than_a_child_is_an_adult() -> None:
    text = (
        "Section 12. Trafficking in persons\n\n(1) Any person who recruits, transports or harbours a person other "
        "than a "
        "child by means of force for the purpose of slavery is guilty of an offence and liable to imprisonment for ten "
        "years.\n\n(2) Any person who recruits, transports or harbours a child for the purpose of slavery is guilty "
        "of an "
        "offence and liable to imprisonment for twenty years.\n"
    )
    found = answers(text)
    assert found["means.essential_adult"] == "yes"
    assert found["child.no_means"] == "yes"
    assert found["child.aggravated"] == "yes"


@pytest.mark.parametrize(("years", "shown"), [("eighteen", "18"), ("sixteen", "16")])
def test_a_definition_of_child_that_the_offence_does_not_use_is_quoted(years: str, shown: str) -> None:
    more = (f"Child means any person below the age of {years} years.",)
    found = finding("child.age_18", offence().but(more=more))
    assert (found.value.value, found.rule) == ("unclear", "child-defined-and-not-used")
    assert shown in found.explanation
    assert years in found.evidence[0].quote

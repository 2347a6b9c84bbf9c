"""The form of the offence: penalty, attempt, accomplices, organising, legal persons, victims (codes.md, close "
"calls)."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import LANGS, answer, answers, finding, offence

SAID = {
    "en": {
        "offence.attempt": "An attempt to commit the offence is punishable.",
        "offence.accomplice": "A person who aids or abets the commission of the offence is punished as a principal.",
        "offence.organising": "Where the offence is committed by an organised criminal group, the offender is liable "
        "to "
        "imprisonment for twenty years.",
        "offence.legal_persons": "Where the offence is committed by a body corporate, it is liable to a fine.",
        "offence.non_punishment": "A victim shall not be prosecuted for an offence that the victim was compelled to "
        "commit.",
    },
    "ru": {
        "offence.attempt": "Покушение на преступление, предусмотренное частью первой, наказуемо.",
        "offence.accomplice": "Соучастники преступления, предусмотренного частью первой, наказываются как исполнитель.",
        "offence.organising": "Те же деяния, совершенные организованной группой, –\n\nнаказываются лишением свободы "
        "на срок "
        "от восьми до пятнадцати лет.",
        "offence.legal_persons": "Юридическое лицо, в интересах которого совершено деяние, наказывается штрафом.",
        "offence.non_punishment": "Жертва торговли людьми освобождается от ответственности за преступления, к "
        "которым ее "
        "принудили.",
    },
    "uk": {
        "offence.attempt": "Замах на злочин, передбачений частиною першою, є караним.",
        "offence.accomplice": "Співучасники злочину, передбаченого частиною першою, караються так само.",
        "offence.organising": "Ті самі дії, вчинені організованою групою, –\n\nкараються позбавленням волі на строк "
        "від "
        "восьми до п'ятнадцяти років.",
        "offence.legal_persons": "Юридична особа, в інтересах якої вчинено злочин, карається штрафом.",
        "offence.non_punishment": "Потерпілий від торгівлі людьми звільняється від відповідальності за злочини, до "
        "яких "
        "його примусили.",
    },
    "fr": {
        "offence.attempt": "La tentative de cette infraction est punie des mêmes peines.",
        "offence.accomplice": "Le complice est puni comme l'auteur.",
        "offence.organising": "L'infraction prévue au paragraphe 1 est punie de vingt ans de réclusion criminelle "
        "lorsqu'elle "
        "est commise en bande organisée.",
        "offence.legal_persons": "Les personnes morales déclarées responsables encourent l'amende.",
        "offence.non_punishment": "La victime de la traite ne peut être poursuivie pour les infractions qu'elle a été "
        "contrainte de commettre.",
    },
    "es": {
        "offence.attempt": "La tentativa será castigada con prisión de dos a cinco años.",
        "offence.accomplice": "Los cómplices serán castigados con la misma pena.",
        "offence.organising": "La pena será de diez a quince años de prisión cuando el hecho se cometa por una "
        "organización "
        "criminal.",
        "offence.legal_persons": "Las personas jurídicas responsables serán castigadas con multa.",
        "offence.non_punishment": "Las víctimas de trata no serán punibles por los delitos que se las obligó a "
        "cometer.",
    },
    "de": {
        "offence.attempt": "Der Versuch ist strafbar.",
        "offence.accomplice": "Anstifter und Gehilfen werden wie der Täter bestraft.",
        "offence.organising": "Wer die Tat als Mitglied einer Bande begeht, wird mit Freiheitsstrafe nicht unter "
        "drei Jahren "
        "bestraft.",
        "offence.legal_persons": "Gegen die verantwortliche juristische Person wird eine Geldstrafe verhängt.",
        "offence.non_punishment": "Das Opfer des Menschenhandels wird nicht bestraft, wenn es zu der Tat genötigt "
        "wurde.",
    },
    "nl": {
        "offence.attempt": "De poging tot het feit is strafbaar.",
        "offence.accomplice": "De medeplichtige wordt gestraft met dezelfde gevangenisstraf.",
        "offence.organising": "Indien het feit wordt gepleegd door een criminele organisatie, wordt de schuldige "
        "gestraft met "
        "gevangenisstraf van ten hoogste vijftien jaren.",
        "offence.legal_persons": "De rechtspersoon die het feit begaat, wordt gestraft met geldboete.",
        "offence.non_punishment": "Het slachtoffer van mensenhandel wordt niet gestraft voor feiten waartoe het is "
        "gedwongen.",
    },
}
EACH = [(lang, code) for lang in LANGS for code in SAID["en"]]


@pytest.mark.parametrize(("lang", "code"), EACH)
def test_a_form_of_liability_is_found_where_the_offence_says_so_and_only_there(lang: str, code: str) -> None:
    with_it = finding(code, offence(lang).but(more=(SAID[lang][code],)))
    assert with_it.value.value == "yes"
    assert with_it.evidence
    assert answer(code, offence(lang)) == "no"


@pytest.mark.parametrize("lang", LANGS)
def test_a_penalty_makes_an_offence(lang: str) -> None:
    assert answer("offence.criminalised", offence(lang)) == "yes"


@pytest.mark.parametrize("lang", ["en", "ru", "fr"])
def test_a_definition_without_a_penalty_makes_none(lang: str) -> None:
    text = {
        "en": 'Section 1. Definitions\n\nIn this Act, "trafficking in persons" means the recruitment, transportation '
        "or receipt "
        "of persons by means of force for the purpose of exploitation.\n",
        "ru": "Статья 1. Понятия\n\nПод торговлей людьми понимаются вербовка, перевозка или получение человека путем "
        "обмана в "
        "целях эксплуатации.\n",
        "fr": "Article 1. Définitions\n\nLa traite des êtres humains désigne le recrutement, le transport ou "
        "l'accueil de "
        "personnes, par la contrainte, aux fins d'exploitation.\n",
    }[lang]
    found = answers(text, lang=lang)
    assert found["offence.criminalised"] == "no"
    assert found["act.recruitment"] == "yes"


def test_a_general_part_counts_when_it_is_given() -> None:
    general = (
        "Section 5. Attempts\n\nA person who attempts to commit an offence under this Code is punished as if the "
        "offence "
        "had been committed.\n\nSection 6. Parties to offences\n\nA person who aids, abets or counsels another "
        "person to "
        "commit an offence is a party to the offence.\n\n"
    )
    found = answers(general + offence().text())
    assert (found["offence.attempt"], found["offence.accomplice"]) == ("yes", "yes")
    assert found["offence.legal_persons"] == "no"


def test_the_liability_of_others_is_none_for_trafficking() -> None:
    """An attempt at another offence, in another section, says nothing about trafficking."""
    around = (
        "Section 13. Robbery\n\nAny person who attempts to rob another person is guilty of an offence and liable to "
        "imprisonment for five years."
    )
    assert answer("offence.attempt", offence().but(around=around)) == "no"


def test_presupposed_liability_counts_for_accomplices() -> None:
    more = ("The property of the perpetrator or accomplice of the offence is forfeited.",)
    assert answer("offence.accomplice", offence().but(more=more)) == "yes"


def test_a_group_by_prior_agreement_is_no_organised_group() -> None:
    more = (
        "Те же деяния, совершенные группой лиц по предварительному сговору, –\n\nнаказываются лишением свободы на "
        "срок от "
        "восьми до пятнадцати лет.",
    )
    assert answer("offence.organising", offence("ru").but(more=more)) == "no"


def test_an_organised_group_that_aggravates_is_organising_in_some_cases() -> None:
    found = finding("offence.organising", offence("ru").but(more=(SAID["ru"]["offence.organising"],)))
    assert (found.extent, found.rating.value) == ("some cases", "partly")


def test_organising_others_is_organising_in_full() -> None:
    more = ("A person who organises or directs other persons to commit the offence is guilty of an offence.",)
    found = finding("offence.organising", offence().but(more=more))
    assert (found.value.value, found.extent) == ("yes", "full")


def test_the_offender_who_repents_is_no_victim() -> None:
    more = (
        "Лицо, впервые совершившее деяние, предусмотренное частью первой, и добровольно освободившее потерпевшего, "
        "освобождается от уголовной ответственности.",
    )
    assert answer("offence.non_punishment", offence("ru").but(more=more)) == "no"


def test_immunity_of_officers_and_witnesses_is_none_of_victims() -> None:
    more = ("An officer who acts in good faith under this section shall not be prosecuted.",)
    assert answer("offence.non_punishment", offence().but(more=more)) == "no"


def test_a_general_rule_for_listed_offences_says_nothing_about_those_not_listed() -> None:
    def listing(numbers: str) -> str:
        around = (
            f"Section 40. Bodies corporate\n\nA body corporate is liable for an offence under sections {numbers} "
            f"that was "
            "committed for its benefit, and is liable to a fine."
        )
        return answer("offence.legal_persons", offence().but(around=around))

    assert listing("12, 31, 32, 33 and 34") == "yes"
    assert listing("30, 31, 32, 33 and 34") == "no"


LISTING = (
    "Section {}. {}\n\nMeasures apply to a legal person for the offences of sections 31, 32, 33, 34 and 35.\n\n"
    "Section {}. Kinds of measures for legal persons\n\nA legal person is liable to a fine.\n\n"
)


def test_a_rule_that_lists_other_offences_leaves_trafficking_out_with_what_goes_on_from_it() -> None:
    listing = LISTING.format(40, "Grounds for measures against legal persons", 41)
    assert answer("offence.legal_persons", offence().text() + "\n" + listing) == "no"
    assert answer("offence.legal_persons", offence().text() + "\n" + listing.replace("35", "12")) == "yes"


def test_a_rule_on_sentences_that_lists_offences_leaves_the_rules_on_attempt_as_they_are() -> None:
    general = (
        "Section 3. Attempt\n\nAn attempt to commit an offence is punishable.\n\nSection 4. Sentence for an attempt\n\n"
        "The sentence for an attempt is lowered under sections 31, 32, 33 and 34.\n\n"
    )
    assert answer("offence.attempt", general + offence().text()) == "yes"


def test_a_penalty_in_the_chapter_on_trafficking_for_who_takes_part_in_it() -> None:
    text = (
        "Section 3 : De la traite des personnes\n\nArticle 17\n\nLa traite des personnes est le fait de recruter, de "
        "transporter ou d'héberger une personne par la menace aux fins d'exploitation.\n\nArticle 18\n\nToute personne "
        "qui participe au processus de traite des personnes est punie d'une peine de réclusion de dix ans.\n"
    )
    found = answers(text, lang="fr")
    assert (found["offence.criminalised"], found["offence.accomplice"]) == ("yes", "yes")

"""What a text speaks of to deny it is no yes; a negation that belongs to a rule itself denies nothing."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import answer, answers, finding, offence

ATTEMPT, ACCOMPLICE, LEGAL, VICTIM = (
    f"offence.{form}" for form in ("attempt", "accomplice", "legal_persons", "non_punishment")
)
BEGGING, ORGANS, CONSENT = "purpose.begging", "purpose.organs", "consent.irrelevant"
FORCE, CHILD = "means.aggravating", "child.aggravated"

DENIED = {
    "en": [
        (ATTEMPT, "An attempt to commit the offence is not punishable."),
        (ATTEMPT, "The attempt shall not be punished."),
        (ATTEMPT, "No penalty shall be imposed for an attempt."),
        (ATTEMPT, "It is not an offence to attempt to commit the offence."),
        (ACCOMPLICE, "Attempt is punishable. An accomplice is not punishable."),
        (ACCOMPLICE, "Neither an accomplice nor an instigator is punishable."),
        (ACCOMPLICE, "Accomplices shall be exempt from punishment."),
        (LEGAL, "Legal persons are not liable for this offence."),
        (LEGAL, "Only natural persons are liable; legal persons are not."),
        (LEGAL, "Nothing in this section imposes liability on a body corporate."),
        (VICTIM, "Victims of trafficking are not exempt from punishment for unlawful acts."),
        (VICTIM, "Nothing in this section releases from liability the victim of trafficking."),
        (ORGANS, "Exploitation means prostitution of others, slavery, servitude, but not the removal of organs."),
        (ORGANS, "Exploitation includes slavery and servitude, with the exception of the removal of organs."),
        (BEGGING, "Exploitation means slavery or servitude; it does not include begging."),
        (BEGGING, "Exploitation includes slavery, and begging is not included."),
        (BEGGING, "Begging is not exploitation for the purposes of this section."),
        (CONSENT, "The consent of the victim is not irrelevant."),
        (CONSENT, "Nothing in this section makes the consent of the victim irrelevant."),
        (CONSENT, "The consent of the victim shall not be disregarded."),
        (FORCE, "The use of force is not an aggravating circumstance."),
        (CHILD, "The penalty is not increased where the victim is a child."),
    ],
    "ru": [
        (ATTEMPT, "Покушение на это преступление не наказуемо."),
        (ATTEMPT, "Ответственность за покушение не наступает."),
        (ACCOMPLICE, "Соучастники не подлежат наказанию."),
        (LEGAL, "Юридические лица не несут ответственности за это преступление."),
        (LEGAL, "К юридическим лицам настоящая статья не применяется."),
        (VICTIM, "Потерпевший не освобождается от ответственности за совершённые им деяния."),
        (ORGANS, "Под эксплуатацией понимаются рабство, принудительный труд, но не изъятие органов."),
        (BEGGING, "Под эксплуатацией понимаются рабство и подневольное состояние, за исключением попрошайничества."),
        (CONSENT, "Согласие потерпевшего не является безразличным."),
        (CONSENT, "Ничто в настоящей статье не означает, что согласие потерпевшего не имеет значения."),
    ],
    "uk": [
        (ATTEMPT, "Замах на цей злочин не карається."),
        (ACCOMPLICE, "Співучасники не підлягають кримінальній відповідальності."),
        (LEGAL, "Юридичні особи не несуть відповідальності за цей злочин."),
        (VICTIM, "Потерпілий не звільняється від відповідальності за вчинені ним злочини."),
        (BEGGING, "Експлуатація означає рабство і примусову працю і не включає жебрацтво."),
        (CONSENT, "Згода потерпілого не є байдужою."),
    ],
    "fr": [
        (ATTEMPT, "La tentative n'est pas punissable."),
        (ATTEMPT, "Aucune peine n'est encourue pour la tentative."),
        (ACCOMPLICE, "Le complice n'encourt aucune peine."),
        (LEGAL, "Les personnes morales ne sont pas pénalement responsables de cette infraction."),
        (LEGAL, "La responsabilité pénale des personnes morales est exclue."),
        (VICTIM, "La victime de la traite n'est pas exemptée de responsabilité pénale."),
        (ORGANS, "L'exploitation comprend l'esclavage et la servitude, à l'exclusion du prélèvement d'organes."),
        (BEGGING, "L'exploitation comprend l'esclavage et la servitude, mais non la mendicité."),
        (CONSENT, "Le consentement de la victime n'est pas réputé nul."),
    ],
    "es": [
        (ATTEMPT, "La tentativa no es punible."),
        (ACCOMPLICE, "No serán castigados los cómplices."),
        (LEGAL, "Las personas jurídicas no son penalmente responsables."),
        (VICTIM, "Las víctimas de trata no quedarán exentas de responsabilidad penal."),
        (BEGGING, "La explotación no comprende la mendicidad."),
        (CONSENT, "El consentimiento de la víctima no será irrelevante."),
    ],
    "de": [
        (ATTEMPT, "Der Versuch ist nicht strafbar."),
        (ATTEMPT, "Nicht strafbar ist der Versuch."),
        (ACCOMPLICE, "Gehilfen bleiben straffrei."),
        (LEGAL, "Juristische Personen haften nicht für diese Tat."),
        (VICTIM, "Das Opfer des Menschenhandels wird nicht von der Strafe befreit."),
        (ORGANS, "Ausbeutung umfasst Sklaverei und Leibeigenschaft, nicht aber die Entnahme von Organen."),
        (CONSENT, "Die Einwilligung des Opfers ist nicht unbeachtlich."),
    ],
    "nl": [
        (ATTEMPT, "De poging blijft straffeloos."),
        (ACCOMPLICE, "De medeplichtige wordt niet gestraft."),
        (LEGAL, "Dit artikel is niet van toepassing op rechtspersonen."),
        (VICTIM, "Het slachtoffer van mensenhandel wordt niet vrijgesteld van straf."),
        (BEGGING, "Uitbuiting omvat niet bedelarij."),
        (CONSENT, "De toestemming van het slachtoffer is niet irrelevant."),
    ],
}
SAID = {
    "en": [
        (ATTEMPT, "An attempt is not punished less severely than the completed offence."),
        (ATTEMPT, "An attempt, whether or not punishable elsewhere, is an offence."),
        (ATTEMPT, "An attempt is punishable. It is not punishable where the person voluntarily abandons it."),
        (ACCOMPLICE, "Even where the principal is not criminally liable, an accomplice is punished."),
        (ACCOMPLICE, "An accomplice is punishable even if the principal is not punishable."),
        (LEGAL, "A body corporate shall not be liable to imprisonment but to a fine."),
        (LEGAL, "Not only natural persons but also legal persons are liable."),
        (LEGAL, "Nothing in this section shall affect the liability of legal persons."),
        (VICTIM, "A victim of trafficking shall not be punished for offences that the victim was compelled to commit."),
        (VICTIM, "No victim of trafficking shall be prosecuted."),
        (BEGGING, "Exploitation includes, but is not limited to, begging and slavery."),
        (BEGGING, "Exploitation includes forced labour, except for military service, and begging."),
        (CONSENT, "The consent of the victim shall not be a defence."),
        (CONSENT, "It is irrelevant whether or not the victim consented."),
        (CONSENT, "Nothing in this Act makes consent a defence, and the consent of the victim is irrelevant."),
    ],
    "ru": [
        (ATTEMPT, "Покушение наказывается, приготовление не наказывается."),
        (ACCOMPLICE, "Соучастники наказываются, даже если исполнитель не подлежит ответственности."),
        (LEGAL, "Привлечение юридического лица не исключает ответственности физического лица."),
        (VICTIM, "Жертва торговли людьми не подлежит ответственности за преступления, к которым её принудили."),
        (CONSENT, "Согласие потерпевшего не имеет значения."),
        (CONSENT, "Согласие потерпевшего не освобождает от ответственности."),
    ],
    "uk": [
        (LEGAL, "Не лише фізичні, а й юридичні особи несуть відповідальність."),
        (CONSENT, "Згода потерпілого не має значення."),
    ],
    "fr": [
        (ACCOMPLICE, "Le complice est puni même si l'auteur n'est pas punissable."),
        (CONSENT, "Le consentement de la victime n'exonère pas l'auteur."),
    ],
    "es": [
        (
            ACCOMPLICE,
            "El consentimiento no constituirá en ningún caso causal de eximición de responsabilidad de los cómplices.",
        ),
        (LEGAL, "La responsabilidad de las personas jurídicas no excluye la de las personas físicas."),
        (CONSENT, "El consentimiento de la víctima no será considerado."),
    ],
    "de": [
        (ACCOMPLICE, "Gehilfen werden bestraft, auch wenn der Täter nicht bestraft wird."),
        (CONSENT, "Die Einwilligung des Opfers schließt die Strafbarkeit nicht aus."),
    ],
    "nl": [
        (LEGAL, "Niet alleen natuurlijke personen maar ook rechtspersonen zijn strafbaar."),
        (CONSENT, "De instemming van het slachtoffer is niet van belang."),
    ],
}
KAZAKH = (
    "12-бап. Адам саудасы\n\nАдамды қанау мақсатында, күш қолдану арқылы тарту, тасымалдау, беру, жасыру немесе алу "
    "–\n\nбес жылдан сегіз жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.\n\n"
)


def _each(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(lang, code, sentence) for lang, rows in table.items() for code, sentence in rows]


@pytest.mark.parametrize(("lang", "code", "sentence"), _each(DENIED))
def test_what_the_text_denies_is_an_express_no(lang: str, code: str, sentence: str) -> None:
    found = finding(code, offence(lang).but(more=(sentence,)))
    assert found.value.value != "yes"
    if code not in (FORCE, CHILD):  # these are no without the sentence, too
        assert found.rule == "expressly-denied"
        assert found.evidence[0].quote.removeprefix("(2) ").split()[-1].rstrip(".") in sentence


@pytest.mark.parametrize(("lang", "code", "sentence"), _each(SAID))
def test_a_negation_of_something_else_denies_nothing(lang: str, code: str, sentence: str) -> None:
    assert finding(code, offence(lang).but(more=(sentence,))).value.value == "yes"


@pytest.mark.parametrize(
    ("code", "sentence", "value"),
    [
        (ATTEMPT, "Осы қылмысқа оқталу жазаланбайды.", "no"),
        (ATTEMPT, "Оқталу жазаланады.", "yes"),
        (ACCOMPLICE, "Қылмысқа қатысушылар жауаптылыққа тартылмайды.", "no"),
        (LEGAL, "Заңды тұлғалар қылмыстық жауаптылыққа тартылмайды.", "no"),
        (LEGAL, "Заңды тұлға айыппұлға жазаланады.", "yes"),
        (VICTIM, "Адам саудасының құрбаны қылмыстық жауаптылықтан босатылмайды.", "no"),
        (CONSENT, "Жәбірленушінің келісімі жауаптылықтан босатпайды.", "yes"),
        (CONSENT, "Жәбірленушінің келісімі ескерілмейді деп саналмайды.", "no"),
    ],
)
def test_a_negation_inside_of_a_kazakh_verb(code: str, sentence: str, value: str) -> None:
    assert finding(code, KAZAKH + sentence + "\n", lang="kk").value.value == value


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "An attempt is not punishable if the person voluntarily abandons it."),
        ("ru", "Покушение не наказуемо, если лицо добровольно отказалось от него."),
        ("de", "Der Versuch ist nicht strafbar, wenn der Täter freiwillig zurücktritt."),
    ],
)
def test_a_denial_under_a_condition_is_unclear(lang: str, sentence: str) -> None:
    found = finding(ATTEMPT, offence(lang).but(more=(sentence,)))
    assert (found.value.value, found.rule) == ("unclear", "denied-in-part")


def test_a_denial_far_from_the_offence_is_unclear() -> None:
    around = "Section 3. Attempts\n\nAn attempt to commit an offence is not punishable.\n"
    found = finding(ATTEMPT, offence().but(around=around))
    assert (found.value.value, found.rule) == ("unclear", "denied-in-part")


def test_what_is_said_beside_a_denial_stands() -> None:
    more = ("Legal persons are punished by a fine.", "State bodies that are legal persons are not liable.")
    found = finding(LEGAL, offence().but(more=more))
    assert found.value.value == "yes"
    assert not any("not liable" in e.quote for e in found.evidence)


@pytest.mark.parametrize(
    ("lang", "sentence", "value"),
    [
        ("en", "Even where the victim is a child, one of the means must be used.", "no"),
        ("en", "Even where the victim is a child, none of the means is required.", "yes"),
        ("ru", "Даже если потерпевший является ребёнком, применение одного из указанных способов обязательно.", "no"),
        ("ru", "В отношении несовершеннолетнего применение одного из указанных способов не требуется.", "yes"),
        ("uk", "Навіть якщо потерпілий є дитиною, застосування одного із зазначених способів є обов'язковим.", "no"),
        ("uk", "Щодо неповнолітнього застосування будь-якого із зазначених способів не вимагається.", "yes"),
        ("es", "Aun cuando la víctima sea menor de edad, se requiere uno de los medios enumerados.", "no"),
        ("es", "Cuando la víctima sea menor de edad no se requiere ninguno de los medios enumerados.", "yes"),
        ("de", "Auch wenn das Opfer ein Kind ist, ist eines der genannten Mittel erforderlich.", "no"),
        ("nl", "Ook indien het slachtoffer een kind is, is een van de genoemde middelen vereist.", "no"),
    ],
)
def test_means_that_are_needed_against_children_too(lang: str, sentence: str, value: str) -> None:
    assert finding("child.no_means", offence(lang).but(more=(sentence,))).value.value == value


def test_what_is_not_punishable_has_no_penalty() -> None:
    text = (
        'Section 1. Trafficking in persons\n\n(1) "Trafficking in persons" means the recruitment, transportation or '
        "receipt of persons by force for the purpose of exploitation.\n\n(2) Trafficking in persons is {} under this "
        "Act.\n"
    )
    assert finding("offence.criminalised", text.format("not punishable")).value.value == "no"
    assert finding("offence.criminalised", text.format("punishable")).value.value == "yes"


AIMED = (
    "Section 12. Trafficking in persons\n\nAny person who recruits or transports another person by force for the "
    "purpose of {} is guilty of an offence and liable to imprisonment for ten years.\n"
)


@pytest.mark.parametrize(
    ("aims", "code"),
    [
        ("slavery (excluding prison labour) and begging", "purpose.begging"),
        ("slavery (but not military service) and the removal of organs", "purpose.organs"),
        ("forced labour, which does not include military service, begging, and slavery", "purpose.begging"),
        ("begging, but not begging by family, and slavery", "purpose.slavery"),
    ],
)
def test_what_a_bracket_or_a_relative_clause_leaves_out_ends_with_it(aims: str, code: str) -> None:
    assert answer(code, AIMED.format(aims)) == "yes"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (
            "Where the victim is a child, the offender is liable to prison for a term not greater than six years.",
            "child.aggravated",
        ),
        ("No body corporate is liable to imprisonment, but it is liable to a fine.", "offence.legal_persons"),
        (
            "No accomplice shall be liable to a penalty heavier than that of the principal.",
            "offence.accomplice",
        ),
    ],
)
def test_a_cap_or_another_penalty_denies_nothing(sentence: str, code: str) -> None:
    assert answer(code, offence().but(more=(sentence,)).text()) == "yes"


@pytest.mark.parametrize(
    "sentence",
    ["Women victims shall be searched only by women.", "A victim may be returned only to another State that is safe."],
)
def test_only_of_another_matter_limits_no_reach(sentence: str) -> None:
    found = answers(offence().but(more=(sentence,)).text())
    assert (found["scope.gender_limited"], found["scope.transnational_only"]) == ("no", "no")

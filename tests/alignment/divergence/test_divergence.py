"""The kind of each divergence, on sentences made for it; the reasons read the same from either side."""

from __future__ import annotations

import pytest
from hypothesis import given

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Divergence, Pair, WordEdit, WordOp
from tests.support.small_laws import Rule, item, law, section, trees

OPPOSITE = {"penalty-raised": "penalty-lowered", "penalty-lowered": "penalty-raised"}


def pair(old: str, new: str, lang: str = "en") -> Pair:
    return compare([law(section("1", old), lang=lang)], [law(section("1", new), lang=lang)]).pairs[-1]


def changed(found: Pair) -> list[WordEdit]:
    return [edit for edit in found.edits if edit.op is not WordOp.EQUAL]


def divergence(old: str, new: str, lang: str = "en") -> Divergence:
    """The divergence of a pair that has only one."""
    kinds = {edit.divergence for edit in changed(pair(old, new, lang))}
    assert len(kinds) == 1
    [only] = kinds
    assert only is not None
    return only


CASES = [
    # penalties
    ("en", "He is liable to imprisonment for a term not exceeding {} years.", "five", "ten", "penalty-raised"),
    ("en", "He is liable to a fine not exceeding ${}.", "50,000", "20,000", "penalty-lowered"),
    ("en", "He is liable to imprisonment for a term not exceeding {}.", "two years", "18 months", "penalty-lowered"),
    ("en", "He is liable to a fine {}.", "not exceeding £500", "", "penalty-raised"),
    ("en", "He is liable to a {} or imprisonment.", "fine not exceeding £500", "class A fine", "penalty-changed"),
    ("en", "He is liable to a fine of £500 or imprisonment for one year{}.", "", " or both", "penalty-raised"),
    ("en", "He is liable to a fine of {} dollars.", "1.5 million", "2 million", "penalty-raised"),
    ("en", "He is liable to prison for {}.", "a year and six months", "one year and nine months", "penalty-raised"),
    ("en", "He is liable to imprisonment {}.", "for at least five years", "from five to ten years", "penalty-lowered"),
    ("ru", "Наказывается лишением свободы на срок до {} лет.", "трех", "полутора", "penalty-lowered"),
    ("ru", "Наказывается лишением свободы на срок от {} до семи лет.", "двух", "трех", "penalty-raised"),
    ("ru", "Наказывается лишением свободы до пяти лет{}.", "", " с конфискацией имущества", "penalty-raised"),
    ("ru", "Наказывается лишением свободы до пяти лет с конфискацией{}.", "", " или без таковой", "penalty-lowered"),
    ("ru", "Наказывается лишением свободы до {}.", "семи лет", "шести лет с конфискацией", "penalty-changed"),
    ("ru", "Наказывается {}лишением свободы до трех лет.", "", "штрафом либо ", "penalty-lowered"),
    ("ru", "Наказывается {} свободы на срок до двух лет.", "ограничением", "лишением", "penalty-raised"),
    ("en", "He is liable to imprisonment for {}.", "15 years", "life", "penalty-raised"),
    ("uk", "Карається позбавленням волі на строк від {} до восьми років.", "трьох", "п'яти", "penalty-raised"),
    ("fr", "Il est puni de {} ans d'emprisonnement et de 45 000 € d'amende.", "deux", "trois", "penalty-raised"),
    ("de", "Wer dies tut, wird mit Freiheitsstrafe bis zu {} Jahren bestraft.", "drei", "zwei", "penalty-lowered"),
    ("de", "Er wird mit Freiheitsstrafe bis zu drei Jahren{} bestraft.", " oder mit Geldstrafe", "", "penalty-raised"),
    ("nl", "Hij wordt gestraft met gevangenisstraf van ten hoogste {} jaren.", "acht", "twaalf", "penalty-raised"),
    ("es", "Será reprimido con prisión de {} años.", "tres a seis", "cuatro a diez", "penalty-raised"),
    ("cs", "Pachatel bude potrestán odnětím svobody až na {} léta.", "dvě", "tři", "penalty-raised"),
    # numbers and dates
    ("en", "A person under the age of {} years is a minor.", "sixteen", "eighteen", "number"),
    ("en", "The request is made within {} of the decision.", "30 days", "two months", "number"),
    ("en", "The request is made within six {} of the decision.", "weeks", "months", "number"),
    ("fr", "La demande est faite dans un délai de {} jours.", "dix", "quinze", "number"),
    ("ru", "Заявление подается в течение {} дней.", "десяти", "тридцати", "number"),
    ("en", "This applies from {} 2024.", "1 May", "15 June", "date"),
    ("de", "Diese Vorschrift gilt bis zum 31. Dezember {}.", "2024", "2034", "date"),
    ("ru", "Закон действует до {} 2020 года.", "1 января", "1 июля", "date"),
    # force
    ("en", "The Minister {} make rules.", "may", "shall", "modality"),
    ("en", "The body {} publish its report.", "shall", "shall endeavour to", "modality"),
    ("ru", "Орган {} вести реестр.", "вправе", "обязан", "modality"),
    ("fr", "Le ministre {} établir un registre.", "peut", "doit", "modality"),
    ("de", "Die Behörde {} das Register führen.", "kann", "muss", "modality"),
    ("nl", "De minister {} regels stellen.", "kan", "moet", "modality"),
    ("en", "The consent of the person is {}relevant.", "", "not ", "negation"),
    ("de", "Die Tat ist {} strafbar.", "", "nicht", "negation"),
    ("ru", "Согласие лица {}учитывается.", "", "не ", "negation"),
    ("en", "The court has regard to age {} health.", "and", "or", "connective"),
    ("fr", "Le juge tient compte de l'âge {} de la santé.", "et", "ou", "connective"),
    ("uk", "Суд враховує вік {} стан здоров'я.", "та", "або", "connective"),
    # references
    ("en", "A person who contravenes section {} commits an offence.", "5(2)", "5(3)", "cross-reference"),
    ("en", "Subject to section 4{}, the rule applies.", "", " and subsection 6(1)", "cross-reference"),
    ("en", "The word has that meaning in the {} Act 1998.", "Harbours", "Companies", "cross-reference"),
    ("ru", "Деяния, предусмотренные частью {} настоящей статьи.", "первой", "второй", "cross-reference"),
    ("de", "Dies gilt in den Fällen des § 12 Abs. {}.", "1", "3", "cross-reference"),
    ("fr", "Les infractions prévues à l'article {} sont visées.", "12-1", "12-4", "cross-reference"),
    ("nl", "Het feit, bedoeld in het {} lid, is strafbaar.", "eerste", "tweede", "cross-reference"),
    # lists
    ("en", "He recruits, transports{} or receives a person.", "", ", harbours", "list-item"),
    ("en", "The Republic of A, {} and D take part.", "B", "C", "list-item"),
    ("ru", "Вербовка, перевозка,{} а также передача лица.", "", " укрывательство,", "list-item"),
    ("de", "Wer anwirbt, befördert{} oder aufnimmt, macht sich strafbar.", "", ", beherbergt", "list-item"),
    # editorial
    ("en", "The {} is open.", "register", "Register", "editorial"),
    ("en", "The labour {} is open.", "organisation", "organization", "editorial"),
    ("en", "Any order made {} this rule is void.", "in accordance with", "under", "editorial"),
    ("en", "It is done within {} days.", "thirty", "30", "editorial"),
    ("en", "{} person may apply.", "Any", "A", "editorial"),
    ("de", "Das Gericht kann dies unter {} anordnen.", "Mißbrauch", "Missbrauch", "editorial"),
    ("de", "Dies gilt nach § 12 {} 2.", "Abs.", "Absatz", "editorial"),
    ("fr", "Le montant est de {}.", "45000 euros", "45 000 €", "editorial"),
    ("ru", "В действиях нет {} преступления.", "состава", "состав", "editorial"),
    # nothing of the kind
    ("en", "The harbour {} is open to all.", "authority", "library", "wording"),
    ("ru", "Орган ведет {} учет.", "полный", "краткий", "wording"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "sentence", "gone", "come", "kind"), CASES)
def test_kinds(lang: str, sentence: str, gone: str, come: str, kind: str) -> None:
    old, new = (" ".join(sentence.format(words).split()) for words in (gone, come))
    there, back = divergence(old, new, lang), divergence(new, old, lang)
    assert there.kind == kind
    assert back.kind == OPPOSITE.get(kind, kind)
    assert (back.from_, back.to, back.unit, back.reason) == (there.to, there.from_, there.unit, there.reason)


@pytest.mark.parametrize(
    ("lang", "old", "new", "values"),
    [
        (
            "en",
            "He is liable to imprisonment for a term not exceeding five years.",
            "He is liable to imprisonment for a term not exceeding ten years.",
            ("up to 5", "up to 10", "years"),
        ),
        (
            "ru",
            "Наказывается лишением свободы на срок от двух до пяти лет.",
            "Наказывается лишением свободы на срок от пяти до семи лет.",
            ("2 to 5", "5 to 7", "years"),
        ),
        ("en", "It is done within 30 days.", "It is done within 60 days.", ("30", "60", "days")),
        ("en", "The body may act.", "The body must act.", ("may", "must", None)),
        ("en", "It begins on 1 May 2024.", "It begins on 1 June 2024.", ("1 May 2024", "1 June 2024", None)),
    ],
)
def test_values(lang: str, old: str, new: str, values: tuple[str, str, str | None]) -> None:
    found = divergence(old, new, lang)
    assert (found.from_, found.to, found.unit) == values


def test_a_term_that_the_text_defines() -> None:
    sides = [
        [law(section("1", f'"{term}" means a vessel.'), section("2", f"Each {term} has a captain and a crew."))]
        for term in ("small craft", "motor boat")
    ]
    use = next(p for p in compare(*sides).pairs if p.left and p.left[0].num == "2")
    assert {edit.divergence.kind for edit in changed(use) if edit.divergence} == {"defined-term"}


def test_provisions_that_only_one_text_has() -> None:
    old = law(section("1", "The court considers:", item("a", "age;"), item("b", "health.")))
    new = law(
        section("1", "The court considers:", item("a", "age;"), item("b", "means;"), item("c", "health.")),
        section("2", "An appeal lies to the high court."),
        section("3", '"child" means a person under eighteen.'),
    )
    kinds = {
        p.right[0].num: {edit.divergence.kind if edit.divergence else None for edit in changed(p)}
        for p in compare([old], [new]).pairs
        if not p.left
    }
    assert kinds == {"b": {"list-item"}, "2": {None}, "3": {"defined-term"}}


def test_only_what_may_matter_is_material() -> None:
    assert pair("The Minister may act.", "The Minister shall act.").material
    assert not pair("The minister may act.", "The Minister may act.").material
    assert not pair("He pays 45000 euros.", "He pays 45 000 €.").material


def test_texts_in_two_languages_are_not_compared_word_by_word() -> None:
    left, right = law(section("1", "The Minister may act.")), law(section("1", "Le ministre doit agir."), lang="fr")
    for found in compare([left], [right]).pairs:
        assert {e.divergence for e in changed(found)} <= {None, *(e.divergence for e in found.edits if not e.real)}


@given(trees, trees)
def test_every_changed_word_of_a_pair_has_its_kind(old: list[Rule], new: list[Rule]) -> None:
    for found in compare([law(*old)], [law(*new)]).pairs:
        if found.left and found.right:
            assert all(edit.divergence is not None for edit in changed(found))

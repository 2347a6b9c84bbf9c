"""Acts: what counts as one, in seven languages, and what does not (codes.md, close calls)."""

from __future__ import annotations

import pytest

from tests.support.generated_offences import ACTS, LANGS, MEANS, Offence, answer, answers, finding, offence

EACH = [(lang, code) for lang in LANGS for code in ACTS["en"]]


@pytest.mark.parametrize(("lang", "code"), EACH)
def test_an_act_is_found_where_it_is_named_and_only_there(lang: str, code: str) -> None:
    full = offence(lang)
    word = ACTS[lang][code]
    found = finding(code, full)
    assert found.value.value == "yes"
    assert found.rule == "act-named"
    assert any(word in e.quote for e in found.evidence)
    moved = (lang, code) == ("es", "act.transportation")  # "traslade", alone, may be transporting, too
    assert answer(code, full.but(acts=tuple(a for a in full.acts if a != word))) == ("unclear" if moved else "no")


@pytest.mark.parametrize("lang", LANGS)
def test_the_extras_are_not_invented(lang: str) -> None:
    found = answers(offence(lang))
    assert (found["act.sale"], found["act.exploitation"]) == ("no", "no")


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("en", "sells"),
        ("en", "buys"),
        ("ru", "купля-продажа"),
        ("uk", "купівля-продаж"),
        ("fr", "vendre"),
        ("es", "venda"),
        ("de", "verkauft"),
        ("nl", "verkoopt"),
    ],
)
def test_buying_and_selling_is_an_act_of_its_own(lang: str, word: str) -> None:
    plain = offence(lang)
    assert answer("act.sale", plain.but(acts=(word, *plain.acts))) == "yes"


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("act.recruitment", "entices"),
        ("act.transportation", "conveys"),
        ("act.harbouring", "conceals"),
        ("act.harbouring", "accommodates"),
        ("act.receipt", "obtains"),
        ("act.receipt", "takes delivery of"),
        ("act.transfer", "provides"),
    ],
)
def test_close_calls_for_acts(code: str, word: str) -> None:
    """ "Obtains" counts as receipt; "provides" as transfer where no other word for it stands."""
    others = tuple(w for c, w in ACTS["en"].items() if c != code)
    assert answer(code, offence().but(acts=(word, *others))) == "yes"


@pytest.mark.parametrize("lang", LANGS)
def test_paying_for_consent_is_not_receiving_a_person(lang: str) -> None:
    plain = offence(lang)
    paid = plain.but(
        acts=tuple(a for a in plain.acts if a != ACTS[lang]["act.receipt"]), means=(MEANS[lang]["means.payment"],)
    )
    found = answers(paid)
    assert (found["act.receipt"], found["means.payment"]) == ("no", "yes")


def test_giving_or_receiving_payments_is_no_receipt() -> None:
    text = (
        "Section 12. Trafficking in persons\n\nAny person who recruits or transports another person by the giving or "
        "receiving "
        "of payments to achieve the consent of a person having control over that person, for the purpose of slavery, "
        "is "
        "guilty of an offence and liable to imprisonment for ten years.\n"
    )
    found = answers(text)
    assert (found["act.receipt"], found["means.payment"]) == ("no", "yes")


def test_an_act_of_another_offence_is_none_of_trafficking() -> None:
    around = (
        "Section 13. Dealing in stolen goods\n\nAny person who receives stolen goods is guilty of an offence and "
        "liable to "
        "imprisonment for two years."
    )
    without = offence().but(acts=("recruits", "transports", "transfers", "harbours"), around=around)
    assert answer("act.receipt", without) == "no"


def test_an_act_in_the_definition_counts_for_an_offence_that_only_names_trafficking() -> None:
    text = (
        'Section 2. Interpretation\n\nIn this Act, "trafficking in persons" means the recruitment, harbouring or '
        "receipt of "
        "persons, by means of coercion, for the purpose of exploitation.\n\n"
        "Section 3. Offence of trafficking in persons\n\nA person who commits trafficking in persons is guilty of an "
        "offence and "
        "liable to imprisonment for twenty years.\n"
    )
    found = answers(text)
    assert [found[c] for c in ("act.recruitment", "act.harbouring", "act.receipt")] == ["yes", "yes", "yes"]
    assert found["act.transportation"] == "no"


def test_acts_of_an_offence_stay_the_same_in_another_order() -> None:
    plain = offence()
    again: Offence = plain.but(acts=tuple(reversed(plain.acts)))
    assert answers(plain) == answers(again)


def test_a_further_limb_in_an_aggravated_part_names_an_act_too() -> None:
    """ "… а равно вывоз" in part three is an offence of its own; moving the victim as a circumstance is none."""
    plain = offence("ru")
    still = plain.but(acts=tuple(a for a in plain.acts if a != ACTS["ru"]["act.transportation"]))
    limb = (
        "Деяния, предусмотренные частью первой, совершенные организованной группой, а равно вывоз человека за "
        "границу в "
        "целях эксплуатации –\n\nнаказываются лишением свободы на срок от восьми до пятнадцати лет."
    )
    circumstance = (
        "Те же деяния, совершенные с перевозкой потерпевшего через границу, –\n\nнаказываются лишением свободы на "
        "срок от "
        "восьми до пятнадцати лет."
    )
    assert finding("act.transportation", still.but(more=(limb,))).rule == "act-named-in-further-limb"
    assert answer("act.transportation", still.but(more=(limb,))) == "yes"
    assert answer("act.transportation", still.but(more=(circumstance,))) == "no"


def test_exploiting_the_person_is_an_act_where_it_stands_among_the_acts() -> None:
    plain = offence()
    assert answer("act.exploitation", plain.but(acts=("exploits", *plain.acts))) == "yes"
    assert answer("act.exploitation", plain.but(purposes=("exploiting that person",))) == "no"

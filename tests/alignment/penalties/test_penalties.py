"""Penalties: kinds, bounds and units, as each language writes them."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.alignment.gaps.gaps_change import PenaltyKind, change
from palermo.alignment.penalties.penalties import Sanction, direction, sanctions, sanctions_in, severity
from palermo.kb.lexicon.cues import fold, load
from tests.support.failures.case_ids import case_ids
from tests.support.generated_offences import analysis, offence, scope_of

YEARS = {
    "en": (
        "is guilty of an offence and liable to {}.",
        "imprisonment for not less than five years but not more than ten years",
    ),
    "ru": ("наказывается {}.", "лишением свободы на срок от пяти до десяти лет"),
    "uk": ("карається {}.", "позбавленням волі на строк від п'яти до десяти років"),
    "es": ("será castigado con {}.", "prisión de cinco a diez años"),
    "de": ("wird mit {} bestraft.", "Freiheitsstrafe von fünf Jahren bis zu zehn Jahren"),
    "pt": ("é punido com {}.", "pena de prisão de cinco a dez anos"),
    "it": ("è punito con {}.", "la reclusione da cinque a dieci anni"),
    "kk": ("{} жазаланады.", "бес жылдан он жылға дейінгі мерзімге бас бостандығынан айыруға"),
}
HEADING = {
    "en": "Section 12. Trafficking in persons\n\nWhoever recruits or harbours another person ",
    "ru": "Статья 12. Торговля людьми\n\nВербовка или перевозка человека – ",
    "uk": "Стаття 12. Торгівля людьми\n\nВербування або перевезення людини – ",
    "fr": "Article 12. Traite des êtres humains\n\nLe fait de recruter ou d'héberger une personne ",
    "es": "Artículo 12. Trata de personas\n\nQuien capte o aloje a una persona ",
    "de": "§ 12 Menschenhandel\n\nWer eine andere Person anwirbt oder beherbergt, ",
    "nl": "Artikel 12. Mensenhandel\n\nDegene die een ander werft of huisvest ",
    "pt": "Artigo 12. Tráfico de pessoas\n\nQuem recrutar ou alojar uma pessoa ",
    "it": "Art. 12. Tratta di persone\n\nChiunque recluta o ospita una persona ",
    "kk": "12-бап. Адам саудасы\n\nАдамды азғырып көндіру, тасымалдау – ",
}
Bounds = tuple[str, float | None, float | None, str]


def _penalties(lang: str, words: str) -> list[Bounds]:
    scope = scope_of(HEADING[lang] + words + "\n", lang=lang)
    return [(s.kind, s.min, s.max, s.unit) for x in scope.core_segments for s in sanctions(x, scope.cues)]


@pytest.mark.parametrize("lang", sorted(YEARS))
def test_two_bounds(lang: str) -> None:
    frame, words = YEARS[lang]
    assert _penalties(lang, frame.format(words)) == [("imprisonment", 5, 10, "years")]


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [
        ("en", "is liable to imprisonment for a term not exceeding ten years.", [("imprisonment", None, 10, "years")]),
        (
            "en",
            "is liable to imprisonment for a term which may extend to 14 years.",
            [("imprisonment", None, 14, "years")],
        ),
        ("en", "is liable to imprisonment for life.", [("imprisonment", None, math.inf, "years")]),
        ("en", "is punished with imprisonment for at least five years.", [("imprisonment", 5, None, "years")]),
        ("en", "is liable to imprisonment for not more than eighteen months.", [("imprisonment", None, 18, "months")]),
        ("ru", "наказывается лишением свободы на срок до шести лет.", [("imprisonment", None, 6, "years")]),
        ("uk", "карається позбавленням волі на строк до восьми років.", [("imprisonment", None, 8, "years")]),
        ("fr", "est puni de sept ans d'emprisonnement.", [("imprisonment", None, 7, "years")]),
        ("fr", "est puni d'un emprisonnement de cinq à dix ans.", [("imprisonment", 5, 10, "years")]),
        (
            "nl",
            "wordt gestraft met gevangenisstraf van ten hoogste twaalf jaren.",
            [("imprisonment", None, 12, "years")],
        ),
        ("de", "wird mit Freiheitsstrafe bis zu fünf Jahren bestraft.", [("imprisonment", None, 5, "years")]),
        ("de", "wird mit Freiheitsstrafe nicht unter drei Jahren bestraft.", [("imprisonment", 3, None, "years")]),
        (
            "de",
            "wird mit Freiheitsstrafe von sechs Monaten bis zu zehn Jahren bestraft.",
            [("imprisonment", 0.5, 10, "years")],
        ),
        ("es", "será reprimido con prisión de cuatro a ocho años.", [("imprisonment", 4, 8, "years")]),
        ("it", "è punito con la reclusione fino a dodici anni.", [("imprisonment", None, 12, "years")]),
    ],
)
def test_one_bound_life_and_months(lang: str, words: str, expected: list[Bounds]) -> None:
    assert _penalties(lang, words) == expected


@pytest.mark.parametrize(
    ("lang", "words", "kinds"),
    [
        (
            "en",
            "is liable to imprisonment for ten years, a fine of 5 000 dollars and forfeiture.",
            {"fine", "confiscation"},
        ),
        ("ru", "наказывается лишением свободы на срок до шести лет с конфискацией имущества.", {"confiscation"}),
        (
            "ru",
            "наказывается штрафом в размере до пятисот рублей либо ограничением свободы на срок до трех лет.",
            {"fine"},
        ),
        ("fr", "est puni de sept ans d'emprisonnement et de 150 000 euros d'amende.", {"fine"}),
        ("nl", "wordt gestraft met gevangenisstraf van ten hoogste zes jaren of geldboete.", {"fine"}),
        ("es", "será castigado con prisión de cinco a ocho años e inhabilitación.", {"disqualification"}),
    ],
)
def test_other_kinds_stand_beside_imprisonment(lang: str, words: str, kinds: set[str]) -> None:
    assert kinds <= {kind for kind, _, _, _ in _penalties(lang, words)}


def test_fines_have_their_units() -> None:
    found = _penalties("ru", "наказывается штрафом в размере от ста до пятисот месячных расчетных показателей.")
    assert found == [("fine", 100, 500, "calculation indices")]


def test_a_fine_lasts_no_years_and_imprisonment_costs_no_money() -> None:
    found = _penalties("fr", "est puni de sept ans d'emprisonnement et de 150 000 euros d'amende.")
    assert ("imprisonment", None, 7, "years") in found
    assert ("fine", None, 150_000, "currency") in found


def test_an_age_is_no_term() -> None:
    scope = scope_of(
        HEADING["en"] + "who is under eighteen years of age is liable to imprisonment for ten years.\n", lang="en"
    )
    found = [s.max for x in scope.core_segments for s in sanctions(x, scope.cues)]
    assert found == [10]


def test_without_a_word_for_penalties_there_is_none() -> None:
    assert _penalties("en", "within ten years of leaving the country is looked for.") == []


def test_severity_is_the_gravest_term_in_years() -> None:
    scope = scope_of(
        HEADING["en"] + "is liable to imprisonment for not more than 18 months or imprisonment for not more than two "
        "years.\n"
    )
    (segment,) = scope.core_segments
    assert severity(segment, scope.cues) == (2, 0)


@settings(max_examples=25)
@given(low=st.integers(1, 15), high=st.integers(16, 30))
def test_digits_of_any_size(low: int, high: int) -> None:
    assert _penalties("ru", f"наказывается лишением свободы на срок от {low} до {high} лет.") == [
        ("imprisonment", low, high, "years")
    ]
    assert _penalties("es", f"será castigado con prisión de {low} a {high} años.") == [
        ("imprisonment", low, high, "years")
    ]


def test_the_analysis_says_which_penalty_is_basic_and_what_aggravates() -> None:
    more = (
        "Те же деяния, совершенные в отношении несовершеннолетнего, –\n\nнаказываются лишением свободы на срок от "
        "восьми "
        "до пятнадцати лет.",
    )
    found = analysis(offence("ru").but(more=more)).penalties
    assert [(p.basic, p.aggravation, p.min, p.max, p.unit) for p in found] == [
        (True, None, 3, 10, "years"),
        (False, "child", 8, 15, "years"),
    ]


def test_the_penalty_of_another_offence_is_none_of_trafficking() -> None:
    around = "Section 13. Robbery\n\nWhoever robs another person is liable to imprisonment for fourteen years."
    assert [p.max for p in analysis(offence().but(around=around)).penalties] == [10]


def _table() -> list[tuple[str, str, str]]:
    lines = (Path(__file__).parent / "penalties.tsv").read_text("utf-8").splitlines()[1:]
    return [(row["lang"], row["wording"], row["penalties"]) for row in csv.DictReader(lines, delimiter="\t")]


def _said(s: Sanction) -> str:
    bounds = ["" if n is None else "life" if n == math.inf else f"{n:.12g}" for n in (s.min, s.max)]
    return f"{s.kind} {'..'.join(bounds)} {s.unit}" if s.unit else s.kind


@pytest.mark.parametrize(("lang", "wording", "expected"), _table(), ids=case_ids([*map(" ".join, _table())]))
def test_a_wording_is_read_as_a_lawyer_reads_it(lang: str, wording: str, expected: str) -> None:
    folded = fold(wording + ".")
    assert "; ".join(_said(s) for s in sanctions_in(folded, 0, len(folded), load(lang))) == expected


WORDS = {
    "en": "for of to from between not less than not more than up to imprisonment fine years months days dollars and or "
    "one two five ten twenty hundred thousand million half a 1.5 5-10 $5 12,500 5.2.1 , –",
    "ru": "на срок от до не менее лишением свободы штрафом лет года месяцев рублей и двух пяти десяти ста тысяч "
    "полутора с половиной 1,5 5-10 , –",
    "fr": "d'un de à et plus emprisonnement amende ans mois euros deux cinq dix vingt cent mille demi 1,5 5-10 € , –",
    "kk": "бас бостандығынан айыру айыппұл екі бес он жүз мың жылдан жылға айдан айға дейінгі жарым 5-10 , –",
}


@pytest.mark.parametrize("lang", sorted(WORDS))
@settings(max_examples=300)
@given(data=st.data())
def test_no_least_is_above_its_most_and_no_penalty_stands_outside(lang: str, data: st.DataObject) -> None:
    start = {"en": "is punished with imprisonment", "ru": "наказывается", "fr": "est puni", "kk": "жазаланады"}[lang]
    words = data.draw(st.lists(st.sampled_from(WORDS[lang].split()), max_size=14))
    text = fold(" ".join([start, *words]))
    for s in sanctions_in(text, 0, len(text), load(lang)):
        assert 0 <= s.start < s.end <= len(text)
        assert s.min is None or s.max is None or s.min <= s.max


def _bounds(low: float | None, high: float | None, unit: str = "years") -> Sanction:
    return Sanction(0, 1, "imprisonment", low, high, unit)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (_bounds(None, 5), _bounds(None, 7), 1),
        (_bounds(3, 5), _bounds(2, 5), -1),
        (_bounds(None, 5), _bounds(2, 5), 1),
        (_bounds(2, 5), _bounds(1, 7), None),
        (_bounds(None, 1.5), _bounds(None, 18, "months"), 0),
        (_bounds(None, 29, "months"), _bounds(None, 29 / 12), 0),
        (_bounds(None, 20), _bounds(None, math.inf), 1),
        (_bounds(5, None), _bounds(7, None), 1),
        (_bounds(5, None), _bounds(5, 10), -1),
        (_bounds(0.5, 10), _bounds(1, None), 1),
        (_bounds(5, None), _bounds(5, math.inf), None),
        (_bounds(None, 100, "currency"), _bounds(None, 5, "penalty units"), None),
    ],
)
def test_one_order_of_penalties(old: Sanction, new: Sanction, expected: int | None) -> None:
    assert direction(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1.5 million dollars", "2 million dollars", PenaltyKind.RAISED),
        ("one hundred and twenty dollars", "one hundred dollars", PenaltyKind.LOWERED),
        ("1,000,000.00 dollars", "one million dollars", PenaltyKind.SAME),
    ],
)
def test_a_fine_is_raised_or_lowered_by_its_value(old: str, new: str, expected: PenaltyKind) -> None:
    made = [analysis(offence().but(more=(f"For trafficking, a fine of {words} is imposed.",))) for words in (old, new)]
    assert [c.kind for c in change(*made).penalties if c.either.kind == "fine"] == [expected]

"""Number words, as ages and terms of imprisonment have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.kb.lexicon.cues import languages
from palermo.kb.lexicon.numbers import find, number

EIGHTEEN = {
    "en": "eighteen",
    "ru": "восемнадцати",
    "uk": "вісімнадцяти",
    "fr": "dix-huit",
    "es": "dieciocho",
    "de": "achtzehn",
    "nl": "achttien",
    "kk": "он сегіз",
    "pt": "dezoito",
    "it": "diciotto",
}


@pytest.mark.parametrize("lang", languages())
def test_the_age_of_majority_is_known_in_every_language(lang: str) -> None:
    assert number(EIGHTEEN[lang], lang) == 18


@pytest.mark.parametrize("lang", languages())
@given(n=st.integers(min_value=0, max_value=10**6))
def test_digits_are_themselves_in_every_language(lang: str, n: int) -> None:
    assert number(str(n), lang) == n


@pytest.mark.parametrize(
    ("word", "lang", "value"),
    [
        ("двенадцати", "ru", 12),
        ("двух", "ru", 2),
        ("пятнадцатью", "ru", 15),
        ("пяти", "ru", 5),
        ("пятидесяти", "ru", 50),
        ("семи", "ru", 7),
        ("дванадцяти", "uk", 12),
        ("п'ятнадцяти", "uk", 15),
        ("zehn", "de", 10),
        ("fünfzehn", "de", 15),
        ("sechzehn", "de", 16),
        ("twaalf", "nl", 12),
        ("quinze", "fr", 15),
        ("veinte", "es", 20),
        ("twenty-five", "en", 25),
        ("dezesseis", "pt", 16),
        ("dezasseis", "pt", 16),
        ("quatordici", "it", None),
        ("quattordici", "it", 14),
        ("venti", "it", 20),
        ("он бес", "kk", 15),
        ("жиырма", "kk", 20),
    ],
)
def test_the_longest_stem_says_the_number(word: str, lang: str, value: int | None) -> None:
    assert number(word, lang) == value


@pytest.mark.parametrize(
    ("word", "lang"), [("prison", "en"), ("", "en"), ("²", "en"), ("лишение", "ru"), ("ten", "xx")]
)
def test_what_is_no_number_is_none(word: str, lang: str) -> None:
    assert number(word, lang) is None


@pytest.mark.parametrize(
    ("words", "lang", "value"),
    [
        ("1.5", "en", 1.5),
        ("1,5", "fr", 1.5),
        ("1,000,000.00", "en", 1_000_000),
        ("1.000.000,00", "de", 1_000_000),
        ("12 500.50", "en", 12_500.5),
        ("5,00,000", "en", 500_000),
        ("0.125", "en", 0.125),
        ("2½", "en", 2.5),
        ("1,5 млн.", "ru", 1_500_000),
        ("500 тыс.", "ru", 500_000),
        ("one hundred and twenty", "en", 120),
        ("two and a half", "en", 2.5),
        ("half a million", "en", 500_000),
        ("three crore", "en", 30_000_000),
        ("двух с половиной", "ru", 2.5),
        ("полутора тысяч", "ru", 1500),
        ("шестьсот", "ru", 600),
        ("п'ятдесяти", "uk", 50),
        ("п'ятисот", "uk", 500),
        ("трьох з половиною", "uk", 3.5),
        ("бір жарым", "kk", 1.5),
        ("екі жүз елу мың", "kk", 250_000),
        ("soixante-quinze mille", "fr", 75_000),
        ("quatre-vingt-dix", "fr", 90),
        ("vingt et un", "fr", 21),
        ("un million et demi", "fr", 1_500_000),
        ("treinta y seis", "es", 36),
        ("un millón quinientos mil", "es", 1_500_000),
        ("duzentos e cinquenta mil", "pt", 250_000),
        ("trentasei", "it", 36),
        ("duecentomila", "it", 200_000),
        ("vierundzwanzig", "de", 24),
        ("hundertfünfundzwanzigtausend", "de", 125_000),
        ("zweieinhalb", "de", 2.5),
        ("tweeëntwintig", "nl", 22),
        ("tweeënhalf", "nl", 2.5),
        ("drie en een half", "nl", 3.5),
    ],
)
def test_numbers_of_several_words_decimals_and_halves(words: str, lang: str, value: float) -> None:
    assert number(words, lang) == value


@pytest.mark.parametrize(
    ("text", "lang", "values"),
    [
        ("between one hundred and two hundred", "en", [100, 200]),
        ("between five hundred and two thousand", "en", [500, 2000]),
        ("between one hundred and twenty and one hundred and fifty", "en", [120, 150]),
        ("ten and five, twenty or five", "en", [10, 5, 20, 5]),
        ("five thousand ten thousand", "en", [5000, 10_000]),
        ("entre diez y veinte", "es", [10, 20]),
        ("5-10, 5–10, 5.2.1", "en", [5, 10, 5, 10, None]),
        ("und monaten", "de", []),
    ],
)
def test_two_numbers_are_not_one(text: str, lang: str, values: list[float | None]) -> None:
    assert [f.value for f in find(text, lang)] == values

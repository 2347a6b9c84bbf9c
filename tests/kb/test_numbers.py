"""Number words, as ages and terms of imprisonment have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.cues import languages
from kb.numbers import number

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

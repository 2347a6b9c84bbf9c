"""A printed number becomes the number as it is cited: no words, signs, brackets or full stops."""

from __future__ import annotations

import pytest

from palermo.corpus.readers.markup.printed_numbers import number_of


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1", "1"), ("1.", "1"), ("(a)", "a"), ("(ii)", "ii"), ("(1.1)", "1.1"), ("“(2A)", "2A"), ("§ 301.", "301"),
        ("Article 3", "3"), ("Art. 5.", "5"), ("Article premier", "1"), ("Article 3 bis", "3bis"), ("132-1", "132-1"),
        ("279.011", "279.011"), ("CHAPTER 3—", "3"), ("PART II", "II"), ("Part A", "A"), ("SCHEDULE", ""),
        ("SCHEDULE 2", "2"), ("FIRST SCHEDULE", "1"), ("SEC. 4 .", "4"), ("4 to 6", "4-6"), ("4 and 5", "4,5"),
        ("1°", "1"), ("aa)", "aa"), ("д)", "д"), ("Статья 12", "12"), ("*", ""), ("", ""),
        ("72.1 à 72.67", "72.1-72.67"),
    ],
)  # fmt: skip
def test_number_of(printed: str, number: str) -> None:
    assert number_of(printed) == number

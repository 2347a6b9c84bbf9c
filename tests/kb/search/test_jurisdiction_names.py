"""Countries and organisations that a question names."""

from __future__ import annotations

import pytest

from palermo.kb.search.query.jurisdiction_names import jurisdiction_names


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("shelters in Zambia", {"zm": {2}}),
        ("Zambian act", {"zm": {0}}),
        ("уголовный кодекс Казахстана", {"kz": {2}}),
        ("ст. 135 УК РК", {"kz": {2, 3}}),
        ("art 182 StGB Schweiz", {"de": {2}, "ch": {3}}),
        ("Article 13 Council of Europe convention", {"coe": {2, 3, 4}}),
        ("the Palermo Protocol", {"un": {1, 2}}),
        ("give us the law in force", {}),  # words that are no names
        ("council tax", {}),
    ],
)
def test_the_jurisdictions_that_words_name(words: str, found: dict[str, set[int]]) -> None:
    assert {of: set(places) for of, places in jurisdiction_names(words.split()).items()} == found

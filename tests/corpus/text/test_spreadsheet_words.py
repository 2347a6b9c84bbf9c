"""Words that a spreadsheet would take for formulas, there and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.text.spreadsheet_words import FORMULA, as_words, without_apostrophe


@given(st.text(alphabet=f"a1 {FORMULA}", max_size=4))
def test_words_come_back_and_none_begins_as_a_formula(cell: str) -> None:
    assert without_apostrophe(as_words(cell)) == cell
    assert as_words(cell)[:1] not in set(FORMULA)


def test_an_apostrophe_of_the_words_stays() -> None:
    assert without_apostrophe("'quoted'") == "'quoted'"

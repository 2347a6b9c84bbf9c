"""The codebook has words for every code of every framework."""

from __future__ import annotations

import pytest

from palermo.kb.frameworks.codebook import codebook
from palermo.kb.frameworks.framework import load, names, treatment


@pytest.mark.parametrize("name", names())
def test_every_code_has_its_meaning_and_what_decides_close_calls(name: str) -> None:
    book = codebook(load(name))
    assert [entry.element.code for entry in book.entries] == [element.code for element in load(name).elements]
    assert all(treatment(entry.element).meaning == entry.means for entry in book.entries)
    assert all(entry.means.endswith(".") and entry.decisions for entry in book.entries)
    assert set(book.values) == {"yes", "no", "unclear"}
    assert set(book.extents) == {"full", "some cases"}

"""Wordings: how statutes of many families of law say each element, one phrase a sample, each put into a law."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from palermo.alignment.gaps.gaps import answer
from palermo.kb.lexicon.cues import languages
from tests.support.generated_offences import scope_of
from tests.support.samples import Sample, samples, text


def _rows(lang: str) -> list[Sample]:
    return [sample for sample in samples(lang) if sample.slot]


LANGS = [lang for lang in languages() if _rows(lang)]
SAMPLE = 12  # of so many rows the fast tests try one


def _wrong(lang: str, code: str, every: int = 1) -> Iterator[str]:
    for index, row in enumerate(_rows(lang)):
        if row.code == code and index % every == 0:
            found = answer(scope_of(text(lang, row), lang=lang))[code]
            if found.value.value != row.answer:
                yield f"{row.sentence!r} ({row.slot}): {found.value.value}, not {row.answer}: {found.rule}"


CODES = sorted({(lang, row.code) for lang in LANGS for row in _rows(lang)})


@pytest.mark.parametrize("lang", LANGS)
def test_one_wording_of_twelve(lang: str) -> None:
    assert [
        wrong for code in sorted({c for of, c in CODES if of == lang}) for wrong in _wrong(lang, code, SAMPLE)
    ] == []


@pytest.mark.slow
@pytest.mark.parametrize(("lang", "code"), CODES)
def test_wordings_that_say_it_and_those_that_do_not(lang: str, code: str) -> None:
    assert list(_wrong(lang, code)) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_wording_stands_twice(lang: str) -> None:
    rows = _rows(lang)
    assert len(rows) == len(set(rows))

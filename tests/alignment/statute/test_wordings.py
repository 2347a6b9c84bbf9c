"""Wordings: how statutes of many families of law say each element, one phrase a row, each put into an invented law.

`wordings/LANG.tsv` has code, answer, slot and phrase (" | " ends a paragraph), `wordings/LANG.yaml` the law of each
slot and the words that fill it up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from palermo.alignment.gaps.gaps import answer
from tests.support.generated_offences import scope_of

WORDINGS = Path(__file__).parent / "wordings"
LANGS = sorted(f.stem for f in WORDINGS.glob("*.tsv"))


@cache
def _frames(lang: str) -> Mapping[str, Mapping[str, Any]]:
    read: dict[str, Mapping[str, Any]] = yaml.safe_load((WORDINGS / f"{lang}.yaml").read_text("utf-8"))
    return read


def _rows(lang: str) -> list[tuple[str, str, str, str]]:
    lines = (WORDINGS / f"{lang}.tsv").read_text("utf-8").splitlines()[1:]
    return [(code, value, slot, phrase) for code, value, slot, phrase in (line.split("\t") for line in lines)]


def law(lang: str, code: str, slot: str, phrase: str) -> str:
    """An invented law with the phrase in it; the other words are of two other codes, so that the code rests on it."""
    frames = _frames(lang)
    words = {kind: [w for c, w in of.items() if c != code][:2] for kind, of in frames["words"].items()}
    filled = {kind: f" {frames['joins'][kind]} ".join(pair) for kind, pair in words.items()}
    return str(frames["frames"][slot]).replace("{phrase}", phrase.replace(" | ", "\n\n")).format_map(filled)


SAMPLE = 12  # of so many rows the fast tests try one


def _wrong(lang: str, code: str, every: int = 1) -> Iterator[str]:
    for index, (of, value, slot, phrase) in enumerate(_rows(lang)):
        if of == code and index % every == 0:
            found = answer(scope_of(law(lang, code, slot, phrase), lang=lang))[code]
            if found.value.value != value:
                yield f"{phrase!r} ({slot}): {found.value.value}, not {value}: {found.rule}"


CODES = sorted({(lang, row[0]) for lang in LANGS for row in _rows(lang)})


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

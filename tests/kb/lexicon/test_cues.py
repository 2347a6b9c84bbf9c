"""The cue files: each compiles, has what the others have, and speaks of what the framework knows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.errors import InputError, UsageError
from palermo.corpus.language_data import language_data
from palermo.kb.frameworks.framework import every
from palermo.kb.lexicon.cues import fold, languages, load, readable

FULL = ("de", "en", "es", "fr", "nl", "ru", "uk")
LESS = ("it", "kk", "pt")
# Terms that only some languages have a use for.
OPTIONAL = {"assimilated", "heading_lead", "movement_act", "refers_back", "covers_all"}


def test_the_languages_are_those_of_the_files_and_say_how_far_they_are_tested() -> None:
    assert set(FULL) | set(LESS) <= set(languages())
    assert {lang for lang in languages() if load(lang).tested == "full"} == set(FULL)
    assert {load(lang).tested for lang in languages()} == {"full", "less"}


def test_a_language_without_cues_is_refused_with_those_that_have_them() -> None:
    with pytest.raises(UsageError) as refused:
        load("xx")
    assert refused.value.expected is not None
    assert "ru" in refused.value.expected


@pytest.mark.parametrize("lang", [*FULL, *LESS])
def test_a_file_compiles_and_names_its_language(lang: str) -> None:
    cues = load(lang)
    assert cues.lang == lang
    assert cues.define
    assert cues.penalties is not None
    assert cues.penalties.amount in {"after", "either", "before"}


@pytest.mark.parametrize("lang", [*FULL, *LESS])
def test_the_codes_are_known_to_a_framework_and_the_same_everywhere(lang: str) -> None:
    known = {e.code for e in every().elements}
    codes = set(load(lang).elements)
    assert codes <= known
    assert codes == set(load("en").elements)


@pytest.mark.parametrize("lang", [*FULL, *LESS])
def test_the_terms_are_the_same_everywhere(lang: str) -> None:
    every = {term for other in (*FULL, *LESS) for term in load(other).terms}
    assert every - set(load(lang).terms) <= OPTIONAL


@pytest.mark.parametrize("lang", languages())
def test_the_core_of_the_definition_has_cues(lang: str) -> None:
    bare = [code for code, patterns in language_data(lang, "cues")["elements"].items() if not patterns]
    assert not bare


@pytest.mark.parametrize("lang", languages())
def test_no_pattern_fires_on_nothing(lang: str) -> None:
    cues = load(lang)
    patterns = {**cues.elements, **{k: v for k, v in cues.terms.items() if k != "heading_lead"}}
    assert not [name for name, pattern in patterns.items() if pattern.search("") or pattern.search("   ")]


@pytest.mark.parametrize("lang", languages())
def test_patterns_are_written_for_folded_text(lang: str) -> None:
    """A capital, ё or a curly quote in a pattern can never match."""
    data = language_data(lang, "cues")
    written = [p for table in (data["elements"], data["terms"]) for patterns in table.values() for p in patterns]
    plain = [re.sub(r"\(\?P<\w+>|\(\?P=\w+\)|\\[A-Za-z]", "", p) for p in written]
    assert not [p for p in plain if re.search(r"[A-ZА-ЯЁЇІЄҐёÀ-Ý‘’“”«»]", p)]


@pytest.mark.parametrize("lang", languages())
def test_each_definition_says_what_it_defines_in_one_group_at_most(lang: str) -> None:
    for pattern in load(lang).define:
        assert len(pattern.groupindex) <= 1


@pytest.mark.parametrize(
    ("lang", "code", "word"),
    [
        ("en", "act.recruitment", "recruits"),
        ("ru", "act.recruitment", "вербовку"),
        ("uk", "act.recruitment", "вербування"),
        ("fr", "act.recruitment", "recruter"),
        ("es", "act.recruitment", "captar"),
        ("de", "act.recruitment", "anwerben"),
        ("nl", "act.recruitment", "werven"),
        ("kk", "act.recruitment", "азғырып көндіру"),
        ("pt", "act.recruitment", "aliciar"),
        ("it", "act.recruitment", "reclutamento"),
        ("en", "means.threat", "threats"),
        ("ru", "means.threat", "угрозой"),
        ("kk", "means.threat", "қорқыту"),
        ("pt", "means.threat", "ameaça"),
        ("it", "means.threat", "minaccia"),
        ("en", "purpose.slavery", "slavery"),
        ("de", "purpose.slavery", "sklaverei"),
        ("nl", "purpose.slavery", "slavernij"),
        ("kk", "purpose.slavery", "құлдық"),
        ("pt", "purpose.slavery", "escravatura"),
        ("it", "purpose.slavery", "schiavitù"),
    ],
)
def test_inflected_words_meet_their_code_from_the_start_of_a_word_only(lang: str, code: str, word: str) -> None:
    pattern = load(lang).element(code)
    assert pattern.search(fold(f"… {word}, …"))
    assert not pattern.search(fold(f"… qq{word}, …"))


def test_fold_makes_one_text_of_the_ways_to_write_it() -> None:
    assert fold("Совершённое «ДЕЯНИЕ»") == 'совершенное "деяние"'
    assert fold("l’État\u00a0’s non‑stop") == "l'état 's non-stop"


@given(st.text())
def test_fold_keeps_each_code_point_in_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert all(a == b for a, b in zip(text, folded, strict=True) if a.isdecimal())


@given(st.text(alphabet="aİßẞŒёЁ’«ΣςǅK", max_size=12))
def test_fold_keeps_length_where_lower_case_grows(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("lang", [*FULL, *LESS])
def test_no_pattern_stands_twice(lang: str) -> None:
    tables = (language_data(lang, "cues")["elements"], language_data(lang, "cues")["terms"])
    lists = {key: words for table in tables for key, words in table.items() if isinstance(words, list)}
    assert {key for key, words in lists.items() if len(words) != len(set(words))} == set()


def test_a_part_stands_for_its_pattern_and_is_read_as_a_gap() -> None:
    pattern = load("en").element("act.sale")
    assert pattern.search("sells him or her")
    assert not pattern.search("sells drugs")
    assert "%" not in pattern.pattern
    assert readable(r"hands (?#person)(?:a person|(?:an?|the) child) over(?! (?:a )?desk)") == ("hands … over",)


def test_a_part_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {"lang": "en", "parts": {"person": "child"}, "elements": {"act.sale": ["sells %persons%"]}}
    monkeypatch.setattr("palermo.kb.lexicon.cues.language_data", lambda *_: written)
    load.cache_clear()
    try:
        with pytest.raises(InputError, match="persons"):
            load("en")
    finally:
        load.cache_clear()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ({"tested": "fully"}, "tested: is 'fully' .expected one of full, less"),
        ({"tested": "less", "element": {}}, "element: unknown key"),
        ({"tested": "less", "terms": {"purpose": "cele"}}, "terms.purpose: is 'cele' .expected a list"),
        ({"tested": "less", "penalties": {"kinds": {}}}, "penalties.units: missing"),
    ],
)
def test_a_mistake_in_a_file_names_its_key(
    written: dict[str, object], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("palermo.kb.lexicon.cues.language_data", lambda *_: written)
    with pytest.raises(InputError, match=rf"^kb/languages/en/cues\.yaml: {says}"):
        load.__wrapped__("en")

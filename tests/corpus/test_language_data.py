"""Languages are folders of data: a new folder is a new language, and no words of a language stand in Python."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from babel import Locale

from palermo.corpus import language_data
from palermo.corpus.errors import InputError, UsageError
from palermo.corpus.grammar_words import GrammarWords, alphabets, every_word, grammar_words, list_alphabets
from palermo.corpus.language_data import folders, languages_with, read_language
from palermo.corpus.model.languages import alpha2, alpha3, check_language, is_alpha3
from tests.support import house

ROOT = Path(str(files("palermo"))) / "kb" / "languages"
PAGE = house.ROOT / "docs" / "languages.md"
RUN = """
import sys
from pathlib import Path
from palermo.corpus import language_data
language_data.ROOT = Path(sys.argv[1])
from palermo.cli.main import run
sys.exit(run(sys.argv[2:]))
"""


@pytest.mark.skipif(not PAGE.is_file(), reason="beside an installed palermo there are no pages")
def test_the_language_of_the_page_is_added_by_its_folder_alone(tmp_path: Path) -> None:
    page, languages = PAGE.read_text("utf-8"), tmp_path / "languages"
    shutil.copytree(ROOT, languages)
    written = re.findall(r"```yaml\n# kb/languages/(qaa/\w+\.yaml)\n(.*?)```", page, re.S)
    (languages / "qaa").mkdir()
    for name, text in written:
        (languages / name).write_text(text, "utf-8")
    act = tmp_path / "act.txt"
    [statute] = re.findall(r"```text\n(.*?)```", page, re.S)
    act.write_text(statute, "utf-8")
    asked = ["gaps", str(act), "--lang", "qaa", "--format", "json"]
    done = subprocess.run(  # another process: this one has read the languages already
        [sys.executable, "-c", RUN, str(languages), *asked], capture_output=True, text=True, check=False, cwd=house.ROOT
    )
    assert done.returncode == 0, done.stderr
    answers = {finding["code"]: finding["value"] for finding in json.loads(done.stdout)["findings"]}
    yes = {"act.recruitment", "act.transportation", "means.threat", "means.deception", "purpose.forced_labour"}
    assert [name for name, _ in written] == ["qaa/language.yaml", "qaa/cues.yaml"]
    assert {code for code, value in answers.items() if value == "yes" and code in yes | {"means.force"}} == yes
    assert answers["offence.criminalised"] == "yes"


def test_a_language_without_a_folder_is_unknown() -> None:
    for code in ("qaa", "common", "", "xx"):
        with pytest.raises(UsageError, match="unknown language"):
            check_language(code)
        assert not is_alpha3(code)


@pytest.mark.parametrize("lang", folders())
def test_the_names_of_a_language_are_those_of_cldr_and_iso(lang: str) -> None:
    known = language_data.language_data(lang, "language")
    assert known["name"] == Locale("en").languages[lang]
    assert alpha2(alpha3(lang)) == lang
    assert check_language(f"{alpha3(lang).upper()}-XX") == lang


def test_every_file_is_a_topic_that_is_read() -> None:
    read = {
        "alphabet", "change_words", "circumstances", "citations", "commencement", "cues", "grammar",
        "language", "lay_terms", "negation", "numbers", "samples", "search_terms", "terms", "word_forms",
    }  # fmt: skip
    found = {path.stem for lang in folders() for path in (ROOT / lang).iterdir()}
    assert found == read
    assert set(languages_with("language")) == set(folders())


@pytest.mark.parametrize("lang", languages_with("grammar"))
def test_small_words_compile(lang: str) -> None:
    words = grammar_words(lang)
    assert words != GrammarWords()
    for word in (*words.finite_verbs, *words.and_so_on, *words.conjunctions.between_items):
        re.compile(word)


def test_the_words_of_all_languages_stand_once() -> None:
    words = every_word(lambda some: some.conjunctions.between_items)
    assert len(set(words)) == len(words)
    assert {"and", "или", "ή"} <= set(words)


def test_the_places_of_letters_are_asked_of_languages_with_an_alphabet() -> None:
    assert all(list_alphabets(lang) for lang in alphabets().places)


def test_a_mistake_in_a_file_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "qaa").mkdir()
    (tmp_path / "qaa" / "grammar.yaml").write_text("conjunction: {}\n", "utf-8")
    (tmp_path / "qaa" / "cues.yaml").write_text("- tested\n", "utf-8")
    monkeypatch.setattr(language_data, "ROOT", tmp_path)
    monkeypatch.setattr(language_data, "languages_with", lambda _topic: ("qaa",))
    with pytest.raises(InputError, match=r"^kb/languages/qaa/grammar.yaml: conjunction: unknown key"):
        read_language("qaa", "grammar", GrammarWords)
    with pytest.raises(InputError, match=r"^kb/languages/qaa/cues.yaml: holds no table"):
        language_data.language_data("qaa", "cues")

"""The official text is known by what it says, and its words stand beside the findings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from palermo.alignment.gaps.gaps import gaps
from palermo.corpus.errors import InputError
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text
from palermo.kb.frameworks.framework import load
from palermo.library.use_cases import add_files
from palermo.report.analysis.gaps.as_html import gaps as as_html
from palermo.report.analysis.gaps.official_words import advice, excerpt
from palermo.report.analysis.memo.case import Case
from palermo.report.shared.provenance import provenance
from palermo.texts.official_text import Official, bound, identified, in_library, quoted
from tests.support import treaty

PROTOCOL = load("palermo")
LAW = """\
Section 7. Trafficking in persons

A person who recruits or transports another person by threat or deception for the purpose of forced labour commits the
offence of trafficking in persons and is liable to imprisonment for 9 years.
"""


def _read(text: str, lang: str) -> Version:
    return read_text(text, lang=lang)


@pytest.fixture(scope="module")
def official() -> Official:
    return bound(_read(treaty.ENGLISH, "en"), PROTOCOL)


def test_every_article_that_asks_is_bound(official: Official) -> None:
    assert set(official.provisions) == set(PROTOCOL.obligations)
    assert official.quote("3(d)") == '(d) "Child" is a person who is under eighteen.'
    assert official.quote("5(2)(b)") == "(b) to be an accomplice to it;"
    assert official.quote("9") is None


def test_letters_of_another_script_are_bound_by_their_place() -> None:
    russian = bound(_read(treaty.RUSSIAN, "ru"), PROTOCOL)
    assert russian.quote("3(b)") == "б) согласие такой жертвы не имеет значения;"
    assert russian.quote("5(2)(c)") == "в) организацию его."


def test_the_words_of_an_element_are_found_in_its_paragraph(official: Official) -> None:
    [words] = official.words("3(a)", "act.recruitment")
    assert official.version.text[words.start : words.end] == "recruit"
    assert official.words("3(b)", "consent.irrelevant") == []


@pytest.mark.parametrize(
    "text",
    [
        treaty.STATUTE,
        treaty.ENGLISH.replace("(d) ", "(e) ").replace("eighteen", "sixteen"),
        treaty.ENGLISH.replace("Article 5", "Article 6"),
        treaty.ENGLISH.replace(
            "in prostitution, in forced labour, in slavery, in servitude, or by removal of organs", "at all"
        ),
        "Article 1. Ships\n\nA ship is a vessel.\n",
    ],
    ids=["a statute", "another age", "another article", "no forms of exploitation", "no trafficking"],
)
def test_another_text_is_not_taken_for_it(text: str) -> None:
    version = _read(text, "en")
    assert identified(version, PROTOCOL) is version
    with pytest.raises(InputError, match="not the text"):
        bound(version, PROTOCOL)


def test_it_is_given_the_identity_of_the_instrument() -> None:
    version = _read(treaty.ENGLISH, "en")
    assert str(version.ref.instrument).startswith("/akn/zz/doc/")
    assert str(identified(version, PROTOCOL).ref) == PROTOCOL.instrument + "/eng"


def test_findings_quote_it_and_say_what_to_add_without_it(official: Official) -> None:
    plain = gaps([_read(LAW, "en")], PROTOCOL)
    assert all(f.requires.quote is None for f in plain.findings)
    assert quoted(plain, None) is plain
    for f in quoted(plain, official).findings:
        assert f.requires.quote == (official.quote(f.requires.article) if f.requires.article else None)
    assert advice(PROTOCOL, official, "en") is None
    assert PROTOCOL.instrument in (advice(PROTOCOL, None, "ru") or "")


def test_an_excerpt_is_cut_at_words_and_holds_those_of_the_element(official: Official) -> None:
    words = excerpt(official, "3(a)", "means.abduction") or ""
    assert "abduction" in words
    assert words.startswith("… ")
    assert words.endswith(" …")
    assert set(words.strip("… ").split()) <= set((official.quote("3(a)") or "").split())
    assert excerpt(official, "5(2)(b)", "offence.accomplice") == official.quote("5(2)(b)")
    assert excerpt(None, "3(a)", "act.transfer") is None


def test_the_page_shows_the_regulations_that_hold_what_was_found_and_no_others() -> None:
    whole = _read(LAW + "\n\nSection 99. Dogs\n\nDogs are kept on a leash.\n", "en")
    parts = tuple(replace(p, level="regulation") if p.level == "section" else p for p in whole.root.children)
    version = replace(whole, root=replace(whole.root, children=parts))
    assert "regulation" in {p.level for p in parts}
    page = as_html(Case(gaps([version], PROTOCOL), PROTOCOL, provenance("palermo gaps"), None))
    assert '<section class="law" id="law-' in page
    assert "Dogs are kept" not in page


def test_the_page_marks_equal_elements_alike_and_leaves_missing_ones_plain(official: Official) -> None:
    page = as_html(Case(gaps([_read(LAW, "en")], PROTOCOL), PROTOCOL, provenance("palermo gaps"), official))
    asked, law = page.partition('class="asked"')[2].split('<section class="law" id="law-')[0:2]
    left, right = _marks(asked), _marks(law)
    for element in ("recruitment", "threat", "forced labour or services"):
        assert left[element] & right[element], element
    assert "harbour or" in asked
    assert ">harbour<" not in asked


def _marks(html: str) -> dict[str, set[str]]:
    """The numbers of the marks that name an element."""
    found: dict[str, set[str]] = {}
    for title, numbers in re.findall(r'<mark class="\w+" title="([^"]+)">.*?<sup>([\d, ]+)</sup></mark>', html, re.S):
        for label in title.split(", "):
            found.setdefault(label, set()).update(numbers.split(", "))
    return found


def _library(tmp_path: Path, **texts: str) -> Path:
    said: list[str] = []
    for name, text in texts.items():
        file = tmp_path / f"{name}.txt"
        file.write_text(text, encoding="utf-8")
        add_files([str(file)], library=tmp_path / "library", say=said.append)
        assert any("official text" in line for line in said)
    return tmp_path / "library"


def test_a_library_quotes_it_in_the_law_s_language_else_in_english(tmp_path: Path) -> None:
    library = _library(tmp_path, english=treaty.ENGLISH)
    for lang, expected in (("en", "en"), ("ru", "en"), ("fr", "en")):
        found = in_library(PROTOCOL, library, lang)
        assert found is not None
        assert found.version.lang == expected
    _library(tmp_path, russian=treaty.RUSSIAN)
    russian = in_library(PROTOCOL, library, "ru")
    assert russian is not None
    assert russian.version.lang == "ru"
    assert in_library(PROTOCOL, tmp_path / "nowhere", "en") is None


@pytest.mark.mirror
@pytest.mark.parametrize("lang", ["en", "de", "nl"])
def test_the_protocol_itself(lang: str, mirror: Path) -> None:
    text = (mirror / f"un/palermo-2000.{lang}.md").read_text("utf-8")
    version = _read(text, lang)  # its content alone: no file name, no manifest
    assert str(identified(version, PROTOCOL).ref.instrument) == PROTOCOL.instrument
    official = bound(version, PROTOCOL)
    assert set(official.provisions) == set(PROTOCOL.obligations)
    quoted = official.quote("3(d)")
    assert quoted is not None
    assert any(age in quoted for age in ("18", "achttien", "eighteen"))


@pytest.mark.mirror
@pytest.mark.parametrize(
    "file",
    [
        "un/untoc-2000.en.md",
        "un/smuggling-2000.en.md",
        "un/crc-op-sale-2000.en.md",
        "coe/cets-197-2005.en.md",
        "eu/dir-2011-36/2011-04-15.art-1-10.en.md",
        "mw/act-3-2015.en.txt",
    ],
)
def test_other_instruments_are_not_the_protocol(file: str, mirror: Path) -> None:
    version = _read((mirror / file).read_text("utf-8"), "en")
    assert identified(version, PROTOCOL) is version

"""American and European amending language: cases written from how drafters write, on invented acts."""

from __future__ import annotations

import re
from typing import Any

import pytest

from palermo.corpus.amendments import amend_section, read
from palermo.corpus.amendments.contenders import contenders, tradition_of
from palermo.corpus.amendments.reading.passages import of_text
from palermo.corpus.amendments.traditions.tradition_registry import traditions
from palermo.corpus.amendments.traditions.us_eu import eu, us
from palermo.corpus.readers import read_text
from tests.support.amending.drafted_cases import drafted
from tests.support.failures.same_text import assert_same_text

MARKS = str.maketrans("“”„«»‘’‚'", '"' * 9)


def folded(text: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text.translate(MARKS))).strip()


@pytest.mark.parametrize("case", drafted("us.en", "eu"))
def test_a_case_is_carried_out_or_refused(case: dict[str, Any]) -> None:
    amendment = amend_section(case["before"], case["instruction"], case["lang"])
    if case.get("expect") == "refused":
        assert amendment.status != "applied", case["why"]
        return
    assert amendment.status == "applied", [(o.instruction.text, o.reason) for o in amendment.outcomes]
    assert_same_text(folded(amendment.text), folded(case["after"]))


SECTION = """SEC. 12. DORIES.
(a) Lamps.—A dory shall carry—
(1) a lamp; and
(2) a bell.
(b) Dues.—A dory pays no dues.
(c) Rafts.—A raft is no dory. A raft pays dues.
(d) Repeal.—This section expires."""
ARTICLE = """Article 12
Dories
1. A dory shall carry:
(a) a lamp;
(b) a bell.
2. A dory pays no dues.
A raft pays dues. It carries a bell.
5. This Article shall expire."""


@pytest.mark.parametrize("name", ["United States", "united states", "US", "us", "USA", "European Union", "EU", "eu"])
def test_a_tradition_goes_by_several_names(name: str) -> None:
    american = name.casefold().startswith("u")
    said = "Section 12(b) of the Dories Act is amended by striking “dues” and inserting “tolls”."
    if not american:
        said = "In Article 12(2) of Directive 2031/1/EU, the words ‘no dues’ are replaced by ‘tolls’."
    found = tradition_of(of_text(said), "en", name)
    assert found is not None
    assert found[0] is (us.TRADITION if american else eu.TRADITION)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Section 12(b) of the Dories Act is amended by striking “no dues” and inserting “tolls”.", "United States"),
        (
            "Section 12(b) of title 46, United States Code, is amended by inserting “late” before “dues”.",
            "United States",
        ),
        ("RCW 12.04.010 is amended to read as follows: (1) A dory shall carry a lamp.", "United States"),
        ("In Article 12(2), the second subparagraph is deleted.", "European Union"),
        ("In Article 12(2) of Regulation (EU) 2031/1, the word ‘no’ is deleted.", "European Union"),
        ("In section 12(2) of the Dories Act 1931, for “no dues” substitute “tolls”.", "Britain"),
    ],
)
def test_the_wording_or_the_act_tells_the_tradition(said: str, name: str) -> None:
    assert [reading.name for reading in contenders(of_text(said), "en")] == [name]


def test_what_two_traditions_do_alike_is_done() -> None:
    said = "In Article 12, paragraph 2 is replaced by the following: “2. A dory pays dues.”"
    assert len(contenders(of_text(said), "en")) >= 1
    assert "2. A dory pays dues.\n5." in amend_section(ARTICLE, said, "en").text


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Section 12(b) of the Dories Act is amended by striking “no dues and inserting “tolls.", "breaks off"),
        ("Section 12(b) of the Dories Act is amended by striking “no dues” as appropriate.", "not understood"),
        ("Section 12(c) of the Dories Act is amended by striking “float” and inserting “raft”.", "is not in"),
        ("Section 12 of the Dories Act is amended by striking “dues” and inserting “tolls”.", "stands 2 times"),
        (
            "Section 12(c) of the Dories Act is amended by striking “dory” and all that follows through “bell”.",
            "behind",
        ),
        ("Section 12 of the Dories Act is amended by striking “Lamps” each place it appears.", "is not in"),
        ("Section 12 of the Dories Act is amended by redesignating subsection (c) as subsection (d).", "already"),
        ("Section 12(a)(1) of the Dories Act is amended by striking “or” at the end.", "is not in"),
        ("Section 12(c) of the Dories Act is amended by striking the third sentence.", "only 2"),
        ("by striking “lamp” and inserting “lantern”", "is not said"),
        (
            "The table of sections for the Dories Act is amended by striking the item relating to section 12.",
            "sections",
        ),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(words: str, reason: str) -> None:
    amendment = amend_section(SECTION, words, "en", tradition="US")
    assert amendment.status == "refused"
    assert_same_text(amendment.text, SECTION)
    assert reason in " ".join(o.reason for o in amendment.outcomes)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("In Article 12(2), the second sentence is deleted.", "several subparagraphs"),
        ("In Article 12(2), the third subparagraph is deleted.", "only 2"),
        ("In Article 12(1), the first indent is deleted.", "no indents"),
        ("In Article 12, the following paragraph is added: ‘A float pays no dues.’", "numbered"),
        ("In Article 12(1), the following point is added: ‘(b) an oar.’", "already"),
        ("In Article 12, paragraphs 2 and 5 are replaced by the following: ‘2. A dory pays dues.’", "not understood"),
        ("Article 12 is replaced by the text set out in Annex I.", "not quoted"),
        ("In point (a), the word ‘lamp’ is deleted.", "is not said"),
    ],
)
def test_a_refusal_in_a_european_act_says_why(words: str, reason: str) -> None:
    amendment = amend_section(ARTICLE, words, "en", tradition="EU")
    assert amendment.status == "refused"
    assert_same_text(amendment.text, ARTICLE)
    assert reason in " ".join(o.reason for o in amendment.outcomes)


def test_each_place_may_mean_the_heading_too() -> None:
    said = "In Article 12 of Directive 2031/1/EU, the word ‘Dories’ is replaced by ‘Rafts’ each time it occurs."
    amendment = amend_section(ARTICLE.replace("It carries", "Dories carry"), said, "en")
    assert amendment.status == "refused"
    assert "heading" in amendment.outcomes[0].reason


def test_numbers_that_were_repealed_before_leave_a_gap() -> None:
    said = "In Article 12 of Directive 2031/1/EU, paragraph 5 is deleted."
    assert_same_text(amend_section(ARTICLE, said, "en").text, ARTICLE[: ARTICLE.index("\n5.")])


def test_a_section_is_found_by_its_number_in_the_code() -> None:
    said = (
        "Section 7 of the Dories Act of 1931 (46 U.S.C. 12(b)) is amended by striking “no dues” and inserting “tolls”."
    )
    assert "pays tolls" in amend_section(SECTION, said, "en").text


def test_words_that_follow_go_with_their_sign_where_nothing_is_spared() -> None:
    said = "Section 12(b) of the Dories Act is amended by striking “pays” and all that follows and inserting “pays—”."
    assert "A dory pays—\n(c)" in amend_section(SECTION, said, "en").text


def test_languages_in_which_the_union_drafts() -> None:
    for lang in ("en", "fr", "es", "de", "nl"):
        assert eu.TRADITION in traditions(lang)


BILL = """SEC. 2. DORIES.
(a) Lamps.--Section 12(a) of the Dories Act of 1931 (46 U.S.C. 512(a)) is amended by adding at the end the following:
``(3) an oar.''.
(b) Dues.--Section 12 of such Act is further amended--
(1) in subsection (b), by striking ``no'' and inserting ``all''; and
(2) by redesignating subsections (c) and (d) as subsections (d) and (e), respectively.
(c) Effective Date.--The amendments made by this section shall take effect on January 1, 2033."""


def test_a_bill_is_listed() -> None:
    found = read(read_text(BILL, lang="en"))
    assert found.tradition == "United States"
    assert [(i.op.value, i.target.cite, i.reason) for i in found.instructions] == [
        ("add-at-end", "12(a)", ""),
        ("substitute-text", "12(b)", ""),
        ("renumber", "12(d)", ""),
        ("renumber", "12(c)", ""),
        ("commence", "", ""),
    ]
    assert {i.target.act for i in found.instructions[:4]} == {"Dories Act of 1931 (46 U.S.C.)"}

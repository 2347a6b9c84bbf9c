"""British amending language: cases written from how drafters write, on invented acts."""

# ruff: noqa: E501 - an instruction is read more easily on one line
from __future__ import annotations

import re
from typing import Any

import pytest

from palermo.corpus.amendments import amend, amend_section
from palermo.corpus.amendments.contenders import tradition_of
from palermo.corpus.amendments.reading.passages import of_text
from palermo.corpus.readers import read_text
from tests.support.amending.drafted_cases import drafted
from tests.support.failures.same_text import assert_same_text

MARKS = str.maketrans("“”„«»‘’‚'", '"' * 9)


def folded(text: str) -> str:
    return re.sub(r"\s+([,.;:)])", r"\1", re.sub(r"\s+", " ", text.translate(MARKS))).strip()


@pytest.mark.parametrize("case", drafted("british.en"))
def test_a_case_is_carried_out_or_refused(case: dict[str, Any]) -> None:
    amendment = amend_section(case["before"], case["instruction"], case["lang"])
    if case.get("expect") == "refused":
        assert amendment.status != "applied", case["why"]
        return
    assert amendment.status == "applied", [(o.instruction.text, o.reason) for o in amendment.outcomes]
    assert_same_text(folded(amendment.text), folded(case["after"]))


SECTION = "12 Dories\n(1) A dory must carry a lamp.\n(2) A raft must carry a bell.\n(3) A ship pays dues."


def test_a_repeal_that_could_be_of_two_traditions_is_refused() -> None:
    amendment = amend_section(SECTION, "Subsection 12(2) of the Act is repealed.", "en")
    assert amendment.status == "refused"
    assert_same_text(amendment.text, SECTION)
    assert "traditions differ" in amendment.outcomes[0].reason


def test_the_citation_the_wording_or_the_name_tells_the_tradition() -> None:
    said = "Subsection 12(2) of the Act is repealed."
    assert "(2) [Repealed, 2031, c. 7, s. 4]" in amend_section(SECTION, said, "en", "2031, c. 7, s. 4").text
    assert "(2)" not in amend_section(SECTION, said, "en", tradition="Britain").text
    assert "(2)" not in amend_section(SECTION, said.replace("Act", "principal Act"), "en").text


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("In section 12(1) of the Act of 1931, for “lamp substitute “lantern”.", "breaks off"),
        ("In section 12(1) of the Act of 1931, after “dory” insert “or raft” where convenient.", "not understood"),
        ("In section 12 of the Act of 1931, for “must” substitute “shall”.", "stands 2 times"),
        ("In section 12(1) of the Act of 1931, for “Dories” substitute “Rafts”.", "is not in"),
        ("In section 12 of the Act of 1931, after subsection (2) insert— “(3) A raft pays no dues.”", "already"),
        ("In subsection (1), for “lamp” substitute “lantern”.", "which section"),
        ("In Schedule 2 to the Act of 1931, for “lamp” substitute “lantern”.", "schedule 2"),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(words: str, reason: str) -> None:
    amendment = amend_section(SECTION, words, "en", tradition="Britain")
    assert amendment.status == "refused"
    assert_same_text(amendment.text, SECTION)
    assert reason in " ".join(o.reason for o in amendment.outcomes)


def test_what_may_instruct_beside_what_does_makes_it_partly() -> None:
    words = (
        "(1) Section 12 of the Act of 1931 is amended as follows. (2) In subsection (1), for “lamp” substitute “lantern”."
        " (3) Subsection (3) is to be read with “dues” in italics."
    )
    assert amend_section(SECTION, words, "en").status == "partly"


def test_lists_that_begin_anew_are_refused() -> None:
    words = (
        "7. Section 12 of the Act of 1931 is amended— (a) in subsection (1), by the substitution of “lantern” for “lamp”."
        " 8. Something else is said of the Act of 1940— (a) in subsection (2), by the substitution of “gong” for “bell”."
    )
    amendment = amend_section(SECTION, words, "en")
    assert "bell" in amendment.text
    assert amendment.status != "applied"


@pytest.mark.parametrize(
    ("said", "cites"),
    [
        ("sections 5(2)(a) and (b)", ["5(2)(a)", "5(2)(b)"]),
        ("section 5(2)(a) and (3)", ["5(2)(a)", "5(3)"]),
        ("section 5(2)(a)(i), (ii) and (b)", ["5(2)(a)(i)", "5(2)(a)(ii)", "5(2)(b)"]),
        ("section 5(1)(h) and (i)", ["5(1)(h)", "5(1)(i)"]),
        ("paragraphs (a) to (c) of subsection (2) of section 5", ["5(2)(a)-(c)"]),
        ("sections 5 and 6(2)", ["5", "6(2)"]),
        ("subparagraph 5(3)(a)(i)", ["5(3)(a)(i)"]),
        ("section 5A, in paragraph (b) of the definition of “lamp”", ["5A “lamp”(b)"]),
        ("regulation 4(2)(c)", ["4(2)(c)"]),
    ],
)
def test_references_lead_to_provisions(said: str, cites: list[str]) -> None:
    found = tradition_of(of_text(f"In {said}, for “x” substitute “y”."), "en", "Britain")
    assert found is not None
    assert [i.target.cite for i in found[1]] == cites


def test_what_follows_an_unknown_head_is_not_taken_for_the_one_before() -> None:
    words = (
        "(1) Section 12 of the Act of 1931 is amended as follows. (2) In subsection (1), for “lamp” substitute “lantern”."
        " (3) The eighth section of the said Act is amended as set out below. (4) In subsection (2), for “bell” substitute “gong”."
    )
    assert "bell" in amend_section(SECTION, words, "en").text


@pytest.mark.parametrize(("of", "status"), [("this section", "applied"), ("this sub-section", "refused")])
def test_an_explanation_below_the_last_subsection_is_whose_it_says(of: str, status: str) -> None:
    base = (
        "1. Title.—This is the Lights Act.\n\n2. Lights.—(1) A light is lit.\n\n(2) A flare is lit.\n\n"
        f"Explanation.—In {of}, light includes a flare.\n"
    )
    bill = "2. In section 2 of the Lights Act, after sub-section (2) insert “(3) A rocket is lit.”"
    versions = [read_text(t, name="t.txt", lang="en", title=n) for t, n in ((base, "Lights Act"), (bill, "A bill"))]
    amendment = amend(versions[0], versions[1:], tradition="Britain")
    assert amendment.status == status
    assert ("(2) A flare is lit.\n(3) A rocket is lit.\n" in amendment.text) == (status == "applied")

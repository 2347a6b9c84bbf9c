"""Canadian amending language on an invented act, in English and French."""

# ruff: noqa: E501 - an instruction is read more easily on one line
from __future__ import annotations

import pytest

from palermo.corpus.amendments import Amendment, Op, Status, amend_section
from tests.support.failures.same_text import assert_same_text

CITATION = "2031, c. 7, s. 4"
HARBOUR = (
    "Duties of master 12 (1) The master of a ship must (a) keep the log; (b) hoist the flag; and (c) pay the dues. "
    "Exception (2) Subsection (1) does not apply to a dory. Inspection (3) An inspector may board a ship if (a) the ship "
    "(i) is moored, or (ii) is adrift; or (b) the master consents."
)
TERMS = (
    "Definitions 2 The following definitions apply in this Act. dory means a small boat. ( doris ) "
    "master means the person in charge of a ship. ( capitaine ) ship includes (a) a barge; and (b) a raft. ( navire )"
)
HAVRE = (
    "Obligations du capitaine 12 (1) Le capitaine est tenu : a) de tenir le journal; b) de hisser le pavillon; "
    "c) de payer les droits. Exception (2) Le paragraphe (1) ne s’applique pas aux doris."
)


def amended(before: str, instruction: str, lang: str = "en") -> str:
    amendment = amend_section(before, instruction, lang, CITATION)
    assert amendment.status == "applied", [(o.instruction.text, o.reason) for o in amendment.outcomes]
    return amendment.text


def refused(before: str, instruction: str, lang: str = "en") -> Amendment:
    amendment = amend_section(before, instruction, lang, CITATION)
    assert amendment.status == "refused"
    assert_same_text(amendment.text, before)
    assert all(o.reason and o.edit is None for o in amendment.outcomes)
    return amendment


def test_a_subsection_is_replaced_with_its_marginal_note() -> None:
    text = amended(
        HARBOUR, "4 Subsection 12(2) of the Act is replaced by the following: Rafts (2) A raft pays nothing."
    )
    assert " pay the dues. Rafts (2) A raft pays nothing. Inspection (3) " in text
    assert "Exception" not in text


def test_the_first_subsection_is_quoted_with_the_section_s_number() -> None:
    new = "Master 12 (1) The master must keep the log."
    text = amended(HARBOUR, f"4 Subsection 12(1) of the Harbour Act is replaced by the following: {new}")
    assert text.startswith(f"{new} Exception (2) ")


def test_a_paragraph_inside_a_list_and_several_at_once() -> None:
    text = amended(HARBOUR, "4 Paragraph 12(1)(b) of the Act is replaced by the following: (b) dip the flag; and")
    assert "(a) keep the log; (b) dip the flag; and (c) pay the dues." in text
    both = "4 Paragraphs 12(1)(a) and (c) of the Act are replaced by the following: (a) keep a log; (c) pay all dues."
    assert "(a) keep a log; (b) hoist the flag; and (c) pay all dues." in amended(HARBOUR, both)


def test_nested_units_are_found_below_the_right_paragraph() -> None:
    words = "4 Subparagraph 12(3)(a)(ii) of the Act is replaced by the following: (ii) is wrecked; or"
    assert "(i) is moored, or (ii) is wrecked; or (b) the master consents." in amended(HARBOUR, words)


def test_units_are_inserted_in_the_list_and_behind_it() -> None:
    inside = (
        "4 Subsection 12(1) of the Act is amended by adding the following after paragraph (a): (a.1) ring the bell;"
    )
    assert "(a) keep the log; (a.1) ring the bell; (b) hoist" in amended(HARBOUR, inside)
    behind = (
        "4 Subsection 12(1) of the Act is amended by striking out “and” at the end of paragraph (b), by adding “and” at "
        "the end of paragraph (c) and by adding the following after paragraph (c): (d) stay sober."
    )
    assert "(b) hoist the flag; (c) pay the dues; and (d) stay sober. Exception (2)" in amended(HARBOUR, behind)


def test_a_new_last_subsection_stands_before_nothing() -> None:
    words = "4 Section 12 of the Act is amended by adding the following after subsection (3): Night (4) No ship sails by night."
    assert amended(HARBOUR, words).endswith("(b) the master consents. Night (4) No ship sails by night.")


def test_the_portion_before_the_items_keeps_them() -> None:
    words = (
        "4 The portion of subsection 12(1) of the Act before paragraph (a) is replaced by the following: "
        "Duties 12 (1) The master and the crew must"
    )
    assert amended(HARBOUR, words).startswith("Duties 12 (1) The master and the crew must (a) keep the log;")


def test_what_is_repealed_keeps_its_number_and_the_mark() -> None:
    assert " dues. (2) [Repealed, 2031, c. 7, s. 4] Inspection (3)" in amended(
        HARBOUR, "4 Subsection 12(2) of the Act is repealed."
    )
    text = amended(HARBOUR, "4 Paragraphs 12(1)(a) and (b) of the Act are repealed.")
    assert "must (a) [Repealed, 2031, c. 7, s. 4] (b) [Repealed, 2031, c. 7, s. 4] (c) pay the dues." in text


def test_the_new_last_item_ends_the_sentence() -> None:
    words = "4 Subsection 12(1) of the Act is amended by adding “and” at the end of paragraph (a), by striking out “and” at the end of paragraph (b) and by repealing paragraph (c)."
    text = amended(HARBOUR, words)
    assert "(a) keep the log; and (b) hoist the flag. (c) [Repealed, 2031, c. 7, s. 4] Exception" in text


def test_definitions_are_replaced_inserted_and_repealed() -> None:
    words = "4 The definition master in section 2 of the Act is replaced by the following: master means the captain. ( capitaine )"
    assert "boat. ( doris ) master means the captain. ( capitaine ) ship includes" in amended(TERMS, words)
    words = "4 Section 2 of the Act is amended by adding the following in alphabetical order: keel means the spine of a ship. ( quille )"
    assert "( doris ) keel means the spine of a ship. ( quille ) master means" in amended(TERMS, words)
    words = "4 The definition dory in section 2 of the Act is repealed."
    assert "Act. dory [Repealed, 2031, c. 7, s. 4] master means" in amended(TERMS, words)
    words = "4 The definition ship in section 2 of the Act is amended by adding the following after paragraph (a): (a.1) a ferry;"
    assert "(a) a barge; (a.1) a ferry; and" not in amended(TERMS, words)
    assert "(a) a barge; and (a.1) a ferry; (b) a raft. ( navire )" in amended(TERMS, words)


def test_a_section_becomes_a_subsection_and_gets_another() -> None:
    words = (
        "4 Section 7 of the Act is renumbered as subsection 7(1) and is amended by adding the following: "
        "Fog (2) No ship sails in fog."
    )
    assert amended("Speed 7 A ship must sail slowly.", words) == (
        "Speed 7 (1) A ship must sail slowly. Fog (2) No ship sails in fog."
    )


def test_words_become_others_in_every_provision_listed() -> None:
    words = (
        "4 The Act is amended by replacing “ship” with “vessel” in the following provisions: (a) section 3; "
        "(b) the portion of subsection 12(3) before paragraph (a); (c) paragraph 12(3)(a); and (d) the heading before section 40."
    )
    text = amended(HARBOUR, words)
    assert "may board a vessel if (a) the vessel (i)" in text
    assert "The master of a ship must" in text


def test_the_article_before_a_word_follows_its_sound() -> None:
    words = "4 Every reference to “ship” is replaced by a reference to “owner’s ship” in the following provisions: (a) section 7."
    assert amended("Speed 7 Sail a ship slowly.", words) == "Speed 7 Sail an owner’s ship slowly."


def test_commencement_and_application_are_kept_and_edit_nothing() -> None:
    words = (
        "4 (1) Subsection 12(2) of the Act is replaced by the following: Rafts (2) A raft pays nothing. "
        "(2) Subsection (1) is deemed to have come into force on May 1, 2031."
    )
    amendment = amend_section(HARBOUR, words, "en")
    assert amendment.status == "applied"
    assert [(o.instruction.op, o.status) for o in amendment.outcomes] == [
        (Op.REPLACE, Status.APPLIED),
        (Op.COMMENCE, Status.ELSEWHERE),
    ]
    assert "deemed" not in amendment.text


def test_french_replaces_inserts_and_repeals() -> None:
    words = "4 L’alinéa 12(1)b) de la même loi est remplacé par ce qui suit : b) de baisser le pavillon;"
    assert "a) de tenir le journal; b) de baisser le pavillon; c) de payer" in amended(HAVRE, words, "fr")
    words = "4 Le paragraphe 12(1) de la même loi est modifié par adjonction, après l’alinéa c), de ce qui suit : d) de rester sobre."
    assert "c) de payer les droits; d) de rester sobre. Exception (2)" in amended(HAVRE, words, "fr")
    words = "4 Le paragraphe 12(2) de la Loi sur les havres est abrogé."
    assert amended(HAVRE, words, "fr").endswith("droits. (2) [Abrogé, 2031, ch. 7, art. 4]")
    words = "4 Le passage du paragraphe 12(1) de la même loi précédant l’alinéa a) est remplacé par ce qui suit : Capitaine 12 (1) Le capitaine doit :"
    assert amended(HAVRE, words, "fr").startswith("Capitaine 12 (1) Le capitaine doit : a) de tenir")


def test_french_articles_follow_the_noun_unless_more_would_have_to() -> None:
    words = "4 Dans les passages ci-après de la même loi, « Office » est remplacé par « Régie », avec les adaptations nécessaires : a) l’article 7."
    text = amended("Rôle 7 L’Office surveille le havre. Le rapport de l’Office est public.", words, "fr")
    assert text == "Rôle 7 La Régie surveille le havre. Le rapport de la Régie est public."
    refused("Rôle 7 L’Office est tenu de surveiller le havre.", words, "fr")
    refused("Rôle 7 L’Office surveille le havre s’il le peut.", words, "fr")


@pytest.mark.parametrize(
    ("instruction", "reason"),
    [
        ("4 Subsection 12(9) of the Act is repealed.", "subsection 12(9) is not in the text"),
        ("4 Paragraph 12(1)(d) of the Act is replaced by the following: (d) sing.", "not in the text"),
        ("4 Subsection 12(2) of the Act is replaced by the following: (3) A raft.", "begins with 3, not with 2"),
        ("4 Section 12 of the Act is amended by adding the following after subsection (1): (2) A raft.", "already"),
        ("4 Paragraph 12(1)(c) of the Act is replaced by the following: (c) pay,", "cannot be told from running text"),
        ("4 Subsection 12(1) of the Act is amended by replacing “tide” with “ebb”.", "“tide” is not in 12(1)"),
        ("4 Subsection 12(1) of the Act is amended by replacing “the” with “a”.", "stands"),
        ("4 Subsection 12(1) of the Act is amended by striking out “or” at the end of paragraph (b).", "is not in"),
        ("4 Paragraph 12(1)(a) of the Act is amended by striking out “log” at the end of paragraph (b).", "not in the text"),
        ("4 Subsection 12(2) of the Act is replaced by the following: (2) Section 3 is repealed.", "cannot be told"),
        ("4 Subsection 12(2) of the Act, as enacted by section 3 of another Act, is repealed.", "amends an amendment"),
        ("4 Subsection 12(2) of the Act is amended by dancing around it.", "not understood"),
        ("4 If section 9 of the other Act comes into force before section 4, then subsection 12(2) of the Act is repealed.",
         "depends on when"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_without_a_guess_is_refused(instruction: str, reason: str) -> None:
    amendment = refused(HARBOUR, instruction)
    assert reason in " ".join(o.reason for o in amendment.outcomes)


def test_two_instructions_that_cannot_both_be_in_force_are_not_both_carried_out() -> None:
    words = (
        "4 (1) Subsection 12(2) of the Act is replaced by the following: (2) A raft. "
        "(2) Subsection 12(2) of the Act is replaced by the following: (2) A dinghy."
    )
    amendment = amend_section(HARBOUR, words, "en")
    assert amendment.status == "partly"
    assert "(2) A raft." in amendment.text
    assert "conflicts" in amendment.outcomes[1].reason


def test_other_sections_and_other_acts_are_not_addressed() -> None:
    words = (
        "4 (1) Subsection 12(2) of the Act is replaced by the following: (2) A raft. "
        "(2) Section 13 of the Act is repealed."
    )
    amendment = amend_section(HARBOUR, words, "en", CITATION)
    assert amendment.status == "applied"
    assert amendment.outcomes[1].status is Status.ELSEWHERE


def test_the_mark_of_a_repeal_needs_the_act_s_citation() -> None:
    amendment = amend_section(HARBOUR, "4 Subsection 12(2) of the Act is repealed.", "en")
    assert amendment.status == "refused"
    assert "citation" in amendment.outcomes[0].reason


def test_where_a_quotation_may_go_on_the_base_decides_or_nothing_does() -> None:
    words = (
        "4 (1) Section 7 of the Act is amended by adding the following after subsection (1): Fog (1.1) No ship sails. "
        "(2) Subsection (1) applies to ships built after 2030."
    )
    sure = "Speed 7 (1) A ship sails slowly. Rafts (2) A raft drifts."
    assert "(1.1) No ship sails. Rafts (2)" in amended(sure, words)
    refused("Speed 7 (1) A ship sails slowly.", words)


@pytest.mark.parametrize("lang", ["sk", "cs", "xx"])
def test_a_language_without_a_tradition_is_refused_in_one_line(lang: str) -> None:
    amendment = amend_section("§ 12 Text.", "V § 12 sa slová nahrádzajú.", lang)
    assert amendment.status == "refused"
    assert lang in amendment.reason
    assert "\n" not in amendment.reason


@pytest.mark.parametrize("text", ["", " ", "no number here", "\n\n", "12", "((((", "“", "12 (1) " * 50])
def test_any_text_gets_an_answer(text: str) -> None:
    for before, instruction in ((text, "4 Subsection 12(2) of the Act is repealed."), (HARBOUR, text), (text, text)):
        for lang in ("en", "fr"):
            amendment = amend_section(before, instruction, lang, CITATION)
            assert amendment.status == "refused"
            assert_same_text(amendment.text, before)


def test_another_language_version_is_not_addressed() -> None:
    words = "4 Subsection 12(2) of the French version of the Act is replaced by the following: (2) A raft pays nothing."
    amendment = amend_section(HARBOUR, words, "en", CITATION)
    assert_same_text(amendment.text, HARBOUR)
    assert amendment.outcomes[0].status is Status.ELSEWHERE


@pytest.mark.parametrize(
    "end", ["The master", "The master must keep the log and", "The master, under subsection 3(1)", ""]
)
def test_a_bill_cut_off_inside_a_quotation_is_refused(end: str) -> None:
    words = f"4 Subsection 12(2) of the Act is replaced by the following: Rafts (2) {end}"
    amendment = refused(HARBOUR, words)
    assert "breaks off" in amendment.outcomes[0].reason


def test_older_acts_list_their_changes_and_speak_of_references() -> None:
    words = (
        "4. Subsection 12(2) of the Act is amended (a) by replacing the reference to “Subsection (1)” with a reference to "
        "“Section 3”; and (b) by striking out the reference to “dory”."
    )
    assert "Exception (2) Section 3 does not apply to a. Inspection" in amended(HARBOUR, words)


def test_a_number_is_not_found_inside_another() -> None:
    words = "4 Section 7 of the Act is amended by replacing “281” with “282”."
    assert amended("Duty 7 See sections 281.1, 281 and 1281.", words) == "Duty 7 See sections 281.1, 282 and 1281."


def test_a_conditional_clause_is_refused_with_its_reason() -> None:
    words = "4 (1) Subsection (2) applies if Bill C-9 receives royal assent. (2) On the first day on which both section 3 of the other Act and section 4 are in force, subsection 12(2) of the Act is repealed."
    amendment = refused(HARBOUR, words)
    assert "depends on when" in amendment.outcomes[0].reason

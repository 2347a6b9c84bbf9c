"""Instructed against actual, on an invented act."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import palermo
from palermo.amending.check import Check, DifferenceReason, Verdict
from palermo.corpus.amendments import Amendment, Status
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text

ACT = """<?xml version="1.0" encoding="utf-8"?>
<Statute xml:lang="en"><Identification><ShortTitle>Harbour Act</ShortTitle></Identification><Body>
<Section><MarginalNote>Speed</MarginalNote><Label>7</Label><Text>A ship sails slowly, with a “proper” look-out.</Text>
<HistoricalNote><HistoricalNoteSubItem>2001, c. 4, s. 7</HistoricalNoteSubItem></HistoricalNote></Section>
<Section><MarginalNote>Dues</MarginalNote><Label>8</Label>
<Subsection><Label>(1)</Label><Text>A ship pays dues or tolls in the harbour.</Text></Subsection>
<Subsection><MarginalNote>Rafts</MarginalNote><Label>(2)</Label><Text>A raft pays nothing.</Text></Subsection></Section>
<Section><MarginalNote>Lamps</MarginalNote><Label>9</Label><Text>A ship shows a white lamp at night.</Text></Section>
</Body></Statute>"""
INSTRUCTIONS = (
    "{} Subsection 8(2) of the Harbour Act is replaced by the following:\nRafts\n(2) A raft pays half of the dues.\n",
    "{} The Harbour Act is amended by adding the following after section 8:\nFog\n8.1 No ship sails in thick fog.\n",
    "{} Section 9 of the Harbour Act is replaced by the following:\nLights\n9 A ship shows a red lamp and a bell.\n",
)


def harbour(text: str = ACT) -> Version:
    return read_text(text, name="harbour.xml", lang="en")


def bill(instructions: Sequence[str]) -> Version:
    text = "\n".join(one.format(n) for n, one in enumerate(instructions or ["{} A raft is a ship.\n"], 1))
    return read_text(text, name="bill.txt", lang="en", title="A bill")


def amended(instructions: Sequence[str], base: Version | None = None) -> Amendment:
    return palermo.amend(base or harbour(), bill(instructions), tradition="Canada")


def official(*changes: tuple[str, str], instructions: Sequence[str] = INSTRUCTIONS) -> Version:
    """The act as amended, and changed by hand after that."""
    text = ACT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    version = amended(instructions, harbour(text)).version
    assert version is not None
    return version


def held(version: Version, instructions: Sequence[str] = INSTRUCTIONS) -> Check:
    return palermo.check(harbour(), amended(instructions), version)


def test_what_was_instructed_and_done_is_shown() -> None:
    check = held(official())
    assert not check.differs
    assert [*check.verdicts.values()] == [Verdict.SHOWN] * 3


@given(st.sets(st.integers(0, 2)))
def test_an_instruction_is_shown_where_the_official_text_has_it(done: set[int]) -> None:
    made = [one for n, one in enumerate(INSTRUCTIONS) if n in done]
    check = held(amended(made).version or harbour())
    assert [check.verdicts[n] is Verdict.SHOWN for n in range(3)] == [n in done for n in range(3)]
    assert {check.verdicts[n] for n in range(3) if n not in done} <= {Verdict.NOT_SHOWN}
    assert {d.why for d in check.differences} <= {DifferenceReason.APPLIED}
    assert {n for d in check.differences for n in d.outcomes} == set(range(3)) - done


def test_other_words_than_the_instructed_ones() -> None:
    check = held(official(instructions=[one.replace("half of", "a third of") for one in INSTRUCTIONS]))
    assert check.verdicts[0] is Verdict.OTHER
    [difference] = check.differences
    assert (difference.why, difference.was, difference.official) == (DifferenceReason.APPLIED, "half", "a third")


def test_what_no_instruction_explains_is_listed_with_both_texts() -> None:
    check = held(official(("dues or tolls", "dues, tolls or fees")))
    [difference] = check.differences
    assert difference.why is DifferenceReason.NONE
    assert "fees" in difference.official
    assert [p.cite for p in difference.right] == ["8(1)"]
    assert [*check.verdicts.values()] == [Verdict.SHOWN] * 3


def test_the_official_note_that_names_another_act_stands_beside_its_difference() -> None:
    check = held(official(("sails slowly", "sails fast"), ("2001, c. 4, s. 7", "2001, c. 4, s. 7; 2009, c. 3, s. 1")))
    [difference] = check.differences
    assert difference.notes == ("2001, c. 4, s. 7; 2009, c. 3, s. 1",)


def test_print_is_counted_and_not_listed() -> None:
    check = held(official(("“proper” look-out", '"proper" look–out')))
    assert not check.differs
    assert check.printed["quotation mark"] == 2
    assert check.printed["dash"] == 1


REFUSED = "{} Subsection 8(1) of the Harbour Act is amended by improving it.\n"


@pytest.mark.parametrize(
    ("change", "verdict"),
    [((), Verdict.UNCHANGED), ((("dues or tolls", "dues"),), Verdict.CHANGED),
     ((("sails slowly", "sails fast"),), Verdict.UNCHANGED)],
)  # fmt: skip
def test_whether_a_refusal_hides_a_change(change: tuple[tuple[str, str], ...], verdict: Verdict) -> None:
    instructions = (*INSTRUCTIONS, REFUSED)
    amendment = amended(instructions)
    assert [o.status for o in amendment.outcomes] == [Status.APPLIED] * 3 + [Status.REFUSED]
    check = palermo.check(harbour(), amendment, official(*change))
    assert check.verdicts[3] is verdict
    assert [d.why for d in check.differences if 3 in d.outcomes] == [DifferenceReason.REFUSED] * (
        verdict is Verdict.CHANGED
    )


def test_words_that_were_to_be_taken_out_and_are_still_there() -> None:
    out = "{} Subsection 8(1) of the Harbour Act is amended by striking out “or tolls”.\n"
    check = palermo.check(harbour(), amended([out]), harbour())
    assert check.verdicts == {0: Verdict.NOT_SHOWN}
    assert [(d.was, d.official) for d in check.differences] == [("", "or tolls")]


def test_an_article_is_held_against_its_article_in_the_whole_act() -> None:
    section = "<Section><Label>{0}</Label><Text>A ship with {0} masts is blue.</Text></Section>"
    many = "".join(section.format(n) for n in range(20, 50))
    whole = harbour(ACT.replace("</Body>", many + "</Body>"))
    check = palermo.check(harbour(), amended(()), whole)
    assert check.aside == 30
    assert not check.differs


def test_an_appendix_of_the_consolidation_is_no_law() -> None:
    appendix = (
        "<Schedule><ScheduleFormHeading><TitleText>RELATED PROVISIONS</TitleText></ScheduleFormHeading>"
        "<Provision><Text>The old dues stay payable.</Text></Provision></Schedule></Statute>"
    )
    check = palermo.check(harbour(), amended(()), harbour(ACT.replace("</Statute>", appendix)))
    assert not check.differs
    assert check.printed["an appendix of the consolidation"] == 1

"""Several bills on an invented act: in which order, as of which day, and where a bill breaks off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from palermo.corpus.amendments import Amendment, Status, amend
from palermo.corpus.amendments.amend_several import amend_each
from palermo.corpus.amendments.commencement.order import Bill, by_commencement
from palermo.corpus.model.text_model import Basis, Interval, Version
from palermo.corpus.readers import read_text
from tests.support.failures.same_text import assert_same_text

HARBOUR = "Harbour Act\n\n7 A ship sails slowly.\n\n8 (1) A ship pays dues.\n(2) A raft pays nothing.\n"
SPEED = "1 Section 7 of the Harbour Act is replaced by the following:\n7 A ship sails {}.\n\n2 {}\n"
FORCE = "This Act comes into force on {}."


def act(text: str, title: str, lang: str = "en") -> Version:
    return read_text(text, name="act.txt", lang=lang, title=title)


def bill(title: str, how: str, clause: str, enacted: str | None = None) -> Version:
    version = act(SPEED.format(how, clause), title)
    return replace(version, in_force=Interval(enacted, basis=Basis.ENACTED)) if enacted else version


def amended(bills: Sequence[Version], day: str | None = None) -> Amendment:
    read = [Bill.of(one, "Canada") for one in bills]
    return amend(act(HARBOUR, "Harbour Act"), read, schedule=by_commencement(read), day=day)


EARLY = bill("Early Act", "fast", FORCE.format("March 1, 2030"))
LATE = bill("Late Act", "faster", FORCE.format("March 1, 2031"))
OPEN = bill("Open Act", "fastest", FORCE.format("a day to be fixed by order"), "2032-01-01")


@pytest.mark.parametrize("given", [[EARLY, LATE], [LATE, EARLY]])
def test_the_act_that_comes_into_force_last_has_the_last_word(given: list[Version]) -> None:
    done = amended(given)
    assert "sails faster." in done.text
    assert done.version is not None
    assert done.version.in_force is not None
    assert done.version.in_force.start == "2031-03-01"
    assert "in the order in which they come into force" in done.order
    assert {given[o.source].title: o.status for o in done.outcomes if o.status is Status.APPLIED} == {
        "Early Act": Status.APPLIED,
        "Late Act": Status.APPLIED,
    }


def test_on_one_day_in_the_order_given() -> None:
    other = bill("Other Act", "astern", FORCE.format("March 1, 2030"))
    done = amended([EARLY, other])
    assert "sails astern." in done.text
    assert "on the same day in the order given" in done.order


def test_what_cannot_be_earlier_than_the_others_comes_last() -> None:
    done = amended([OPEN, LATE])
    assert "sails fastest." in done.text
    assert "last: Open Act" in done.order
    assert done.version is not None
    assert done.version.in_force is None


def test_what_may_be_earlier_stays_where_it_was_given() -> None:
    young = replace(OPEN, in_force=Interval("2029-01-01", basis=Basis.ENACTED))
    done = amended([LATE, young])
    assert "sails fastest." in done.text
    assert "where it was given: Open Act" in done.order


@pytest.mark.parametrize(
    ("day", "text", "late"),
    [
        ("2029-12-31", "sails slowly.", Status.ELSEWHERE),
        ("2030-03-01", "sails fast.", Status.ELSEWHERE),
        ("2031-03-01", "sails faster.", Status.APPLIED),
    ],
)
def test_only_what_has_commenced_is_carried_out(day: str, text: str, late: Status) -> None:
    done = amended([LATE, EARLY], day)
    assert text in done.text
    last = next(o for o in done.outcomes if o.source == 0 and o.instruction.op == "replace")
    assert last.status is late
    assert (last.reason == "") == (late is Status.APPLIED)
    if late is Status.ELSEWHERE:
        assert last.reason == "it comes into force on 2031-03-01"


def test_whether_it_has_commenced_must_be_known() -> None:
    done = amended([OPEN], "2040-01-01")
    first = next(o for o in done.outcomes if o.instruction.op == "replace")
    assert first.status is Status.REFUSED
    assert "is not known" in first.reason
    assert_same_text(done.text, HARBOUR)


def test_a_section_with_a_day_of_its_own_waits_for_it() -> None:
    text = (
        "1 Section 7 of the Harbour Act is replaced by the following:\n7 A ship sails fast.\n\n"
        "2 Subsection 8(2) of the Act is replaced by the following:\n(2) A raft pays dues.\n\n"
        "3 This Act, other than section 2, comes into force on March 1, 2030.\n\n"
        "4 Section 2 comes into force on March 1, 2031.\n"
    )
    for day, raft in (("2030-06-01", "A raft pays nothing."), ("2031-06-01", "A raft pays dues.")):
        done = amended([act(text, "Two Days Act")], day)
        assert "sails fast." in done.text
        assert raft in done.text


def test_one_act_may_replace_a_provision_twice_on_two_known_days() -> None:
    text = (
        "1 Section 7 of the Harbour Act is replaced by the following:\n7 A ship sails fast.\n\n"
        "2 Section 7 of the Act is replaced by the following:\n7 A ship sails faster.\n\n"
        "3 Section 1 comes into force on {}.\n\n4 Section 2 comes into force on March 1, 2031.\n"
    )
    assert "sails faster." in amended([act(text.format("March 1, 2030"), "Twice Act")]).text
    again = amended([act(text.format("March 1, 2031"), "Twice Act")])
    assert [o.status for o in again.outcomes if o.instruction.op == "replace"] == [Status.APPLIED, Status.REFUSED]


def test_a_bill_in_another_language_does_not_change_the_text() -> None:
    french = act("1 L’article 7 de la même loi est abrogé.\n", "Loi", "fr")
    done = amend(act(HARBOUR, "Harbour Act"), [french], tradition="Canada")
    assert [o.status for o in done.outcomes] == [Status.ELSEWHERE]
    assert "'fr'" in done.outcomes[0].reason


LISTED = HARBOUR.replace("(2) A raft", "(2) A raft pays, namely,\n(a) dues; or\n(b) tolls.\n(3) A boat")


@pytest.mark.parametrize(
    ("quoted", "status"), [("(2) A raft pays, on the open sea,", Status.APPLIED), ("(2) A raft pa", Status.REFUSED)]
)
def test_words_that_break_off_at_the_end_of_the_bill(quoted: str, status: Status) -> None:
    portion = "The portion of subsection 8(2) of the Harbour Act before paragraph (a)"
    text = f"1 {portion} is replaced by the following:\n{quoted}\n"
    done = amend(act(LISTED, "Harbour Act"), [act(text, "A bill")], tradition="Canada")
    assert [o.status for o in done.outcomes] == [status]


def test_of_an_act_in_parts_each_instruction_goes_to_the_part_that_has_the_article() -> None:
    parts = [
        act(text, "Harbour Act")
        for text in (HARBOUR, "Harbour Act\n\n9 A boat is blue.\n\n10 (1) A raft is red.\n(2) A boat is red.\n")
    ]
    parts = [replace(part, ref=parts[0].ref) for part in parts]
    text = (
        "1 Subsection 10(2) of the Harbour Act is replaced by the following:\n(2) A raft is green.\n\n"
        "2 Section 9 of the Act is amended by improving it.\n\n3 Section 20 of the Act is amended by improving it.\n"
    )
    done = amend_each(parts, [Bill.of(act(text, "A bill"), "Canada")])
    assert [[o.status for o in one.outcomes] for one in done.amendments] == [
        [Status.REFUSED],
        [Status.APPLIED, Status.REFUSED],
    ]
    assert "A raft is green." in done.amendments[1].text
    assert done.elsewhere == ()

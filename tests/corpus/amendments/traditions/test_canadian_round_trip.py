"""Instructions made from random edits read back as what they were made from, and lead to the text that the edits do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.amendments import Status, amend_section
from tests.support.amending.canadian_edits import ENGLISH, FRENCH, Style, changes, render, sections
from tests.support.failures.same_text import assert_same_text

STYLES = st.sampled_from([ENGLISH, FRENCH])


@pytest.mark.parametrize("style", [ENGLISH, FRENCH], ids=["en", "fr"])
@pytest.mark.parametrize("sep", [" ", "\n"], ids=["flat", "lines"])
@given(data=st.data())
def test_random_edits_come_back_and_lead_to_the_same_text(style: Style, sep: str, data: st.DataObject) -> None:
    section = data.draw(sections(style.lang))
    made = data.draw(changes(section, style, sep))
    before = after = section
    for change in made:
        before = change.edit.prepared(before)
    after = before
    for change in made:
        after = change.edit(after)
    numbered = len(made) > 1
    parts = [
        f"({n}) {c.words} {c.payload if c.op != 'substitute-text' else ''}".strip()
        if numbered
        else f"{c.words} {c.payload if c.op != 'substitute-text' else ''}".strip()
        for n, c in enumerate(made, 1)
    ]
    text, instruction = render(before, style, sep), "4 " + sep.join(parts)

    amendment = amend_section(text, instruction, style.lang, style.citation)

    if not made:
        assert amendment.status == "refused"
        assert_same_text(amendment.text, text)
        return
    read = [(o.instruction.op.value, o.instruction.target.cite, o.status, o.reason) for o in amendment.outcomes]
    assert read == [(c.op, c.cite, Status.APPLIED, "") for c in made]
    payloads = [o.instruction.payload.text if o.instruction.payload else "" for o in amendment.outcomes]
    assert payloads == [c.payload for c in made]
    assert_same_text(amendment.text, render(after, style, sep))
    rebuilt = text
    for edit in reversed(amendment.edits):
        rebuilt = rebuilt[: edit.base.start] + edit.insert + rebuilt[edit.base.end :]
    assert_same_text(rebuilt, amendment.text)

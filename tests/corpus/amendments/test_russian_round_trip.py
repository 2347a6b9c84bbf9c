"""Instructions made from random edits, as Russian-language drafters write them, lead to the text that the edits do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lighthousemaking import articles, changes, render

from corpus.amendments import Status, amend_section


@pytest.mark.parametrize("sep", [" ", "\n"], ids=["flat", "lines"])
@given(data=st.data())
def test_random_edits_come_back_and_lead_to_the_same_text(sep: str, data: st.DataObject) -> None:
    article = data.draw(articles())
    made = data.draw(changes(article, sep))
    after = article
    for change in made:
        after = change.edit(after)
    text = render(article, sep)
    instruction = "\n".join([f"1) в статье {article.number}:", *(c.words for c in made)])

    amendment = amend_section(text, instruction, "ru")

    if not made:
        assert (amendment.status, amendment.text) == ("refused", text)
        return
    read = sorted((o.instruction.order, o.instruction.op.value, o.instruction.target.cite) for o in amendment.outcomes)
    assert [r[1:] for r in read] == [(c.op, c.cite) for c in made]
    assert {(o.status, o.reason) for o in amendment.outcomes} == {(Status.APPLIED, "")}
    assert amendment.text.split() == render(after, sep).split()
    rebuilt = text
    for edit in reversed(amendment.edits):
        rebuilt = rebuilt[: edit.base.start] + edit.insert + rebuilt[edit.base.end :]
    assert rebuilt == amendment.text

"""Random edits as drafters write them in Russian, Ukrainian and Kazakh lead to the same text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.amendments import Status, amend_section
from tests.support.amending.russian_edits import KAZAKH, RUSSIAN, UKRAINIAN, Style, articles, bill, changes, render
from tests.support.failures.same_text import assert_same_text


@pytest.mark.parametrize("style", [RUSSIAN, UKRAINIAN, KAZAKH], ids=["ru", "uk", "kk"])
@pytest.mark.parametrize("sep", [" ", "\n"], ids=["flat", "lines"])
@given(data=st.data())
def test_random_edits_come_back_and_lead_to_the_same_text(style: Style, sep: str, data: st.DataObject) -> None:
    article = data.draw(articles(style))
    made = data.draw(changes(article, sep, style))
    after = article
    for change in made:
        after = change.edit(after)
    text = render(article, sep, style)

    amendment = amend_section(text, bill(article, made, style), style.lang)

    if not made:
        assert (amendment.status, amendment.text) == ("refused", text)
        return
    read = sorted((o.instruction.order, o.instruction.op.value, o.instruction.target.cite) for o in amendment.outcomes)
    assert [r[1:] for r in read] == [(c.op, c.cite) for c in made]
    assert {(o.status, o.reason) for o in amendment.outcomes} == {(Status.APPLIED, "")}
    assert amendment.text.split() == render(after, sep, style).split()
    rebuilt = text
    for edit in reversed(amendment.edits):
        rebuilt = rebuilt[: edit.base.start] + edit.insert + rebuilt[edit.base.end :]
    assert_same_text(rebuilt, amendment.text)

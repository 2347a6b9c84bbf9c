"""Which act an instruction is addressed to, where one before it is not understood."""

from __future__ import annotations

from palermo.corpus.amendments import Status, amend
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_text

FERRY = "Ferry Act\n\n7 A ferry sails.\n\n8 (1) A ferry pays dues.\n(2) A raft pays nothing.\n"
BILL = """1 Section 7 of the Ferry Act is replaced by the following:
7 A ferry drifts.

2 Paragraph 8(1)(a)(i) of the Harbour Act is amended by adding the following after clause (A):
(B) a barge;

3 Subsection 8(2) of the Act is replaced by the following:
(2) A raft pays dues.
"""


def act(text: str, title: str) -> Version:
    return read_text(text, name="act.txt", lang="en", title=title)


def test_the_act_is_the_last_named_also_where_the_rest_was_not_understood() -> None:
    done = amend(act(FERRY, "Ferry Act"), [act(BILL, "A bill")], tradition="Canada")
    assert [o.status for o in done.outcomes] == [Status.APPLIED, Status.ELSEWHERE, Status.ELSEWHERE]
    assert "A raft pays nothing." in done.text


def test_what_is_not_understood_and_names_the_act_is_refused() -> None:
    done = amend(act(FERRY, "Harbour Act"), [act(BILL, "A bill")], tradition="Canada")
    assert [o.status for o in done.outcomes] == [Status.ELSEWHERE, Status.REFUSED, Status.APPLIED]
    assert done.status == "partly"

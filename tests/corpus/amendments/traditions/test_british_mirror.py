"""Real acts: Ireland's of 1998 and 2008 with those that amend them, Malaysia's bills, and what is left unread."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from palermo.corpus.amendments import Amendment, Status, amend
from palermo.corpus.amendments.contenders import tradition_of
from palermo.corpus.amendments.reading.passages import of_version
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file, read_text
from tests.support.failures.same_text import assert_same_text

pytestmark = pytest.mark.mirror


def act(mirror: Path, name: str) -> Version:
    return read_file(str(mirror / name))


def applied(amendment: Amendment, source: int) -> list[str]:
    return [
        f"{o.instruction.section} {o.instruction.op.value} {o.instruction.target.cite}".strip()
        for o in amendment.outcomes
        if o.status is Status.APPLIED and o.source == source
    ]


def test_ireland_2008_with_2013_and_2017(mirror: Path) -> None:
    base = act(mirror, "ie/2008-act-8/2008-05-07.en.md")
    acts = [act(mirror, "ie/2013-act-24/2013-07-09.en.md"), act(mirror, "ie/2017-act-2/2017-02-22.en.md")]
    amendment = amend(base, acts)
    assert applied(amendment, 0) == ["1 replace 1 “exploitation”", "1 replace 1 “labour exploitation”", "2 insert"]
    assert applied(amendment, 1) == ["26 insert 5", "26 substitute-text 5(5)"]
    refused = [o for o in amendment.outcomes if o.status is Status.REFUSED]
    assert [o.reason.split(":")[0] for o in refused] == ["where the definition goes is not said"] * 2


def test_ireland_1998_with_2008_2013_and_2017(mirror: Path) -> None:
    base = act(mirror, "ie/1998-act-22/1998-06-29.en.md")
    names = ("2008-act-8/2008-05-07", "2013-act-24/2013-07-09", "2017-act-2/2017-02-22")
    amendment = amend(base, [act(mirror, f"ie/{name}.en.md") for name in names])
    assert applied(amendment, 0) == ["3 replace 3(1)-(2)", "3 replace 3(3)"]
    assert applied(amendment, 1) == ["3 insert"]
    assert len(applied(amendment, 2)) == 7
    refused = [o.instruction.target.cite for o in amendment.outcomes if o.status is Status.REFUSED]
    assert refused == ["3(2A)", "3(2B)"]  # brought by an act of 2007, which is not given


def test_malaysia_s_bills_amend_an_act_of_another_name(mirror: Path) -> None:
    base = act(mirror, "my/atip-bill-2007.en.md")
    amendment = amend(base, [act(mirror, "my/atip-bill-2015.en.md"), act(mirror, "my/atip-bill-2021.en.md")])
    assert amendment.status == "refused"
    assert_same_text(amendment.text, base.text)


def test_nine_in_ten_instructions_of_a_finance_act_are_understood(mirror: Path) -> None:
    version = act(mirror, "formats/eisb/act_43_2024.eisb.xml")
    found = tradition_of(of_version(version), "en", country="ie")
    assert found is not None
    outside = ("no section", "cannot be told")
    counted = Counter(
        "outside" if any(w in i.reason for w in outside) else "bad" if i.reason else "good" for i in found[1]
    )
    assert counted["good"] > 9 * counted["bad"]


def test_acts_of_legislation_gov_uk_are_read_with_their_schedules(mirror: Path) -> None:
    """Numbers are stored without the brackets that are printed; acts are named by the headings in a schedule."""
    version = act(mirror, "formats/clml/samples/anaw-2018-1-historical-2018-01-24.xml")
    found = tradition_of(of_version(version), "en", country="gb")
    assert found is not None
    understood = {
        (i.section, i.op.value, i.target.act.split(" (")[0], i.target.cite)
        for i in found[1]
        if i.op.value != "commence" and not i.reason
    }
    assert len(understood) > 25
    assert {
        ("2", "insert", "Housing Act 1985", ""),
        ("7", "repeal", "Housing Act 1996", "21"),
        ("sch1/3", "repeal", "Housing Act 1996", "16A"),
        ("sch1/6", "insert", "Housing and Regeneration Act 2008", "320(7)"),
    } <= understood
    assert not any(name == "" for _, _, name, _ in understood)


def test_words_in_each_paragraph_of_a_schedule(mirror: Path) -> None:
    """One instruction a paragraph, on a word that it has once: all are carried out where they should be, and nowhere
    else."""
    base = act(mirror, "formats/clml/samples/ukpga_20030004_en.xml")
    schedule = next(n for n in base.root.walk() if n.cite == "sch2")
    lines, wanted = [], base.text
    for node in reversed([n for n in schedule.walk() if n.level == "paragraph" and n.num.isdigit()]):
        start = node.num_span.end if node.num_span else node.span.start  # a heading's words are none of a paragraph's
        text = base.text[start : node.span.end]
        counted = Counter(re.findall(r"(?<![\w-])[a-z]{5,}(?![\w-])", text))
        word = next((w for w, n in counted.items() if n == 1 and text.casefold().count(w) == 1), None)
        if word is None:
            continue
        at = start + text.index(word)
        wanted = wanted[:at] + "lantern" + wanted[at + len(word) :]
        lines.append(f"In paragraph {node.num} of Schedule 2 to the {base.title}, for “{word}” substitute “lantern”.")
    bill = read_text("1 " + "\n".join(f"({n}) {x}" for n, x in enumerate(lines[::-1], 1)), name="b.txt", lang="en")
    amendment = amend(base, [bill], tradition="Britain")
    assert len(lines) > 20
    assert [o.reason for o in amendment.outcomes if o.status is not Status.APPLIED] == []
    assert_same_text(amendment.text, wanted)

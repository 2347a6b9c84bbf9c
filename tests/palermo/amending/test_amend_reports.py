"""What people get to see of an amendment, as text and as a table; the page has tests of its own."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import wcwidth

from palermo import amend
from palermo.corpus.amendments import Status
from palermo.corpus.readers import read_file, read_text
from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.as_csv import COLUMNS
from palermo.report.amending.amend.as_csv import amend as as_table
from palermo.report.amending.amend.as_text import AmendLayout
from palermo.report.amending.amend.as_text import amend as as_text
from palermo.report.amending.amend.folding import FoldKind, folded
from palermo.report.format.terminal import PLAIN, Screen
from palermo.report.redline.pieces import PieceMark
from palermo.report.texts.show.as_plain_text import plain
from tests.support.sample_bill import ACT, BILL, account

HARBOUR = account()


def outcomes(name: str) -> list[str]:
    group = next(g for g in HARBOUR.groups if g.name == name)
    return [HARBOUR.told(HARBOUR.outcomes[n]) for n in group.outcomes]


def test_every_outcome_stands_at_its_article() -> None:
    assert outcomes("Article 7") == ["1(1): substitute-text in 7(1), “медленно и следит”"]
    assert outcomes("Article 9-1") == ["1(3): insert after 9"]
    assert outcomes("Article 10") == ["1(4): repeal 10"]
    assert len(outcomes("Article 8")) == 3
    assert outcomes("Article 9") == []
    assert [HARBOUR.told(HARBOUR.outcomes[n]) for n in HARBOUR.homeless] == ["1(5): delete 15"]


def test_what_was_refused_stands_where_it_would_have_worked() -> None:
    bill = BILL.replace("в статье 8 слова «железный сундук»", "в пункте 4 статьи 8 слова «железный сундук»").replace(
        "после статьи 9 дополнить статьёй 9-1", "после статьи 11 дополнить статьёй 12"
    )
    there = account(bill.replace("«Статья 9-1.", "«Статья 12."))
    found = {
        there.place(there.outcomes[n]): group.paragraphs[at].text(PieceMark.OUT)
        for group in there.groups
        for at, some in group.beside.items()
        for n in some
        if there.outcomes[n].status is Status.REFUSED
    }
    assert found == {"1(6)": "4) накануне ярмарки;", "1(3)": "Статья 11. Туман"}


def test_a_refused_definition_stands_at_the_definition() -> None:
    act = (
        "## Harbour Act 2001\n\n##### 1. Terms.\n\n**1**.— In this Act—\n\n"
        "“anchor” means a hook;\n\n“boat” means a hull;\n"
    )
    bill = (
        "## Harbour (Amendment) Act 2002\n\n##### 1. Terms.\n\n"
        "**1**.— Section 1 of the Harbour Act 2001 is amended in the definition of “boat” by the substitution of "
        "“steel” for “wood”.\n"
    )
    base, amending = (read_text(text, name="x.md", lang="en", jurisdiction="ie") for text in (act, bill))
    there = Account(amend(base, amending), base, [amending])
    assert [o.status for o in there.outcomes] == [Status.REFUSED]
    places = [g.paragraphs[at].text(PieceMark.OUT) for g in there.groups for at in g.beside]
    assert places == ["“boat” means a hull;"]


def test_what_stands_between_articles_is_named_by_what_follows() -> None:
    names = [group.name for group in HARBOUR.groups]
    assert names[0] == "Before Article 6"
    assert names[1:4] == ["Article 6", "Article 7", "Article 8"]
    assert all(names)


def test_a_repealed_article_and_a_new_one_are_not_mixed() -> None:
    new = next(g for g in HARBOUR.groups if g.name == "Article 9-1")
    old = next(g for g in HARBOUR.groups if g.name == "Article 10")
    assert {piece.mark for p in new.paragraphs for piece in p.pieces} == {PieceMark.IN}
    assert {piece.mark for p in old.paragraphs for piece in p.pieces} == {PieceMark.OUT}
    assert HARBOUR.groups.index(new) < HARBOUR.groups.index(old)


def test_what_is_left_to_do_stands_in_the_order_of_the_bill() -> None:
    refused = [HARBOUR.place(HARBOUR.outcomes[n]) for n in HARBOUR.numbers(Status.REFUSED)]
    assert refused == ["1(5)", "1(6)"]


def test_every_paragraph_is_in_one_stretch_and_places_are_numbered() -> None:
    for context in (0, 1, 9):
        cut = folded(HARBOUR.groups, context)
        for group, some in cut:
            assert group.touched == bool(some)
            if some:
                assert tuple(p for stretch in some for p in stretch.paragraphs) == group.paragraphs
        numbers = [s.number for _, some in cut for s in some if s.kind is FoldKind.PLACE]
        assert numbers == list(range(1, len(numbers) + 1))
        shown = [n for _, some in cut for s in some for n in s.outcomes]
        assert sorted(shown) == sorted(HARBOUR.homes)
        assert all(not p.changed for _, some in cut for s in some if s.kind is not FoldKind.PLACE for p in s.paragraphs)
    assert any(s.kind is FoldKind.FOLDED for _, some in folded(HARBOUR.groups, 0) for s in some)


def test_the_text_begins_with_what_is_left_to_do() -> None:
    text = as_text(HARBOUR)
    lines = text.splitlines()
    assert all(wcwidth.wcswidth(line) <= 80 for line in lines)
    assert "The text is no consolidation yet: what was refused is not in it." in lines
    assert lines.index("To do by hand: 2 instructions") < lines.index("The act, amended")
    assert "refused: article 15 is not in the text" in text
    assert "[-медленно-] {+так медленно, как может,+}" in text
    assert "… 1 article or section unchanged: Article 6" in lines
    assert "… 2 articles or sections unchanged: Article 11 – Article 12" in lines
    assert "    … 5 paragraphs unchanged" in as_text(HARBOUR, layout=AmendLayout(context=0))
    assert "paragraphs unchanged" not in as_text(HARBOUR, layout=AmendLayout(context=9))
    assert "звонит колокол" not in text


@pytest.mark.parametrize("width", [80, 130])
def test_three_columns(width: int) -> None:
    text = as_text(HARBOUR, Screen(width), AmendLayout(columns=True))
    assert all(wcwidth.wcswidth(line) <= width for line in text.splitlines())
    assert all(part in text for part in ("In force", "Amended", "Without a place in the act"))
    assert (" │ " in text) is (width == 130)
    assert "(not in the act in force)" in text
    assert "(nothing stands here any more)" in text
    assert text == as_text(HARBOUR, Screen(width), AmendLayout(columns=True))


def test_the_table_has_whole_provisions_on_both_sides() -> None:
    rows = list(csv.DictReader(io.StringIO(as_table([HARBOUR]))))
    assert tuple(rows[0]) == COLUMNS
    by_name = {row["provision"]: row for row in rows}
    old, new = by_name["Article 8 Сборы"]["in_force"], by_name["Article 8 Сборы"]["amended"]
    assert old.count("\n") + 1 == new.count("\n") == 7
    assert ("с тремя замками" in old, "с тремя замками" in new) == (True, False)
    assert by_name["Article 8 Сборы"]["status"] == "partly"
    assert by_name["Article 8 Сборы"]["reason"] == "1(6): “железный сундук” is not in 8"
    assert (by_name["Article 9-1 Весы"]["in_force"], by_name["Article 10 Сельдь"]["amended"]) == ("", "")
    assert next(row["reason"] for row in rows if not row["provision"]) == "article 15 is not in the text"
    told = sum(row["instruction"].count("\n") + 1 for row in rows)
    assert told == 2 * len(HARBOUR.outcomes)


def test_the_consolidated_text_is_read_again_as_it_is() -> None:
    text = plain(HARBOUR.version, HARBOUR.paragraphs)
    again = read_text(text, name="again.txt", lang="ru")
    assert [p.cite for p in again.root.walk()] == [p.cite for p in HARBOUR.version.root.walk()]
    assert "".join(text.split()) == "".join(HARBOUR.amendment.text.split())
    assert any(
        line.endswith("в дубовом сундуке и пересчитывает в первый день каждого месяца, а также:")
        for line in text.splitlines()
    )


def test_what_stood_in_one_line_still_does() -> None:
    act = "Harbour Act\n\n1. (1) A ship pays.\n\n(2) A raft floats.\n"
    base = read_text(act, name="act.txt", lang="en")
    there = Account(amend(base, base), base, [base])
    assert plain(there.version, there.paragraphs).splitlines() == act.splitlines()


def test_nothing_to_amend_is_one_clear_answer() -> None:
    for bill, said in ((ACT, "instructs nothing"), ("Čl. I\nNič.\n", "instructs nothing")):
        there = account(bill)
        text = as_text(there)
        assert text.splitlines()[3] == "No instruction"
        assert "Nothing was carried out: the text is still the one in force." in text
        assert said in " ".join(text.split())
        assert "--format consolidated" not in text


def test_a_bill_that_is_carried_out_says_so() -> None:
    bill = BILL.split("5) статью 15")[0].rstrip().removesuffix(";") + ".\n"
    there = account(bill)
    assert there.verdict == "Every instruction to this act was carried out."
    assert "To do by hand" not in as_text(there)


def test_a_colon_stays_with_its_word_in_french() -> None:
    act = read_text("1 Le bateau est lent.\n", name="loi.txt", lang="fr", title="Loi sur les bateaux à vapeur")
    bill = read_text(
        "1 L’article 1 de la Loi sur les bateaux à vapeur est remplacé par ce qui suit\u00a0:\n1 Le bateau est vite.\n",
        name="projet.txt",
        lang="fr",
        instrument="/akn/ca/bill/2031/7",
    )
    text = as_text(Account(amend(act, bill), act, [bill]), PLAIN)
    assert "suit :" in text


@pytest.mark.mirror
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_real_bills_are_shown_whole_and_where_they_work(mirror: Path, lang: str) -> None:
    folders = sorted((mirror / "amendments" / "ca_pairs").iterdir())
    assert folders
    for folder in folders[:4]:
        base, bill = read_file(str(folder / f"{lang}_before.xml")), read_file(str(folder / f"{lang}_amending.xml"))
        there = Account(amend(base, bill), base, [bill])
        for version, without in ((base, PieceMark.IN), (there.version, PieceMark.OUT)):
            read = "".join("".join(p.text(without).split()) for p in there.paragraphs)
            assert read == "".join(version.reading().text.split())
        for n in there.numbers(Status.APPLIED):
            group, steps = there.homes[n], there.outcomes[n].instruction.target.steps
            assert group.changed
            assert not steps or steps[0].num in {p.num for p in (group.left, group.right) if p}
        assert all(group.beside for group in there.groups if group.changed)

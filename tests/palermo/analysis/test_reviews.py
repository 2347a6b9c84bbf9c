"""A reviewer's word: what it rests on, for which texts it counts, and how it stands beside palermo's answer."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from palermo.alignment.review.grounds import ground
from palermo.analysis.matrix import Matrix, MatrixBody
from palermo.corpus.errors import NotFoundError, UsageError
from palermo.corpus.model.findings import Extent, Finding, Rating, Value
from palermo.corpus.model.reviews import Reviewed, ReviewStanding
from palermo.corpus.readers import Options, read_text
from palermo.kb.frameworks.framework import load
from palermo.kb.library.library import Library
from palermo.library.use_cases import add_body, add_files, resolve
from palermo.report.analysis.gaps.as_csv import gaps as as_table
from palermo.report.analysis.gaps.as_json import gaps as as_object
from palermo.report.analysis.gaps.as_text import gaps as as_text
from palermo.report.analysis.gaps.review_words import said
from palermo.report.analysis.matrix.as_html import matrix as as_page
from palermo.report.analysis.matrix.as_text import matrix as as_matrix
from palermo.report.format.terminal import PLAIN
from palermo.review.named_evidence import Named
from palermo.review.reviews import ReviewedLaw, keep, law, story, waiting, withdraw, word

LAW = """\
---
lang: en
title: Act on trafficking
---
# Act on trafficking

## Article 10. Other matters

1. The minister shall publish a report every year.

## Article 11. Trafficking in persons

1. Whoever recruits, transports or harbours a person by means of force or deception for the purpose of exploitation is \
guilty of trafficking in persons and is punished by imprisonment from three to five years.

2. The same act committed:

a) by an organised group;

b) against two or more persons

is punished by imprisonment from five to ten years.

3. Exploitation means forced labour, slavery or the prostitution of others.

## Article 12. Child

A child is a person under eighteen years of age.
"""
ACT = "/akn/zy/act/2003/63"
ANNUAL = "The minister shall publish a report every year."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    add(tmp_path, "2003-01-01", LAW)
    add_body("zy", [ACT], library=tmp_path / "library")
    return tmp_path / "library"


def add(folder: Path, date: str, text: str) -> None:
    file = folder / f"law-{date}.md"
    file.write_text(text, "utf-8")
    options = Options("en", instrument=ACT, date=date)
    add_files([str(file)], library=folder / "library", options=options)


def look(home: Path, side: str = "zy", at: str | None = None) -> ReviewedLaw:
    return law(side, partial(resolve, library=home, day=at), load("palermo"), library=home)


def review(home: Path, code: str, **said: object) -> None:
    keep([word(look(home), code, **{"by": "A", "date": "2026-01-01", **said})], library=home)  # type: ignore[arg-type]


def found(home: Path, code: str, side: str = "zy", day: str | None = None) -> Reviewed:
    reviewed = look(home, side, day).finding(code).review
    assert reviewed is not None
    return reviewed


def amended(home: Path, *changes: tuple[str, str]) -> None:
    text = LAW
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    add(home.parent, "2010-01-01", text)


def test_an_accepted_answer_says_who_and_when_and_leaves_the_answer_as_it_is(home: Path) -> None:
    before = look(home).finding("act.receipt")
    review(home, "act.receipt", reason="read twice")
    after = look(home).finding("act.receipt")
    assert replace(after, review=None) == before
    assert after.review is not None
    assert (after.review.state, after.review.answer and after.review.answer.rating) == ("accepted", Rating.ABSENT)
    assert list(said(after.review)) == ["no: absent, accepted by A, 2026-01-01: read twice"]


def test_another_answer_gets_the_rating_that_follows_from_it(home: Path) -> None:
    review(home, "act.receipt", value=Value.YES, extent="some cases", reason="harbouring")
    reviewed = found(home, "act.receipt")
    assert reviewed.state == "overridden"
    assert reviewed.answer is not None
    assert reviewed.answer.rating is load("palermo").element("act.receipt").rate(Value.YES, Extent.SOME)
    assert look(home).finding("act.receipt").rating is Rating.ABSENT


def test_another_answer_needs_a_reason_and_every_word_a_name(home: Path) -> None:
    with pytest.raises(UsageError, match="reason"):
        word(look(home), "act.receipt", Value.YES, by="A")
    with pytest.raises(UsageError, match="name"):
        word(look(home), "act.receipt", by="  ")
    with pytest.raises(UsageError, match="extent"):
        word(look(home), "act.receipt", Value.UNCLEAR, "full", by="A", reason="x")
    with pytest.raises(NotFoundError, match=r"act\.receipt"):
        word(look(home), "act.reciept", by="A")


def test_a_change_elsewhere_leaves_a_yes_and_a_no_standing(home: Path) -> None:
    review(home, "act.recruitment")
    review(home, "act.receipt")
    amended(home, (ANNUAL, "The minister shall publish a report every month."))
    for code in ("act.recruitment", "act.receipt"):
        assert found(home, code).words[0].stands is ReviewStanding.CARRIED
    assert "of the text of 2003-01-01" in next(said(found(home, "act.receipt")))


def test_other_words_in_the_provision_have_to_be_looked_at_again(home: Path) -> None:
    review(home, "act.recruitment")
    amended(home, ("force or deception", "force or fraud"))
    reviewed = found(home, "act.recruitment")
    assert reviewed.state == "look again"
    assert reviewed.answer is None
    assert reviewed.words[0].since_then == ("11(1) has other words now",)
    assert next(said(reviewed)).startswith("Was reviewed on the text of 2003-01-01: look again")


def test_a_no_has_to_be_looked_at_again_when_any_provision_that_was_searched_has_other_words(home: Path) -> None:
    review(home, "act.receipt")
    amended(home, ("from five to ten years", "from six to ten years"))
    assert found(home, "act.receipt").words[0].stands is ReviewStanding.REOPENED


def test_an_item_is_read_with_the_words_above_it(home: Path) -> None:
    review(home, "offence.organising")
    assert look(home).finding("offence.organising").evidence[0].provision.cite == "11(2)(a)"
    amended(home, ("The same act committed:", "The same act, if repeated, committed:"))
    assert found(home, "offence.organising").words[0].stands is ReviewStanding.REOPENED


def test_a_neighbouring_paragraph_is_another_provision(home: Path) -> None:
    review(home, "offence.organising")
    amended(home, ("force or deception", "force or fraud"))
    assert found(home, "offence.organising").words[0].stands is ReviewStanding.CARRIED


def test_the_same_words_under_another_number_are_the_same(home: Path) -> None:
    review(home, "act.recruitment")
    moved = f"## Article 10-1. Inserted\n\n{ANNUAL}\n\n## Article 21. Trafficking"
    amended(home, ("## Article 11. Trafficking", moved), ("## Article 12.", "## Article 22."))
    reviewed = found(home, "act.recruitment")
    assert reviewed.words[0].stands is ReviewStanding.CARRIED
    assert reviewed.words[0].since_then == ("11(1) is now 21(1)",)


def test_print_is_no_other_wording_and_another_copy_of_the_text_is_the_same(home: Path, tmp_path: Path) -> None:
    review(home, "act.recruitment")
    amended(home, ("force or deception", "force  or deception"), ("exploitation is guilty", "exploitation, is guilty"))
    assert found(home, "act.recruitment").words[0].stands is ReviewStanding.CARRIED


def test_an_answer_that_palermo_gives_no_more_is_not_carried_though_the_words_stand(home: Path) -> None:
    review(home, "offence.attempt")
    attempt = (
        "Whoever attempts to commit trafficking in persons under article 11 is punished as for the offence itself."
    )
    amended(home, ("## Article 12. Child", f"## Article 11-1. Attempt\n\n{attempt}\n\n## Article 12. Child"))
    assert look(home).finding("offence.attempt").value is Value.YES
    reviewed = found(home, "offence.attempt")
    assert reviewed.words[0].stands is ReviewStanding.REOPENED
    assert "palermo said no then, and says yes now" in reviewed.words[0].since_then


def test_a_yes_with_evidence_of_its_own_rests_on_that_alone(home: Path) -> None:
    named = Named(quotes=("harbours a person",))
    review(home, "act.receipt", value=Value.YES, reason="who harbours receives", evidence=named)
    amended(home, ("slavery or the prostitution", "servitude or the prostitution"))
    reviewed = found(home, "act.receipt")
    assert (reviewed.words[0].stands, reviewed.state) == (ReviewStanding.CARRIED, "overridden")
    assert reviewed.words[0].review.grounds[0].quote == "harbours a person"
    assert reviewed.words[0].review.grounds[0].cite == "11(1)"


def test_evidence_has_to_be_the_laws_own_and_stand_once(home: Path) -> None:
    with pytest.raises(NotFoundError, match="does not say"):
        review(home, "act.receipt", value=Value.YES, reason="x", evidence=Named(quotes=("receives",)))
    with pytest.raises(NotFoundError, match=r"2 times.*11\(1\)"):
        review(home, "act.receipt", value=Value.YES, reason="x", evidence=Named(quotes=("is punished by",)))
    with pytest.raises(NotFoundError, match="no provision"):
        review(home, "act.receipt", value=Value.YES, reason="x", evidence=Named(cites=("99",)))
    review(home, "act.receipt", value=Value.YES, reason="x", evidence=Named(("section 11(2)",), ("is punished by",)))
    assert [g.cite for g in found(home, "act.receipt").words[0].review.grounds if g.named] == ["11(2)"]


def test_reviewers_who_differ_are_all_shown_and_none_wins(home: Path) -> None:
    review(home, "act.receipt")
    review(home, "act.receipt", by="B", value=Value.YES, reason="x")
    reviewed = found(home, "act.receipt")
    assert (reviewed.conflict, reviewed.answer, reviewed.state) == (True, None, "conflict")
    assert [w.review.by for w in reviewed.counting] == ["A", "B"]
    review(home, "act.receipt", by="b ")
    assert not found(home, "act.receipt").conflict


def test_a_word_on_another_text_is_no_conflict_with_one_on_this(home: Path) -> None:
    review(home, "act.recruitment")
    amended(home, ("force or deception", "force or fraud"))
    review(home, "act.recruitment", by="B", value=Value.NO, reason="x")
    reviewed = found(home, "act.recruitment")
    assert (reviewed.conflict, reviewed.state) == (False, "overridden")
    assert [w.stands for w in reviewed.words] == [ReviewStanding.HERE, ReviewStanding.REOPENED]
    assert found(home, "act.recruitment", day="2003-06-01").state == "accepted"


def test_a_reviewers_new_word_replaces_the_old_one_which_stays_in_the_story(home: Path) -> None:
    review(home, "act.receipt")
    review(home, "act.receipt", value=Value.YES, reason="second thoughts", date="2026-02-02")
    assert [w.review.value for w in found(home, "act.receipt").words] == [Value.YES]
    old, new = story(look(home), "act.receipt", library=home)
    assert (old.ended, new.ended) == ("replaced 2026-02-02", "")


def test_the_same_word_twice_is_one(home: Path) -> None:
    first = word(look(home), "act.receipt", by="A", date="2026-01-01")
    assert len(keep([first], library=home)) == 1
    assert keep([first], library=home) == ()


def test_what_is_withdrawn_counts_no_more_and_stays_in_the_story(home: Path) -> None:
    review(home, "act.receipt")
    with pytest.raises(NotFoundError, match="B has said nothing"):
        withdraw(look(home), ["act.receipt"], by="B", library=home)
    withdraw(look(home), ["act.receipt"], by="a", date="2026-03-03", reason="a slip", library=home)
    assert look(home).finding("act.receipt").review is None
    (old,) = story(look(home), "act.receipt", library=home)
    assert old.ended == "withdrawn 2026-03-03: a slip"


def test_a_body_of_more_instruments_has_the_words_on_one_of_them(home: Path, tmp_path: Path) -> None:
    review(home, "act.recruitment")
    other = tmp_path / "other.md"
    other.write_text("---\nlang: en\n---\n# Act on fishing\n\n## Article 1. Nets\n\nNets are registered.\n", "utf-8")
    assert found(home, "act.recruitment", f"{ACT}/eng@2003-01-01,{other}").words[0].stands is ReviewStanding.CARRIED
    assert look(home, str(other)).finding("act.recruitment").review is None


def test_a_file_is_reviewed_by_its_path_and_looked_at_again_when_it_changes(tmp_path: Path) -> None:
    file, home = tmp_path / "draft.md", tmp_path / "library"
    file.write_text(LAW, "utf-8")
    keep([word(look(home, str(file)), "act.recruitment", by="A")], library=home)
    assert found(home, "act.recruitment", str(file)).words[0].stands is ReviewStanding.HERE
    file.write_text(LAW.replace(ANNUAL, "Nothing."), "utf-8")
    assert found(home, "act.recruitment", str(file)).words[0].stands is ReviewStanding.CARRIED
    file.write_text(LAW.replace("recruits", "entices"), "utf-8")
    assert found(home, "act.recruitment", str(file)).words[0].stands is ReviewStanding.REOPENED


def test_what_waits_comes_in_the_order_in_which_to_look_at_it(home: Path) -> None:
    review(home, "act.recruitment")
    review(home, "act.receipt")
    review(home, "act.receipt", by="B", value=Value.YES, reason="x")
    review(home, "offence.organising")
    amended(home, ("force or deception", "force or fraud"), ("by an organised group", "by an organised group or gang"))
    review(home, "act.receipt")
    review(home, "act.receipt", by="B", value=Value.YES, reason="x")
    queue = waiting(look(home))
    reasons = [reason for _, reason in queue]
    assert reasons == sorted(reasons, key=("conflict", "look again", "undecided", "not reviewed").index)
    assert {f.code for f, reason in queue if reason == "look again"} == {"act.recruitment", "offence.organising"}
    sure = [f.confidence for f, reason in queue if reason == "not reviewed"]
    assert sure == sorted(sure)
    assert len(waiting(look(home), everything=True)) == len(load("palermo").elements)


def test_every_report_has_the_word_beside_the_answer(home: Path) -> None:
    review(home, "act.receipt", value=Value.YES, reason="=harbouring <b>")
    analysis, framework = look(home).analysis, load("palermo")
    row = next(r for r in csv.DictReader(io.StringIO(as_table(analysis))) if r["code"] == "act.receipt")
    assert (row["value"], row["rating"]) == ("no", "absent")
    assert (row["review"], row["review_value"], row["review_rating"]) == ("overridden", "yes", "met")
    assert (row["reviewer"], row["review_date"], row["review_reason"]) == ("A", "2026-01-01", "'=harbouring <b>")
    document = json.loads(json.dumps(as_object(analysis)))
    findings = {f["code"]: f for f in document["findings"]}
    assert (findings["act.receipt"]["value"], findings["act.receipt"]["review"]["value"]) == ("no", "yes")
    assert findings["act.recruitment"]["review"] is None
    text = as_text(analysis, framework, PLAIN)
    assert "review  yes: met, says A, 2026-01-01: =harbouring <b>" in text
    assert "Reviewed: 1 of 46 answers, 1 answered otherwise." in text
    found = Matrix(framework, (MatrixBody("zy", analysis),))
    assert "–*" in as_matrix(found)
    page = as_page(found)
    assert "→✓" in page
    assert "=harbouring &lt;b&gt;" in page


def test_a_passage_is_the_same_in_any_print_and_without_its_number() -> None:
    def passage(text: str) -> str:
        version = read_text(text)
        return ground(version, version.find("1")).sha256

    same = passage("Article 1. Nets\n\nNets – and “lines” – are registered.\n")
    assert passage('Article 1.  NETS\n\nNets - and "lines" - are registered.\n') == same
    assert passage("Article 1. Nets\n\nNets and lines are not registered.\n") != same


def test_a_finding_without_reviews_is_as_before(home: Path) -> None:
    finding: Finding = look(home).finding("act.receipt")
    assert finding.review is None
    with Library.open(home) as opened:
        assert opened.reviews.all() == ()


@pytest.mark.mirror
def test_a_review_of_kazakhstans_code_is_carried_until_its_words_change(mirror: Path, tmp_path: Path) -> None:
    code, home = mirror / "kz" / "criminal-code-1997", tmp_path / "library"
    dates = ("2006-03-02", "2011-01-18", "2015-01-01")
    add_files([str(code / date / f"art-{n}.ru.md") for date in dates for n in (125, 128, 133)], library=home)
    side = "/akn/kz/act/1997-07-16/167"
    reviewed = look(home, side, dates[0])
    keep([word(reviewed, f.code, by="A", date="2026-01-01") for f in reviewed.analysis.findings], library=home)
    stands = {
        date: {f.code: f.review.words[0].stands for f in look(home, side, date).analysis.findings if f.review}
        for date in dates
    }
    assert set(stands[dates[0]].values()) == {ReviewStanding.HERE}
    assert set(stands[dates[1]].values()) == {
        ReviewStanding.CARRIED
    }  # of these articles only the editors' notes are others
    # The act of 2013 put receiving among the acts, and wrote the note on exploitation anew.
    for code_ in ("act.receipt", "act.recruitment", "purpose.slavery", "consent.irrelevant"):
        assert stands[dates[2]][code_] is ReviewStanding.REOPENED

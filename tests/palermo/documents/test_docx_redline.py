"""Word documents with tracked changes, read by a reader that knows nothing of palermo."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import pytest

from palermo.alignment.compare.compare import compare
from palermo.corpus.errors import UsageError
from palermo.corpus.model.text_model import Version
from palermo.report.amending.amend.as_docx import amend
from palermo.report.format.docx.word_file import About
from palermo.report.redline.as_docx import redline
from palermo.report.redline.lines import LineChange, RedlineLine, RedlineRun
from palermo.report.redline.paragraphs import blocks
from palermo.report.texts.compare.as_docx import compare as as_docx
from tests.support.failures.same_text import assert_same_text
from tests.support.independent_docx_reader import W, body, part, settled
from tests.support.sample_bill import account
from tests.support.small_laws import Rule, item, law, section

OLD = [
    section("1", "Boats", item("a", "A boat carries a lantern at night"), item("b", "A raft carries two oars")),
    section("2", "Dogs are kept on a leash wherever children play in the harbour"),
    section("3", "Bees are announced to the neighbours before the first of May"),
]
NEW = [
    section("2", "Dogs are kept on a leash wherever people play in the harbour"),
    section("3", "Bees are announced to the neighbours before the first of May", item("a", "by post;")),
    section("1", "Boats", item("a", "A boat carries a lantern at night"), item("b", "A raft carries two oars")),
    section("4", "Nets"),
]
_AUTHOR, _DATE = "Ministry of <Boats> & Co", "2026-01-02"


@pytest.fixture(autouse=True)
def _epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")


def made(left: Version, right: Version) -> bytes:
    return as_docx(compare([left], [right]), _AUTHOR, _DATE)


def texts(version: Version) -> list[str]:
    return [block.text for block in blocks(version)]


def test_accept_all_gives_the_right_text_and_reject_all_the_left() -> None:
    left, right = law(*OLD), law(*NEW)
    for one, other in ((left, right), (right, left)):
        file = made(one, other)
        assert settled(file, accept=True) == texts(other)
        assert settled(file, accept=False) == texts(one)


def test_every_change_has_its_author_day_and_number_and_a_move_has_both_places() -> None:
    found = body(made(law(*OLD), law(*NEW)))
    changes = [e for e in found.iter() if e.get(f"{W}author") is not None]
    assert {e.tag.removeprefix(W) for e in changes} >= {"ins", "del", "moveFrom", "moveTo"}
    assert {e.get(f"{W}author") for e in changes} == {_AUTHOR}
    assert {e.get(f"{W}date") for e in changes} == {"2026-01-02T00:00:00Z"}
    ids = [e.get(f"{W}id") for e in changes]
    assert len(set(ids)) == len(ids)
    for kind in ("moveFrom", "moveTo"):
        starts, ends = list(found.iter(f"{W}{kind}RangeStart")), list(found.iter(f"{W}{kind}RangeEnd"))
        assert [e.get(f"{W}name") for e in starts] == ["move1"]
        assert [e.get(f"{W}id") for e in starts] == [e.get(f"{W}id") for e in ends]


def test_the_body_is_the_text_and_title_and_sources_stand_around_it() -> None:
    file = made(law(*OLD), law(*NEW))
    words = "".join(map(str, body(file).itertext()))
    document = docx.Document(io.BytesIO(file))
    head, foot = document.sections[0].header, document.sections[0].footer
    footer = "\n".join(p.text for p in foot.paragraphs)
    for version in (law(*OLD), law(*NEW)):
        assert version.source.sha256 in footer
        assert version.source.sha256 in (document.core_properties.comments or "")
        assert version.source.sha256 not in words
    assert document.core_properties.title == head.paragraphs[0].text
    assert document.core_properties.author == _AUTHOR
    assert document.core_properties.created == datetime(2026, 1, 2, tzinfo=UTC)


def test_the_language_is_told_by_run_and_arabic_goes_from_right_to_left() -> None:
    file = made(law(Rule("1", "نص قديم"), lang="ar"), law(Rule("1", "نص جديد"), lang="ar"))
    runs = list(body(file).iter(f"{W}r"))
    assert runs
    assert {r.find(f"{W}rPr/{W}lang").get(f"{W}bidi") for r in runs} == {"ar-SA"}  # type: ignore[union-attr]
    assert all(r.find(f"{W}rPr/{W}rtl") is not None for r in runs)
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in body(file).iter(f"{W}p"))
    kazakh = made(law(Rule("1", "Адам саудасы"), lang="kk"), law(Rule("1", "Адам саудасы жасау"), lang="kk"))
    assert {e.get(f"{W}val") for e in body(kazakh).iter(f"{W}lang")} == {"kk-KZ"}


def test_headings_have_styles_of_the_document() -> None:
    file = amend(account(), _AUTHOR, _DATE)
    used = {e.get(f"{W}val") for e in body(file).iter(f"{W}pStyle")}
    there = {e.get(f"{W}styleId") for e in part(file, "word/styles.xml").iter(f"{W}style")}
    assert used
    assert used <= there
    assert any(name and name.startswith("Heading") for name in used)


def test_of_an_amendment_the_act_in_force_and_the_amended_one_are_left() -> None:
    harbour = account()
    file = amend(harbour, _AUTHOR, _DATE)
    assert_same_text(" ".join(settled(file, accept=False)), harbour.base.reading().text)
    assert_same_text(" ".join(settled(file, accept=True)), harbour.version.reading().text)
    assert "refused" in docx.Document(io.BytesIO(file)).sections[0].footer.paragraphs[0].text


def test_the_same_input_gives_the_same_bytes() -> None:
    assert made(law(*OLD), law(*NEW)) == made(law(*OLD), law(*NEW))


def test_control_characters_and_two_megabytes_do_no_harm() -> None:
    long = "слово " * 100_000  # 1.1 MB on each side in UTF-8
    left, right = law(Rule("1", f"a\x01b\x7f {long}end")), law(Rule("1", f"a\x01c\ud800 {long}end"))
    file = made(left, right)
    assert settled(file, accept=True) == [t.replace("\x01", "\ufffd").replace("\ud800", "\ufffd") for t in texts(right)]
    assert settled(file, accept=False) == [t.replace("\x01", "\ufffd") for t in texts(left)]


def test_two_languages_are_refused() -> None:
    with pytest.raises(UsageError, match="no words can be tracked"):
        made(law(*OLD), law(*NEW, lang="ru"))


@pytest.mark.parametrize("change", [LineChange.INSERTED, LineChange.DELETED])
def test_no_change_at_the_end_of_a_line_runs_into_the_next_line(change: LineChange) -> None:
    """LibreOffice would join the two and lose the mark between them."""
    none = LineChange.NONE
    lines = [
        RedlineLine((RedlineRun(none, "Who fishes "), RedlineRun(change, "and sells")), none, "en", None, None),
        RedlineLine((RedlineRun(change, "pays"),), change, "en", None, None),
        RedlineLine((RedlineRun(none, "a "), RedlineRun(change, "big fine")), none, "en", None, None),
        RedlineLine((RedlineRun(change, "of five "), RedlineRun(none, "marks")), none, "en", None, None),
    ]
    file = redline(lines, About("t", "en"), _DATE)
    tags = [[c.tag.removeprefix(W) for c in p if c.tag != f"{W}pPr"] for p in body(file).iter(f"{W}p")]
    tag = "ins" if change is LineChange.INSERTED else "del"
    for line, following, mark in zip(tags, tags[1:], [None, tag, None], strict=False):
        assert mark == tag or line[-1] != following[0]
    kept, whole = ["Who fishes ", "a ", "marks"], ["Who fishes and sells", "pays", "a big fine", "of five marks"]
    inserted = change is LineChange.INSERTED
    assert settled(file, accept=inserted) == whole
    assert settled(file, accept=not inserted) == kept


def test_a_text_without_a_difference_has_no_change() -> None:
    file = made(law(*OLD), law(*OLD))
    assert not [e for e in body(file).iter() if e.get(f"{W}author") is not None]
    assert settled(file, accept=False) == texts(law(*OLD))

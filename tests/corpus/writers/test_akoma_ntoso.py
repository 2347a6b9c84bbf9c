"""Akoma Ntoso written and read again: the same words, the same provisions, the same identity."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

import palermo
from palermo.corpus.data_files import load_yaml
from palermo.corpus.model.akn_names import AKN, HIERARCHY, OWN
from palermo.corpus.model.text_model import Basis, Interval, Span, Version
from palermo.corpus.readers import read_text
from palermo.corpus.text.narrow import narrow
from palermo.corpus.writers.akoma_ntoso import write
from palermo.corpus.writers.akoma_ntoso.element_ids import ElementNames, reference
from tests.support.acts import LEVELS, Unit, act, acts, legal, outline, visible

DAY = "2026-01-01"
SAMPLES = sorted((Path(palermo.__file__).parent / "sample").glob("*.md"))


def again(version: Version) -> Version:
    return read_text(write(version, DAY).xml, name="law.akn")


def tree(version: Version) -> etree._Element:
    return etree.fromstring(write(version, DAY).xml.encode())


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return root.findall(".//" + "/".join(f"{{{AKN}}}{name}" for name in path.split("/")))


@given(acts)
def test_words_provisions_and_identity_come_back(version: Version) -> None:
    back = again(version)
    assert visible(back) == visible(version)
    assert outline(back) == outline(version)
    assert (back.ref, back.in_force) == (version.ref, version.in_force)
    assert back.title == legal(version.title)


@given(acts)
def test_ids_are_unique_and_every_provision_has_its_own(version: Version) -> None:
    eids = [e.get("eId") for e in tree(version).iter() if e.get("eId") is not None]
    assert len(set(eids)) == len(eids)
    assert {p.id for p in version.root.walk() if p.id} <= set(eids)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_the_sample_comes_back(path: Path) -> None:
    version = palermo.read(str(path))
    back = again(version)
    assert visible(back) == visible(version)
    assert outline(back) == outline(version)


def test_what_is_read_is_written_the_same_again() -> None:
    once = again(palermo.read(str(SAMPLES[0])))
    twice = again(once)
    assert (twice.text, twice.root) == (once.text, once.root)


def test_the_text_of_a_provision_stands_in_the_elements_of_the_standard() -> None:
    flush = Unit("section", "2", heading="Speed", words="A ship", parts=(
        Unit("paragraph", "a", "({})", words="at sea;"), Unit("paragraph", "b", "({})", words="in a harbour,"),
    ), between="or", flush="shall be slow.")  # fmt: skip
    root = tree(act(Unit("section", "1", "Section {}.", "Name", words="This is the Act."), flush))
    one, two = find(root, "body/section")
    assert [(etree.QName(e).localname, "".join(map(str, e.itertext())).strip()) for e in one] == [
        ("num", "Section 1."), ("heading", "Name"), ("content", "This is the Act."),
    ]  # fmt: skip
    assert [etree.QName(e).localname for e in two] == [
        "num", "heading", "intro", "paragraph", "hcontainer", "paragraph", "wrapUp",
    ]  # fmt: skip
    assert "".join(map(str, two[-1].itertext())).strip() == "shall be slow."


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        (Unit("article", "5", "{} straipsnis.", "Ships"), [("num", "5 straipsnis."), ("heading", "Ships")]),
        (Unit("article", "5", "{}", "Ships", heading_first=True), [("heading", "Ships"), ("num", "5")]),
        (Unit("article", "5", "Artículo {}.-", "Ships", True), [("heading", "Ships"), ("num", "Artículo 5.-")]),
        (Unit("chapter", "5", "CHAPTER {}\n(Sections 2 and 6)\n", "Ships"),
         [("num", "CHAPTER 5"), ("subheading", "(Sections 2 and 6)"), ("heading", "Ships")]),
        (Unit("point", "a", "({})"), [("num", "(a)")]),
    ],
)  # fmt: skip
def test_numbers_and_headings_keep_the_words_around_them(unit: Unit, parts: list[tuple[str, str]]) -> None:
    element = find(tree(act(unit)), f"body/{unit.level}")[0]
    assert [(etree.QName(e).localname, e.text) for e in element][: len(parts)] == parts


def test_a_note_in_a_line_stays_in_it() -> None:
    remark = Unit("remark", words="[as amended]")
    (paragraph,) = find(tree(act(Unit("section", "1", words="A ship", parts=(remark,), flush="sails."), line=" ")), "p")
    assert "".join(map(str, paragraph.itertext())) == "A ship [as amended] sails."


def test_rows_of_cells_are_a_table_and_come_back_as_rows() -> None:
    version = act(Unit("section", "1", words="Dues are:\n\nShip\tDue\nRaft\t5\t per day\n\nas set\tout here."))
    root = tree(version)
    cells = [["".join(map(str, cell.itertext())).strip() for cell in row] for row in find(root, "content/table/tr")]
    assert cells == [["Ship", "Due"], ["Raft", "5", "per day"]]
    assert [p.text for p in find(root, "content/p")] == ["Dues are:", "as set out here."]
    assert "\nShip\tDue\nRaft\t5\tper day\n" in again(version).text


def test_a_quoted_article_is_a_quoted_structure() -> None:
    quoted = Unit("article", "7", words="A ship stops.", quoted=True, cite="7")
    root = tree(act(Unit("section", "1", words="The following is put in:", parts=(quoted,), cite="1")))
    assert len(find(root, "mod/quotedStructure/article")) == 1
    assert not find(root, "section/article")


def test_title_preamble_and_recitals_stand_before_the_body() -> None:
    body = Unit("article", "1")
    root = tree(act(Unit("preamble", words="Harbour Act\n\nIt is enacted:"), body, title="Harbour Act"))
    assert find(root, "preamble/p/docTitle")[0].text == "Harbour Act"
    root = tree(act(Unit("recital", "1", "({})"), Unit("recital", "2", "({})"), body, opening="The Council,"))
    assert len(find(root, "preamble/recitals/recital")) == 2
    assert len(find(root, "body/article")) == 1


def test_a_text_without_provisions_is_a_body_of_plain_paragraphs() -> None:
    assert [p.text for p in find(tree(act(opening="One.\n\nTwo.")), "body/hcontainer/content/p")] == ["One.", "Two."]


def test_what_had_no_place_in_the_structure_still_has_none() -> None:
    version = act(Unit("article", "1"), opening="Odd words.\n\nOdder ones.")
    version = replace(version, unplaced=(Span(0, 10), Span(12, 23)))
    assert [p.text for p in find(tree(version), "preface/p") if p.get("class") == "unplaced"] == [
        "Odd words.",
        "Odder ones.",
    ]
    back = again(version)
    assert [back.quote(span) for span in back.unplaced] == ["Odd words.", "Odder ones."]


def test_a_provision_alone_is_a_portion() -> None:
    whole = act(Unit("article", "1"), Unit("article", "2", parts=(Unit("paragraph", "1", words="only this"),)))
    version = narrow(whole, whole.root.children[1].id)
    root = tree(version)
    assert find(root, "portion")[0].get("includedIn") == str(whole.ref)
    assert find(root, "FRBRManifestation/FRBRportion")[0].get("from") == f"#{version.root.id}"
    assert [p.level for p in again(version).root.walk()] == ["act", "article", "paragraph"]
    assert visible(again(version)) == visible(version)


def test_what_xml_cannot_hold_is_replaced_and_counted() -> None:
    written = write(act(Unit("article", "1", words="a\x00b \x1bc \ud800"), title="\x07"), DAY)
    assert "a\ufffdb \ufffdc \ufffd" in written.xml.replace("\n", " ")
    assert written.replaced == 3
    assert write(act(Unit("article", "1", words="a\x0cb")), DAY).replaced == 0  # a form feed is white space


def test_nothing_is_stated_that_the_words_say() -> None:
    plain = act(Unit("article", "1", "Article {}.", "Name", cite="1"))
    assert f"{{{OWN}}}cite" not in find(tree(plain), "article")[0].attrib
    other = act(Unit("article", "1", "Article {}.", "Name", cite="I/1"))
    assert find(tree(other), "article")[0].get(f"{{{OWN}}}cite") == "I/1"


@pytest.mark.parametrize(
    ("in_force", "day", "name"),
    [
        (Interval("2019-06-01", basis=Basis.CONSOLIDATED), "2019-06-01", "consolidated"),
        (Interval("2019", basis=Basis.ENACTED), "2019-01-01", "enacted"),
        (None, "0001-01-01", "unknown"),
    ],
)
def test_a_date_is_a_day_and_says_what_it_rests_on(in_force: Interval | None, day: str, name: str) -> None:
    version = act(Unit("article", "1"), in_force=in_force)
    date = find(tree(version), "FRBRExpression/FRBRdate")[0]
    assert (date.get("date"), date.get("name")) == (day, name)
    assert again(version).in_force == in_force


def test_when_a_text_ceased_to_be_in_force_is_an_event() -> None:
    root = tree(act(Unit("article", "1"), in_force=Interval("2019-06-01", "2020-01-01")))
    events = {e.get("eId"): e.get("date") for e in find(root, "lifecycle/eventRef")}
    interval = find(root, "temporalGroup/timeInterval")[0]
    assert events[(interval.get("start") or "")[1:]] == "2019-06-01"
    assert events[(interval.get("end") or "")[1:]] == "2020-01-01"


def test_the_file_names_its_source_without_the_folders_of_who_read_it() -> None:
    xml = write(act(Unit("article", "1")), DAY).xml
    assert 'file="law.txt"' in xml
    assert "folder" not in xml


def test_two_megabytes_in_one_provision() -> None:
    version = act(Unit("article", "1", words="ship " * 400_000), Unit("article", "2"))
    assert visible(again(version)) == visible(version)


def test_every_level_that_a_reader_finds_has_a_name() -> None:
    folder = Path(palermo.__file__).parent / "corpus"
    data = load_yaml((folder / "readers" / "markup" / "vocabularies" / "akoma_ntoso.yaml").read_text(encoding="utf-8"))
    named = set(data["provisions"]["hcontainer"]["levels"].values()) | {"hcontainer"}
    files = [
        *(folder / "readers" / "markup" / "vocabularies").glob("*.yaml"),
        *(folder / "structure").glob("**/*.yaml"),
    ]
    levels = {m for file in files for m in re.findall(r"\blevel: ([a-zA-Z]+)", file.read_text(encoding="utf-8"))}
    assert len(levels) > 20
    assert levels | set(LEVELS) <= HIERARCHY | named


def test_names_are_given_once() -> None:
    names = ElementNames(["art_1", "art_1__mod_1"])
    assert names.own("art_1") == "art_1"
    assert names.own("art_1") not in ("art_1", "art_1__mod_1")
    assert names.new("art_1__mod") == "art_1__mod_2"


def test_references_are_uris() -> None:
    assert reference("#art_1__point_а") == "#art_1__point_%D0%B0"
    assert reference("/akn/ru/act/63/rus@2019~art_1") == "/akn/ru/act/63/rus@2019~art_1"

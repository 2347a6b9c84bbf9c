"""The catalogue of the Protocol, and what the loader says about a file that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from palermo.corpus.errors import InputError, NotFoundError
from palermo.corpus.model.findings import Extent, Rating, Value
from palermo.kb.frameworks.framework import BINDINGNESS, Element, defines, every, load, names, parse, treatment
from tests.support.framework_folder import frameworks_of, protocol_text

ELEMENTS = load("palermo").elements

# The codes of the project's code book, by family.
CODES = {
    "act": "recruitment transportation transfer harbouring receipt sale exploitation",
    "means": "threat force coercion abduction fraud deception abuse_of_power vulnerability payment"
    " essential_adult aggravating non_exhaustive",
    "purpose": "sexual forced_labour slavery servitude organs organs_aggravating open_list required"
    " begging crime marriage adoption surrogacy pornography",
    "child": "no_means age_18 aggravated",
    "consent": "irrelevant",
    "scope": "movement_required transnational_only gender_limited",
    "offence": "criminalised attempt accomplice organising legal_persons non_punishment",
}


def test_the_protocol_has_the_46_codes() -> None:
    assert [e.code for e in ELEMENTS] == [f"{group}.{name}" for group, all_ in CODES.items() for name in all_.split()]
    assert len(ELEMENTS) == 46
    assert all(e.group == e.code.partition(".")[0] for e in ELEMENTS)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda e: e.code)
def test_an_element_can_be_shown_and_cited(element: Element) -> None:
    assert element.label
    assert re.search("[а-яё]", element.labels["ru"])
    assert element.restatement.endswith(".")
    assert element.citation.startswith(("UNTS 2237, 319", "beyond UNTS 2237, 319"))
    assert element.bindingness in BINDINGNESS
    assert bool(element.qualification) == (element.bindingness == "mandatory-qualified")


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda e: e.code)
def test_only_what_the_protocol_asks_for_can_be_failed(element: Element) -> None:
    answers = {element.rate(Value.YES), element.rate(Value.YES, Extent.SOME), element.rate(Value.NO)}
    if element.asks is None:
        assert (element.article, element.bindingness) == ("", "none")
        assert answers == {Rating.BROADER, Rating.NOT_REQUIRED}
    else:
        assert element.article
        assert element.bindingness.startswith("mandatory")
        assert answers & {Rating.ABSENT, Rating.NARROWER, Rating.CONTRARY, Rating.BROADER, Rating.PARTLY}
        assert element.rate(Value.YES, Extent.SOME) is not Rating.MET
    assert element.rate(Value.UNCLEAR) is Rating.UNDECIDED


@pytest.mark.parametrize(
    ("code", "value", "extent", "rating"),
    [
        ("means.essential_adult", Value.NO, None, Rating.BROADER),
        ("child.no_means", Value.NO, None, Rating.CONTRARY),
        ("scope.movement_required", Value.YES, Extent.FULL, Rating.NARROWER),
        ("purpose.organs", Value.NO, None, Rating.ABSENT),
        ("offence.organising", Value.YES, Extent.SOME, Rating.PARTLY),
        ("offence.non_punishment", Value.NO, None, Rating.NOT_REQUIRED),
        ("offence.legal_persons", Value.YES, Extent.FULL, Rating.BROADER),
        ("act.recruitment", Value.YES, Extent.FULL, Rating.MET),
    ],
)
def test_ratings_that_the_code_book_fixes(code: str, value: Value, extent: Extent | None, rating: Rating) -> None:
    assert load("palermo").element(code).rate(value, extent) is rating


def test_every_paragraph_of_articles_3_and_5_is_there() -> None:
    found = list(load("palermo").obligations)
    assert found == ["3(a)", "3(b)", "3(c)", "3(d)", "5(1)", "5(2)(a)", "5(2)(b)", "5(2)(c)"]
    assert {e.article for e in ELEMENTS} == {"", *found}
    assert load("palermo").obligations["5(2)(a)"].bindingness == "mandatory-qualified"


def test_what_is_unknown_is_named_with_what_there_is() -> None:
    with pytest.raises(NotFoundError, match=r"unknown framework 'geneva' .*palermo"):
        load("geneva")
    with pytest.raises(NotFoundError, match=r"no element 'act.flying' .*act\.recruitment"):
        load("palermo").element("act.flying")
    assert names() == tuple(sorted(names()))
    assert load("palermo") is load("palermo")


def test_a_code_is_found_by_name_and_in_any_case() -> None:
    framework = load("palermo")
    assert framework.code("ACT.Receipt") == framework.code("receipt") == "act.receipt"
    assert framework.code("forced labour") == "purpose.forced_labour"
    assert set(framework.codes("means")) == {e.code for e in ELEMENTS if e.group == "means"}
    with pytest.raises(NotFoundError, match=r"'offence' is 6 elements .*offence\.attempt"):
        framework.code("offence")
    with pytest.raises(NotFoundError, match=r"expected one of recruitment, act\.recruitment"):
        framework.code("recruitmnt")


SMALL = """
id: small
version: "1"
title: A small one
citation: UNTS 1, 1
scales:
  asked: {asks: "yes", "yes": met, some: partly, "no": absent}
  extra: {asks: none, "yes": broader, some: broader, "no": not required}
groups:
  a: {label: A, defines: [child]}
definitions: [trafficking, child]
headlines:
  acts: {absent: Nothing.}
obligations:
  "1": {label: {en: One}, bindingness: mandatory, restatement: Do it., citation: "art. 1"}
elements:
  - {code: a.one, label: {en: one}, group: a, article: "1", scale: asked, restatement: One is done.}
  - {code: a.two, label: {en: two}, group: a, scale: extra, restatement: Two is more., citation: beyond art. 1}
"""


def test_an_element_takes_what_it_does_not_state_from_its_paragraph() -> None:
    one, two = parse(SMALL).elements
    assert (one.bindingness, one.citation) == ("mandatory", "art. 1")
    assert (two.bindingness, two.citation) == ("none", "beyond art. 1")


SECOND = """
id: second
version: "1"
title: A second one
citation: UNTS 2, 2
scales:
  extra: {asks: none, "yes": broader, some: broader, "no": not required}
obligations:
  "1": {label: {en: One}, bindingness: mandatory, restatement: Do it., citation: "art. 1"}
elements:
  - {code: act.sale, label: {en: sale}, group: act, scale: extra, restatement: Sale., citation: "beyond art. 1"}
"""


def test_a_second_framework_repeats_nothing_of_a_code_and_cannot_treat_it_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "palermo.yaml").write_text(protocol_text(), "utf-8")
    (tmp_path / "second.yaml").write_text(SECOND, "utf-8")
    with frameworks_of(tmp_path, monkeypatch):
        sale = load("second").element("act.sale")
        assert (treatment(sale).rule, treatment(sale).headline) == ("acts.act", "")
        assert defines(sale) == {"trafficking"}
    (tmp_path / "second.yaml").write_text(SECOND.replace("Sale.,", "Sale., rule: means.means,"), "utf-8")
    with frameworks_of(tmp_path, monkeypatch), pytest.raises(InputError, match=r"^second.yaml: elements, act.sale: "):
        every()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("code: a.two", "code: a.one"), "'a.one' stands twice"),
        ((", citation: beyond art. 1", ""), "elements, a.two: citation is missing"),
        (("restatement: One is done.", "restatment: One is done."), "elements, a.one: restatement is missing"),
        (("restatement: One is done.", "restatement: One is done., colour: red"), "unknown key 'colour'"),
        (('"no": absent', '"no": lacking'), "scales, asked: no is 'lacking' .*absent"),
        (('asks: "yes"', "asks: yes"), "scales, asked: asks is True"),
        (('article: "1"', 'article: "2"'), "article is '2' .*1"),
        (('article: "1", ', ""), "article and scale do not fit"),
        (("bindingness: mandatory", "bindingness: compulsory"), "bindingness is 'compulsory' .*shall endeavour"),
        (("bindingness: mandatory", "bindingness: mandatory-qualified"), "obligations, 1: qualification is missing"),
        (("label: {en: one}", "label: {ru: один}"), "label has no English text"),
        (('version: "1"', "version: 1"), "version is 1"),
        (("scale: asked", "scale: asking"), "scale is 'asking' .*asked, extra"),
        (("id: small", "id: [small"), "made.yaml:[0-9]+: no YAML"),
        (("id: small", "id: small\ncolour: red"), "framework: unknown key 'colour'"),
        (("done.}", "done., defines: [consent]}"), r"a.one: defines is 'consent' .*trafficking, child"),
        (("done.}", "done., headline: crime}"), r"a.one: headline is 'crime' .*acts"),
        (("done.}", "done., terms: age}"), r"elements, a.one: terms: is 'age' .*a list"),
        (("done.}", "done., alone: often}"), r"elements, a.one: alone: is 'often' .*every, first"),
        (("done.}", 'done., wide: "no"}'), r"elements, a.one: wide: is 'no' .*true or false"),
        (("{label: A, defines: [child]}", "{label: A, defines: [consent]}"), r"groups, a: defines is 'consent'"),
        (("{label: A, defines: [child]}", "{defines: [child]}"), r"framework, groups: a.label: missing"),
        (("absent: Nothing.", "lacking: Nothing."), r"framework, headlines: acts.lacking: unknown key"),
    ],
)
def test_a_file_that_is_wrong_is_refused_at_its_place(change: tuple[str, str], complaint: str) -> None:
    assert change[0] in SMALL
    with pytest.raises(InputError, match=complaint) as refused:
        parse(SMALL.replace(*change, 1), "made.yaml")
    assert str(refused.value).startswith("made.yaml")


def test_no_list_and_no_mapping_is_refused() -> None:
    for text in ("", "just words", "- a\n- b\n", SMALL.partition("elements:")[0] + "elements: []\n"):
        with pytest.raises(InputError):
            parse(text)


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)


@pytest.mark.parametrize("name", names())
def test_no_key_of_a_framework_stands_twice(name: str) -> None:
    """YAML lets the last one win without a word."""
    from importlib.resources import files

    root = yaml.compose((files("palermo.kb.frameworks") / "catalogues" / f"{name}.yaml").read_text("utf-8"))
    assert root is not None
    for mapping in _mappings(root):
        keys = [key.value for key, _ in mapping.value]
        assert len(keys) == len(set(keys))

"""The query language: what is asked for, and errors that show the place."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palermo.corpus.citations.find import Citation
from palermo.corpus.errors import QueryError
from palermo.kb.search.index.contract import And, Field, FieldKind, Filter, IndexView, Not, Or, Query, TermQuery
from palermo.kb.search.query.parse import has_operators, parse


class Plain:
    """Leaves that only write down what they were given."""

    def words(self, words: Sequence[str], field: Field | None) -> Query:
        return _look("words", *words, field=field)

    def phrase(self, text: str, field: Field | None, apart: int) -> Query:
        return _look("phrase", text, *([f"~{apart}"] if apart else []), field=field)

    def exact(self, text: str, apart: int) -> Query:
        return _look("exact", text, *([f"~{apart}"] if apart else []))

    def source(self, wanted: str) -> Query:
        return _look("source", wanted)

    def prefix(self, beginning: str, field: Field | None) -> Query:
        return _look("prefix", beginning, field=field)

    def citation(self, citation: Citation, text: str, words: Sequence[str]) -> Query:
        return _look("cite", citation.cite, text, *words)


def _look(*words: str, field: Field | None = None) -> TermQuery:
    return TermQuery((IndexView("", FieldKind.KEY, words),), field)


def W(*words: str) -> TermQuery:  # noqa: N802 - short, as the tables of queries are
    return _look("words", *words)


def P(text: str) -> TermQuery:  # noqa: N802
    return _look("phrase", text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("penalty for children", W("penalty", "for", "children")),
        ("women and children or men", W("women", "and", "children", "or", "men")),
        ('"forced labour"', P("forced labour")),
        ("«торговля людьми»", P("торговля людьми")),
        ("„Zwang“ “force”", And((P("Zwang"), P("force")))),
        ("a OR b c AND d", Or((W("a"), And((W("b", "c"), W("d")))))),
        ("(a OR b) AND c", And((Or((W("a"), W("b"))), W("c")))),
        ("а И б ИЛИ в", Or((And((W("а"), W("б"))), W("в")))),
        ("a NOT b", And((W("a"), Not(W("b"))))),
        ("NOT (a OR b)", Not(Or((W("a"), W("b"))))),
        ("a NOT NOT b", And((W("a"), Not(Not(W("b")))))),
        ("traffick* child", And((W("child"), _look("prefix", "traffick")))),
        ('"a b"~5 c', And((W("c"), _look("phrase", "a b", "~5")))),
        ('exact:"a b"~12', _look("exact", "a b", "~12")),
        ('heading:"a b"~1', _look("phrase", "a b", "~1", field=Field.HEADING)),
        ("heading:slavery", _look("words", "slavery", field=Field.HEADING)),
        ("Heading:  slavery act", And((W("act"), _look("words", "slavery", field=Field.HEADING)))),
        ("lang: rus", Filter("lang", "ru")),
        ("law: slavery", W("law:", "slavery")),
        ('title:"an act"', _look("phrase", "an act", field=Field.TITLE)),
        ("heading:(a OR b*)", Or((
            _look("words", "a", field=Field.HEADING), _look("prefix", "b", field=Field.HEADING)
        ))),
        ("exact:children", _look("exact", "children")),
        ('exact:"these children"', _look("exact", "these children")),
        ("a jurisdiction:KZ", And((W("a"), Filter("jurisdiction", "kz")))),
        ("lang:rus", Filter("lang", "ru")),
        ("LANG:ru year:2006", And((Filter("lang", "ru"), Filter("year", "2006")))),
        ("instrument:/akn/zz/act/1", Filter("instrument", "/akn/zz/act/1")),
        ("section 5(2)", _look("cite", "5(2)", "section 5(2)")),
        ("court section 5(2) fine", _look("cite", "5(2)", "section 5(2)", "court", "fine")),
        ("s 5 and art 3", Or((_look("cite", "5", "s 5", "and"), _look("cite", "3", "art 3", "and")))),
        ("NOT section 5(2)", Not(_look("cite", "5(2)", "section 5(2)"))),
        ('"section 5(2)"', P("section 5(2)")),
        ("heading:5(2)", _look("words", "5(2)", field=Field.HEADING)),
        ("penalty: prison", W("penalty:", "prison")),
        ("at 10:30", W("at", "10:30")),
        ("child(ren)", W("child(ren)")),
    ],
)  # fmt: skip
def test_a_query_asks_for(text: str, query: Query) -> None:
    assert parse(text, Plain()) == query


@pytest.mark.parametrize(
    ("text", "shown", "message"),
    [
        ("a AND (b OR c", "a AND ^(b OR c", "bracket"),
        ("a) b", "a^) b", "bracket"),
        ('a "b c', 'a ^"b c', "quotation mark"),
        ("«a", "^«a", "quotation mark"),
        ("a AND", "a AND^", "missing"),
        ("OR a", "^OR a", "missing"),
        ("a AND OR b", "a AND ^OR b", "missing"),
        ("()", "(^)", "missing"),
        ("NOT", "NOT^", "missing"),
        ("a NOT)", "a NOT^)", "missing"),
        ('a ""', 'a ^""', "quotation marks"),
        ("heading:", "heading:^", "missing"),
        ("a (exact: )", "a (exact: ^)", "missing"),
        ("colour:red", "^colour:red", "unknown field"),
        ("lang:xx", "lang:^xx", "unknown language"),
        ("year:soon", "year:^soon", "year"),
        ("heading:title:a", "heading:^title:a", "field"),
        ("a *", "a ^*", r"\*"),
    ],
)
def test_a_mistake_is_shown_where_it_is(text: str, shown: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse(text, Plain())
    assert f"in {shown}" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["(" * 5000 + "a", "NOT " * 5000 + "a"])
def test_what_is_too_deep_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="at most 50") as caught:
        parse(text, Plain())
    assert len(str(caught.value)) < 250
    assert parse("(" * 40 + "a" + ")" * 40, Plain()) == W("a")


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_query_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="empty"):
        parse(text, Plain())


_PIECES = [*'ab "«»()*:-5~', "AND", "OR", "NOT ", "lang:", "year:", "ст. "]


@given(text=st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    with suppress(QueryError):
        parse(text, Plain())


@pytest.mark.parametrize(
    ("text", "has"), [("a OR b", True), ("a И b", True), ("NOT a", True), ('"a OR b"', False), ("a or b", False)]
)
def test_operators_are_told_from_words(text: str, has: bool) -> None:
    assert has_operators(text) is has

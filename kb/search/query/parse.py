"""The query language.

    query  = run *((AND | OR) run)            AND binds closer than OR; И and ИЛИ are the same
    run    = 1*([NOT] item)                   items beside each other are all asked for, but words: see below
    item   = word | word"*" | phrase ["~" number] | field item | "(" query ")" | citation
    phrase = words in "…", «…», “…” or „…“    any form of each word, next to each other in this order; with a number
                                              in any order, the last at most so many words behind the first
    field  = text: | heading: | title: | exact: | jurisdiction: | lang: | instrument: | level: | year: | element: |
             source:                          of these, blanks may follow the colon

Words beside each other are one question: with one or two, a text must have them all; of three or more, three fifths;
of words that name concepts of the field, half (`palermo.kb.search.query.relax`). The more of them it has, the higher it
stands. Function words do not count. A word is looked for in all its forms, with `exact:` only as it is spelled. A
citation ("section 5(2)", "ст. 128") finds that provision first, and words beside it only sort what it finds. Operators
are in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import NoReturn, Protocol

from palermo.corpus.citations.find import Citation, find_citations
from palermo.corpus.errors import QueryError, UsageError
from palermo.corpus.grammar_words import grammar_words
from palermo.corpus.language_data import languages_with
from palermo.corpus.model.languages import check_language
from palermo.kb.search.index.contract import ELEMENT, SOURCE, And, Field, Filter, Not, Or, Query
from palermo.kb.search.query.element_concepts import codes

__all__ = ["FACTS", "Leaves", "has_operators", "parse"]

FACTS = ("jurisdiction", "lang", "instrument", "level", "year", ELEMENT, SOURCE)
_EXACT = "exact"
_FIELDS = (*(field.value for field in Field), _EXACT, *FACTS)
# What else people call the fields, in English.
_OTHER_NAMES = {
    "act": "title", "body": "text", "content": "text", "country": "jurisdiction", "date": "year", "file": SOURCE,
    "id": "instrument", "language": "lang", "law": "title", "name": "title", "path": SOURCE, "state": "jurisdiction",
    "statute": "title", "translation": SOURCE, "type": "level", "word": _EXACT,
}  # fmt: skip

_ENDS = frozenset({"AND", "OR", ")"})  # of a run
_FARTHEST = 50  # words from the first to the last of a phrase
_DEEPEST = 50  # brackets, fields and NOTs inside of each other
_AROUND = 40  # code points of the query that an error shows on either side of the place
_QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“”", "”": "”"}
_OPENING = "".join(_QUOTES)
_NUMBER = re.compile(r"[0-9]{1,3}(?![\w~])")
_FIELD = re.compile(rf"([^\W\d_]+):(?=\S)|({'|'.join(_FIELDS)}):", re.IGNORECASE)
_WORD = re.compile(rf"(?:[^\s(){_OPENING}»]|(?<=\w)\([^\s()]*\))+")  # a bracket inside a word is part of it: 5(2)


@cache
def _operators() -> Mapping[str, str]:
    """Words that stand for AND, OR and NOT, in capitals as they are typed."""
    spoken = (grammar_words(lang).query_operators or {} for lang in languages_with("grammar"))
    return {word: operator for operators in spoken for operator, words in operators.items() for word in words}


class Leaves(Protocol):
    """Maker of queries from words, which knows the languages. `field` None is the text, with its headings."""

    def words(self, words: Sequence[str], field: Field | None) -> Query:
        """Words beside each other."""

    def phrase(self, text: str, field: Field | None, apart: int) -> Query:
        """Words next to each other, in any form; with `apart` in any order, the last so far behind the first."""

    def exact(self, text: str, apart: int) -> Query:
        """Words next to each other, or `apart`, as spelled."""

    def prefix(self, beginning: str, field: Field | None) -> Query:
        """Words that begin so."""

    def source(self, wanted: str) -> Query:
        """Texts from a kind of source, or from files with this in their path."""

    def citation(self, citation: Citation, text: str, words: Sequence[str]) -> Query:
        """A provision first, then texts that mention it in the words of `text`; `words` sort them."""


@dataclass(frozen=True, slots=True)
class _Token:
    """`kind` is "word", "phrase", "citation", "field", "(", ")" or an operator. `start` is its place in the query."""

    kind: str
    text: str
    start: int
    citation: Citation | None = None
    apart: int = 0


def parse(text: str, leaves: Leaves) -> Query:
    """The query that `text` writes. Raises QueryError, which shows the place, if it is none."""
    return _Parser(text, leaves).query()


def has_operators(text: str) -> bool:
    """True if it joins its parts itself, by AND, OR or NOT. Raises QueryError if it is no query."""
    return any(token.kind in {"AND", "OR", "NOT"} for token in _tokens(text))


def _fail(message: str, text: str, position: int, expected: str | None = None) -> NoReturn:
    """Errors are one line, so the caret stands in the query, before the place."""
    before, after = text[max(position - _AROUND, 0) : position], text[position : position + _AROUND]
    shown = ("…" if position > _AROUND else "") + f"{before}^{after}" + ("…" if len(text) > position + _AROUND else "")
    raise QueryError(f"{message}, at the ^ in {shown}", expected=expected)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    citations = {citation.start: citation for citation in find_citations(text)}
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
            continue
        if char in _QUOTES:
            end = next((n for n in range(at + 1, len(text)) if text[n] in _QUOTES[char]), None)
            if end is None:
                _fail("a quotation mark is not closed", text, at)
            apart, after = _apart(text, end + 1)
            tokens.append(_Token("phrase", text[at + 1 : end], at, apart=apart))
            at = after
        elif at in citations:
            tokens.append(_Token("citation", text[at : citations[at].end], at, citations[at]))
            at = citations[at].end
        elif char in "()":
            tokens.append(_Token(char, char, at))
            at += 1
        elif match := _FIELD.match(text, at):
            tokens.append(_Token("field", match[0][:-1].lower(), at))
            at = match.end()
        elif match := _WORD.match(text, at):
            tokens.append(_Token(_operators().get(match[0], "word"), match[0], at))
            at = match.end()
        else:
            at += 1  # a closing quotation mark without an opening one
    return tokens


def _apart(text: str, position: int) -> tuple[int, int]:
    """The number of words behind a phrase that ends here, 0 where there is none; and where that ends."""
    if text[position : position + 1] != "~":
        return 0, position
    number = _NUMBER.match(text, position + 1)
    if number is None or not 1 <= int(number[0]) <= _FARTHEST:
        _fail("how far the words may be from each other is not clear", text, position, f"~1 to ~{_FARTHEST}")
    return int(number[0]), number.end()


class _Parser:
    """Recursive descent over the tokens; one method a rule of the grammar."""

    def __init__(self, text: str, leaves: Leaves) -> None:
        self._text = text
        self._leaves = leaves
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    def query(self) -> Query:
        if not self._tokens:
            raise QueryError("the query is empty", expected="words, such as trafficking in children")
        query = self._either(None)
        if (token := self._peek()) is not None:
            _fail("a bracket closes that was not opened", self._text, token.start)
        return query

    def _either(self, field: str | None) -> Query:
        parts = [self._both(field)]
        while self._take("OR"):
            parts.append(self._both(field))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self, field: str | None) -> Query:
        parts = [self._run(field)]
        while self._take("AND"):
            parts.append(self._run(field))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _run(self, field: str | None) -> Query:
        parts: list[Query] = []
        words: list[str] = []
        citations: list[_Token] = []
        while (token := self._peek()) is not None and token.kind not in _ENDS:
            if token.kind == "citation" and field is None:
                citations.append(token)
                self._at += 1
            elif self._is_plain(token, field):
                words.append(token.text)
                self._at += 1
            else:
                parts.append(self._item(field))
        cited = [self._leaves.citation(t.citation, t.text, words) for t in citations if t.citation is not None]
        if cited:
            parts.append(cited[0] if len(cited) == 1 else Or(tuple(cited)))
        if words and not citations:
            parts.insert(0, self._leaves.words(words, _field(field)))
        if not parts:
            at = token.start if token else len(self._text)
            _fail("something is missing", self._text, at, "a word, a phrase or a bracket")
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _is_plain(self, token: _Token, field: str | None) -> bool:
        """Whether it joins the words beside it."""
        plain = token.kind in {"word", "citation"} and not token.text.endswith("*")
        return plain and field not in {*FACTS, _EXACT}

    def _item(self, field: str | None) -> Query:
        """One item, also where it is a plain word."""
        token = self._peek()
        if token is None or token.kind in _ENDS:
            at = token.start if token else len(self._text)
            _fail("something is missing", self._text, at, "a word, a phrase or a bracket")
        self._at += 1
        if token.kind not in {"NOT", "(", "field"}:
            return self._value(token, field)
        self._depth += 1
        if self._depth > _DEEPEST:
            _fail(
                "more inside of each other than can be followed", self._text, token.start, f"at most {_DEEPEST} levels"
            )
        query = self._nested(token, field)
        self._depth -= 1
        return query

    def _nested(self, token: _Token, field: str | None) -> Query:
        if token.kind == "NOT":
            return Not(self._item(field))
        if token.kind == "field":
            return self._named(token, field)
        query = self._either(field)
        if not self._take(")"):
            _fail("a bracket is not closed", self._text, token.start)
        return query

    def _named(self, name: _Token, outer: str | None) -> Query:
        if name.text not in _FIELDS:
            _fail(f"unknown field {name.text!r}{_near(name.text)}", self._text, name.start, ", ".join(_FIELDS))
        if outer is not None:
            _fail("a field inside a field", self._text, name.start)
        return self._item(name.text)

    def _value(self, token: _Token, field: str | None) -> Query:
        if not token.text.strip():
            _fail("nothing stands in the quotation marks", self._text, token.start)
        if field == _EXACT:
            return self._leaves.exact(token.text, token.apart)
        if field in FACTS:
            return self._fact(token, field)
        if token.kind == "phrase":
            return self._leaves.phrase(token.text, _field(field), token.apart)
        if token.citation is not None and field is None:
            return self._leaves.citation(token.citation, token.text, ())
        if not token.text.endswith("*"):
            return self._leaves.words([token.text], _field(field))
        beginning = token.text.rstrip("*")
        if not any(char.isalnum() for char in beginning):
            _fail("nothing stands before the *", self._text, token.start, "the beginning of a word")
        return self._leaves.prefix(beginning, _field(field))

    def _fact(self, token: _Token, field: str) -> Query:
        if field == SOURCE:
            return self._leaves.source(token.text)
        return self._element(token) if field == ELEMENT else Filter(field, self._known(token, field))

    def _element(self, token: _Token) -> Query:
        try:
            found = tuple(Filter(ELEMENT, code) for code in codes(token.text))
        except UsageError as error:
            _fail(error.message, self._text, token.start, error.expected)
        return found[0] if len(found) == 1 else Or(found)

    def _known(self, token: _Token, field: str) -> str:
        """The value of the fact as it is compared; one that no text can have is an error."""
        value = token.text.strip().lower()
        if field == "lang":
            try:
                return check_language(value)
            except UsageError as error:
                _fail(error.message, self._text, token.start, error.expected)
        if field == "year" and not re.fullmatch(r"\d{4}", value):
            _fail(f"{token.text!r} is no year", self._text, token.start, "four figures, such as 2013")
        return value

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, kind: str) -> bool:
        token = self._peek()
        if token is None or token.kind != kind:
            return False
        self._at += 1
        return True


def _near(name: str) -> str:
    """What may have been meant by the name of a field, as a question in brackets; "" where nothing is like it."""
    meant = _OTHER_NAMES.get(name) or next(iter(get_close_matches(name, (*_FIELDS, *_OTHER_NAMES), 1)), None)
    return f" (did you mean {_OTHER_NAMES.get(meant, meant)}:?)" if meant else ""


def _field(name: str | None) -> Field | None:
    return Field(name) if name in tuple(Field) else None

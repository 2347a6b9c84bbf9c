"""The thesaurus of the field: concepts with their terms in several languages, data in `kb/thesaurus/*.yaml`.

A file has a `source` and `concepts`: for each name the terms by language. The code of a concept is the file's name and
its own: `victim.compensation`; no file is named like a group of the framework's codes. A term is one or several words;
one that ends in `*` stands for all words that begin so, other words are compared by their dictionary form. Function
words do not count: "trafficking in persons" is also found in "trafficking of persons".

    from palermo.kb.thesaurus import thesaurus
    known = thesaurus.load()
    known.concepts["victim.compensation"]                 # {"en": ("compensat*", …), "ru": ("компенсац*", …), …}
    [m.code for m in known.mentions("компенсация потерпевшему", "ru")]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from palermo.corpus.data_files import load_yaml, read_data
from palermo.corpus.errors import InputError
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.lexicon.lemmatise import Token

__all__ = ["FORMULAE", "Mention", "Thesaurus", "content", "load", "load_queries", "load_sought"]

FORMULAE = "formula."  # the codes of formulae of drafting begin so: how a rule binds, not what it is about

Terms = Mapping[str, tuple[str, ...]]


class Mention(NamedTuple):
    """A term of the concept `code` at `start` to `end` of a text (code points, half-open)."""

    code: str
    start: int
    end: int


class _Word(NamedTuple):
    """A word of a term: the key of its forms, or with `open_end` how it begins, folded."""

    text: str
    open_end: bool

    def matches(self, token: Token) -> bool:
        return token.spelled.startswith(self.text) if self.open_end else token.lemma == self.text


class _Entry(NamedTuple):
    """A term by its first word; the others are read when that one is met: most of a long list never are."""

    first: _Word
    term: str
    code: str


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """`concepts` are the terms of each concept by language (ISO 639-1), by code."""

    concepts: Mapping[str, Terms]
    _lookups: dict[str, _Lookup] = field(default_factory=dict, repr=False, compare=False)

    @property
    def languages(self) -> frozenset[str]:
        """The languages that have terms."""
        return frozenset(lang for terms in self.concepts.values() for lang in terms)

    def mentions(self, text: str, lang: str) -> list[Mention]:
        """The concepts that `text` names, in order; a term inside a longer one of another concept does not count."""
        return self.among(content(text, lang), lang)

    def among(self, tokens: Sequence[Token], lang: str) -> list[Mention]:
        """The concepts named by the words of a text (see `content`), in order."""
        if lang not in self._lookups:
            self._lookups[lang] = _Lookup(self.concepts, lang)
        return self._lookups[lang].find(tokens)


class _Lookup:
    """The terms of one language by how they begin."""

    def __init__(self, concepts: Mapping[str, Terms], lang: str) -> None:
        self._lang = lang
        self._whole: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._open: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._seen: dict[tuple[str, str], list[_Entry]] = {}
        for code, terms in concepts.items():
            for term in terms.get(lang, ()):
                first = next((words[0] for raw in term.split() if (words := _words_in(raw, lang))), None)
                if first is None:
                    raise InputError(
                        f"{code}: {term!r} has only function words", file="kb/thesaurus", expected="a term"
                    )
                by = self._open if first.open_end else self._whole
                by[first.text[:_HEAD] if first.open_end else first.text].append(_Entry(first, term, code))

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        found: list[tuple[int, int, str]] = []
        for at, token in enumerate(tokens):
            for _, term, code in self._begin(token):
                words = _words(term, self._lang)
                end = at + len(words)
                if end <= len(tokens) and all(
                    w.matches(t) for w, t in zip(words[1:], tokens[at + 1 : end], strict=True)
                ):
                    found.append((at, end, code))
        longest = sorted(set(found), key=lambda f: (f[0] - f[1], f))
        kept: list[tuple[int, int, str]] = []
        covered: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for start, end, code in longest:
            inside = any(a <= start and end <= b and b - a > end - start for a, b in covered[start])
            if not inside or code in _ALSO_INSIDE:
                kept.append((start, end, code))
                for at in range(start, end):
                    covered[at].add((start, end))
        return [Mention(code, tokens[a].start, tokens[b - 1].end) for a, b, code in sorted(kept)]

    def _begin(self, token: Token) -> list[_Entry]:
        key = token.lemma, token.spelled
        if key not in self._seen:
            near = (self._open.get(token.spelled[:n], ()) for n in range(1, _HEAD + 1))
            open_ended = [e for entries in near for e in entries if e.first.matches(token)]
            self._seen[key] = [*self._whole.get(token.lemma, ()), *open_ended]
        return self._seen[key]


_SOUGHT = "data/search_terms.yaml"
_EVERYDAY = "data/lay_terms.yaml"
_ONLY_ASKED = "asked."  # the codes of concepts that are only asked for begin so
_ALSO_INSIDE = frozenset({"victim.child"})  # what counts inside a longer term, too: "receipt of a child"
_HEAD = 3  # letters by which terms with an open end are looked up


@cache
def load() -> Thesaurus:
    """The thesaurus. Raises InputError for a file that is not valid."""
    concepts: dict[str, Terms] = {}
    for file in sorted((files(__package__) / "concepts").iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".yaml"):
            continue
        data = load_yaml(file.read_text("utf-8"))
        if not isinstance(data, dict) or not data.get("source") or not isinstance(data.get("concepts"), dict):
            raise InputError("no list of concepts", file=file.name, expected="`source` and `concepts`")
        for name, terms in data["concepts"].items():
            concepts[f"{file.name.removesuffix('.yaml')}.{name}"] = _checked(file.name, name, terms)
    return Thesaurus(MappingProxyType(concepts))


@cache
def load_sought() -> Thesaurus:
    """The thesaurus with `kb/thesaurus/data/search_terms.yaml`: what a query looks for in texts when it names a
    concept."""
    return _with(load(), _SOUGHT)


@cache
def load_queries() -> Thesaurus:
    """That with the words of `kb/thesaurus/data/lay_terms.yaml`, too: for what people type, not for what laws say."""
    return _with(load_sought(), _EVERYDAY)


def _with(known: Thesaurus, file: str) -> Thesaurus:
    """The concepts with the terms of a file behind their own. Raises InputError for a code that no concept has."""
    concepts = dict(known.concepts)
    data = read_data(__package__, file)
    for code, terms in data["concepts"].items():
        if code not in concepts and not (file == _SOUGHT and code.startswith(_ONLY_ASKED)):
            raise InputError(f"no concept {code!r}", file=file, expected="a code of kb/thesaurus")
        more, own = _checked(file, code, terms), concepts.get(code, {})
        langs = dict.fromkeys([*own, *more])
        concepts[code] = MappingProxyType({lang: (*own.get(lang, ()), *more.get(lang, ())) for lang in langs})
    return Thesaurus(MappingProxyType(concepts))


def content(text: str, lang: str) -> list[Token]:
    """The words of `text` without the function words of its language (`kb/thesaurus/data/function_words.yaml`)."""
    dropped = _function_words().get(lang, frozenset())
    return [t for t in nlp.analyse(text, lang) if t.spelled not in dropped]


@cache
def _function_words() -> Mapping[str, frozenset[str]]:
    data = read_data(__package__, "data/function_words.yaml")
    return {lang: frozenset(nlp.fold(word) for word in words) for lang, words in data.items()}


@cache
def _words(term: str, lang: str) -> tuple[_Word, ...]:
    return tuple(word for raw in term.split() for word in _words_in(raw, lang))


@cache
def _words_in(raw: str, lang: str) -> tuple[_Word, ...]:
    """What stands between the blanks of a term; many terms are made of the same words."""
    stem = raw.removesuffix("*")
    tokens = nlp.analyse(stem, lang) if raw.endswith("*") else content(stem, lang)
    ends = [n == len(tokens) - 1 and raw.endswith("*") for n in range(len(tokens))]
    return tuple(_Word(t.spelled if end else t.lemma, end) for t, end in zip(tokens, ends, strict=True))


def _checked(file: str, name: str, terms: object) -> Terms:
    if not isinstance(terms, dict) or not terms:
        raise InputError(f"{name}: no terms", file=file, expected="terms by language")
    for lang, listed in terms.items():
        if not isinstance(listed, list) or not all(isinstance(t, str) and t.strip() for t in listed):
            raise InputError(f"{name}: terms of {lang!r} are no list of words", file=file, expected="a list")
        if wrong := [t for t in listed if any("*" in word[:-1] for word in t.split())]:
            raise InputError(f"{name}: {wrong[0]!r}", file=file, expected="* only at the end of a word")
    return MappingProxyType({lang: tuple(listed) for lang, listed in terms.items()})

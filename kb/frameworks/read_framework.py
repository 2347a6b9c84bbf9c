"""Reads a framework from YAML; each mistake is one line that names the file, the entry and the key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from palermo.corpus.data_files import load_yaml
from palermo.corpus.errors import InputError
from palermo.corpus.fill_typed import fill_typed
from palermo.corpus.model.findings import Rating, Value
from palermo.kb.frameworks.requirement import (
    BINDINGNESS,
    Decision,
    Element,
    Framework,
    Group,
    HeadlineWords,
    Obligation,
    Scale,
    Treatment,
)

__all__ = ["parse"]

_T = TypeVar("_T")


def parse(text: str, file: str = "<text>") -> Framework:
    """The framework that a YAML text describes; raises InputError, which names the entry and the key, otherwise."""
    import yaml

    try:
        data = load_yaml(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise InputError(f"no YAML: {error.problem}", file=file, line=line, expected="a framework") from error
    top = _Entry(file, "framework", data)
    scales = top.table("scales", _scale)
    obligations = top.table("obligations", _obligation)
    groups = top.filled("groups", dict[str, Group], {})
    definitions = top.filled("definitions", tuple[str, ...], ())
    headlines = top.filled("headlines", dict[str, HeadlineWords], {})
    elements = top.rows("elements", lambda entry: _element(entry, scales, obligations))
    framework = Framework(
        id=top.text("id"),
        version=top.text("version"),
        title=top.text("title"),
        titles=top.words("titles", required=False),
        citation=top.text("citation"),
        obligations=obligations,
        elements=elements,
        instrument=top.text("instrument", ""),
        groups=MappingProxyType(groups),
        definitions=definitions,
        headlines=MappingProxyType(headlines),
        decisions=top.filled("decisions", tuple[Decision, ...], ()),
    )
    top.close()
    _check_names(framework, file)
    return framework


def _check_names(framework: Framework, file: str) -> None:
    """Refuse codes that stand twice, and records that name a term or a headline that the file does not have."""
    seen: set[str] = set()
    for element in framework.elements:
        if element.code in seen:
            raise InputError(f"code {element.code!r} stands twice", file=file, expected="each code once")
        seen.add(element.code)
        treatment, place = element.treatment, f"elements, {element.code}"
        _check(treatment.defines, framework.definitions, f"{place}: defines", file)
        _check((treatment.headline,) if treatment.headline else (), framework.headlines, f"{place}: headline", file)
    for name, group in framework.groups.items():
        _check(group.defines, framework.definitions, f"groups, {name}: defines", file)


def _check(named: Collection[str], known: Collection[str], place: str, file: str) -> None:
    for name in named:
        if name not in known:
            raise InputError(f"{place} is {name!r}", file=file, expected="one of " + ", ".join(known))


class _Entry:
    """A mapping of the file that is read key by key, so that what nobody reads is reported at `close`."""

    def __init__(self, file: str, place: str, data: object) -> None:
        self.file, self.place = file, place
        if not isinstance(data, dict):
            self.fail("is no mapping", "keys and values")
        self.rest: dict[Any, Any] = dict(data)
        self.known: list[str] = []

    def fail(self, message: str, expected: str) -> NoReturn:
        raise InputError(f"{self.place}: {message}", file=self.file, expected=expected)

    def take(self, key: str, required: bool = True) -> object:
        self.known.append(key)
        value = self.rest.pop(key, None)
        if value is None and required:
            self.fail(f"{key} is missing", key)
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key, default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str) or not value.strip():
            self.fail(f"{key} is {value!r}", "text (in quotation marks where YAML would read something else)")
        return value

    def words(self, key: str, required: bool = True) -> Mapping[str, str]:
        value = self.take(key, required) or {}
        if not isinstance(value, dict) or not all(isinstance(w, str) for pair in value.items() for w in pair):
            self.fail(f"{key} is {value!r}", "texts by language")
        if required and "en" not in value:
            self.fail(f"{key} has no English text", "en")
        return MappingProxyType(value)

    def choice(self, key: str, allowed: Mapping[str, _T]) -> _T:
        value = self.take(key)
        if not isinstance(value, str) or value not in allowed:
            self.fail(f"{key} is {value!r}", "one of " + ", ".join(allowed))
        return allowed[value]

    def table(self, key: str, read: Callable[[str, _Entry], _T]) -> Mapping[str, _T]:
        value = self.take(key)
        if not isinstance(value, dict) or not value:
            self.fail(f"{key} is empty or no mapping", f"{key} by name")
        return MappingProxyType({n: read(str(n), _Entry(self.file, f"{key}, {n}", e)) for n, e in value.items()})

    def rows(self, key: str, read: Callable[[_Entry], _T]) -> tuple[_T, ...]:
        value = self.take(key)
        if not isinstance(value, list) or not value:
            self.fail(f"{key} is empty or no list", f"a list of {key}")
        named = (
            (e.get("code", f"number {i}") if isinstance(e, dict) else f"number {i}", e) for i, e in enumerate(value, 1)
        )
        return tuple(read(_Entry(self.file, f"{key}, {name}", entry)) for name, entry in named)

    def filled(self, key: str, kind: type[_T], default: _T) -> _T:
        """The value of an optional key, as `fill_typed` reads it."""
        value = self.take(key, required=False)
        return default if value is None else fill_typed(value, kind, f"{self.file}: {self.place}, {key}")

    def treatment(self) -> Treatment:
        """Read the keys of a record on how palermo treats the code."""
        given = {field.name: self.take(field.name, required=False) for field in fields(Treatment)}
        given = {key: value for key, value in given.items() if value is not None}
        return fill_typed(given, Treatment, f"{self.file}: {self.place}")

    def close(self) -> None:
        if self.rest:
            self.fail(f"unknown key {next(iter(self.rest))!r}", "one of " + ", ".join(self.known))


def _scale(name: str, entry: _Entry) -> Scale:
    ratings = {r.value: r for r in Rating if r is not Rating.UNDECIDED}
    asks: dict[str, Value | None] = {"yes": Value.YES, "no": Value.NO, "none": None}
    scale = Scale(
        asks=entry.choice("asks", asks),
        yes=entry.choice("yes", ratings),
        some=entry.choice("some", ratings),
        no=entry.choice("no", ratings),
    )
    entry.close()
    return scale


def _obligation(article: str, entry: _Entry) -> Obligation:
    bindingness = entry.choice("bindingness", {b: b for b in BINDINGNESS})
    obligation = Obligation(
        article=article,
        labels=entry.words("label"),
        bindingness=bindingness,
        qualification=entry.text("qualification", None if bindingness == "mandatory-qualified" else ""),
        restatement=entry.text("restatement"),
        citation=entry.text("citation"),
        notes=entry.text("notes", ""),
    )
    entry.close()
    return obligation


def _element(entry: _Entry, scales: Mapping[str, Scale], obligations: Mapping[str, Obligation]) -> Element:
    code = entry.text("code")
    article = entry.text("article", "")
    if article and article not in obligations:
        entry.fail(f"article is {article!r}", "one of the obligations, " + ", ".join(obligations))
    asked = obligations.get(article)
    scale = entry.choice("scale", scales)
    if (asked is None) != (scale.asks is None):
        entry.fail("article and scale do not fit", "an article exactly where the scale asks for an answer")
    element = Element(
        code=code,
        labels=entry.words("label"),
        group=entry.text("group"),
        article=article,
        bindingness=asked.bindingness if asked else "none",
        qualification=asked.qualification if asked else "",
        restatement=entry.text("restatement"),
        scale=scale,
        citation=entry.text("citation", asked.citation if asked else None),
        notes=entry.text("notes", ""),
        treatment=entry.treatment(),
    )
    entry.close()
    return element

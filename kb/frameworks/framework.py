"""Requirement catalogues: what an international instrument asks of national law, as validated data files.

A framework is one YAML file in `kb/frameworks/`; its form is described in `docs/frameworks.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from palermo.corpus.data_files import load_yaml
from palermo.corpus.errors import InputError, NotFoundError
from palermo.corpus.model.findings import Extent, Rating, Value

__all__ = ["BINDINGNESS", "Element", "Framework", "Obligation", "Scale", "every", "load", "names", "parse"]

# The classes follow the treaty's own verbs, as UNODC's Legislative Guide divides its chapters.
BINDINGNESS = ("mandatory", "mandatory-qualified", "shall consider", "shall endeavour", "should", "none")

_T = TypeVar("_T")
_NEAR = 4  # codes that an error names


@dataclass(frozen=True, slots=True)
class Scale:
    """How an answer is rated. `asks` is the answer the framework asks for, None where it asks for none."""

    asks: Value | None
    yes: Rating
    some: Rating
    no: Rating

    def rate(self, value: Value, extent: Extent | None = None) -> Rating:
        """The rating of an answer; the extent `SOME` makes a yes a partial one, unclear is undecided."""
        if value is Value.UNCLEAR:
            return Rating.UNDECIDED
        if value is Value.NO:
            return self.no
        return self.some if extent == Extent.SOME else self.yes


@dataclass(frozen=True, slots=True)
class Obligation:
    """A paragraph of the instrument, restated; `labels` by language (ISO 639-1), English always among them."""

    article: str
    labels: Mapping[str, str]
    bindingness: str
    qualification: str
    restatement: str
    citation: str
    notes: str


@dataclass(frozen=True, slots=True)
class Element:
    """One yes/no fact about a law, and what the framework makes of it.

    `article` is the paragraph that asks for it, "" where none does (then `bindingness` is "none").
    """

    code: str
    labels: Mapping[str, str]
    group: str
    article: str
    bindingness: str
    qualification: str
    restatement: str
    scale: Scale
    citation: str
    notes: str

    @property
    def label(self) -> str:
        return self.labels["en"]

    @property
    def asks(self) -> Value | None:
        return self.scale.asks

    def rate(self, value: Value, extent: Extent | None = None) -> Rating:
        """The rating of an answer to this element (`Scale.rate`)."""
        return self.scale.rate(value, extent)


@dataclass(frozen=True, slots=True)
class Framework:
    """A catalogue of requirements; `elements` and `obligations` in the order of the file.

    `instrument` identifies the text that asks (an FRBR work IRI, "" where the file names none): a library that holds it
    gives the official words.
    """

    id: str
    version: str
    title: str
    titles: Mapping[str, str]
    citation: str
    obligations: Mapping[str, Obligation]
    elements: tuple[Element, ...]
    instrument: str = ""

    def element(self, code: str) -> Element:
        """The element with this code; raises NotFoundError for an unknown one."""
        for element in self.elements:
            if element.code == code:
                return element
        raise self._unknown(code)

    def codes(self, wanted: str) -> tuple[str, ...]:
        """The codes that are meant, in any case: `purpose.organs` or, where no other ends so, `organs`; all of a group,
        `purpose`. Raises NotFoundError, which names the nearest, where there is none.
        """
        name = wanted.strip().casefold().replace(" ", "_").replace("-", "_")
        known = [element.code for element in self.elements]
        found = (
            [code for code in known if code == name]
            or [code for code in known if code.partition(".")[0] == name]
            or [code for code in known if code.partition(".")[2] == name]
        )
        if not found:
            raise self._unknown(wanted)
        return tuple(found)

    def code(self, wanted: str) -> str:
        """The one code that is meant (`codes`). Raises NotFoundError where it is none, or several."""
        found = self.codes(wanted)
        if len(found) > 1:
            raise NotFoundError(f"{wanted!r} is {len(found)} elements", expected=f"one of {', '.join(found)}")
        return found[0]

    def _unknown(self, code: str) -> NotFoundError:
        known, name = [e.code for e in self.elements], code.strip().casefold()
        near = [e.code for e in self.elements if e.group == name.partition(".")[0]]
        near = near or get_close_matches(name, known + [c.partition(".")[2] for c in known], _NEAR, 0.5)
        return NotFoundError(
            f"framework {self.id} has no element {code!r}",
            expected=f"one of {', '.join(near or known[:_NEAR])}; `palermo frameworks {self.id}` lists all",
        )


def names() -> tuple[str, ...]:
    """The ids of the frameworks that palermo knows, sorted."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in _folder().iterdir() if f.name.endswith(".yaml")))


@cache
def load(name: str) -> Framework:
    """The framework with this id. Raises NotFoundError for an unknown one, InputError for a file that is not valid."""
    if name not in names():
        raise NotFoundError(f"unknown framework {name!r}", expected="one of " + ", ".join(names()))
    file = _folder() / f"{name}.yaml"
    framework = parse(file.read_text("utf-8"), file.name)
    if framework.id != name:
        raise InputError(f"the framework in this file is {framework.id!r}", file=file.name, expected=f"id: {name}")
    return framework


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
    )
    top.close()
    seen: set[str] = set()
    for element in elements:
        if element.code in seen:
            raise InputError(f"code {element.code!r} stands twice", file=file, expected="each code once")
        seen.add(element.code)
    return framework


@cache
def every() -> Framework:
    """The Protocol's framework with the elements of all others behind its own, each code once: what a search knows."""
    protocol = load("palermo")
    elements = {element.code: element for element in protocol.elements}
    for element in (element for name in names() for element in load(name).elements):
        elements.setdefault(element.code, element)
    return replace(protocol, elements=tuple(elements.values()))


def _folder() -> Traversable:
    return files(__package__) / "catalogues"


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
    )
    entry.close()
    return element

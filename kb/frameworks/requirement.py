"""Requirements of a framework: paragraphs, elements, scales, and how palermo treats each code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from palermo.corpus.errors import NotFoundError
from palermo.corpus.model.findings import Extent, Rating, Value

__all__ = [
    "BINDINGNESS",
    "Decision",
    "Element",
    "Framework",
    "Group",
    "HeadlineWords",
    "Obligation",
    "Scale",
    "Treatment",
]

# The classes follow the treaty's own verbs, as UNODC's Legislative Guide divides its chapters.
BINDINGNESS = ("mandatory", "mandatory-qualified", "shall consider", "shall endeavour", "should", "none")

_NEAR = 4  # codes that an error names


@dataclass(frozen=True, slots=True)
class Scale:
    """Ratings of answers. `asks` is the answer the framework asks for, None where it asks for none."""

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
class Treatment:
    """Handling of a code by palermo, whichever framework asks for it.

    `rule` names the function of `alignment/rules` that answers it ("acts.act"; "" leaves it undecided). `heading` and
    `terms` name terms of the cue files: `heading` the one by which a rule on liability finds its general part, `terms`
    those that `explain` lists. `wide`: `explain` shows the provisions beside the offence as searched, too. `typical`:
    several of these acts, or forms of exploitation, show a text to be about trafficking. `defines` are the terms of
    `define` that it belongs to, `concepts` the thesaurus's names for it beside the last part of the code. `alone`: one
    provision answers it by itself, "every" one that says so or only the "first" quoted. `meaning` is what a coder
    answers yes to ("": the restatement), `headline` the framework's sentence for it where it is open.
    """

    rule: str = ""
    heading: str = ""
    terms: tuple[str, ...] = ()
    wide: bool = False
    typical: bool = False
    defines: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    alone: Literal["", "every", "first"] = ""
    meaning: str = ""
    headline: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The codes with one first part: their name in reports (English; `in_definitions` where `define` has another), and
    the `defines` and `wide` of each.
    """

    label: str
    in_definitions: str = ""
    defines: tuple[str, ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Decision on a close call, for the codes, and all codes of the groups, that it names."""

    codes: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """A sentence for each rating that leaves something open, "" where there is none.

    `moot` replaces it where the answer to the code `moot_without` is no.
    """

    contrary: str = ""
    absent: str = ""
    narrower: str = ""
    partly: str = ""
    moot: str = ""
    moot_without: str = ""

    def sentence(self, rating: Rating) -> str:
        return {
            Rating.CONTRARY: self.contrary,
            Rating.ABSENT: self.absent,
            Rating.NARROWER: self.narrower,
            Rating.PARTLY: self.partly,
        }.get(rating, "")


@dataclass(frozen=True, slots=True)
class Element:
    """A requirement: a yes/no question about a law, what the framework makes of the answer, how palermo treats it.

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
    treatment: Treatment = Treatment()

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
    """A catalogue of requirements, all in the order of the file (of `headlines` the gravest first).

    `instrument` identifies the text that asks (an FRBR work IRI, "" where the file names none): a library that holds it
    gives the official words. `definitions` are the terms that the codes' `defines` may name.
    """

    id: str
    version: str
    title: str
    titles: Mapping[str, str]
    citation: str
    obligations: Mapping[str, Obligation]
    elements: tuple[Element, ...]
    instrument: str = ""
    groups: Mapping[str, Group] = field(default_factory=dict)
    definitions: tuple[str, ...] = ()
    headlines: Mapping[str, HeadlineWords] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()

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

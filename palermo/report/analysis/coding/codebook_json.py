"""`palermo.codebook/1`: the codes of a framework with the meaning of a yes."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.corpus.model.findings import Extent, Rating, Value
from palermo.kb.frameworks.codebook import Codebook, CodebookEntry
from palermo.report.format.json_parts import FrameworkVersionJson

__all__ = ["codebook"]

AnswerRatingsJson = TypedDict(
    "AnswerRatingsJson", {"yes": Rating, "some cases": Rating, "no": Rating, "unclear": Rating}
)
AnswerRatingsJson.__doc__ = "The rating that each answer gives."


class CodeJson(TypedDict):
    """A code: what a yes `means`, and how close calls are decided; `article` is null if the framework has none."""

    code: str
    label: str
    group: str
    means: str
    decisions: list[str]
    article: str | None
    bindingness: str
    restatement: str
    citation: str
    ratings: AnswerRatingsJson


class CodebookJson(TypedDict):
    """Result of `palermo codebook`: the codes of a framework, with the meanings of values and extents."""

    schema: Literal["palermo.codebook/1"]
    framework: FrameworkVersionJson
    values: dict[str, str]
    extents: dict[str, str]
    codes: list[CodeJson]


def codebook(book: Codebook) -> CodebookJson:
    """The whole object."""
    return {
        "schema": "palermo.codebook/1",
        "framework": {"id": book.framework.id, "version": book.framework.version},
        "values": dict(book.values),
        "extents": dict(book.extents),
        "codes": [_entry(entry) for entry in book.entries],
    }


def _entry(entry: CodebookEntry) -> CodeJson:
    e = entry.element
    return {
        "code": e.code,
        "label": e.label,
        "group": e.group,
        "means": entry.means,
        "decisions": list(entry.decisions),
        "article": e.article or None,
        "bindingness": e.bindingness,
        "restatement": e.restatement,
        "citation": e.citation,
        "ratings": {
            "yes": e.rate(Value.YES),
            "some cases": e.rate(Value.YES, Extent.SOME),
            "no": e.rate(Value.NO),
            "unclear": e.rate(Value.UNCLEAR),
        },
    }

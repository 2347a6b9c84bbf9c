"""`palermo.codebook/1`: the codes of a framework with what a yes means."""

from __future__ import annotations

from palermo.corpus.model.findings import Extent, Value
from palermo.kb.frameworks.codebook import Codebook, CodebookEntry

__all__ = ["codebook"]


def codebook(book: Codebook) -> dict[str, object]:
    """The object. `ratings` are those that each answer gives; `article` is null for what the framework does not ask."""
    return {
        "schema": "palermo.codebook/1",
        "framework": {"id": book.framework.id, "version": book.framework.version},
        "values": dict(book.values),
        "extents": dict(book.extents),
        "codes": [_entry(entry) for entry in book.entries],
    }


def _entry(entry: CodebookEntry) -> dict[str, object]:
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
            "yes": e.rate(Value.YES).value,
            "some cases": e.rate(Value.YES, Extent.SOME).value,
            "no": e.rate(Value.NO).value,
            "unclear": e.rate(Value.UNCLEAR).value,
        },
    }

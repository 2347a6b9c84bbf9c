"""Short name of a body of law, for little room."""

from __future__ import annotations

from pathlib import PurePath

from palermo.analysis.matrix import MatrixBody
from palermo.corpus.model.refs import is_reference
from palermo.report.language.message import Message

__all__ = ["UNDATED", "called"]

UNDATED = Message("undated")


def called(body: MatrixBody) -> str:
    """Its id, where a person gave it one; the name of its first file; of a reference, the title of its texts."""
    if "/" not in body.id and "," not in body.id and "\\" not in body.id:
        return body.id
    first = body.id.split(",", maxsplit=1)[0]
    return body.title or body.jurisdiction if is_reference(first) else PurePath(first).stem or body.title

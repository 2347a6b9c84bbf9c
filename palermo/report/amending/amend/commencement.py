"""When amending acts come into force, and the order in which they were carried out, in sentences for every report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from palermo.corpus.amendments import Amendment
from palermo.corpus.amendments.model import Commencement
from palermo.corpus.model.text_model import Version

__all__ = ["told"]


def told(amendment: Amendment, amending: Sequence[Version]) -> Iterator[tuple[str, Sequence[str]]]:
    """Of each amending act its name, and when it and its provisions come into force; last, if there are several, the
    order in which they were carried out (its name is empty)."""
    for act, table in zip(amending, amendment.tables, strict=True):
        lines = [_sentence(table.whole, "In force")]
        for span, one in table.parts:
            where = next((p for p in act.root.walk() if p.span == span), None)
            name = f"{where.level.capitalize()} {where.cite or where.num}" if where else "Some provisions"
            lines.append(_sentence(one, name.strip()))
        lines += [f"Which provisions have a day of their own is not certain: “{clause}”." for clause in table.unread]
        yield " ".join((act.title or act.source.path).split()), lines
    if amendment.order:
        yield "", [f"Carried out {amendment.order}."]


def _sentence(one: Commencement, about: str) -> str:
    when = f"from {one.date}" if one.date else "from a day that is not known"
    return f"{about} {when}: {one.reason}."

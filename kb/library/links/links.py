"""Instructions of a library's texts about other acts, as rows of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from palermo.corpus.model.text_model import Span
from palermo.kb.library import store

__all__ = ["Amended", "Link", "Links", "Read"]

_COLUMNS = (
    "seq", "place", "op", "target", "section", "through", "brings", "reason", "commences", "exact", "why", "start",
    "stop",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """An instruction of an amending text about one act.

    `order` is its place among all instructions of the text, `place` the citation of the provision that gives it, `span`
    its words. `op` is a `palermo.corpus.amendments.Op`, "" where it is not understood what is to be done. `target` is
    the citation of what is amended ("" is the whole act), or of a new article or section; `section` the number of the
    article or section that it lies in, with `through` up to that one; `brings` the number of a new one. `reason` says
    why no text can be amended so. It takes effect on the ISO date `commences`; None: that is not known. Not `exact` is
    the date of an act that takes effect some days after its publication, of which the day is not known. `why` is what
    that rests on, in words.
    """

    order: int
    place: str
    op: str
    target: str
    section: str
    through: str
    brings: str
    reason: str
    commences: str | None
    exact: bool
    why: str
    span: Span


@dataclass(frozen=True, slots=True)
class Amended:
    """An act that the text with the key `amending` amends: how it is named there, and the words behind its name."""

    key: int
    amending: int
    name: str
    cited: str
    tradition: str


@dataclass(frozen=True, slots=True)
class Read:
    """Instructions of the text with this key: by the name of each act and the words behind it. No acts: nothing."""

    key: int
    tradition: str = ""
    acts: Mapping[tuple[str, str], Sequence[Link]] = field(default_factory=dict)


class Links:
    """The part of a library's file that says which text amends which act."""

    def __init__(self, db: store.Connection, file: Path) -> None:
        self._db = db
        self._file = file

    def unread(self, rules: str) -> tuple[int, ...]:
        """The texts that were not read by these rules, in the order added."""
        with store.reading(self._file):
            rows = self._db.execute(
                "SELECT id FROM fragment LEFT JOIN amending ON fragment = id "
                "WHERE rules IS NULL OR rules <> ? ORDER BY id",
                (rules,),
            )
            return tuple(key for (key,) in rows.fetchall())

    def save(self, rules: str, read: Iterable[Read]) -> None:
        """Keep what texts instruct, in place of what was kept of them; a text that is there no more is passed over."""
        with store.guarded(self._file), store.transaction(self._db):
            for text in read:
                self._db.execute("DELETE FROM amending WHERE fragment = ?", (text.key,))
                if self._db.execute("SELECT 1 FROM fragment WHERE id = ?", (text.key,)).fetchone() is not None:
                    self._db.execute("INSERT INTO amending VALUES (?, ?, ?)", (text.key, rules, text.tradition))
                    for (name, cited), links in text.acts.items():
                        self._save(text.key, name, cited, links)

    def amended(self) -> tuple[Amended, ...]:
        """Every act that a text of the library amends, in the order in which the texts were added."""
        with store.reading(self._file):
            rows = self._db.execute(
                "SELECT id, amending.fragment, name, cited, tradition "
                "FROM amended JOIN amending ON amending.fragment = amended.fragment ORDER BY amending.fragment, id"
            )
            return tuple(Amended(*row) for row in rows.fetchall())

    def of(self, amended: Amended) -> tuple[Link, ...]:
        """The instructions about that act, in their order."""
        with store.reading(self._file):
            rows = self._db.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM instruction WHERE amended = ? ORDER BY seq", (amended.key,)
            )
            return tuple(map(_link, rows.fetchall()))

    def _save(self, key: int, name: str, cited: str, links: Iterable[Link]) -> None:
        amended = self._db.execute(
            "INSERT INTO amended (fragment, name, cited) VALUES (?, ?, ?)", (key, name, cited)
        ).lastrowid
        values = ", ".join("?" * len(_COLUMNS))
        self._db.executemany(
            f"INSERT INTO instruction (amended, {', '.join(_COLUMNS)}) VALUES (?, {values})",
            [
                (
                    *(amended, i.order, i.place, i.op, i.target, i.section, i.through, i.brings, i.reason),
                    *(i.commences, i.exact, i.why, *i.span),
                )
                for i in links
            ],
        )


def _link(row: Sequence[Any]) -> Link:
    order, place, op, target, section, through, brings, reason, commences, exact, why, start, stop = row
    words = (place, op, target, section, through, brings, reason)
    return Link(order, *words, commences, bool(exact), why, Span(start, stop))

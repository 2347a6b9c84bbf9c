"""Reviews of findings, as rows of the library's file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from palermo.corpus.model.findings import Extent, Value
from palermo.corpus.model.refs import InstrumentId
from palermo.corpus.model.reviews import MachineAnswer, Review, ReviewBasis, ReviewedText
from palermo.corpus.model.text_model import Span
from palermo.kb.library import store

__all__ = ["Reviews"]

_COLUMNS = (
    "id", "body", "code", "value", "extent", "reviewer", "date", "reason", "machine_value", "machine_extent", "rule",
    "palermo", "framework", "framework_version", "ended",
)  # fmt: skip


class Reviews:
    """The part of a library's file that holds reviews; nothing of it is ever deleted."""

    def __init__(self, db: store.Connection, file: Path) -> None:
        self._db = db
        self._file = file

    def add(self, reviews: Iterable[Review]) -> tuple[int, ...]:
        """Keep the reviews, all or none, and return their keys."""
        with store.guarded(self._file), store.transaction(self._db):
            return tuple(self._add(review) for review in reviews)

    def end(self, keys: Iterable[int], how: str) -> None:
        """Say of the reviews with these keys how they ceased to count, all or none; one that had keeps what it says."""
        with store.guarded(self._file), store.transaction(self._db):
            self._db.executemany(
                "UPDATE review SET ended = ? WHERE id = ? AND ended = ''", [(how, key) for key in keys]
            )

    def all(self, *, ended: bool = False) -> tuple[Review, ...]:
        """Every review in the order in which they were kept; with `ended` those, too, that count no more."""
        return self._found("1", (), ended)

    def about(self, body: str, instruments: Collection[InstrumentId], *, ended: bool = False) -> tuple[Review, ...]:
        """The reviews of a body called so, and those of which a text is one of these instruments."""
        marks = ", ".join("?" * len(instruments))
        where = f"body = ? OR id IN (SELECT review FROM reviewed_text WHERE instrument IN ({marks}))"
        return self._found(where, (body, *map(str, instruments)), ended)

    def _add(self, review: Review) -> int:
        machine = review.machine
        cursor = self._db.execute(
            f"INSERT INTO review ({', '.join(_COLUMNS[1:])}) VALUES ({_marks(len(_COLUMNS) - 1)})",
            (
                review.body, review.code, review.value.value, review.extent, review.by, review.date, review.reason,
                machine.value.value, machine.extent, machine.rule, machine.palermo, review.framework,
                review.framework_version, review.ended,
            ),
        )  # fmt: skip
        key = int(cursor.lastrowid or 0)
        self._db.executemany(
            "INSERT INTO reviewed_text (review, position, ref, instrument, since, sha256, start, stop) "
            f"VALUES ({_marks(8)})",
            [
                (key, position, text.ref, str(text.version.instrument), text.since, text.sha256, *text.span)
                for position, text in enumerate(review.texts)
            ],
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO passage (sha256, text) VALUES (?, ?)", [(g.sha256, g.text) for g in review.grounds]
        )
        self._db.executemany(
            "INSERT INTO review_ground (review, position, passage, reference, cite, quote, named) "
            f"VALUES ({_marks(7)})",
            [
                (key, position, ground.sha256, ground.reference, ground.cite, ground.quote, ground.named)
                for position, ground in enumerate(review.grounds)
            ],
        )
        return key

    def _found(self, position: str, values: Sequence[object], ended: bool) -> tuple[Review, ...]:
        chosen = f"SELECT id FROM review WHERE ({position})" + ("" if ended else " AND ended = ''")
        with store.reading(self._file):
            rows = self._db.execute(
                f"SELECT {', '.join(_COLUMNS)} FROM review WHERE id IN ({chosen}) ORDER BY id", values
            ).fetchall()
            texts = self._db.execute(
                f"SELECT review, ref, since, sha256, start, stop FROM reviewed_text WHERE review IN ({chosen}) "
                "ORDER BY review, position",
                values,
            ).fetchall()
            grounds = self._db.execute(
                "SELECT review, reference, cite, quote, sha256, text, named FROM review_ground "
                f"JOIN passage ON passage = sha256 WHERE review IN ({chosen}) ORDER BY review, position",
                values,
            ).fetchall()
            of_texts, of_grounds = _grouped(texts), _grouped(grounds)
            return tuple(_review(row, of_texts.get(row[0], ()), of_grounds.get(row[0], ())) for row in rows)


def _grouped(rows: Iterable[Sequence[Any]]) -> Mapping[int, tuple[Sequence[Any], ...]]:
    return {key: tuple(row[1:] for row in group) for key, group in groupby(rows, key=lambda row: row[0])}


def _review(row: Sequence[Any], texts: Iterable[Sequence[Any]], grounds: Iterable[Sequence[Any]]) -> Review:
    key, body, code, value, extent, by, date, reason, machine, machine_extent, rule, palermo, framework, of, ended = row
    return Review(
        body=body,
        code=code,
        value=Value(value),
        extent=Extent(extent) if extent else None,
        by=by,
        date=date,
        reason=reason,
        machine=MachineAnswer(Value(machine), Extent(machine_extent) if machine_extent else None, rule, palermo),
        framework=framework,
        framework_version=of,
        texts=tuple(ReviewedText(ref, since, sha, Span(start, stop)) for ref, since, sha, start, stop in texts),
        grounds=tuple(
            ReviewBasis(ref, cite, quote, sha, text, bool(own)) for ref, cite, quote, sha, text, own in grounds
        ),
        key=key,
        ended=ended,
    )


def _marks(number: int) -> str:
    return ", ".join("?" * number)

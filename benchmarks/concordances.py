"""Pairs of real texts with a gold table, how a concordance scores against it, and the peer: sparse word matching."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from pathlib import Path
from typing import Any

import yaml

import palermo
from palermo.corpus.model.text_model import EDITORS_NOTES, Version

__all__ = ["Case", "Score", "answers", "cases", "peer", "score", "speaks"]

TABLES = Path(__file__).parents[1] / "tests" / "alignment" / "concordance" / "tables"

Row = tuple[str, str, str]  # left, right, core | related
Cites = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """Two sides and the rows of their table. `apart`: it tells what tells (`benchmarks.retrieval.match_lifts`)."""

    name: str
    left: tuple[Version, ...]
    right: tuple[Version, ...]
    rows: tuple[Row, ...]
    floor: float
    apart: bool = True

    @property
    def one_language(self) -> bool:
        return self.left[0].lang == self.right[0].lang


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float
    missed: tuple[Cites, ...]
    wrong: tuple[Cites, ...]

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def cases(mirror: Path, given: Path | None, *, named: str = "") -> Iterator[Case]:
    """The cases whose texts are below `mirror`; those with a `given` table only where its folder is known."""
    for entry in yaml.safe_load((TABLES / "pairs.yaml").read_text("utf-8")):
        if named in entry["name"] and ("given" not in entry or given is not None):
            left, right = (_texts(mirror, tuple(entry[side]), entry[f"{side}_lang"]) for side in ("left", "right"))
            rows = tuple(_rows(entry, left, right, given))
            apart = not (entry.get("same") or entry.get("versions") or entry.get("unseen"))
            yield Case(entry["name"], left, right, rows, entry["floor"], apart)


def score(rows: Sequence[Row], pairs: Iterable[Cites]) -> Score:
    """Precision over the pairs that the table can judge, recall over its core rows.

    A pair answers a row that has its citations or citations above them. Pairs that no row speaks of on either side are
    not judged, nor are containers of what stands in the table.
    """
    known = {row[0] for row in rows}, {row[1] for row in rows}
    listed = list(dict.fromkeys(pairs))
    judged = [p for p in listed if speaks(p, known)]
    right = [p for p in judged if any(answers(p, row) for row in rows)]
    core = [row for row in rows if row[2] == "core"]
    found = [row for row in core if any(answers(p, row) for p in listed)]
    return Score(
        len(right) / len(judged) if judged else 0.0,
        len(found) / len(core) if core else 0.0,
        tuple(row[:2] for row in core if row not in found),
        tuple(p for p in judged if p not in right),
    )


def peer(case: Case) -> Score:
    """Sparse TF-IDF vectors of the words as they stand, mutual best, with the threshold that suits the case best."""
    left, right = _vectors(case.left), _vectors(case.right)
    weigh = _rarity([*left.values(), *right.values()])
    a, b = ({cite: weigh(bag) for cite, bag in side.items()} for side in (left, right))
    alike = {(x, y): s for x, one in a.items() for y, other in b.items() if (s := _cosine(one, other)) > 0}
    best: defaultdict[tuple[int, str], float] = defaultdict(float)
    for (x, y), s in alike.items():
        best[0, x], best[1, y] = max(best[0, x], s), max(best[1, y], s)
    mutual = {(x, y): s for (x, y), s in alike.items() if s == best[0, x] == best[1, y]}
    return max((score(case.rows, [p for p, s in mutual.items() if s >= t / 20]) for t in range(20)), key=lambda s: s.f1)


@cache
def _texts(mirror: Path, names: tuple[str, ...], lang: str) -> tuple[Version, ...]:
    files = [f for n in names for f in (sorted((mirror / n).iterdir()) if (mirror / n).is_dir() else [mirror / n])]
    return tuple(palermo.read(str(file), lang=lang) for file in files)


def _rows(
    entry: Mapping[str, Any], left: Sequence[Version], right: Sequence[Version], given: Path | None
) -> Iterator[Row]:
    if entry.get("same"):
        shared = _leaves(left).keys() & _leaves(right).keys()
        yield from ((cite, cite, "core") for cite in sorted(shared))
        return
    file = TABLES / entry["table"] if "table" in entry else (given or TABLES) / entry["given"]
    with file.open(encoding="utf-8", newline="") as table:
        yield from ((r["left"], r["right"], r["strength"]) for r in csv.DictReader(table, delimiter="\t"))


def _leaves(side: Sequence[Version]) -> dict[str, str]:
    """The words of each provision without any below it, by citation."""
    return {
        p.cite: v.reading(p.span).text
        for v in side
        for p in v.root.walk()
        if p.cite and not p.children and p.level not in EDITORS_NOTES
    }


def _within(cite: str, other: str) -> bool:
    return cite == other or cite.startswith((other + "(", other + "."))


def answers(pair: Cites, row: Row) -> bool:
    return _within(pair[0], row[0]) and _within(pair[1], row[1])


def speaks(pair: Cites, known: tuple[set[str], set[str]]) -> bool:
    inside = [any(_within(cite, k) for k in listed) for cite, listed in zip(pair, known, strict=True)]
    above = [any(_within(k, cite) for k in listed) for cite, listed in zip(pair, known, strict=True)]
    return any(inside) and not any(a and not i for a, i in zip(above, inside, strict=True))


def _vectors(side: Sequence[Version]) -> dict[str, Counter[str]]:
    """The words of each provision's own text, by citation."""
    found = {}
    for version in side:
        for p in version.root.walk():
            words = re.findall(r"\w+", " ".join(version.reading(s).text for s in p.own_spans()).casefold())
            if p.cite and words and p.level not in EDITORS_NOTES:
                found[p.cite] = Counter(words)
    return found


def _rarity(bags: Sequence[Counter[str]]) -> Any:
    spread = Counter(word for bag in bags for word in bag)
    return lambda bag: {word: (1 + log(n)) * log(1 + len(bags) / spread[word]) for word, n in bag.items()}


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = sum(x * b[word] for word, x in a.items() if word in b)
    return shared / sqrt(sum(x * x for x in a.values()) * sum(x * x for x in b.values())) if shared else 0.0

"""Real acts altered on purpose, so that what became of each clause is known: gold for the alignment.

Nothing of the acts is kept: the alterations are made anew from the reader's own copy, by a fixed seed.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.speed.draft import Draft
from benchmarks.speed.operations import FAMILIES
from palermo.alignment.compare.clauses import Clause, clauses
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file

__all__ = ["Altered", "Recipe", "alter"]

_ANSWERS = 0.3  # of the characters of either clause must be the same ones for the two to answer each other


@dataclass(frozen=True)
class Altered:
    """An act before and after. Clauses are counted as `palermo.alignment.compare.clauses` counts them.

    `pairs` are all clauses that answer each other, `touched` the old ones that something was done to; `moved` are old
    clauses (`unsure` those of which nobody can say it), `renumbered` pairs, `split` old clauses with their parts,
    `merged` parts with the new clause.
    """

    before: Version
    after: Version
    old: list[Clause]
    new: list[Clause]
    pairs: frozenset[tuple[int, int]]
    touched: frozenset[int]
    moved: frozenset[int]
    unsure: frozenset[int]
    done: Counter[str]

    @property
    def split(self) -> set[tuple[int, tuple[int, ...]]]:
        return {(i, js) for i, js in _grouped(self.pairs).items() if len(js) > 1}

    @property
    def merged(self) -> set[tuple[tuple[int, ...], int]]:
        return {(some, j) for j, some in _grouped((j, i) for i, j in self.pairs).items() if len(some) > 1}

    @property
    def renumbered(self) -> set[tuple[int, int]]:
        """By the first clause of a split or merger."""
        firsts = {i: js[0] for i, js in _grouped(self.pairs).items()}
        leads = {j: some[0] for j, some in _grouped((j, i) for i, j in self.pairs).items()}
        return {(i, j) for i, j in firsts.items() if leads[j] == i and self.old[i].number != self.new[j].number}


@dataclass(frozen=True)
class Recipe:
    """How to alter an act: how many operations, of which family; `heavy` alters one list again and again; `reread`
    has the reader find the structure of the altered text anew, with what it then reads in another way.
    """

    times: int = 120
    family: str = "usual"
    heavy: bool = False
    reread: bool = False


def alter(path: str, donor: str, seed: int, recipe: Recipe) -> Altered:
    """The act at `path` altered, with new clauses from `donor`."""
    rng = random.Random(f"{seed} {recipe.family}")
    before = read_file(path)
    draft, given = Draft(before, recipe.heavy), clauses([read_file(donor)])
    operations, done = FAMILIES[recipe.family], Counter[str]()
    for k in range(recipe.times):
        operation = operations[k % len(operations)]
        done[operation.__name__] += operation(draft, given, rng)
    written = draft.write()
    text = "".join(written.parts)
    if recipe.reread:
        after = _read(text, Path(path).suffix, before.lang)
    else:
        after = replace(before, text=text, root=written.root, marks=(), unplaced=())
        before = replace(before, marks=(), unplaced=())
        draft.old = clauses([before])
    new = clauses([after])
    pairs = frozenset(_pairs(draft, new, text, written.origins))
    kept = {i for i, _ in pairs}
    moved, unsure = frozenset(draft.moved & kept - draft.unsure), frozenset(draft.unsure)
    touched = draft.touched | {i for i, j in pairs if draft.old[i].number != new[j].number}
    return Altered(before, after, draft.old, new, pairs, frozenset(touched), moved, unsure, done)


def _read(text: str, suffix: str, lang: str) -> Version:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"act{suffix}"
        file.write_bytes(text.encode("utf-8"))
        return read_file(str(file), lang=lang)


def _pairs(draft: Draft, new: list[Clause], text: str, origins: list[int | None]) -> Iterable[tuple[int, int]]:
    sizes = [sum(c.isalnum() for s, e in clause.spans for c in draft.version.text[s:e]) for clause in draft.old]
    for clause in new:
        inside = [k for span in clause.spans for k in range(*span) if text[k].isalnum()]
        for origin, times in Counter(origins[k] for k in inside).items():
            if origin is None or not clause.words or not draft.old[origin].words:
                continue
            if times >= _ANSWERS * min(len(inside), sizes[origin]):
                yield origin, clause.index


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        found[a].append(b)
    return {a: tuple(sorted(some)) for a, some in found.items()}

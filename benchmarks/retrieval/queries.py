"""How well search answers: queries as lawyers type them, over the bodies of the gold set and on real law.

    python -m benchmarks.retrieval.queries [--show KIND]

For each kind of query the mean nDCG@10 (grades 2 and 1) and recall@10 (of at most ten answers), beside BM25 over
paragraphs without palermo's reading of queries. A query that nothing answers scores 1 where nothing is found. The files
are read through `PALERMO_MIRROR`, the bodies beside it; --show prints the hits of the queries of a kind. Each file of
queries is asked over its own library: the gold bodies, and the files that it names besides (`+ path`).
"""

from __future__ import annotations

import argparse
import csv
import os
import shlex
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log2
from pathlib import Path

from whoosh import fields, index, qparser

from benchmarks.retrieval.search import SameAnalyser
from palermo.corpus.model.units import units
from palermo.kb.library.library import Library
from palermo.kb.search.search import SearchScope
from palermo.library.use_cases import add_files, search

_SETS = ("tuned", *(f"held_out_{number}" for number in range(1, 7)))
_QUERIES = tuple(Path(__file__).parent / "query_sets" / f"{which}.txt" for which in _SETS)
_BEST = 10
Unit = tuple[str, str]  # the path of a file and the eId of an article or section in it


@dataclass(frozen=True, slots=True)
class Case:
    """A query with its answers: body and citation, with the grade."""

    kind: str
    query: str
    scope: SearchScope
    answers: dict[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Questions:
    """A file of queries: the parts of paths that make up each body, files besides the gold bodies, and the queries."""

    bodies: dict[str, list[str]]
    more: list[str]
    cases: list[Case]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", metavar="KIND", default="")
    wanted = parser.parse_args()
    for number, file in enumerate(_QUERIES):
        print("\n" * bool(number) + f"{file.name:18} {'':>3}  {'palermo':^13}  {'paragraphs':^13}")
        _measure(_read(file), wanted.show)


def _measure(asked: Questions, shown: str) -> None:
    mirror = Path(os.environ["PALERMO_MIRROR"])
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        add_files([str(mirror / name) for name in dict.fromkeys([*_files(mirror), *asked.more])], library=library)
        held = _held(library, asked.bodies)
        plain = _index_plainly(Path(folder) / "plain", library)
        ours: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        theirs: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
        for case in asked.cases:
            grades = {unit: grade for answer, grade in case.answers.items() for unit in held[answer]}
            found = _ask(library, case)
            ours[case.kind].append(_scores(found, grades))
            theirs[case.kind].append(_scores(plain(case.query), grades))
            if case.kind == shown:
                print(f"{case.query or case.scope.elements}: nDCG {ours[case.kind][-1][0]:.2f}")
                print("\n".join(f"  {grades.get(unit, 0)} {unit[0][-40:]} {unit[1]}" for unit in found))
    for each in (ours, theirs):
        each["all"] = [score for scores in each.values() for score in scores]
    for kind, scores in ours.items():
        means = [f"{_mean(s, 0):.3f}   {_mean(s, 1):.3f}" for s in (scores, theirs[kind])]
        print(f"{kind:18} {len(scores):>3}  " + "  ".join(means))


def _read(file: Path) -> Questions:
    asked = Questions({}, [], [])
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("= "):
            body, _, paths = line[2:].partition("|")
            asked.bodies[body.strip()] = [path.strip() for path in paths.split(",")]
        elif line.startswith("+ "):
            asked.more.append(line[2:].strip())
        elif line.strip() and not line.startswith("#"):
            kind, query, options, answers = (cell.strip() for cell in line.split("|"))
            asked.cases.append(Case(kind, query, _scope(shlex.split(options)), dict(_answers(answers))))
    return asked


def _scope(options: Sequence[str]) -> SearchScope:
    given = dict(pairwise(options))
    elements = tuple(options[n + 1] for n, option in enumerate(options) if option == "--element")
    lang, jurisdiction, at = (given.get(name) for name in ("--lang", "--jurisdiction", "--at"))
    return SearchScope(lang, jurisdiction, at, elements, across="--across" in options)


def _answers(text: str) -> Iterator[tuple[tuple[str, str], int]]:
    for part in text.split(";") if text != "-" else ():
        body, *cites = part.split() or [""]
        for cite in cites:
            yield (body, cite.lstrip("~")), 1 if cite.startswith("~") else 2


def _files(mirror: Path) -> list[str]:
    with (mirror.parent / "gold" / "bodies.tsv").open(encoding="utf-8") as rows:
        return list(
            dict.fromkeys(name for row in csv.DictReader(rows, delimiter="\t") for name in row["files"].split())
        )


def _held(library: Path, bodies: dict[str, list[str]]) -> defaultdict[tuple[str, str], list[Unit]]:
    """The units of each body by their citation, and by their eId."""
    held: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    with Library.open(library) as opened:
        for fragment in opened.fragments():
            path = fragment.source.path
            named = [body for body, parts in bodies.items() if any(part in path for part in parts)]
            for unit in units(opened.version(fragment.key).root):
                for body in named:
                    for name in {unit.top.cite, unit.top.id}:
                        held[body, name].append((path, unit.top.id))
    return held


def _ask(library: Path, case: Case) -> list[Unit]:
    answer = search(case.query, library=library, scope=case.scope, limit=_BEST)
    return [(hit.fragment.source.path, hit.unit.id) for hit in answer.hits]


def _index_plainly(folder: Path, library: Path) -> Callable[[str], list[Unit]]:
    """BM25 over every provision's own words; the articles that the best ones stand in."""
    folder.mkdir()
    schema = fields.Schema(text=fields.TEXT(analyzer=SameAnalyser()), path=fields.STORED, unit=fields.STORED)
    made = index.create_in(str(folder), schema)
    writer = made.writer(limitmb=256)
    with Library.open(library) as opened:
        for fragment in opened.fragments():
            version = opened.version(fragment.key)
            for unit in units(version.root):
                for _, provision in unit.provisions:
                    own = " ".join(version.reading(span).text for span in provision.own_spans())
                    writer.add_document(text=own, path=fragment.source.path, unit=unit.top.id)
    writer.commit()
    parser = qparser.QueryParser("text", schema, group=qparser.OrGroup)

    def ask(query: str) -> list[Unit]:
        with made.searcher() as searcher:
            hits = searcher.search(parser.parse(query), limit=_BEST * 3) if query else []
            return list(dict.fromkeys((hit["path"], hit["unit"]) for hit in hits))[:_BEST]

    return ask


def _scores(found: Sequence[Unit], grades: dict[Unit, int]) -> tuple[float, float]:
    """nDCG and recall among the first ten."""
    if not grades:
        return (0.0, 0.0) if found else (1.0, 1.0)
    ideal = sorted(grades.values(), reverse=True)[:_BEST]
    hits = [grades.get(unit, 0) for unit in found]
    return _gain(hits) / _gain(ideal), sum(grade > 0 for grade in hits) / len(ideal)


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def _mean(scores: Sequence[tuple[float, float]], which: int) -> float:
    return sum(score[which] for score in scores) / len(scores)


if __name__ == "__main__":
    main()

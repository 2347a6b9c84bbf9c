"""How well compare aligns: real acts altered on purpose, beside a plain diff of their paragraphs.

    PALERMO_MIRROR=../shared/corpus python benchmarks/bench_alignment.py [--seeds 3]

F1 over the clauses that something was done to (for moved and the others, over all). The gold is made anew each time
from fixed seeds; see `altered.py`.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

from altered import Altered, alter

from alignment.clauses import Clause
from alignment.compare import compare
from alignment.model import Kind

# An act, and another of its language that new clauses are taken from.
ACTS = {
    "de": ("amendments/de_stgb232/before_2013-01-11_stgb.md", "amendments/de_stgb232/after_2018-11-08_stgb.md"),
    "cs": ("amendments/cz_tz168/before_2014-01-01.md", "amendments/cz_tz168/after_2014-08-01.md"),
    "fr": (
        "amendments/fr_cp_225-4-1/before_2003-02-04_code_penal.md",
        "amendments/fr_cp_225-4-1/after_2003-03-19_code_penal.md",
    ),
    "en": (
        "amendments/ie_2008_act8/amending_2017_act2_original.md",
        "amendments/ie_2008_act8/before_2008_original.md",
    ),
    "ru": ("kz/law-110-viii-2024/full.ru.md", "kz/raw/uk2014_ch01.2025-09-16.b71affc4f3.off43400.md"),
}
Answer = dict[str, set[object]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--acts", default=",".join(ACTS))
    options = parser.parse_args()
    mirror = Path(os.environ["PALERMO_MIRROR"])
    sums: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for name in options.acts.split(","):
        act, donor = (str(mirror / path) for path in ACTS[name])
        for seed in range(options.seeds):
            case = alter(act, donor, seed, times=120)
            for way in (palermo, paragraphs):
                method, start = way.__name__, time.perf_counter()
                answer = way(case)
                took, scores = time.perf_counter() - start, judge(case, answer)
                for measure, (hit, gold, said) in scores.items():
                    for k, n in enumerate((hit, gold, said)):
                        sums[method, measure][k] += n
                shown = "  ".join(f"{measure} {f1(*counts):.3f}" for measure, counts in scores.items())
                print(f"{name} seed {seed}  {method:10}  {shown}  {took:.1f} s", flush=True)
    for (method, measure), counts in sums.items():
        print(f"all  {method:10}  {measure:10}  F1 {f1(*counts):.3f}  of {counts[1]:,}")


def palermo(case: Altered) -> Answer:
    """What compare says, in the numbers of the gold."""
    places = [{(c.provision.id, c.provision.span): c.index for c in side} for side in (case.old, case.new)]
    answer: Answer = defaultdict(set)
    for pair in compare([case.before], [case.after]).pairs:
        lefts, rights = (
            tuple(sorted(places[k][p.id, p.span] for p in side)) for k, side in enumerate((pair.left, pair.right))
        )
        answer["pairs"].update((i, j) for i in lefts for j in rights if case.old[i].words and case.new[j].words)
        if pair.moved:
            answer["moved"].add(lefts[0])
        if pair.renumbered:
            answer["renumbered"].add((lefts[0], rights[0]))
        if pair.kind is Kind.SPLIT:
            answer["split"].add((lefts[0], rights))
        if pair.kind is Kind.MERGED:
            answer["merged"].add((lefts, rights[0]))
    return answer


def paragraphs(case: Altered) -> Answer:
    """What difflib says of the clauses' own words in a row: equal ones answer each other, replaced ones in turn."""
    old, new = ([c for c in side if c.words] for side in (case.old, case.new))
    matcher = SequenceMatcher(None, [words(c) for c in old], [words(c) for c in new], autojunk=False)
    answer: Answer = defaultdict(set)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag in {"equal", "replace"}:
            answer["pairs"].update((i.index, j.index) for i, j in zip(old[a:b], new[c:d], strict=False))
    answer["renumbered"] = {
        (i, j)
        for i, j in answer["pairs"]
        if case.old[i].number != case.new[j].number  # type: ignore[misc, index]
    }
    return answer


def words(clause: Clause) -> tuple[str, ...]:
    return clause.tokens.keys[clause.label.stop :]


def judge(case: Altered, answer: Answer) -> dict[str, tuple[int, int, int]]:
    """Hits, gold and answers for each measure."""
    known = {j for _, j in case.pairs}
    changed = {j for i, j in case.pairs if i in case.touched} | {
        c.index for c in case.new if c.words and c.index not in known
    }

    def concerned(pairs: Iterable[object]) -> set[object]:
        return {(i, j) for i, j in pairs if i in case.touched or j in changed}  # type: ignore[misc]

    gold: dict[str, set[object]] = {
        "pairs": concerned(case.pairs),
        "moved": set(case.moved),
        "renumbered": set(case.renumbered),
        "split": set(case.split),
        "merged": set(case.merged),
    }
    said = {measure: concerned(answer["pairs"]) if measure == "pairs" else set(answer[measure]) for measure in gold}
    return {measure: (len(gold[measure] & said[measure]), len(gold[measure]), len(said[measure])) for measure in gold}


def f1(hit: int, gold: int, said: int) -> float:
    return 2 * hit / (gold + said) if gold + said else 1.0


if __name__ == "__main__":
    main()

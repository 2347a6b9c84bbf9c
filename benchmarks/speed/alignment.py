"""How well compare aligns: real acts altered on purpose, beside a plain diff of their paragraphs.

    PALERMO_MIRROR=../shared/corpus python -m benchmarks.speed.alignment [--seeds 3] [--family usual] [--times 120]

F1 over the clauses that something was done to (for moved and the others, over all). The gold is made anew each time
from fixed seeds; see `altered.py`. Where redlines is installed, `--redlines` asks it, too, which takes a minute a code.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.altered_acts import Altered, Recipe, alter
from benchmarks.baselines import Answer, paragraphs, redlines
from benchmarks.speed.operations import FAMILIES
from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import PairKind

# An act, and another of its language that new clauses are taken from.
ACTS = {
    "de": ("amendments/de_stgb232/before_2013-01-11_stgb.md", "coe/cets-197-2005.de.md"),
    "cs": ("amendments/cz_tz168/before_2014-01-01.md", "amendments/sk_tz179/amending_204-2013.md"),
    "fr": (
        "amendments/fr_cp_225-4-1/before_2003-02-04_code_penal.md",
        "ca/I-2.5.fr.xml",
    ),
    "en": ("amendments/ie_2008_act8/amending_2017_act2_original.md", "ie/2024-act-28/2024-07-17.en.md"),
    "ru": ("kz/law-110-viii-2024/full.ru.md", "kz/raw/uk2014_ch01.2025-09-16.b71affc4f3.off43400.md"),
    "uk": ("ua/law-3739-vi.uk.txt", "amendments/ua_kk149/amending_2018_2539-VIII.txt"),
    "nl": ("nl/wetboek-van-strafrecht.nl.md", "un/palermo-2000.nl.md"),
    "en-xml": ("ca/F-10.6.en.xml", "ca/annual/2023-c9_E.xml"),
    "fr-xml": ("ca/I-2.5.fr.xml", "ca/annual/2014-c25_F.XML"),
    "en-mw": ("mw/act-3-2015.en.txt", "zm/act-11-2008.am-2022.en.txt"),
    "de-coe": ("coe/cets-197-2005.de.md", "un/palermo-2000.de.md"),
    "es": ("amendments/pe_codigo_penal/DLEG-635-1991.md", "amendments/ar_ley26364/after_LEY-26364.md"),
}
# Scored once, when nothing is going to change any more.
HELD_OUT = {
    "sk": ("amendments/sk_tz179/before_2013-07-04.md", "amendments/cz_tz168/before_2014-01-01.md"),
    "et": ("amendments/ee_kars133/before_2012-01-01.md", "coe/cets-197-2005.en.md"),
    "nz": ("nz/crimes-act-1961.2014-05.en.md", "sg/phta-2014.en.txt"),
    "en-zm": ("zm/act-11-2008.am-2022.en.txt", "mw/act-3-2015.en.txt"),
    "lv": ("lv/kriminallikums.lv.txt", "amendments/lt_bk147/11308-lt-law-x-272.txt"),
    "sr": ("rs/krivicni-zakonik.sr.txt", "coe/cets-197-2005.en.md"),
    "fr-cp": ("amendments/fr_cp_225-4-1/current_code_penal.md", "ca/I-2.5.fr.xml"),
    "fr-ca": ("ca/F-10.6.fr.xml", "ca/annual/2023-c9_F.xml"),
}
_USUAL = "de,cs,fr,en,ru"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--acts", default=_USUAL, help="names joined by commas, or all, or held-out")
    parser.add_argument("--family", default="usual", help=f"{', '.join(FAMILIES)}, or all")
    parser.add_argument("--times", type=int, default=120, help="how many alterations")
    parser.add_argument("--heavy", action="store_true", help="alter one list again and again")
    parser.add_argument("--reread", action="store_true", help="have the reader find the structure of what was made")
    parser.add_argument("--redlines", action="store_true")
    options = parser.parse_args()
    acts = {"all": ACTS, "held-out": HELD_OUT}.get(options.acts) or {n: ACTS[n] for n in options.acts.split(",")}
    ways: Sequence[Callable[[Altered], Answer]] = [palermo, paragraphs, redlines][: 3 if options.redlines else 2]
    families = list(FAMILIES) if options.family == "all" else options.family.split(",")
    sums: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    mirror = Path(os.environ["PALERMO_MIRROR"])
    for name, files in acts.items():
        act, donor = (str(mirror / path) for path in files)
        for family in families:
            for seed in range(options.first_seed, options.first_seed + options.seeds):
                recipe = Recipe(options.times, family, options.heavy, options.reread and not act.endswith(".xml"))
                case = alter(act, donor, seed, recipe)
                for way in ways:
                    _report(f"{name} {family} {seed}", case, way, sums)
    for (method, measure), counts in sums.items():
        print(f"all  {method:10}  {measure:10}  F1 {f1(*counts):.3f}  of {counts[1]:,}")


def _report(
    name: str, case: Altered, way: Callable[[Altered], Answer], sums: defaultdict[tuple[str, str], list[int]]
) -> None:
    method, start = way.__name__, time.perf_counter()
    answer = way(case)
    took, scores = time.perf_counter() - start, judge(case, answer)
    for measure, (hit, gold, said) in scores.items():
        for k, n in enumerate((hit, gold, said)):
            sums[method, measure][k] += n
    shown = "  ".join(f"{measure} {f1(*counts):.3f}" for measure, counts in scores.items())
    print(f"{name:18}  {method:10}  {shown}  {took:.1f} s", flush=True)


def palermo(case: Altered) -> Answer:
    """What compare says, in the numbers of the gold."""
    places = [{(c.provision.id, c.provision.span): c.index for c in side} for side in (case.old, case.new)]
    answer: Answer = defaultdict(set)
    for pair in compare([case.before], [case.after]).pairs:
        lefts, rights = (
            tuple(sorted(places[k][p.id, p.span] for p in side)) for k, side in enumerate((pair.left, pair.right))
        )
        worded = all(case.old[i].words for i in lefts) and all(case.new[j].words for j in rights)
        if not worded:  # nothing but a number, of which the gold says nothing
            continue
        answer["pairs"].update((i, j) for i in lefts for j in rights)
        if pair.moved:
            answer["moved"].add(lefts[0])
        if pair.renumbered:
            answer["renumbered"].add((lefts[0], rights[0]))
        if pair.kind is PairKind.SPLIT:
            answer["split"].add((lefts[0], rights))
        if pair.kind is PairKind.MERGED:
            answer["merged"].add((lefts, rights[0]))
    return answer


def judge(case: Altered, answer: Answer) -> dict[str, tuple[int, int, int]]:
    """Hits, gold and answers for each measure."""
    known = {j for _, j in case.pairs}
    changed = {j for i, j in case.pairs if i in case.touched} | {
        c.index for c in case.new if c.words and c.index not in known
    }

    def concerned(pairs: Iterable[Any]) -> set[Any]:
        return {(i, j) for i, j in pairs if i in case.touched or j in changed}

    gold: dict[str, set[Any]] = {
        "pairs": concerned(case.pairs),
        "moved": set(case.moved),
        "renumbered": set(case.renumbered),
        "split": set(case.split),
        "merged": set(case.merged),
    }
    said = {measure: concerned(answer["pairs"]) if measure == "pairs" else set(answer[measure]) for measure in gold}
    said["moved"] -= case.unsure
    return {measure: (len(gold[measure] & said[measure]), len(gold[measure]), len(said[measure])) for measure in gold}


def f1(hit: int, gold: int, said: int) -> float:
    return 2 * hit / (gold + said) if gold + said else 1.0


if __name__ == "__main__":
    main()

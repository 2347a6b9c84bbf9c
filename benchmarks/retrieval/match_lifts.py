"""How telling each concept and subject is: how often two provisions that both name it answer each other in the tables.

    PALERMO_MIRROR=… PALERMO_GOLD=… python -m benchmarks.retrieval.match_lifts [--write]

For each pair of instruments the share of answering pairs among all that the table can judge is what chance gives. A
lift is what was found against that, over all pairs together, drawn towards what is usual where little was seen. Pairs
of translations and of versions say nothing about it and are left out. `--write` writes
`kb/thesaurus/match_lifts.yaml`.
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from pathlib import Path

from benchmarks.concordances import Case, answers, cases, speaks
from palermo.alignment.concordance import weights
from palermo.alignment.concordance.evidence import ShownEvidence, read_side
from palermo.alignment.concordance.vectors import measure

__all__ = ["Seen", "counted", "lifts", "seen"]

_FILE = Path(__file__).parents[2] / "kb" / "thesaurus" / "match_lifts.yaml"
_SOURCE = (
    "Counted by benchmarks/retrieval/match_lifts.py over the hand-made tables of tests/alignment/concordance: how many "
    "times more often than by chance two provisions that both name it answer each other."
)
_DRAWN = 2.0  # how much the usual lift counts beside what was seen

Seen = tuple[dict[str, float], dict[str, float]]  # by code: answering pairs that share it; how many chance would give


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = os.environ.get("PALERMO_GOLD")
    found = counted(Path(os.environ["PALERMO_MIRROR"]), Path(given) if given else None)
    lines = [f"  {code}: {lift:.1f}" for code, lift in sorted(found.items())]
    text = "\n".join([f'source: "{_SOURCE}"', "lifts:", *lines, ""])
    if parser.parse_args().write:
        _FILE.write_text(text, "utf-8")
    else:
        print(text, end="")


def counted(mirror: Path, given: Path | None) -> dict[str, float]:
    """The lift of each code over all tables of instruments apart; `given` is the folder of the given tables."""
    return lifts(seen(case) for case in cases(mirror, given) if case.apart)


def lifts(cases_seen: Iterable[Seen]) -> dict[str, float]:
    """The lift of each code over several pairs of instruments."""
    found, chance = defaultdict[str, float](float), defaultdict[str, float](float)
    for counted, total in cases_seen:
        for into, out_of in ((found, counted), (chance, total)):
            for code, n in out_of.items():
                into[code] += n
    return {code: (found[code] + weights.USUAL * _DRAWN) / (chance[code] + _DRAWN) for code in chance}


def seen(case: Case) -> Seen:
    """What one table says of the codes that the provisions of its instruments name."""
    sides = [_named(read_side(side)) for side in (case.left, case.right)]
    known = {row[0] for row in case.rows}, {row[1] for row in case.rows}
    pairs = [pair for pair in product(sides[0], sides[1]) if speaks(pair, known)]
    judged = {pair: any(answers(pair, row) for row in case.rows) for pair in pairs}
    share = sum(judged.values()) / len(judged) if judged else 0.0
    found, chance = defaultdict[str, float](float), defaultdict[str, float](float)
    for (a, b), answered in judged.items():
        for code in sides[0][a] & sides[1][b]:
            found[code] += answered
            chance[code] += share
    return found, chance


def _named(shown: Sequence[ShownEvidence]) -> Mapping[str, frozenset[str]]:
    """The concepts that provisions name in their own words, and their subjects, by citation."""
    side = measure(shown, {})
    return {
        shown[i].provision.cite: frozenset(shown[i].own["concepts"])
        | {code for kind, code in side.own[i] if kind == "subjects"}
        for i in side.used
        if shown[i].provision.cite
    }


if __name__ == "__main__":
    main()

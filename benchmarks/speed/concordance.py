"""Score the concordance of real pairs against gold tables, beside sparse word matching with its best threshold.

PALERMO_MIRROR=… python -m benchmarks.speed.concordance [--gold DIR] [--errors] [--only NAME]
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

import palermo
from benchmarks.concordances import cases, peer, score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=os.environ.get("PALERMO_GOLD"), help="folder of the given tables")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only", default="", metavar="NAME")
    wanted = parser.parse_args()
    given = Path(wanted.gold) if wanted.gold else None
    print(f"{'pair':42} {'palermo':>8} {'precision':>9} {'recall':>7} {'words':>7} {'seconds':>8}")
    for case in cases(Path(os.environ["PALERMO_MIRROR"]), given, named=wanted.only):
        started = time.process_time()
        found = palermo.concordance(case.left, case.right)
        seconds = time.process_time() - started
        ours, words = score(case.rows, [(m.left.cite, m.right.cite) for m in found.matches]), peer(case)
        line = f"{case.name:42} {ours.f1:8.3f} {ours.precision:9.3f} {ours.recall:7.3f} {words.f1:7.3f} {seconds:8.2f}"
        print(line, flush=True)
        if wanted.errors:
            for verdict, pairs in (("missed", ours.missed), ("wrong", ours.wrong)):
                print(*(f"    {verdict} {a} {b}" for a, b in pairs), sep="\n")


if __name__ == "__main__":
    main()

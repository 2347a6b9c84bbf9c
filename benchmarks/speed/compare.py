"""How fast compare is, and how readable its marks are, beside difflib over the same words.

    python benchmarks/speed/compare.py LEFT RIGHT [--whole]

Prints the time to read, to compare, and to mark the words of all changed pairs, with difflib's time for the same pairs
and its number of separate marks. With `--whole`, difflib also takes the two texts as one sequence of words, as a
redline without alignment would: that takes minutes for a code. Only the ratios mean anything.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from palermo.alignment.compare.clauses import clauses
from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import PairKind, WordOp
from palermo.alignment.compare.words.diff import diff
from palermo.alignment.compare.words.tokens import tokenize
from palermo.corpus.readers import read_file

Result = TypeVar("Result")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("left")
    parser.add_argument("right")
    parser.add_argument("--whole", action="store_true", help="let difflib take the whole texts, too")
    options = parser.parse_args()

    read, sides = timed(lambda: (read_file(options.left), read_file(options.right)))
    size = sum(len(version.text) for version in sides)
    took, alignment = timed(lambda: compare([sides[0]], [sides[1]]))
    again, _ = timed(lambda: compare([sides[0]], [sides[0]]))
    print(f"{size:,} characters, {len(alignment.pairs):,} pairs: {alignment.counts}")
    print(f"read {read:.2f} s, compare {took:.2f} s, the left text with itself {again:.2f} s")

    words = [{c.provision.id: c.tokens.keys for c in clauses([version])} for version in sides]
    changed = [
        (words[0][pair.left[0].id], words[1][pair.right[0].id])
        for pair in alignment.pairs
        if pair.kind is PairKind.CHANGED
    ]
    ours, marks = timed(lambda: sum(marks_of_diff(a, b) for a, b in changed))
    theirs, other = timed(lambda: sum(marks_of_difflib(a, b) for a, b in changed))
    print(f"words of {len(changed):,} changed pairs: {ours:.3f} s, difflib {theirs:.3f} s ({theirs / ours:.1f} x)")
    print(f"marks to read: {marks:,}, difflib {other:,} ({other / max(marks, 1):.2f} x)")

    if options.whole:
        whole = [tokenize(version, [version.root.span]).keys for version in sides]
        theirs, other = timed(lambda: marks_of_difflib(*whole))
        print(f"whole texts as words: compare {took:.2f} s, difflib {theirs:.2f} s ({theirs / took:.1f} x)")


def marks_of_diff(left: Sequence[str], right: Sequence[str]) -> int:
    return sum(run.op is not WordOp.EQUAL for run in diff(left, right))


def marks_of_difflib(left: Sequence[str], right: Sequence[str]) -> int:
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return sum({"equal": 0, "replace": 2}.get(tag, 1) for tag, *_ in codes)


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()

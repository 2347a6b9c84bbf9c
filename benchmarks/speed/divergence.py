"""How well the kinds of divergence agree with edits of real version pairs that were labelled by hand.

    PALERMO_MIRROR=…/corpus python benchmarks/speed/divergence.py [--misses]

The labels are in `tests/alignment/divergence.tsv`: files, offsets, kind and reason, never the words. The third called
`apart` was labelled before the rules were written and not looked at while they were. Precision is over the edits that
are given a kind, recall over those that have one; "wording" means that none of the kinds explains the change. With
`--misses` each wrong one is printed with its words.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment, WordOp
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file

__all__ = ["Label", "Score", "labels", "predicted", "score"]

LABELS = Path(__file__).parents[2] / "tests" / "alignment" / "divergence" / "divergence.tsv"
_NONE = "wording"  # what none of the kinds explains

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Label:
    """An edit of `left` and `right` (files under the mirror): its spans on each side, and what a lawyer calls it."""

    part: str
    lang: str
    left: str
    right: str
    gone: Spans
    come: Spans
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """How many edits have a kind, were given one, and were given the right one, by kind."""

    labelled: Counter[str]
    given: Counter[str]
    right: Counter[str]

    @property
    def precision(self) -> float:
        return _share(self._sum(self.right), self._sum(self.given))

    @property
    def recall(self) -> float:
        return _share(self._sum(self.right), self._sum(self.labelled))

    @staticmethod
    def _sum(counts: Counter[str]) -> int:
        return counts.total() - counts[_NONE]


def labels(path: Path = LABELS) -> list[Label]:
    """The labels of a file: a line each, columns parted by tabs, the first line their names."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [
        Label(part, lang, left, right, _spans(gone), _spans(come), kind, reason)
        for part, lang, left, right, gone, come, kind, reason in rows[1:]
    ]


def _spans(text: str) -> Spans:
    return tuple((int(start), int(end)) for start, end in (part.split("-") for part in text.split(",") if part))


def score(some: Iterable[tuple[Label, str]]) -> Score:
    """The score of labels with the kinds that they were given."""
    labelled, given, right = Counter[str](), Counter[str](), Counter[str]()
    for label, kind in some:
        labelled[label.kind] += 1
        given[kind] += 1
        right[kind] += kind == label.kind
    return Score(labelled, given, right)


def predicted(some: Iterable[Label], mirror: Path) -> Iterator[tuple[Label, str]]:
    """Each label with the kind of the edits that cover most of its words."""
    for label in some:
        alignment = _compared(mirror, label.left, label.right, label.lang)
        kinds = Counter[str]()
        for pair in alignment.pairs:
            for edit in pair.edits:
                if edit.op is WordOp.EQUAL:
                    continue
                spans, span = (label.gone, edit.left) if edit.op is WordOp.DELETE else (label.come, edit.right)
                shared = sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in spans)
                kinds[edit.divergence.kind if edit.divergence else _NONE] += shared
        yield label, max(kinds, key=lambda kind: kinds[kind]) if kinds.total() else _NONE


@cache
def _compared(mirror: Path, left: str, right: str, lang: str) -> Alignment:
    return compare([_read(mirror, left, lang)], [_read(mirror, right, lang)])


def _read(mirror: Path, name: str, lang: str) -> Version:
    """A file, or one field of one line of a JSON Lines file ("x.jsonl#7:before")."""
    path, _, place = name.partition("#")
    if not place:
        return read_file(str(mirror / path))
    line, field = place.split(":")
    with (mirror / path).open(encoding="utf-8") as lines:
        text = next(row for n, row in enumerate(lines) if n == int(line))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text(json.loads(text)[field], encoding="utf-8")
        return read_file(str(file), lang=lang)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="print what is wrong in the part that is open")
    options = parser.parse_args()
    mirror = Path(os.environ["PALERMO_MIRROR"])
    found = list(predicted(labels(), mirror))
    for part in ("open", "apart"):
        _print(part, score(pair for pair in found if pair[0].part == part))
    _print("all", score(found))
    if options.misses:
        for label, kind in found:
            if label.part == "open" and kind != label.kind:
                _print_miss(label, kind, mirror)


def _print(part: str, made: Score) -> None:
    print(f"{part}: {made.labelled.total()} edits, precision {made.precision:.3f}, recall {made.recall:.3f}")
    for kind in sorted(made.labelled | made.given):
        right, given, labelled = made.right[kind], made.given[kind], made.labelled[kind]
        print(
            f"    {kind:16} {labelled:3} labelled {given:3} given"
            f"  precision {_share(right, given):.2f}  recall {_share(right, labelled):.2f}"
        )


def _print_miss(label: Label, kind: str, mirror: Path) -> None:
    sides = _compared(mirror, label.left, label.right, label.lang)
    words = [
        " … ".join(side[0].text[start:end] for start, end in spans)
        for side, spans in ((sides.left, label.gone), (sides.right, label.come))
    ]
    print(f"{label.left}: {label.kind} ({label.reason}), given {kind}: [-{words[0]}-] [+{words[1]}+]")


if __name__ == "__main__":
    main()

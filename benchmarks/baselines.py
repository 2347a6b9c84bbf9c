"""What others make of the same clauses: a plain diff of paragraphs, and redlines where it is installed."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import accumulate

from benchmarks.altered_acts import Altered
from palermo.alignment.compare.clauses import Clause

__all__ = ["Answer", "paragraphs", "redlines"]

Answer = dict[str, set[object]]
_ANSWERS = 0.3  # of the words of the shorter clause that redlines leaves as they are


def paragraphs(case: Altered) -> Answer:
    """What difflib says of the clauses' own words in a row: equal ones answer each other, replaced ones in turn; what
    was taken out in one place and put in with the very same words in another has moved.
    """
    old, new = ([c for c in side if c.words] for side in (case.old, case.new))
    matcher = SequenceMatcher(None, [_words(c) for c in old], [_words(c) for c in new], autojunk=False)
    pairs: set[tuple[int, int]] = set()
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag in {"equal", "replace"}:
            pairs.update((i.index, j.index) for i, j in zip(old[a:b], new[c:d], strict=False))
    same = {(i, j) for i, j in pairs if _words(case.old[i]) == _words(case.new[j])}
    left, right = {i for i, _ in same}, {j for _, j in same}
    elsewhere = defaultdict(list)
    for clause in new:
        if clause.index not in right:
            elsewhere[_words(clause)].append(clause.index)
    moved = {(c.index, elsewhere[_words(c)].pop(0)) for c in old if c.index not in left and elsewhere[_words(c)]}
    gone, come = {i for i, _ in moved}, {j for _, j in moved}
    pairs = {(i, j) for i, j in pairs if i not in gone and j not in come} | moved
    return {
        "pairs": set(pairs),
        "moved": set(gone),
        "renumbered": {(i, j) for i, j in pairs if case.old[i].number != case.new[j].number},
        "split": set(),
        "merged": set(),
    }


def redlines(case: Altered) -> Answer:
    """The clauses that share enough of the words that redlines leaves as they are."""
    from redlines.processor import WholeDocumentProcessor  # type: ignore[import-not-found]

    texts, owners = zip(*(_in_a_row(side) for side in (case.old, case.new)), strict=True)
    shared: Counter[tuple[int, int]] = Counter()
    sizes: tuple[Counter[int], Counter[int]] = Counter(), Counter()
    places: list[list[int]] = []
    for line in WholeDocumentProcessor().process(*texts):
        if not places:
            for k, chunk in enumerate((line.source_chunk, line.test_chunk)):
                starts = accumulate(map(len, chunk.text), initial=0)
                places.append([owners[k][start] for start, _ in zip(starts, chunk.text, strict=False)])
                sizes[k].update(places[k])
        tag, a, b, c, d = line.opcodes
        if tag == "equal":
            shared.update(zip(places[0][a:b], places[1][c:d], strict=True))
    pairs = {(i, j) for (i, j), n in shared.items() if n >= _ANSWERS * min(sizes[0][i], sizes[1][j])}
    numbers = {(i, j) for i, j in pairs if case.old[i].number != case.new[j].number}
    return {"pairs": set(pairs), "moved": set(), "renumbered": set(numbers), "split": set(), "merged": set()}


def _words(clause: Clause) -> tuple[str, ...]:
    return clause.tokens.keys[clause.label.stop :]


def _in_a_row(side: list[Clause]) -> tuple[str, list[int]]:
    """The words of all clauses, and for each character the clause that it belongs to."""
    text, owners = "", []
    for clause in side:
        words = "".join(f"{word} " for word in _words(clause))
        text += words
        owners.extend([clause.index] * len(words))
    return text, owners

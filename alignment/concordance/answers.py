"""Answers of the gap analysis's rules as evidence: two provisions that both make consent irrelevant correspond."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from palermo.alignment.concordance.evidence import ShownEvidence
from palermo.alignment.gaps.gaps import answer
from palermo.alignment.scope.scope import find_scope
from palermo.corpus.model.findings import Value
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.framework import every
from palermo.kb.lexicon import cues

__all__ = ["Answers", "agreed", "answers"]

Answers = Mapping[int, frozenset[str]]  # the codes that provisions answer, by the index of the provision in its side


def answers(side: Sequence[Version], shown: Sequence[ShownEvidence]) -> Answers:
    """The codes that each provision of a side answers with yes; none in a language that palermo has no cues for."""
    where = {(s.source, s.provision.id): s.index for s in shown}
    # Acts, means and purposes are lists that most of a law repeats: only what one provision answers by itself counts.
    single = {e.code: e.treatment.alone for e in every().elements if e.treatment.alone}
    found: defaultdict[int, set[str]] = defaultdict(set)
    for lang in sorted({v.lang for v in side}.intersection(cues.languages())):
        sources = [n for n, version in enumerate(side) if version.lang == lang]
        scope = find_scope([side[n] for n in sources], cues.load(lang))
        answered = answer(scope) if scope.core else {}
        for code, alone in single.items():
            if code in answered and answered[code].value is Value.YES:
                for hit in answered[code].hits[: 1 if alone == "first" else None]:
                    unit = hit.segment.unit
                    provision = unit.version.at(unit.span(hit.start, hit.end).start)
                    found[where[sources[unit.source], provision.id]].add(code)
    return {index: frozenset(codes) for index, codes in found.items()}


def agreed(left: Answers, right: Answers) -> dict[tuple[int, int], float]:
    """The pairs that answer one code, each with 1 / n: n provisions of a side answer it, where more of them do."""
    one, other = (Counter(code for codes in side.values() for code in codes) for side in (left, right))
    return {
        (i, j): max(1 / max(one[code], other[code]) for code in shared)
        for i, codes in left.items()
        for j, others in right.items()
        if (shared := codes & others)
    }

"""The elements of a framework in the texts of a library, as the index keeps them: what `gaps` found, and where."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.corpus.errors import UsageError
from palermo.corpus.model.findings import Value
from palermo.corpus.model.text_model import Version
from palermo.kb.frameworks.framework import Framework
from palermo.kb.library.lru import Lru
from palermo.kb.search.index.contract import IndexedMark

__all__ = ["annotate"]


_REMEMBERED = 5_000_000  # code points of texts whose marks are kept: an act is often stored again under another date
_kept = Lru(_REMEMBERED)


def annotate(versions: Sequence[Version], framework: Framework | None = None) -> list[list[IndexedMark]]:
    """The marks of each of these texts, which are read as one body of law: of every element that it has, the words.

    A text in a language without cue words has none. Without `framework` they are those of all frameworks.
    """
    if framework is not None:
        return _annotate(versions, framework)
    texts = tuple((v.lang, v.title, v.text, v.marks, v.root) for v in versions)
    return _kept.get(texts, lambda: _annotate(versions), lambda _: sum(len(v.text) for v in versions))


def _annotate(versions: Sequence[Version], framework: Framework | None = None) -> list[list[IndexedMark]]:
    from palermo.alignment.gaps.gaps import gaps
    from palermo.kb.frameworks.framework import every

    marks: list[dict[IndexedMark, None]] = [{} for _ in versions]
    places = [{id(p): seq for seq, p in enumerate(version.root.walk())} for version in versions]
    try:
        analysis = gaps(versions, framework or every())
    except UsageError:
        return [[] for _ in versions]
    for finding in analysis.findings:
        for evidence in finding.evidence if finding.value is Value.YES else ():
            place = places[evidence.source][id(evidence.provision)]
            marks[evidence.source][IndexedMark(finding.code, place, evidence.words or evidence.span)] = None
    return [list(found) for found in marks]

"""Units of a body of law: the articles and sections that are read one by one, as a person reads them."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from palermo.alignment.statute.memoise import memoised
from palermo.corpus.grammar_words import any_word
from palermo.corpus.model.reading_text import Mapped
from palermo.corpus.model.text_model import BASIC_UNITS, EDITORS_NOTES, Provision, Span, Version
from palermo.kb.lexicon.cues import fold

__all__ = ["Unit", "starts_between", "units"]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Unit:
    """Article or section. `text` is its reading text without heading and editorial notes, `folded` that for cues.

    `starts` are the indices in the text where the provisions below it begin, by eId;
    `above` the folded headings of the parts and chapters that it stands in, the title of its text first.
    """

    source: int
    version: Version
    provision: Provision
    text: str
    folded: str
    offsets: array[int]
    starts: dict[str, int]
    above: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The heading, folded; one that runs into the text ("Definitions. - In this Act") where none stands apart."""
        run_in = self._run_in()
        return fold(run_in[1] if run_in else self.provision.heading)

    @property
    def body(self) -> int:
        """Position where the text begins after a heading that runs into it."""
        run_in = self._run_in()
        return run_in.end() if run_in else 0

    def _run_in(self) -> re.Match[str] | None:
        match = None if self.provision.heading else _RUN_IN.match(self.text)
        return None if match is None or _finite_verb().search(match[1].lower()) else match

    def span(self, start: int, end: int) -> Span:
        """The span of the source that `start` to `end` of the text was read from."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def starts_between(unit: Unit, start: int, end: int) -> Sequence[int]:
    """The places behind `start` and before `end` of the unit's text where provisions below it begin, in order."""
    starts = _starts(unit)
    return starts[bisect_right(starts, start) : bisect_left(starts, end)]


@memoised
def _starts(unit: Unit) -> Sequence[int]:
    """All of them, put in order once: each segment asks."""
    return sorted(unit.starts.values())


def units(versions: Sequence[Version]) -> list[Unit]:
    """The units of all texts, in order; a text without articles or sections is one unit."""
    return [
        _unit(source, version, provision, nested, above)
        for source, version in enumerate(versions)
        for provision, nested, above in _find(version.root, (_title(version),))
    ]


_RUN_IN = re.compile(
    r"[\W\d]*([^\W\d_a-zà-ÿа-яё][^.;:\n]{2,90})"
    r"(?:\.(?: ?[-–—]| (?=[^\W\d_a-zà-ÿа-яё][\s\S]{40}))| ?:(?=\s*\(1\)))"
)
_Found = tuple[Provision, list[Provision], tuple[str, ...]]


@cache
def _finite_verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_word(lambda words: words.finite_verbs)})\b")


_PREFACE = 600  # code points before the first article or part in which an act says what it is about


def _title(version: Version) -> str:
    """The title, and what stands before the first article or part but for a list of contents, folded."""
    first = next((p.span.start for p in version.root.walk() if p.level in BASIC_UNITS or _is_part(p)), 0)
    preface = version.reading(Span(0, min(first, _PREFACE)), lines=True).text if first else ""
    said = (line for line in preface.splitlines() if not _lists_articles(line))
    return fold(" ".join([version.title, *said]))


def _lists_articles(line: str) -> bool:
    """True if numbers in a line count on ("Art. 155 … Art. 156 … Art. 157")."""
    numbers = [int(n) for n in re.findall(r"\d{1,5}", line)]
    return sum(after == before + 1 for before, after in pairwise(numbers)) > 1


def _is_part(provision: Provision) -> bool:
    """True if a provision is a part, chapter or title with a number, that holds articles."""
    return bool(provision.num) and any(provision.outermost(BASIC_UNITS))


def _find(root: Provision, above: tuple[str, ...]) -> Iterator[_Found]:
    """Each unit, with the units inside it (articles that an amending act quotes) and the headings it stands under."""
    inside = (*above, fold(root.heading)) if root.heading else above
    if root.level in BASIC_UNITS:
        quoted = list(root.outermost(BASIC_UNITS))
        if all("|" in p.cite for p in quoted):
            yield root, quoted, above
            for provision in quoted:
                yield from _find(provision, inside)
            return
    if not any(root.outermost(BASIC_UNITS)):
        yield root, [], above
        return
    for part in _parts(root):
        if _is_or_holds_unit(part):
            yield from _find(part, inside)
        else:
            yield part, [], inside


_ASIDE = frozenset({"preamble", "preface", "toc", "conclusions", "longTitle", "crossHeading", *EDITORS_NOTES})


def _parts(root: Provision) -> Iterator[Provision]:
    """The children of a division, and what stands between them without an article: read like one, so that it counts.

    A numbered paragraph beside articles is one whose number was taken for another; anything else goes together.
    """
    loose: list[Provision] = []
    for part in _in_order(root):
        divided = _is_or_holds_unit(part)
        if divided or part.level in _ASIDE or (part.num and part.level == "paragraph"):
            yield from _together(loose)
            loose = []
        if divided:
            yield part
        elif part.level not in _ASIDE:
            loose.append(part)
    yield from _together(loose)


def _in_order(root: Provision) -> Iterator[Provision]:
    """The children and, as provisions of their own, the parts of its own text after its heading."""
    head = (root.heading_span or root.num_span or Span(0, root.span.start)).end
    own = (Span(max(s.start, head), s.end) for s in root.own_spans())
    words = (_piece(root, span) for span in own if span.end - span.start >= _SENTENCE)
    yield from sorted([*root.children, *words], key=lambda p: p.span)


_SENTENCE = 40  # code points: less between two articles is a page number or the like


def _piece(root: Provision, span: Span) -> Provision:
    return replace(root, num="", heading="", span=span, children=(), num_span=None, heading_span=None)


def _together(loose: Sequence[Provision]) -> Iterator[Provision]:
    if len(loose) == 1:
        yield loose[0]
    elif loose:
        span = Span(loose[0].span.start, loose[-1].span.end)
        yield replace(_piece(loose[0], span), children=tuple(loose))


def _is_or_holds_unit(part: Provision) -> bool:
    return part.level in BASIC_UNITS or any(part.outermost(BASIC_UNITS))


def _unit(
    source: int, version: Version, provision: Provision, nested: Sequence[Provision], above: tuple[str, ...]
) -> Unit:
    cut = sorted([p.span for p in nested] + [p.span for p in provision.walk() if p.level in EDITORS_NOTES])
    spans = (provision.heading_span, provision.num_span)  # the heading may stand above the number
    start = max((s.end for s in spans if s is not None), default=provision.span.start)
    texts: list[str] = []
    offsets = array("l")
    for piece in [*cut, Span(provision.span.end, provision.span.end)]:
        if piece.start > start:
            _append(version.reading(Span(start, piece.start), lines=True), texts, offsets)
        start = max(start, piece.end)
    text = "".join(texts)
    starts = {
        p.id: at
        for p in provision.walk()
        if p is not provision
        and p.level not in EDITORS_NOTES
        and (at := bisect_left(offsets, p.span.start)) < len(text)
    }
    return Unit(source, version, provision, text, fold(text), offsets, starts, above)


def _append(mapped: Mapped, texts: list[str], offsets: array[int]) -> None:
    if not mapped.text:
        return
    if texts:
        texts.append("\n")
        offsets.append(offsets[-1])
    texts.append(mapped.text)
    offsets.extend(mapped.offsets)

"""Evidence in a provision: its words, concepts, elements, figures and citations, in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from palermo.alignment.concordance.kin import kin
from palermo.corpus.citations.find import Citation, find_citations
from palermo.corpus.model.text_model import Provision, Span, Version
from palermo.kb.lexicon import cues as cue_words
from palermo.kb.lexicon import lemmatise as nlp
from palermo.kb.lexicon import numbers
from palermo.kb.lexicon.cues import Cues, fold
from palermo.kb.lexicon.lemmatise import Token
from palermo.kb.thesaurus import thesaurus
from palermo.kb.thesaurus.thesaurus import FORMULAE, Mention

__all__ = ["KINDS", "Bag", "Bags", "ShownEvidence", "read_side"]

Bag = dict[str, float]
Bags = dict[str, Bag]

# `words` serve inside one language, `spelling` (kin) between two; `terms` are the concepts that a text defines.
KINDS = ("words", "spelling", "concepts", "terms", "elements", "figures")

# No law: an editor's notes, and what stands before the law.
_BESIDE = frozenset({"authorialNote", "longTitle", "preamble", "preface", "recital", "remark", "statement"})
_FORMULA = 0.1  # what a word counts inside a formula of drafting ("such measures as may be necessary")
_FEWEST = 2  # elements that a provision must name to be about them: one alone ("receiving", "transfer") says little
_SAID_TWICE = "law.definition"  # for who searches; what it adds to `formula.definition` made any two definitions alike
_SMALLEST = 5  # numbers below stand everywhere
_AFTER_NUMBER = " \n\t).]:-–—"
_LABEL = 40  # code points that may stand before a number: "Section 5."
_QUOTED = re.compile(r"\W{0,4}(?:\w{1,12}\W){0,4}?[\"“”„«'‘`]{1,2}\s?([^\"“”„«»'‘’`]{3,60})[\"“”»'’`]{1,2}")


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """A provision and its evidence. `index` counts in the side in document order, `end` is the index after its last
    descendant.

    `own` is the evidence of its own text without number and heading, by kind; `heading` that of its heading; `cites`
    are the short citations in its text. `words`: it has words of its own; `law`: it is law, no note and no preamble.
    """

    index: int
    end: int
    parent: int
    children: tuple[int, ...]
    source: int
    provision: Provision
    own: Bags
    heading: Bags
    cites: tuple[str, ...]
    words: bool
    law: bool


def read_side(side: Sequence[Version]) -> list[ShownEvidence]:
    """The provisions of a side in document order; the parent of a version's root is -1."""
    found: list[ShownEvidence | None] = []
    for source, version in enumerate(side):
        _collect(found, (source, _Reader(version)), version.root, -1, law=True)
    return [shown for shown in found if shown is not None]


def _collect(
    found: list[ShownEvidence | None], origin: tuple[int, _Reader], provision: Provision, parent: int, *, law: bool
) -> ShownEvidence:
    source, reader = origin
    index = len(found)
    found.append(None)
    text = reader.body(provision)
    cited = find_citations(text)
    law = law and provision.level not in _BESIDE
    below = [_collect(found, origin, child, index, law=law) for child in provision.children]
    found[index] = shown = ShownEvidence(
        index=index,
        end=len(found),
        parent=parent,
        children=tuple(s.index for s in below),
        source=source,
        provision=provision,
        own=reader.bags(text, cited),
        heading=reader.bags(provision.heading),
        cites=tuple(c.cite for c in cited),
        words=any(map(str.isalnum, text)),
        law=law and parent >= 0,
    )
    return shown


class _Reader:
    """Reads the provisions of one text."""

    def __init__(self, version: Version) -> None:
        self._version = version
        self._lang = version.lang
        self._known = thesaurus.load()
        self._cues: Cues | None = cue_words.load(self._lang) if self._lang in cue_words.languages() else None

    def body(self, provision: Provision) -> str:
        """The own text as a person reads it, without number and heading."""
        taken = [s for s in (_label(provision), provision.heading_span) if s is not None]
        pieces = [p for own in provision.own_spans() for p in _without(own, taken)]
        return " ".join(t for p in pieces if (t := self._version.reading(p).text)).lstrip(_AFTER_NUMBER)

    def bags(self, text: str, cited: Sequence[Citation] = ()) -> Bags:
        """The evidence in a stretch of text with its citations, by kind."""
        tokens = thesaurus.content(text, self._lang)
        mentions = [m for m in self._known.among(tokens, self._lang) if m.code != _SAID_TWICE]
        folded = fold(text)
        crimes = sum(m.code.startswith("crime.") for m in mentions)
        return {
            "words": _words(tokens, mentions),
            "spelling": dict(Counter(k for t in tokens if (k := kin(t.spelled)))),
            "concepts": dict(Counter(m.code for m in mentions)),
            "terms": dict.fromkeys(self._defined(text, folded), 1.0),
            "elements": dict.fromkeys(self._elements(folded) if crimes >= _FEWEST else (), 1.0),
            "figures": dict.fromkeys(self._figures(text, folded, tokens, cited), 1.0),
        }

    def _defined(self, text: str, folded: str) -> list[str]:
        """The concepts of the terms that the text defines: by a formula of its language, or quoted at its beginning."""
        quoted = _QUOTED.match(text)
        terms = [quoted[1]] if quoted else []
        for pattern in self._cues.define if self._cues is not None else ():
            terms += [next((g for g in m.groupdict().values() if g), "") for m in pattern.finditer(folded)]
        return [m.code for term in terms for m in self._known.mentions(term, self._lang)]

    def _elements(self, folded: str) -> list[str]:
        """The codes of the elements that the text names."""
        patterns = self._cues.elements if self._cues is not None else {}
        found = [code for code, pattern in patterns.items() if pattern.search(folded)]
        return found if len(found) >= _FEWEST else []

    def _figures(self, text: str, folded: str, tokens: Sequence[Token], cited: Sequence[Citation]) -> Iterator[str]:
        """Numbers beside those of citations, and names in capitals (GRETA)."""
        for figure in numbers.find(folded, self._lang):
            value = figure.value
            if value is not None and value >= _SMALLEST and not any(c.start <= figure.start < c.end for c in cited):
                yield str(value)
        if not text.isupper():
            yield from (nlp.fold(t.text) for t in tokens if len(t.text) > 2 and t.text.isupper())


def _words(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Bag:
    formulae = [(m.start, m.end) for m in mentions if m.code.startswith(FORMULAE)]
    bag: Bag = {}
    for token in tokens:
        if not token.text.isdigit():
            inside = any(a <= token.start < b for a, b in formulae)
            bag[token.lemma] = bag.get(token.lemma, 0.0) + (_FORMULA if inside else 1.0)
    return bag


def _label(provision: Provision) -> Span | None:
    """The number, with the word before it ("Section 5.")."""
    at, label = provision.span.start, provision.num_span
    return Span(at, label.end) if label is not None and 0 <= label.start - at <= _LABEL else label


def _without(span: Span, holes: Sequence[Span]) -> Iterator[Span]:
    cuts = {span.start, span.end, *(at for hole in holes for at in hole if span.start < at < span.end)}
    for start, end in pairwise(sorted(cuts)):
        if not any(hole.start <= start and end <= hole.end for hole in holes):
            yield Span(start, end)

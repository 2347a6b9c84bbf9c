"""Pair of a comparison in two columns that stand level, with what became of it in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from palermo.alignment.compare.model import Alignment, Divergence, Pair
from palermo.report.format.html.page import Markup, join, language
from palermo.report.redline.html_parts import lines, near
from palermo.report.redline.pieces import Piece, PieceMark, redline, spaced
from palermo.report.redline.places import RedlinePlaces
from palermo.report.shared.pair_words import bilingual, labels, tags
from palermo.report.texts.compare.divergences import editorial, label, notes, summary
from palermo.report.texts.compare.touched import Against

__all__ = ["ShownPair", "difference", "marked", "names", "tag_list", "unchanged"]

_ELEMENTS = {PieceMark.OUT: Markup("del"), PieceMark.IN: Markup("ins")}
_COLOURS = {"added": "good", "removed": "bad", "editorial": "", "counterpart": ""}


@dataclass(frozen=True, slots=True)
class ShownPair:
    """Context that all pairs of a page share: places of provisions, the number of each difference, the framework."""

    places: RedlinePlaces
    numbers: Mapping[int, int]  # by the identity of the pair, from 1
    against: Against | None

    @property
    def alignment(self) -> Alignment:
        return self.places.alignment

    def number(self, pair: Pair) -> int:
        return self.numbers[id(pair)]


def difference(pair: Pair, shown: ShownPair) -> Markup:
    """The pair as a section with the anchor `d<n>`, links to its neighbours, both sides, and its notes."""
    n = shown.number(pair)
    return Markup(
        '<section class="pair {names}" id="d{n}" tabindex="-1">\n'
        "<header><h3>{name}</h3> {tags}\n{near}</header>\n"
        "{told}{sides}{notes}</section>"
    ).format(
        names=names(pair, shown),
        n=n,
        name=labels(pair) or "text",
        tags=tag_list(pair, shown),
        near=near(n, len(shown.numbers)),
        told=_told(pair, shown),
        sides=_sides(pair, redline(pair, shown.alignment), shown, notes(pair)),
        notes=_notes(pair, shown),
    )


def unchanged(pairs: Iterable[Pair], shown: ShownPair) -> Markup:
    """Provisions whose words are the same, side by side; nothing of those in which there is only markup."""
    read = ((pair, redline(pair, shown.alignment)) for pair in pairs)
    return join(
        Markup('<div class="context">{}</div>').format(_sides(pair, pieces, shown, {}))
        for pair, pieces in read
        if any((piece.left + piece.right).strip() for piece in pieces)
    )


def names(pair: Pair, shown: ShownPair) -> str:
    """The classes by which the page shows and hides: the kind, `material`, `touches`."""
    touches = shown.against is not None and bool(shown.against.of(pair))
    kind = "counterpart" if bilingual(pair, shown.alignment) else pair.kind.value
    return " ".join([kind, *["material"] * pair.material, *["touches"] * touches])


def tag_list(pair: Pair, shown: ShownPair) -> Markup:
    return join(
        Markup('<span class="tag {}">{}</span>').format(_COLOURS.get(tag, "warn"), tag)
        for tag in tags(pair, shown.alignment)
    )


def _told(pair: Pair, shown: ShownPair) -> Markup:
    sentences = [Markup("{}").format(sentence) for sentence in shown.places.told(pair)]
    if pair.moved:
        sentences.append(Markup('<a href="#from{}">Where it stood</a>').format(shown.number(pair)))
    return Markup('<p class="told">{}</p>\n').format(join(sentences, " ")) if sentences else Markup("")


def _sides(pair: Pair, pieces: Sequence[Piece], shown: ShownPair, numbers: Mapping[Divergence, int]) -> Markup:
    alignment = shown.alignment
    left = None if pair.left_source is None else alignment.left[pair.left_source].lang
    right = None if pair.right_source is None else alignment.right[pair.right_source].lang
    plain = bilingual(pair, alignment)
    columns = [
        _column(pieces, PieceMark.OUT, left, numbers, plain=plain),
        _column(pieces, PieceMark.IN, right, numbers, plain=plain),
    ]
    return Markup('<div class="sides">\n{}\n</div>\n').format(join(columns))


def _column(
    pieces: Sequence[Piece], mark: PieceMark, lang: str | None, numbers: Mapping[Divergence, int], *, plain: bool
) -> Markup:
    side = "left" if mark is PieceMark.OUT else "right"
    if lang is None:
        return Markup('<p class="absent" data-side="{}">Not in the {} text.</p>').format(side, side)
    texts = [
        (PieceMark.SAME if plain else p.mark, p.left if mark is PieceMark.OUT else p.right, p.divergence)
        for p in pieces
        if p.mark in (PieceMark.SAME, mark)
    ]
    words = join((marked(*text, numbers) for text in texts), "")
    return Markup('<p class="{}" data-side="{}"{}>{}</p>').format(side, side, language(lang), words)


def marked(
    mark: PieceMark,
    text: str,
    divergence: Divergence | None = None,
    numbers: Mapping[Divergence, int] = MappingProxyType({}),
) -> Markup:
    """A piece with its mark on the words; of several divergences with its number."""
    if mark is PieceMark.SAME or not text.strip():
        return lines(text)
    before, words, after = spaced(text)
    kind = Markup(' class="editorial"') if editorial(divergence) else Markup("")
    note = Markup("")
    if divergence is not None and divergence in numbers and len(numbers) > 1:
        note = Markup("<sup>{}</sup>").format(numbers[divergence])
    element = _ELEMENTS[mark]
    return Markup("{}<{}{}>{}</{}>{}{}").format(lines(before), element, kind, lines(words), element, note, after)


def _notes(pair: Pair, shown: ShownPair) -> Markup:
    parts = []
    found = notes(pair)
    if found:
        items = join(map(_note, found))
        parts.append(Markup('<{} class="kinds">\n{}\n</{}>\n').format(*_list(len(found), items)))
    if shown.against is not None:
        moving = [
            Markup('<li class="{}">{}</li>').format(touch.direction.value, sentence)
            for touch, sentence in shown.against.moving(pair)
        ]
        beside = shown.against.beside(pair)
        items = join([*moving, *([Markup("<li>{}</li>").format(beside)] if beside else [])])
        if items:
            parts.append(Markup('<ul class="elements" aria-label="Elements">\n{}\n</ul>\n').format(items))
    return join(parts, "")


def _list(number: int, items: Markup) -> tuple[Markup, Markup, Markup]:
    """Numbered only where the marks have numbers."""
    element = Markup("ol") if number > 1 else Markup("ul")
    return element, items, element


def _note(divergence: Divergence) -> Markup:
    kind = Markup(' class="editorial"') if editorial(divergence) else Markup("")
    name, said = label(divergence), summary(divergence)
    return Markup("<li{}><strong>{}</strong>{}</li>").format(kind, name, said.removeprefix(name))

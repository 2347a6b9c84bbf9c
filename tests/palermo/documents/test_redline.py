"""What a person reads of a comparison is all of both texts, and nothing else."""

from __future__ import annotations

from hypothesis import given

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment
from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers import read_text
from palermo.report.redline.pieces import PieceMark, inline, joined, redline
from palermo.report.redline.places import RedlinePlaces
from palermo.report.texts.compare.groups import groups
from tests.support.small_laws import Layout, Rule, law, layouts, trees


def _words(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _own(alignment: Alignment, source: int | None, provisions: tuple[Provision, ...], *, right: bool) -> str:
    if source is None:
        return ""
    version = (alignment.right if right else alignment.left)[source]
    return _words("".join(version.reading(span).text for p in provisions for span in p.own_spans()))


@given(trees, layouts, trees, layouts)
def test_every_word_is_read_once_on_its_side(old: list[Rule], before: Layout, new: list[Rule], after: Layout) -> None:
    alignment = compare([law(*old, layout=before)], [law(*new, layout=after)])
    for pair in alignment.pairs:
        pieces = redline(pair, alignment)
        left = "".join(p.left for p in pieces if p.mark is not PieceMark.IN)
        right = "".join(p.right for p in pieces if p.mark is not PieceMark.OUT)
        assert _words(left) == _own(alignment, pair.left_source, pair.left, right=False)
        assert _words(right) == _own(alignment, pair.right_source, pair.right, right=True)
        running = "".join(text for mark, text in inline(joined(pieces)) if mark is not PieceMark.OUT)
        assert _words(running) == _words(right)


@given(trees, trees)
def test_every_pair_is_in_one_group(old: list[Rule], new: list[Rule]) -> None:
    alignment = compare([law(*old)], [law(*new)])
    grouped = [item for group in groups(RedlinePlaces(alignment)) for item in group.items]
    pairs = [item for item in grouped if item in alignment.pairs]
    assert sorted(map(id, pairs)) == sorted(map(id, alignment.pairs))
    assert len(grouped) - len(pairs) == sum(pair.moved for pair in alignment.pairs)


def test_what_follows_a_heading_begins_a_line() -> None:
    old = read_text("Section 1. On boats\nEvery boat carries a lantern.\n", lang="en")
    new = read_text("Section 1. On boats\nEvery boat carries a bell.\n", lang="en")
    alignment = compare([old], [new])
    [pair] = alignment.pairs
    assert "".join(p.right for p in redline(pair, alignment) if p.mark is not PieceMark.OUT) == (
        "Section 1. On boats\nEvery boat carries a bell."
    )

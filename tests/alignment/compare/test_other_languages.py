"""Two texts in two languages, clause by clause."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment, PairKind, WordOp
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file
from tests.support.small_laws import check, law, section


def _sample(name: str) -> Version:
    with as_file(files("palermo") / "sample") as folder:
        return read_file(str(folder / f"{name}.md"))


@pytest.fixture(scope="module")
def code() -> tuple[Version, Version]:
    return _sample("criminal-code-2019.ru"), _sample("criminal-code-2019.en")


@pytest.fixture(scope="module")
def alignment(code: tuple[Version, Version]) -> Alignment:
    return compare([code[0]], [code[1]])


def test_every_clause_of_a_translation_finds_its_own(alignment: Alignment) -> None:
    check(alignment)
    pairs = [p for p in alignment.pairs if p.left and p.right]
    assert len(pairs) > 0.97 * len(alignment.pairs)
    numbered = [p for p in pairs if any(map(str.isdecimal, p.left[0].num))]
    right = [p for p in numbered if p.left[0].num.rstrip(".)") == p.right[0].num.rstrip(".)")]
    assert len(numbered) > 100
    assert len(right) > 0.98 * len(numbered)
    assert not any(p.renumbered for p in right)


def test_a_text_is_replaced_as_a_whole(alignment: Alignment) -> None:
    for pair in alignment.pairs:
        if pair.kind is PairKind.CHANGED:
            assert not any(edit.op is WordOp.EQUAL for edit in pair.edits)
            assert pair.material


def test_the_languages_swapped_mirror(code: tuple[Version, Version], alignment: Alignment) -> None:
    back = {(p.right, p.left): p for p in compare([code[1]], [code[0]]).pairs}
    for pair in alignment.pairs:
        other = back[pair.left, pair.right]
        assert (other.kind.mirrored, other.score, other.moved) == (pair.kind, pair.score, pair.moved)


def test_a_language_without_words_is_compared_as_before() -> None:
    text = [section("1", "Boats carry a lantern and a bell at night"), section("2", "Dogs are kept on a leash")]
    alignment = compare([law(*text, lang="et")], [law(*text, lang="en")])
    assert {p.kind for p in alignment.pairs} == {PairKind.SAME}


def test_a_side_that_shares_a_language_is_compared_word_by_word(code: tuple[Version, Version]) -> None:
    alignment = compare(code, [code[1]])
    assert sum(p.kind is PairKind.SAME for p in alignment.pairs) == sum(bool(p.right) for p in alignment.pairs)


@pytest.mark.mirror
def test_the_protocol_in_english_and_dutch(mirror: Path) -> None:
    """Articles and paragraphs are numbered alike."""
    sides = [[read_file(str(mirror / f"un/palermo-2000.{lang}.md"), lang=lang)] for lang in ("en", "nl")]
    alignment = compare(*sides)
    paired = [p for p in alignment.pairs if p.left and p.right and p.right[0].cite]
    assert len(paired) > 80
    assert sum(p.left[0].cite == p.right[0].cite for p in paired) > 0.95 * len(paired)

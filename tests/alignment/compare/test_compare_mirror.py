"""Real texts: what a lawyer would mark is marked, whole codes are quick, editions of one law are one law."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import Alignment, Pair, PairKind, WordOp
from palermo.corpus.readers import read_file
from tests.support.small_laws import check, texts

pytestmark = pytest.mark.mirror


def run(left: Path, right: Path) -> Alignment:
    alignment = compare([read_file(str(left))], [read_file(str(right))])
    check(alignment)
    return alignment


def pair(alignment: Alignment, right: str) -> Pair:
    return next(p for p in alignment.pairs if any(q.cite == right for q in p.right))


def marked(found: Pair, alignment: Alignment, op: WordOp) -> str:
    left, right = texts(found, alignment)
    spans = [
        left[slice(*e.left)] if op is WordOp.DELETE else right[slice(*e.right)]
        for e in found.edits
        if e.op is op and e.real
    ]
    return " … ".join(" ".join(span.split()) for span in spans if span.strip())


def test_kazakhstan_1997_article_128(mirror: Path) -> None:
    code = mirror / "kz/criminal-code-1997"
    alignment = run(code / "2005-07-08/art-128.ru.md", code / "2006-03-02/art-128.ru.md")
    heading = pair(alignment, "128")
    assert marked(heading, alignment, WordOp.INSERT) == "Торговля людьми"
    assert "Вербовка" in marked(heading, alignment, WordOp.DELETE)
    assert "купля-продажа" in marked(pair(alignment, "128(1)"), alignment, WordOp.INSERT).casefold()
    assert pair(alignment, "128(2)(а)").kind is PairKind.SAME
    assert pair(alignment, "128(2)(ж)").kind is PairKind.ADDED
    assert "лишением свободы на срок" not in marked(pair(alignment, "128(2)"), alignment, WordOp.DELETE)
    assert pair(alignment, "128(4)(а)").kind is PairKind.ADDED


def test_france_article_225_4_1(mirror: Path) -> None:
    article = mirror / "fr/code-penal/225-4-1"
    alignment = run(article / "2007-11-21.fr.md", article / "2013-08-07.fr.md")
    assert pair(alignment, "225-4-1(I)(1)").kind is PairKind.ADDED
    definition = pair(alignment, "225-4-1(I)")
    assert "en échange" in marked(definition, alignment, WordOp.DELETE)
    assert "fins d'exploitation" in marked(definition, alignment, WordOp.INSERT)
    assert "recruter" not in marked(definition, alignment, WordOp.DELETE) + marked(definition, alignment, WordOp.INSERT)
    assert any(
        (marked(p, alignment, WordOp.DELETE), marked(p, alignment, WordOp.INSERT)) == ("euros", "€")
        for p in alignment.pairs
    )


def test_directive_2011_36(mirror: Path) -> None:
    directive = mirror / "eu/dir-2011-36"
    alignment = run(directive / "2011-04-15.art-1-10.en.md", directive / "2024-07-14.art-1-10.en.md")
    exploitation = pair(alignment, "2(3)")
    assert "surrogacy" in marked(exploitation, alignment, WordOp.INSERT)
    assert marked(exploitation, alignment, WordOp.DELETE) == ""
    for cite in ("2(1)", "2(2)", "2(4)", "2(6)", "3", "4(1)", "9(2)"):
        assert pair(alignment, cite).kind is PairKind.SAME
    assert [p.left[0].cite for p in alignment.pairs if p.kind is PairKind.REMOVED and p.edits[0].real] == ["7"]
    judicial = pair(alignment, "6(2)(f)")
    assert (judicial.kind, judicial.renumbered, judicial.left[0].cite) == (PairKind.SAME, True, "6(d)")


def test_fragments_and_the_chapter_they_were_cut_from_are_one_law(mirror: Path) -> None:
    articles = sorted((mirror / "kz/criminal-code-1997/2005-07-08").glob("art-12*.md"))
    [chapter] = (mirror / "kz/raw").glob("uk1997_ch01.2005-07-08*")
    alignment = compare([read_file(str(path)) for path in articles], [read_file(str(chapter))])
    check(alignment)
    assert len(articles) > 1
    answered = [p for p in alignment.pairs if p.left and any(e.marked or e.op is WordOp.EQUAL for e in p.edits)]
    assert {p.kind for p in answered} == {PairKind.SAME}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "least"),
    [
        ("de_stgb232/before_2013-01-11_stgb.md", "de_stgb232/after_2018-11-08_stgb.md", 0.65),
        ("cz_tz168/before_2014-01-01.md", "cz_tz168/after_2014-08-01.md", 0.98),
        ("sk_tz179/before_2013-07-04.md", "sk_tz179/after_2013-08-01.md", 0.97),
    ],
)
def test_whole_codes(mirror: Path, old: str, new: str, least: float) -> None:
    """Most of a code stays when it is amended; every law of the comparison holds over its thousands of provisions."""
    alignment = run(mirror / "amendments" / old, mirror / "amendments" / new)
    assert alignment.counts["same"] >= least * len(alignment.pairs)
    assert alignment.counts["moved"] <= 0.02 * len(alignment.pairs)

"""Real statutes, read by eye: how many articles each has, and what stands at a citation.

`structure_mirror.txt` has a line for each file (path | language | number of articles and sections) and below it,
indented, a line for each provision looked at (citation | level | the first words after its number or heading | how its
heading begins).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from palermo.corpus.model.reading_text import read_text
from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers import plain
from palermo.corpus.readers.markdown import read as markdown
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.structure import Structure, parse

pytestmark = pytest.mark.mirror

TABLE = Path(__file__).with_name("structure_mirror.txt")
MOST_UNPLACED = 0.04  # share of a text's characters; fragments that begin in mid-article have the most


@dataclass
class Case:
    path: str
    lang: str
    articles: int
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)


def cases() -> list[Case]:
    found: list[Case] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            cite, level, words, heading = ([*(c.strip() for c in line.split(" | ")), ""])[:4]
            found[-1].rows.append((cite, level, words.rstrip(" |"), heading))
        else:
            path, lang, articles = line.split(" | ")
            found.append(Case(path, lang, int(articles)))
    return found


def read(path: Path) -> Raw:
    text = path.read_bytes().decode("utf-8-sig")
    return markdown.read(text) if path.suffix == ".md" else plain.read(text)


def words(raw: Raw, p: Provision) -> str:
    start = p.span.start
    if p.heading_span is not None:
        start = p.heading_span.end
    elif p.num_span is not None:
        start = p.num_span.end
    return read_text(raw.text, start, p.span.end, raw.marks).text.lstrip(" .):°—–-")


@pytest.mark.parametrize("case", cases(), ids=lambda c: c.path)
def test_articles_and_citations(mirror: Path, case: Case) -> None:
    raw = read(mirror / case.path)
    root = parse(raw.text, raw.marks, case.lang).root
    found: dict[str, Provision] = {}
    for p in root.walk():
        found.setdefault(p.cite, p)
    seen = [
        (cite, q.level, words(raw, q)[: len(start)], " ".join(q.heading.split())[: len(heading)])
        for cite, _, start, heading in case.rows
        if (q := found.get(cite)) is not None
    ]
    assert seen == case.rows
    own = [p for p in root.walk() if p.level in {"article", "section"} and p.cite and "|" not in p.cite]
    assert len(own) == case.articles


def statutes(mirror: Path) -> Iterator[tuple[Path, str]]:
    lines = (mirror / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t"), strict=False))
        if row["path"].endswith((".txt", ".md")):
            yield mirror / row["path"], row["language"][:2] if row["language"][:2].isalpha() else "und"


def check_nesting(text: str, structure: Structure) -> None:
    assert structure.root.span == (0, len(text))
    ids = [p.id for p in structure.root.walk()]
    assert len(ids) == len(set(ids))
    for p in structure.root.walk():
        at = p.span.start
        for child in p.children:
            assert at <= child.span.start < child.span.end <= p.span.end
            at = child.span.end


@pytest.mark.slow
def test_every_statute_is_placed(mirror: Path) -> None:
    unplaced: dict[str, float] = {}
    for path, lang in statutes(mirror):
        raw = read(path)
        structure = parse(raw.text, raw.marks, lang)
        check_nesting(raw.text, structure)
        share = sum(end - start for start, end in structure.unplaced) / max(1, len(raw.text))
        if share > MOST_UNPLACED:
            unplaced[str(path.relative_to(mirror))] = round(share, 3)
    assert set(unplaced) <= {"ae/fdl-24-2023.ar.txt", "ie/2004-act-17/HEAD.en.md"}

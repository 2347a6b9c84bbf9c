"""Every version pair of the real statutes as a Word document: accept all is the right text, reject all the left."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from palermo.alignment.compare.compare import compare
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file
from palermo.report.redline.paragraphs import blocks
from palermo.report.texts.compare.as_docx import compare as as_docx
from tests.support.independent_docx_reader import settled
from tests.support.libreoffice import judged

pytestmark = pytest.mark.mirror

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_LARGE = 300_000  # bytes; whole codes are sampled


def pairs(mirror: Path) -> list[tuple[Path, Path]]:
    """Neighbouring texts of one law, and the first with the last: by the dates of their files or folders, or before and
    after.
    """
    dated = defaultdict(list)
    for file in sorted(mirror.rglob("*.*")):
        if file.suffix.lower() not in {".md", ".txt", ".xml", ".html"} or "formats" in file.parts:
            continue
        own, folder = _DATE.match(file.name), _DATE.fullmatch(file.parent.name)
        if own:
            dated[file.parent, file.name[own.end() :]].append((own.group(), file))
        elif folder:
            dated[file.parent.parent, file.name].append((folder.group(), file))
    found = []
    for group in dated.values():
        files = [file for _, file in sorted(group)]
        found += list(pairwise(files)) + ([(files[0], files[-1])] if len(files) > 2 else [])
    for before in sorted((mirror / "amendments").rglob("*before*")):
        lead = before.name.partition("before")[0]
        found += [(before, after) for after in sorted(before.parent.glob(f"{lead}after*"))]
    return found


def texts(version: Version) -> list[str]:
    return [block.text for block in blocks(version)]


def made(left: Version, right: Version) -> bytes:
    return as_docx(compare([left], [right]), "palermo", "2026-11-25")


def test_an_independent_reader_finds_both_texts(mirror: Path) -> None:
    some = [(a, b) for a, b in pairs(mirror) if a.stat().st_size < 60_000][::3]
    assert len(some) > 9
    for one, other in some:
        left, right = read_file(str(one)), read_file(str(other))
        file = made(left, right)
        assert settled(file, accept=True) == texts(right), other
        assert settled(file, accept=False) == texts(left), one


@pytest.mark.slow
def test_libreoffice_finds_both_texts_in_every_pair_and_both_directions(mirror: Path, tmp_path: Path) -> None:
    every = pairs(mirror)
    large = [pair for pair in every if pair[0].stat().st_size >= _LARGE]
    chosen = [pair for pair in every if pair not in large] + large[:2]
    assert len(chosen) > 60
    files, wanted = [], {}
    for n, (one, other) in enumerate(chosen):
        left, right = read_file(str(one)), read_file(str(other))
        for name, a, b in ((f"{n}", left, right), (f"{n}-back", right, left)):
            file = made(a, b)
            files.append((name, file))
            wanted[name] = (texts(a), texts(b))
            assert (settled(file, accept=False), settled(file, accept=True)) == wanted[name]
    found = judged(tmp_path, files)
    assert {name for name in wanted if found[name] != wanted[name]} == set()

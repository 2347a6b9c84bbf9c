"""What holds of any two texts, over random cuts of real acts in ten languages."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from palermo.alignment.compare.compare import compare
from palermo.alignment.compare.model import PairKind, WordOp
from palermo.alignment.compare.words.edits import mirrored
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file
from tests.support.small_laws import check, touched

pytestmark = pytest.mark.mirror

ACTS = (
    "amendments/de_stgb232/before_2013-01-11_stgb.md",
    "amendments/cz_tz168/before_2014-01-01.md",
    "amendments/fr_cp_225-4-1/current_code_penal.md",
    "amendments/ie_2008_act8/amending_2017_act2_original.md",
    "amendments/ee_kars133/before_2012-01-01.md",
    "kz/law-110-viii-2024/full.ru.md",
    "nl/wetboek-van-strafrecht.nl.md",
    "ua/law-3739-vi.uk.txt",
    "rs/krivicni-zakonik.sr.txt",
    "ae/fdl-24-2023.ar.txt",
    "zm/act-11-2008.am-2022.en.txt",
)
_LENGTH = 6000


@pytest.fixture(params=ACTS)
def cuts(request: pytest.FixtureRequest, mirror: Path, tmp_path: Path) -> tuple[Version, Version, Version]:
    """Two stretches of one act that share their middle, and the first again in another layout."""
    path, rng = mirror / request.param, random.Random(request.param)
    text = path.read_bytes().decode("utf-8")
    start = rng.randrange(max(1, len(text) - 2 * _LENGTH))
    first = text[start : start + _LENGTH]
    shared = first[rng.randrange(_LENGTH // 2) :] + text[start + _LENGTH : start + rng.randrange(_LENGTH, 2 * _LENGTH)]
    spaced = re.sub(r"\n(?=\r?\n)", "\n\n", first).replace("\n", " \n")
    versions = []
    for name, cut in (("first", first), ("shared", shared), ("spaced", spaced)):
        file = tmp_path / f"{name}{path.suffix}"
        file.write_bytes(cut.encode("utf-8"))
        versions.append(read_file(str(file), lang=path.suffixes[-2][1:] if len(path.suffixes) > 1 else "und"))
    return versions[0], versions[1], versions[2]


def test_every_character_has_its_pair_and_the_sides_mirror(cuts: tuple[Version, Version, Version]) -> None:
    left, right, _ = cuts
    there, back = compare([left], [right]), compare([right], [left])
    check(there)
    check(back)
    mirror = {(p.left, p.right): p for p in back.pairs}
    assert len(there.pairs) == len(back.pairs)
    for pair in there.pairs:
        other = mirror[pair.right, pair.left]
        assert (other.kind, other.moved, other.renumbered) == (pair.kind.mirrored, pair.moved, pair.renumbered)
        assert other.score == pytest.approx(pair.score)
        assert touched(other.edits) == touched(mirrored(pair.edits))


def test_a_text_does_not_diverge_from_itself(cuts: tuple[Version, Version, Version]) -> None:
    alignment = compare([cuts[0]], [cuts[0]])
    check(alignment)
    assert not alignment.differs
    assert {edit.op for pair in alignment.pairs for edit in pair.edits} <= {WordOp.EQUAL}


def test_white_space_is_no_divergence(cuts: tuple[Version, Version, Version]) -> None:
    alignment = compare([cuts[0]], [cuts[2]])
    check(alignment)
    assert not alignment.differs
    assert {pair.kind for pair in alignment.pairs} == {PairKind.SAME}

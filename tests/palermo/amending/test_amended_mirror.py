"""What amended real acts, on the acts of Ireland and Canada: who changed which section, and what the books say."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.amending.provision_history import Story, wordings
from palermo.amending.text_on_day import text_on_day
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.readers import Options
from palermo.kb.library.library import Library
from palermo.library.info import info
from palermo.library.use_cases import add_files

pytestmark = pytest.mark.mirror

IRELAND = "/akn/ie/act/2008/8"


@pytest.fixture(scope="module")
def ireland(mirror: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The act of 2008 as enacted and as of 2022, and the acts of 2013, 2017 and 2024 that amend it."""
    library = tmp_path_factory.mktemp("ireland") / "library"
    files = sorted(map(str, (mirror / "amendments" / "ie_2008_act8").glob("*.md")))
    add_files(files, library=library, options=Options())
    return library


def brought(story: Story) -> list[list[tuple[str, str, bool]]]:
    """By wording the year of each act, its provision, and whether it is sure."""
    return [
        [(b.amends.amending.ref.instrument.path[0], b.link.place, b.sure) for b in wording.brought]
        for wording in story.wordings
    ]


def test_the_acts_that_amend_it_are_known(ireland: Path) -> None:
    found = info(IRELAND, library=ireland)
    assert [(a.amending.ref.instrument.path[0], len(a.links)) for a in found.amended_by] == [
        ("2013", 5),
        ("2017", 2),
        ("2024", 3),
    ]
    # those of 2017 and 2024 come into force by order of the Minister
    assert [(p.amends.amending.ref.instrument.path[0], p.date, p.doubtful) for p in found.pending] == [
        ("2017", None, True),
        ("2024", None, False),
    ]


def test_a_section_that_was_put_in_is_the_one_of_the_official_text(ireland: Path) -> None:
    story = wordings(IRELAND, provision="4A", library=ireland)
    (wording,) = story.wordings  # as built from 2013 on and as the official text of 2022 has it: one wording
    assert (wording.start, wording.held) == ("2013-08-09", ("2022-12-22",))  # one month after its passing
    assert brought(story) == [[("2013", "2", True)]]


def test_an_act_of_an_unknown_day_is_proved_by_the_words(ireland: Path) -> None:
    story = wordings(IRELAND, provision="5", library=ireland)
    assert brought(story) == [[], [("2017", "26(a)", True), ("2017", "26(b)", True)]]
    assert [w.exact for w in story.wordings] == [True, False]


def test_a_section_that_no_act_changed_is_one_wording(ireland: Path) -> None:
    for section in ("2", "3", "10"):
        (wording,) = wordings(IRELAND, provision=section, library=ireland).wordings
        assert wording.held == ("2008-05-07", "2022-12-22")


def test_a_text_of_2014_is_built_and_says_what_it_lacks(ireland: Path) -> None:
    with Library.open(ireland) as library:
        found = text_on_day(library, VersionRef.parse(IRELAND), "2018")
    assert [(c.date, c.applied, len(c.refused)) for c in found.carried] == [("2013-08-09", 3, 2)]
    assert [u.amending.ref.instrument.path[0] for u in found.unknown] == ["2017"]


@pytest.mark.parametrize(("pair", "section", "by"), [("C-29__2023-c19", "10.1", "14"), ("C-36__2023-c6", "6", "5(1)")])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_canada_in_both_languages(mirror: Path, tmp_path: Path, pair: str, section: str, by: str, lang: str) -> None:
    files = sorted(map(str, (mirror / "amendments" / "ca_pairs" / pair).glob(f"{lang}_*.xml")))
    add_files(files, library=tmp_path / "library", options=Options())
    act = f"/akn/ca/act/rsc/{pair.partition('__')[0]}"
    story = wordings(act, provision=section, library=tmp_path / "library")
    assert len(story.wordings) == 2
    assert (by, True) in {(b.link.place, b.sure) for b in story.wordings[1].brought}

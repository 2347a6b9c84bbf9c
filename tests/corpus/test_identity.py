"""Identity comes from options, then the file, then a manifest, then the hash; each field on its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from palermo.corpus.errors import InputError
from palermo.corpus.model.text_model import Basis
from palermo.corpus.readers import read_file, read_text
from palermo.corpus.readers.identify import Options, identify
from palermo.corpus.readers.manifest import ManifestEntry, find_entry
from palermo.corpus.readers.shared.reader_output import Metadata

HASH = "0123456789abcdef"
ENTRY = ManifestEntry("MANIFEST.tsv", "Code", "ru", "kz", "/akn/kz/act/1997/167", "2006-03-02")


def test_each_field_comes_from_the_first_that_has_it() -> None:
    found = identify(Options(title="Mine"), Metadata(title="Its own", lang="kaz", date="2005-07-08"), ENTRY, HASH)
    assert str(found.instrument) == "/akn/kz/act/1997/167"
    assert (found.title, found.lang) == ("Mine", "kk")
    assert found.in_force is not None
    assert (found.in_force.start, found.in_force.basis) == ("2005-07-08", Basis.CONSOLIDATED)


def test_a_manifest_is_believed_last() -> None:
    found = identify(Options(), Metadata(), ENTRY, HASH)
    assert (found.title, found.lang) == ("Code", "ru")
    assert found.in_force is not None
    assert (found.in_force.start, found.in_force.basis) == ("2006-03-02", Basis.FIRST_SEEN)


def test_what_cannot_be_understood_is_unknown() -> None:
    entry = ManifestEntry("MANIFEST.tsv", None, "en+nl", "Malawi!", "not an id", "publication=19")
    found = identify(Options(), Metadata(lang="tlh", date="soon", instrument="?"), entry, HASH)
    assert str(found.instrument) == "/akn/zz/doc/0123456789ab"
    assert (found.lang, found.title, found.in_force) == (None, "", None)


def test_a_text_as_enacted_says_so() -> None:
    found = identify(Options(), Metadata(date="2014-11-06", basis=Basis.ENACTED), None, HASH)
    assert found.in_force is not None
    assert found.in_force.basis is Basis.ENACTED


@pytest.mark.parametrize(
    ("front", "date", "basis"),
    [
        ('publication_date: "2008-05-07"\nlast_updated: "2008-05-07"', "2008-05-07", Basis.ENACTED),
        ('publication_date: "2008-05-07"\nlast_updated: "2022-12-22"', "2022-12-22", Basis.CONSOLIDATED),
        ("date: 2015-01-01", "2015-01-01", Basis.FIRST_SEEN),
        ("last_updated: soon", None, None),
    ],
)
def test_front_matter_says_since_when_and_what_that_rests_on(front: str, date: str | None, basis: Basis | None) -> None:
    version = read_text(f'---\ntitle: "Act"\ncountry: "ie"\n{front}\n---\n# Act\n\n1. One\n', name="a.md", lang="en")
    assert (version.title, version.ref.instrument.country) == ("Act", "ie")
    assert (version.in_force and version.in_force.start, version.in_force and version.in_force.basis) == (date, basis)


def test_another_jurisdiction_is_another_instrument() -> None:
    found = identify(Options(jurisdiction="uz"), Metadata(), ENTRY, HASH)
    assert str(found.instrument) == "/akn/uz/doc/0123456789ab"


def test_the_nearest_manifest_that_knows_the_file(tmp_path: Path) -> None:
    law = tmp_path / "kz" / "code" / "art-1.txt"
    law.parent.mkdir(parents=True)
    law.write_text("Статья 1. Понятия", encoding="utf-8")
    head = "path\ttitle\tlanguage\tcountry\twork\tin_force\tnotes\n"
    (tmp_path / "MANIFEST.tsv").write_text(head + "kz/code/art-1.txt\tFar\tru\tkz\t\t2005\tx\n", encoding="utf-8")
    assert read_file(str(law)).title == "Far"
    (tmp_path / "kz" / "MANIFEST.tsv").write_text(head + "other.txt\tOther\tru\tkz\t\t\t\n", encoding="utf-8-sig")
    assert read_file(str(law)).title == "Far"
    (law.parent / "MANIFEST.tsv").write_text("path\ttitle\nart-1.txt\tNear\n")
    assert read_file(str(law)).title == "Near"


def test_a_manifest_is_read_again_when_it_changes(tmp_path: Path) -> None:
    law = tmp_path / "a.txt"
    manifest = tmp_path / "MANIFEST.tsv"
    law.write_text("1. One")
    manifest.write_text("path\ttitle\na.txt\tOne\n")
    assert find_entry(law) is not None
    manifest.write_text("path\ttitle\nb.txt\tAnother one\n")
    assert find_entry(law) is None


def test_a_manifest_of_another_program_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "MANIFEST.tsv").write_text("title\tlanguage\na.txt\ten\n")
    law = tmp_path / "a.txt"
    law.write_text("1. One")
    assert read_file(str(law), lang="en").title == ""


def test_a_manifest_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "MANIFEST.tsv").write_bytes(b"path\ttitle\na.txt\t\xff\xfe\n")
    law = tmp_path / "a.txt"
    law.write_text("1. One")
    with pytest.raises(InputError, match=r"MANIFEST\.tsv"):
        read_file(str(law), lang="en")


def test_a_link_is_found_by_its_own_name_and_by_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "laws").mkdir()
    law = tmp_path / "laws" / "a.txt"
    law.write_text("1. One")
    (tmp_path / "laws" / "MANIFEST.tsv").write_text("path\ttitle\na.txt\tOne\n")
    link = tmp_path / "link.txt"
    link.symlink_to(law)
    assert read_file(str(link), lang="en").title == "One"


def test_quotation_marks_in_a_manifest_are_read_as_csv_has_them(tmp_path: Path) -> None:
    law = tmp_path / "a.txt"
    law.write_text("1. One")
    (tmp_path / "MANIFEST.tsv").write_text('path\ttitle\na.txt\t"Act on ""safe harbours"""\n')
    entry = find_entry(law)
    assert entry is not None
    assert entry.title == 'Act on "safe harbours"'

"""Real statutes as Akoma Ntoso: valid against the standard's schema, and read again word for word.

The schema is OASIS's own, from the folder of real statutes: nothing of it is kept in the project.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from palermo.corpus.amendments import amend
from palermo.corpus.errors import InputError
from palermo.corpus.model.text_model import Version
from palermo.corpus.readers import read_file, read_text
from palermo.corpus.text.narrow import narrow
from palermo.corpus.writers.akoma_ntoso import Modifications, write
from tests.support.acts import acts, outline, visible

pytestmark = pytest.mark.mirror

DAY = "2026-01-01"
SCHEMA = "formats/akn/schema_os/akomantoso30.xsd"
FEW = 30  # one file in so many in a short run


@pytest.fixture(scope="module")
def schema(mirror: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(mirror / SCHEMA)))


def versions(mirror: Path, step: int = 1) -> Iterator[Version]:
    with (mirror / "MANIFEST.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    for row in rows[::step]:
        try:
            yield read_file(str(mirror / row["path"]))
        except InputError:  # two files hold no text or are not well formed, on purpose
            continue


def check(schema: etree.XMLSchema, version: Version, changes: Modifications | None = None) -> etree._Element:
    xml = write(version, DAY, changes).xml
    root = etree.fromstring(xml.encode())
    assert schema.validate(root), f"{version.source.path}: {schema.error_log}"
    back = read_text(xml, name="law.akn")
    assert visible(back) == visible(version), version.source.path
    assert _unplaced(back) == _unplaced(version), version.source.path
    found = outline(back) if not version.root.id else outline(back)[1:]
    assert found == outline(version), version.source.path
    return root


def test_a_sample_of_the_files(mirror: Path, schema: etree.XMLSchema) -> None:
    checked = [check(schema, version) for version in versions(mirror, FEW)]
    assert len(checked) > 15


@pytest.mark.slow
def test_every_file(mirror: Path, schema: etree.XMLSchema) -> None:
    checked = [check(schema, version) for version in versions(mirror)]
    assert len(checked) > 500


@given(acts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_act_that_can_be_made(schema: etree.XMLSchema, version: Version) -> None:
    check(schema, version)


def test_provisions_alone(mirror: Path, schema: etree.XMLSchema) -> None:
    version = read_file(str(mirror / "ie/2008-act-8/2008-05-07.en.md"))
    for provision in version.root.walk():
        if provision.id:
            check(schema, narrow(version, provision.id))


@pytest.mark.parametrize(
    ("base", "acts"),
    [
        ("ie/2008-act-8/2008-05-07.en.md", ["ie/2013-act-24/2013-07-09.en.md", "ie/2017-act-2/2017-02-22.en.md"]),
        *(
            (f"amendments/ca_pairs/{name}/{lang}_before.xml", [f"amendments/ca_pairs/{name}/{lang}_amending.xml"])
            for name in ("C-29__2023-c19", "M-13__2023-c22", "P-38.2__2023-c27")
            for lang in ("en", "fr")
        ),
    ],
)
def test_amended_acts(mirror: Path, schema: etree.XMLSchema, base: str, acts: list[str]) -> None:
    act = read_file(str(mirror / base))
    amending = [read_file(str(mirror / name)) for name in acts]
    amendment = amend(act, amending)
    assert amendment.version is not None
    root = check(schema, amendment.version, Modifications(act, amending, amendment))
    eids = {f"#{element.get('eId')}" for element in root.iter() if element.get("eId")}
    inside = [v for e in root.iter() for name in ("href", "period", "upTo") if (v := e.get(name, "")).startswith("#")]
    assert inside
    assert set(inside) <= eids


def _unplaced(version: Version) -> str:
    return "".join(version.reading(span).text for span in version.unplaced).replace(" ", "")

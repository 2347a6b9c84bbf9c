"""Real statutes in XML: no character is lost, and what is counted straight from the markup is what is read.

The oracles are independent of the reader: lxml's own text, elements counted by name, the ids that publishers gave.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from palermo.corpus.errors import PalermoError
from palermo.corpus.model.text_model import Provision
from palermo.corpus.readers import read_file

pytestmark = pytest.mark.mirror

NAMESPACE = "{http://www.legislation.gov.uk/namespaces/legislation}"
METADATA = {
    "akomaNtoso": {"meta"},
    "Statute": {"BillNumber", "Parliament", "RunningHead", "BillHistory", "BillRefNumber", "AmendmentDate"},
    "Legislation": {"Metadata"},
    "EN": {"Metadata"},
    "Fragment": {"Metadata", "Resources", "Tasks"},
    "act": {"metadata"},
}
METADATA["Bill"] = METADATA["Statute"]
CHARACTERS = {
    "odq": "“", "cdq": "”", "osq": "‘", "csq": "’", "emdash": "—", "euro": "€", "afada": "á", "efada": "é",
    "ifada": "í", "ufada": "ú", "Ufada": "Ú", "Efada": "É",
}  # fmt: skip


def name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words(element: etree._Element, skipped: set[str], *, irish: bool) -> str:
    """All the text below `element` but what stands in `skipped`."""
    if not name(element) or name(element) in skipped:
        return ""
    if irish and name(element) in CHARACTERS:
        return CHARACTERS[name(element)]
    if irish and name(element) == "unicode":
        return element.get("ch", "")
    inner = "".join(words(c, skipped, irish=irish) + (c.tail or "") for c in element)
    before, after = signs(element)
    return before + (element.text or "") + inner + after


def signs(element: etree._Element) -> tuple[str, str]:
    """What legislation.gov.uk prints around a number that it stores bare."""
    parent = element.getparent()
    if name(element) != "Pnumber" or parent is None:
        return "", ""
    european = name(parent) in ("P2", "P3") and any(name(a) == "EUBody" for a in element.iterancestors())
    enclosed = name(parent) in ("P2", "P3", "P4", "P5", "P6", "P7") and not european
    return element.get("PuncBefore", "(" if enclosed else ""), element.get("PuncAfter", ")" if enclosed else "")


def documents(mirror: Path, *folders: str) -> Iterator[tuple[Path, etree._Element, Provision, str]]:
    """Each file that is well formed and holds a text: its path, its tree, and what was read of it."""
    for folder in folders:
        for file in sorted((mirror / folder).rglob("*")):
            if file.suffix.lower() != ".xml":
                continue
            try:
                tree = etree.parse(file).getroot()
            except etree.XMLSyntaxError:
                with pytest.raises(PalermoError):
                    read_file(str(file))
                continue
            version = read_file(str(file), lang="en")
            yield file, tree, version.root, version.text


def test_no_character_is_lost_and_spans_nest(mirror: Path) -> None:
    files = 0
    for file, tree, root, text in documents(mirror, "ca", "amendments", "formats"):
        skipped = METADATA.get(name(tree), set())
        expected = "".join(words(tree, skipped, irish=name(tree) == "act").split())
        if expected:
            assert "".join(text.split()) == expected, file
        assert_nested(root, file)
        files += 1
    assert files > 150


def assert_nested(provision: Provision, file: Path) -> None:
    at = provision.span.start
    for child in provision.children:
        assert at <= child.span.start < child.span.end <= provision.span.end, (file, child.id)
        for inner in (child.num_span, child.heading_span):
            assert inner is None or child.span.start <= inner.start < inner.end <= child.span.end, (file, child.id)
        assert_nested(child, file)
        at = child.span.end


def test_ids_are_unique(mirror: Path) -> None:
    for file, _, root, _ in documents(mirror, "ca", "formats"):
        counted = Counter(p.id for p in root.walk())
        assert counted.most_common(1)[0][1] == 1, (file, counted.most_common(2))


def test_canada_counts(mirror: Path) -> None:
    """Sections, subsections, paragraphs and so on are as many as their elements that hold words."""
    plain = {
        "Section": "section", "Subsection": "subsection", "Subparagraph": "subparagraph", "Clause": "clause",
        "Definition": "definition", "Schedule": "schedule", "Item": "item",
    }  # fmt: skip
    for file, tree, root, _ in documents(mirror, "ca", "amendments/ca_pairs"):
        levels = Counter(p.level for p in root.walk())
        for element, level in plain.items():
            assert levels[level] == sum(map(has_words, tree.iter(element))), (file, element)
        numbered = sum(map(has_words, tree.iter("Paragraph")))
        numbered += sum(has_words(e) for e in tree.iter("Provision") if holder(e) in ("Schedule", "AmendedText"))
        assert levels["paragraph"] == numbered, file


def has_words(element: etree._Element) -> bool:
    return bool("".join(map(str, element.itertext())).strip())


def holder(element: etree._Element) -> str:
    wanted = ("Schedule", "AmendedText", "Preamble", "Summary")
    return next((name(a) for a in element.iterancestors() if name(a) in wanted), "")


def test_canada_cites_sections_by_their_labels(mirror: Path) -> None:
    for file, tree, root, _ in documents(mirror, "ca", "amendments/ca_pairs"):
        printed = []
        for section in tree.iter("Section"):
            label = section.find("Label")
            if label is not None and not any(name(a) in ("AmendedText", "Schedule") for a in section.iterancestors()):
                printed.append(re.findall(r"\d[\d.]*\d|\d", "".join(map(str, label.itertext()))))
        cites = [p.cite for p in root.walk() if p.level == "section" and "|" not in p.cite]
        read = [re.findall(r"\d[\d.]*\d|\d", c) for c in cites if not c.startswith("sch")]
        assert read == printed, file


def test_the_uk_cites_as_its_own_ids_do(mirror: Path) -> None:
    """`section-10A-1-a` is cited 10A(1)(a), `schedule-2-paragraph-3-2` is cited sch2/3(2)."""
    checked = 0
    for file, tree, root, _ in documents(mirror, "formats/clml/samples"):
        cites = {p.cite for p in root.walk()}
        for element in tree.iter(*(f"{NAMESPACE}P{i}" for i in range(1, 8))):
            match = re.fullmatch(
                r"(?:(?:section|article|regulation|rule)|schedule-(?P<n>\d+)-(?:.*-)?paragraph)-(?!wrapper)(?P<path>[\w-]+)",
                element.get("id", ""),
            )
            if match is None or (match["n"] is None and element.get("id", "").startswith("schedule")):
                continue
            first, *below = match["path"].split("-")
            cite = (f"sch{match['n']}/" if match["n"] else "") + first + "".join(f"({b})" for b in below)
            assert cite in cites, (file, element.get("id"))
            checked += 1
    assert checked > 1000


def test_the_uk_counts(mirror: Path) -> None:
    """Numbered provisions (P1 to P7), repealed ones too, and schedules are as many as their elements with words."""
    numbered = {
        "section", "subsection", "article", "regulation", "rule", "paragraph", "subparagraph", "clause", "subclause",
        "point",
    }  # fmt: skip
    files = 0
    for file, tree, root, _ in documents(mirror, "formats/clml/samples"):
        if name(tree) not in ("Legislation", "EN", "Fragment"):
            continue
        levels = Counter(p.level for p in root.walk())
        marked = sum(has_words(e) for i in range(1, 8) for e in tree.iter(f"{NAMESPACE}P{i}"))
        assert sum(levels[level] for level in numbered) == marked, file
        assert levels["schedule"] == sum(map(has_words, tree.iter(f"{NAMESPACE}Schedule"))), file
        files += 1
    assert files > 20


def test_akoma_ntoso_counts(mirror: Path) -> None:
    levels = (
        "section",
        "subsection",
        "article",
        "chapter",
        "part",
        "point",
        "item",
        "alinea",
        "recital",
        "subparagraph",
    )
    for file, tree, root, _ in documents(mirror, "formats/akn", "formats/akn-broken"):
        found = Counter(p.level for p in root.walk())
        drafted = {"para2": "subparagraph"}  # `level` elements of the UK's drafting tool
        for level in levels:
            others = (e for e in tree.iter("{*}level") if drafted.get(e.get("class", "")) == level)
            counted = sum(map(has_words, tree.iter("{*}" + level))) + sum(map(has_words, others))
            assert found[level] == counted, (file, level)


def test_irish_sections_count(mirror: Path) -> None:
    for file, tree, root, _ in documents(mirror, "formats/eisb"):
        if name(tree) == "act":
            levels = Counter(p.level for p in root.walk() if "|" not in p.cite)
            assert levels["section"] == sum(1 for _ in tree.iter("sect")), file
            assert levels["part"] == sum(1 for _ in tree.iter("part")), file


def test_who_the_documents_are(mirror: Path) -> None:
    expected = {
        "ca/F-10.6.en.xml": "/akn/ca/act/2023/9/eng@2024-01-01",
        "ca/F-10.6.fr.xml": "/akn/ca/act/2023/9/fra@2024-01-01",
        "ca/annual/2023-c9_E.xml": "/akn/ca/act/2023/9/eng@2023-05-11",
        "formats/clml/samples/ukpga_20210005_en.xml": "/akn/gb/act/ukpga/2021/5/eng@2021-03-01",
        "formats/akn-broken/usc-18-1591.xml": "/akn/us/usc/18/1591/eng@2025-12-31",
        "formats/eisb/act_43_2024.eisb.xml": "/akn/ie/act/2024/43/eng@2024-11-12",
    }
    assert {path: str(read_file(str(mirror / path)).ref) for path in expected} == expected

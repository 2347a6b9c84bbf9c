"""Amended acts as Akoma Ntoso: which act did what to which provision, and what was not carried out."""

from __future__ import annotations

import pytest
from lxml import etree

from palermo.corpus.amendments import Edit, amend
from palermo.corpus.model.akn_names import AKN, OWN
from palermo.corpus.model.text_model import Span, Version
from palermo.corpus.readers import read_text
from palermo.corpus.writers.akoma_ntoso import Modifications, write
from palermo.corpus.writers.akoma_ntoso.edit_positions import Landing, covered

BASE = """<?xml version="1.0" encoding="utf-8"?>
<Statute xml:lang="en"><Identification><ShortTitle>Harbour Act</ShortTitle></Identification><Body>
<Section><MarginalNote>Speed</MarginalNote><Label>7</Label><Text>A ship sails slowly.</Text></Section>
<Section><MarginalNote>Dues</MarginalNote><Label>8</Label>
<Subsection><Label>(1)</Label><Text>A ship pays dues.</Text></Subsection>
<Subsection><MarginalNote>Rafts</MarginalNote><Label>(2)</Label><Text>A raft pays nothing.</Text></Subsection></Section>
<Section><MarginalNote>Buoys</MarginalNote><Label>9</Label><Text>A buoy is red.</Text></Section>
</Body></Statute>"""
BILL = """<?xml version="1.0" encoding="utf-8"?>
<Bill xml:lang="en"><Identification><ShortTitle>Harbour (Amendment) Act</ShortTitle></Identification><Body>
<Section><Label>1</Label><Text>Section 7 of the Harbour Act is replaced by the following:</Text><AmendedText>
<Section><MarginalNote>Speed</MarginalNote><Label>7</Label><Text>A ship sails very slowly.</Text></Section>
</AmendedText></Section>
<Section><Label>2</Label><Text>Subsection 8(2) of the Act is amended by replacing “raft” with “barge”.</Text></Section>
<Section><Label>3</Label><Text>Section 9 of the Act is repealed.</Text></Section>
<Section><Label>4</Label><Text>Subsection 8(9) of the Act is repealed.</Text></Section></Body></Bill>"""
NONE = """<?xml version="1.0" encoding="utf-8"?>
<Bill xml:lang="en"><Identification><ShortTitle>Harbour (Amendment) Act</ShortTitle></Identification><Body>
<Section><Label>1</Label><Text>Section 77 of the Harbour Act is repealed.</Text></Section></Body></Bill>"""


def amended(bill: str = BILL) -> tuple[etree._Element, Version]:
    base = read_text(BASE, name="harbour.xml", instrument="/akn/ca/act/2003/7", date="2003-05-01")
    act = read_text(bill, name="bill.xml", instrument="/akn/ca/act/2030/4", date="2030-02-01")
    amendment = amend(base, [act], tradition="Canada")
    assert amendment.version is not None
    xml = write(amendment.version, "2030-03-01", Modifications(base, [act], amendment)).xml
    return etree.fromstring(xml.encode()), amendment.version


def find(root: etree._Element, path: str) -> list[etree._Element]:
    return root.findall(".//" + "/".join(f"{{{AKN}}}{name}" for name in path.split("/")))


def told(mod: etree._Element) -> tuple[str | None, ...]:
    def href(name: str) -> str | None:
        element = mod.find(f"{{{AKN}}}{name}")
        return None if element is None else element.get("href") or "".join(map(str, element.itertext())).strip()

    return (mod.get("type"), href("source"), href("destination"), href("old"), href("new"))


def test_each_modification_says_where_from_where_to_what_went_and_what_came() -> None:
    root, _ = amended()
    assert [told(mod) for mod in find(root, "passiveModifications/textualMod")] == [
        ("replacement", "/akn/ca/act/2030/4/eng@2030-02-01~sec_1", "#sec_7", "Speed 7 A ship sails slowly.", "#sec_7"),
        ("substitution", "/akn/ca/act/2030/4/eng@2030-02-01~sec_2", "#sec_8__subsec_2", "raft", "barge"),
        ("repeal", "/akn/ca/act/2030/4/eng@2030-02-01~sec_3", "#sec_9", "Buoys 9 A buoy is red.", "#sec_9"),
    ]


def test_the_amending_act_is_an_event_and_a_reference() -> None:
    root, _ = amended()
    events = {e.get("source"): (e.get("type"), e.get("date")) for e in find(root, "lifecycle/eventRef")}
    assert events["#amending_1"] == ("amendment", "2030-02-01")
    (act,) = find(root, "references/passiveRef")
    assert (act.get("eId"), act.get("href")) == ("amending_1", "/akn/ca/act/2030/4/eng@2030-02-01")
    assert find(root, "FRBRExpression/FRBRdate")[0].get("name") == "built"


def test_what_was_refused_stands_there_with_its_reason() -> None:
    root, version = amended()
    account = root.find(f".//{{{OWN}}}amendment")
    assert account is not None
    assert account.get("status") == "partly"
    (refused,) = account
    assert refused.get("status") == "refused"
    assert "8(9)" in (refused.get("reason") or "")
    assert (
        "".join(map(str, find(root, "body")[0].itertext())).split()
        == version.text[version.text.index("Speed") :].split()
    )


def test_an_act_that_changed_nothing_has_no_modifications() -> None:
    root, _ = amended(NONE)
    assert not find(root, "analysis")
    assert len(root.findall(f".//{{{OWN}}}instruction")) == 1


@pytest.mark.parametrize(
    ("edit", "there"),
    [
        (Edit(Span(0, 1), "A"), Span(0, 1)),
        (Edit(Span(4, 4), "xy"), Span(4, 6)),
        (Edit(Span(5, 5), "z"), Span(4, 7)),
        (Edit(Span(5, 6), ""), Span(4, 4)),
        (Edit(Span(8, 8), ""), Span(9, 9)),
    ],
    ids=["first", "as it came", "changed again, all that came there", "taken out", "no edit is left of it"],
)
def test_the_words_of_an_instruction_are_found_in_the_text_that_results(edit: Edit, there: Span) -> None:
    edits = [Edit(Span(0, 1), "A"), Edit(Span(4, 6), "xyZ")]
    assert Landing("Abcdxyzghij".replace("z", "Z"), edits).span(edit) == there


def test_what_lies_in_a_stretch_whole_is_found_at_its_outermost() -> None:
    version = read_text(BASE, name="harbour.xml")
    section = version.find("8")
    assert covered(version, section.span) == (version.root, (section,))
    start, end = section.children[0].span
    assert covered(version, Span(start + 4, end))[0] == section.children[0]
    assert covered(version, Span(start, section.span.end)) == (section, section.children)

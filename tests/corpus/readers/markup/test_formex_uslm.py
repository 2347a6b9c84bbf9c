"""EU Formex and US USLM, on documents made after their schemas: what is counted in the markup is what is read."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from palermo.corpus.model.text_model import Basis
from palermo.corpus.readers.markup import xml
from palermo.corpus.readers.shared.reader_output import Raw

FORMEX = """<?xml version="1.0" encoding="UTF-8"?><ACT>
<BIB.INSTANCE><DATE ISO="20240613">20240613</DATE><LG.DOC>EN</LG.DOC><NO.CELEX>32024R1111</NO.CELEX></BIB.INSTANCE>
<TITLE><TI><P>Regulation <HT TYPE="UC">of the Ferry Council</HT></P><P>on ferries</P></TI></TITLE>
<PREAMBLE><PREAMBLE.INIT>THE FERRY COUNCIL,</PREAMBLE.INIT><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Rivers are
wide.</TXT></NP></CONSID><CONSID><NP><NO.P>(2)</NO.P><TXT>Boats are few.</TXT></NP></CONSID></GR.CONSID></PREAMBLE>
<ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER I</P></TI><STI><P>Boats</P></STI></TITLE>
<ARTICLE IDENTIFIER="001"><TI.ART>Article 1</TI.ART><STI.ART><P>Terms</P></STI.ART><PARAG IDENTIFIER="001.001">
<NO.PARAG>1.</NO.PARAG><ALINEA><P>A <QUOT.START CODE="2018"/>ferry<QUOT.END CODE="2019"/> is:</P><LIST TYPE="alpha">
<ITEM><NP><NO.P>(a)</NO.P><TXT>a boat<NOTE NOTE.ID="E1"><P>Afloat.</P></NOTE>:</TXT><P><LIST TYPE="roman"><ITEM><NP>
<NO.P>(i)</NO.P><TXT>wide;</TXT></NP></ITEM></LIST></P></NP></ITEM><ITEM><NP><NO.P>(b)</NO.P><TXT>a raft.</TXT></NP>
</ITEM></LIST></ALINEA></PARAG><PARAG IDENTIFIER="001.002"><NO.PARAG>2.</NO.PARAG><ALINEA>One.</ALINEA>
<ALINEA>Two.</ALINEA></PARAG></ARTICLE></DIVISION>
<ARTICLE IDENTIFIER="002"><TI.ART>Article 2</TI.ART><ALINEA><P>The Rafts Act is amended:</P><QUOT.S LEVEL="1">
<ARTICLE IDENTIFIER="009"><TI.ART>Article 9</TI.ART><PARAG IDENTIFIER="009.001"><NO.PARAG>1.</NO.PARAG>
<ALINEA>No rafts.</ALINEA></PARAG></ARTICLE></QUOT.S></ALINEA></ARTICLE></ENACTING.TERMS>
<ANNEX><TITLE><TI><P>ANNEX I</P></TI><STI><P>Forms</P></STI></TITLE><CONTENTS><NP><NO.P>1.</NO.P><TXT>Name</TXT></NP>
</CONTENTS></ANNEX></ACT>"""

USLM = """<?xml version="1.0"?><uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0" xml:lang="en"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><meta>
<dc:title>Title 99</dc:title>
<dcterms:created>2024-02-03T10:00:00</dcterms:created></meta><main><title identifier="/us/usc/t99"><num value="99">Title
99—</num><heading>FERRIES</heading><chapter><num value="1">CHAPTER 1—</num><heading>BOATS</heading>
<section><num value="1">§ 1.</num><heading> Terms</heading><subsection><num value="a">(a)</num><heading> In
general.—</heading><chapeau>A boat is—</chapeau><paragraph><num value="1">(1)</num><content> wide; or</content>
</paragraph><paragraph><num value="2">(2)</num><chapeau>long—</chapeau><subparagraph><num value="A">(A)</num>
<content>here.</content></subparagraph></paragraph><continuation>and it floats.</continuation></subsection>
<sourceCredit>(Added Pub. L. 1–1.)</sourceCredit><notes><note><heading>Amendments</heading><p>2020.</p></note></notes>
</section><section status="repealed"><num value="2">[§ 2.</num><heading> Repealed.]</heading></section>
<section><num value="3a">§ 3a.</num><heading> Rafts</heading><content><p>Section 9 is amended to read:
<quotedContent>“<section><num value="9">§ 9.</num><content>None.</content></section>”</quotedContent>.</p></content>
</section></chapter></title></main></uscDoc>"""


def read(document: str) -> Raw:
    return xml.read(document.encode(), "act.xml")


def outline(document: str) -> list[str]:
    root = read(document).root
    assert root is not None
    return [f"{p.level} {p.cite}".strip() for p in root.walk()][1:]


def test_formex() -> None:
    assert outline(FORMEX) == [
        "recital 1", "recital 2", "chapter", "article 1", "paragraph 1(1)", "point 1(1)(a)", "authorialNote",
        "point 1(1)(a)(i)", "point 1(1)(b)", "paragraph 1(2)", "alinea 1(2)(1)", "alinea 1(2)(2)", "article 2",
        "article 2|9", "paragraph 2|9(1)", "annex annexI", "paragraph annexI/1",
    ]  # fmt: skip
    raw = read(FORMEX)
    assert "1. A ‘ferry’ is:\n(a) a boat" in raw.text
    about = raw.metadata
    assert (about.title, about.lang, about.country) == ("Regulation of the Ferry Council on ferries", "EN", "eu")
    assert (about.instrument, about.date, about.basis) == ("/akn/eu/regulation/2024/1111", "2024-06-13", Basis.ENACTED)
    assert raw.root is not None
    headings = {p.level: p.heading for p in raw.root.walk() if p.heading}
    assert headings == {"chapter": "Boats", "article": "Terms", "annex": "Forms"}


def test_consolidated_formex() -> None:
    head = (
        '<INFO.CONSLEG START.DATE="20250101"/><FAM.COMP><BIB.DATA><NO.CELEX>32024L0036</NO.CELEX></BIB.DATA></FAM.COMP>'
    )
    inner = FORMEX.partition("<ACT>")[2].removesuffix("</ACT>")
    about = read(f"<CONS.ACT>{head}<CONS.DOC>{inner}</CONS.DOC></CONS.ACT>").metadata
    assert (about.instrument, about.date) == ("/akn/eu/directive/2024/36", "2025-01-01")
    assert about.basis is Basis.CONSOLIDATED


def test_uslm() -> None:
    assert outline(USLM) == [
        "title", "chapter", "section 1", "subsection 1(a)", "paragraph 1(a)(1)", "paragraph 1(a)(2)",
        "subparagraph 1(a)(2)(A)", "remark", "remark", "section 2", "section 3a", "section 3a|9",
    ]  # fmt: skip
    about = read(USLM).metadata
    assert (about.instrument, about.date, about.title) == ("/akn/us/code/usc/99", "2024-02-03", "Title 99")


@pytest.mark.parametrize(
    ("document", "levels"),
    [
        (FORMEX, {"ARTICLE": "article", "CONSID": "recital", "ITEM": "point"}),
        (USLM, {"section": "section", "subsection": "subsection", "paragraph": "paragraph"}),
    ],
)
def test_counts(document: str, levels: dict[str, str]) -> None:
    root = read(document).root
    assert root is not None
    found = Counter(p.level for p in root.walk())
    tree = etree.fromstring(document.encode())
    assert {name: found[level] for name, level in levels.items()} == {
        name: sum(1 for _ in tree.iter("{*}" + name)) for name in levels
    }

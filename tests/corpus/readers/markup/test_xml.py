"""Each family of XML on a small act of an invented state: the text in order, the provisions with their citations."""

from __future__ import annotations

import pytest

from palermo.corpus.model.text_model import Basis, Provision
from palermo.corpus.readers.markup import xml
from palermo.corpus.readers.shared.reader_output import Raw

AKN = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17"><act name="act">
 <meta><identification source="#x">
  <FRBRWork><FRBRthis value="/akn/mw/act/2019-05-02/7/!main"/><FRBRuri value="/akn/mw/act/2019-05-02/7"/>
   <FRBRalias name="shortTitle" value="#short"/><FRBRcountry value="mw"/></FRBRWork>
  <FRBRExpression><FRBRuri value="/akn/mw/act/2019-05-02/7/eng@2020-01-01"/><FRBRdate date="2020-01-01" name="x"/>
   <FRBRlanguage language="eng"/></FRBRExpression></identification>
  <references><TLCConcept eId="short" showAs="Lantern Act"/></references></meta>
 <preface><p>Act 7 of <b>20</b><i>19</i></p></preface>
 <body>
  <chapter eId="chp_I"><num>CHAPTER I</num><heading>Lanterns</heading>
   <article eId="art_1"><num>Article 1</num><heading>Terms</heading>
    <paragraph><num>1.</num><content><p>A lantern<authorialNote marker="1"><p>With a flame.</p></authorialNote> is
      a light.</p></content></paragraph>
    <paragraph><num>2.</num><list><intro><p>A keeper is:</p></intro>
      <point><num>(a)</num><content><p>one who keeps;</p></content></point>
      <point><num>(b)</num><content><p>one who tends.</p></content></point>
      <wrapUp><p>and no other.</p></wrapUp></list></paragraph>
    <paragraph><num>3.</num><content><table><tr><td><p>oil</p></td><td><p>wick</p></td></tr>
      <tr><td><p>gas</p></td><td><p>mantle</p></td></tr></table></content></paragraph></article>
   <article><num>Article 2</num><alinea><content><p>First.</p></content></alinea>
     <alinea><content><p>Second.</p></content></alinea></article></chapter>
  <article><num>Article 3 bis</num><content><p>In the Oil Act, <mod>after section 9 insert:
    <quotedStructure startQuote="&#8220;"><section><num>9A</num><subsection><num>(1)</num><content><p>No oil.</p>
     </content>
    </subsection></section></quotedStructure></mod> as of now.</p></content></article>
  <hcontainer name="schedule"><num>SCHEDULE</num><paragraph><num>1</num><subparagraph><num>(2)</num>
    <content><p>Forms.<!-- a comment --> End.</p></content></subparagraph></paragraph></hcontainer>
 </body></act></akomaNtoso>"""

LIMS = """<?xml version="1.0" encoding="utf-8"?>
<Statute lims:pit-date="2021-05-06" xmlns:lims="http://justice.gc.ca/lims" xml:lang="en"><Identification>
<BillNumber>C-1</BillNumber><LongTitle>An Act respecting lanterns</LongTitle><ShortTitle>Lantern Act</ShortTitle>
<BillHistory><Stages stage="assented-to"><Date><YYYY>2019</YYYY><MM>5</MM><DD>2</DD></Date></Stages></BillHistory>
<Chapter><ConsolidatedNumber>L-1</ConsolidatedNumber><AnnualStatuteId><AnnualStatuteNumber>7</AnnualStatuteNumber>
<YYYY>2019</YYYY></AnnualStatuteId></Chapter></Identification><Body>
<Heading level="1"><Label>PART 1</Label><TitleText>Light</TitleText></Heading>
<Heading level="2"><TitleText>Words</TitleText></Heading>
<Section><MarginalNote>Terms</MarginalNote><Label>2</Label><Subsection><Label>(1)</Label><Text>In this Act,</Text>
<Definition><Text><DefinedTermEn>lamp</DefinedTermEn> means a light that</Text><Paragraph><Label>(a)</Label><Text>
burns; or</Text></Paragraph><Paragraph><Label>(<Emphasis>b</Emphasis>)</Label><Text>glows.
(<DefinedTermFr>lampe</DefinedTermFr>)</Text></Paragraph></Definition></Subsection>
<HistoricalNote><HistoricalNoteSubItem>2020, c. 3, s. 1</HistoricalNoteSubItem>
</HistoricalNote></Section>
<Section><Label><FootnoteRef idref="f">*</FootnoteRef>3</Label><Text>
<Repealed>[Repealed, 2020, c. 3, s. 2]</Repealed></Text>
</Section>
<Heading level="1"><Label>PART 2</Label><TitleText>Oil</TitleText></Heading>
<Section><MarginalNote>2001, c. 9, s. 4(1)</MarginalNote><Label>4</Label><Text>Section 12 of the Oil Act is
replaced:</Text><AmendedText><Section><MarginalNote>Price</MarginalNote><Label>12</Label><Subsection>
<Label>(1)</Label><Text>Oil has a
price.</Text></Subsection></Section></AmendedText></Section></Body>
<Schedule><ScheduleFormHeading><Label>SCHEDULE 2</Label><TitleText>Forms</TitleText></ScheduleFormHeading>
<Provision><Label>1</Label><Text>A form.</Text></Provision></Schedule></Statute>"""

CLML = """<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation" DocumentURI="http://x/uksi/2019/7">
<Metadata xmlns="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier>http://www.legislation.gov.uk/id/uksi/2019/7</dc:identifier><dc:title>Lantern Order</dc:title>
<dc:language>en</dc:language><SecondaryMetadata><DocumentClassification><DocumentStatus Value="final"/>
<DocumentMinorType Value="order"/></DocumentClassification><Made Date="2019-05-02"/></SecondaryMetadata></Metadata>
<Secondary><Body><P1group><Title>Terms</Title><P1><Pnumber><CommentaryRef Ref="c1"/>1</Pnumber><P1para><P2>
<Pnumber>2</Pnumber><P2para><Text>A keeper<FootnoteRef Ref="f1"/>—</Text><P3><Pnumber>a</Pnumber><P3para><Text>keeps;
</Text></P3para></P3></P2para></P2></P1para></P1></P1group></Body><Schedules><Schedule><Number>SCHEDULE 1</Number>
<TitleBlock><Title>Forms</Title></TitleBlock><ScheduleBody><P1><Pnumber>3</Pnumber><P1para><P2><Pnumber>2</Pnumber>
<P2para><Text>A form.</Text></P2para></P2></P1para></P1></ScheduleBody></Schedule></Schedules></Secondary>
<Commentaries><Commentary id="c1" Type="F"><Para><Text>Art. 1 amended.</Text></Para></Commentary></Commentaries>
</Legislation>"""

EISB = """<act><metadata><title>LANTERN ACT 2019</title><number>7</number><year>2019</year>
<dateofenactment>20190502</dateofenactment></metadata><body><part><title><p>PART 1</p><p>Light</p></title>
<sect><number>1.</number><title><p class="-3 11 0 left 1 0"><b>Terms</b></p></title>
<p class="-3 11 0 left 1 0"><b>1.</b> (1) In this Act, a <odq/>l<afada/>mpa<cdq/> is<emdash/></p>
<p class="-3 14 0 left 1 0">(h) a light,</p><p class="-3 14 0 left 1 0">(i) a flame that<emdash/></p>
<p class="-3 17 0 left 1 0">(i) burns, or</p><p class="-3 17 0 left 1 0">(ii) glows,</p>
<p class="0 14 0 left 1 0">and lasts.</p>
<p class="-3 11 0 left 1 0">(2) In section 9 of the Oil Act, insert:</p>
<p class="-6 23 0 left 1 0"><odq/>(3A) (a) Oil has a price.</p><p class="-3 23 0 left 1 0">(b) It is paid.<cdq/>.</p>
<p class="-3 11 0 left 1 0">(3) It comes into force.</p></sect></part></body></act>"""

OTHER = """<lawDoc xmlns="urn:lantern" xml:lang="en"><title>Lantern Act</title><main><section><num>1.</num>
<heading>Terms</heading><text>A <term>lamp</term> is a light.</text><paragraph><num>(a)</num><content>
It burns.</content></paragraph></section><section><num>2.</num><text>See <section>section 1</section> above.</text>
</section></main>
</lawDoc>"""


def parsed(document: str) -> Raw:
    return xml.read(document.encode(), "act.xml")


def outline(raw: Raw) -> list[str]:
    assert raw.root is not None
    return [f"{p.level} {p.cite}".strip() for p in raw.root.walk()][1:]


def found(raw: Raw, eid: str) -> Provision:
    assert raw.root is not None
    return next(p for p in raw.root.walk() if p.id == eid)


def test_akoma_ntoso() -> None:
    raw = parsed(AKN)
    assert raw.text.splitlines() == [
        "Act 7 of 2019", "CHAPTER I Lanterns", "Article 1 Terms", "1. A lantern", "With a flame.", "is a light.",
        "2. A keeper is:", "(a) one who keeps;", "(b) one who tends.", "and no other.", "3. oil\twick", "gas\tmantle",
        "Article 2 First.", "Second.", "Article 3 bis In the Oil Act, after section 9 insert:", "9A (1) No oil.",
        "as of now.", "SCHEDULE 1 (2) Forms. End.",
    ]  # fmt: skip
    assert outline(raw) == [
        "chapter", "article 1", "paragraph 1(1)", "authorialNote", "paragraph 1(2)", "point 1(2)(a)", "point 1(2)(b)",
        "paragraph 1(3)", "article 2", "alinea 2(1)", "alinea 2(2)", "article 3bis", "section 3bis|9A",
        "subsection 3bis|9A(1)", "schedule sch1", "paragraph sch1/1", "subparagraph sch1/1(2)",
    ]  # fmt: skip
    assert raw.marks == ()


def test_akoma_ntoso_keeps_the_ids_that_the_file_gives_and_makes_the_others() -> None:
    raw = parsed(AKN)
    assert raw.root is not None
    ids = [p.id for p in raw.root.walk()]
    assert len(set(ids)) == len(ids)
    assert {"chp_I", "art_1", "art_1__para_2__point_b", "art_2__al_2", "art_3bis__qstr__sec_9A__subsec_1"} <= set(ids)


def test_akoma_ntoso_says_who_it_is() -> None:
    metadata = parsed(AKN).metadata
    assert (metadata.title, metadata.lang, metadata.country) == ("Lantern Act", "eng", "mw")
    assert metadata.instrument == "/akn/mw/act/2019-05-02/7"
    assert (metadata.date, metadata.basis) == ("2020-01-01", Basis.CONSOLIDATED)


def test_version_2_of_akoma_ntoso_and_none_at_all() -> None:
    old = "http://www.akomantoso.org/2.0"
    for namespace in (f' xmlns="{old}"', ' xmlns="http://www.akomantoso.org/1.0"', ""):
        body = "<act><body><section id='s1'><num>1.</num><content><p>One.</p></content></section></body></act>"
        raw = parsed(f"<akomaNtoso{namespace}>{body}</akomaNtoso>")
        assert (raw.text, outline(raw)) == ("1. One.", ["section 1"])


def test_a_prefix_makes_no_difference() -> None:
    raw = parsed(
        '<a:akomaNtoso xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><a:act><a:body><a:article>'
        "<a:num>Art. 5</a:num><a:content><a:p>Five.</a:p></a:content></a:article></a:body></a:act></a:akomaNtoso>"
    )
    assert outline(raw) == ["article 5"]


def test_justice_canada() -> None:
    raw = parsed(LIMS)
    assert raw.text.splitlines() == [
        "An Act respecting lanterns", "Lantern Act", "L-1", "7", "2019", "PART 1 Light", "Words", "Terms",
        "2 (1) In this Act,", "lamp means a light that", "(a) burns; or", "(b) glows. (lampe)", "2020, c. 3, s. 1",
        "*3 [Repealed, 2020, c. 3, s. 2]", "PART 2 Oil", "2001, c. 9, s. 4(1)",
        "4 Section 12 of the Oil Act is replaced:", "Price", "12 (1) Oil has a price.", "SCHEDULE 2 Forms", "1 A form.",
    ]  # fmt: skip
    assert outline(raw) == [
        "part", "crossHeading", "section 2", "subsection 2(1)", "definition 2(1)(1)", "paragraph 2(1)(1)(a)",
        "paragraph 2(1)(1)(b)", "remark", "section 3", "part", "section 4", "remark", "section 4|12",
        "subsection 4|12(1)", "schedule sch2", "paragraph sch2/1",
    ]  # fmt: skip
    assert (found(raw, "sec_2").heading, found(raw, "sec_4").heading) == ("Terms", "")
    assert (found(raw, "part_1").heading, found(raw, "part_1").num) == ("Light", "1")
    metadata = raw.metadata
    assert (metadata.title, metadata.lang, metadata.instrument) == ("Lantern Act", "en", "/akn/ca/act/2019/7")
    assert (metadata.date, metadata.basis) == ("2021-05-06", Basis.CONSOLIDATED)


def test_an_act_as_passed_in_canada_rests_on_its_assent() -> None:
    raw = parsed(LIMS.replace('lims:pit-date="2021-05-06" ', ""))
    assert (raw.metadata.date, raw.metadata.basis) == ("2019-05-02", Basis.ENACTED)


def test_legislation_gov_uk() -> None:
    raw = parsed(CLML)
    assert raw.text.splitlines() == [
        "Terms", "1 (2) A keeper—", "(a) keeps;", "SCHEDULE 1 Forms", "3 (2) A form.", "Art. 1 amended.",
    ]  # fmt: skip
    assert outline(raw) == [
        "article 1", "paragraph 1(2)", "subparagraph 1(2)(a)", "schedule sch1", "paragraph sch1/3",
        "subparagraph sch1/3(2)", "remark",
    ]  # fmt: skip
    article = found(raw, "art_1")
    assert (article.heading, article.num, raw.text[article.span.start :][:5]) == ("Terms", "1", "Terms")
    metadata = raw.metadata
    assert (metadata.title, metadata.instrument, metadata.country) == ("Lantern Order", "/akn/gb/act/uksi/2019/7", "gb")
    assert (metadata.date, metadata.basis) == ("2019-05-02", Basis.ENACTED)


def test_irish_statute_book() -> None:
    raw = parsed(EISB)
    assert "1. (1) In this Act, a “lámpa” is—" in raw.text.splitlines()
    assert outline(raw) == [
        "part", "section 1", "subsection 1(1)", "paragraph 1(1)(h)", "paragraph 1(1)(i)", "subparagraph 1(1)(i)(i)",
        "subparagraph 1(1)(i)(ii)", "subsection 1(2)", "subsection 1(2)|(3A)", "paragraph 1(2)|(3A)(a)",
        "paragraph 1(2)|(3A)(b)", "subsection 1(3)",
    ]  # fmt: skip
    flame = found(raw, "sec_1__subsec_1__para_i")
    assert raw.text[flame.span.start : flame.span.end].endswith("and lasts.")
    assert (found(raw, "part_1").heading, raw.metadata.instrument) == ("Light", "/akn/ie/act/2019/7")


def test_any_other_xml() -> None:
    raw = parsed(OTHER)
    assert raw.text.splitlines() == [
        "Lantern Act", "1. Terms", "A lamp is a light.", "(a) It burns.", "2. See section 1 above.",
    ]  # fmt: skip
    assert outline(raw) == ["section 1", "paragraph 1(a)", "section 2"]
    assert (raw.metadata.title, raw.metadata.lang) == ("Lantern Act", "en")


def test_other_xml_that_marks_no_provisions_is_left_to_its_numbers() -> None:
    raw = parsed("<law><row>1. One.</row><row>2. Two.</row></law>")
    assert (raw.text, raw.root) == ("1. One.\n2. Two.", None)


def test_numbers_and_headings_have_their_spans() -> None:
    for document in (AKN, LIMS, CLML, OTHER):
        raw = parsed(document)
        assert raw.root is not None
        for p in raw.root.walk():
            if p.heading_span is not None:
                assert raw.text[p.heading_span.start : p.heading_span.end] == p.heading
            if p.num_span is not None and p.num:
                assert p.num[:1] in raw.text[p.num_span.start : p.num_span.end]


def test_entities_of_the_file_and_of_html_are_characters() -> None:
    raw = parsed(
        '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY state "Lanternland">]><a><p>&state;&nbsp;&sect;&#160;1 &amp; 2</p></a>'
    )
    assert raw.text == "Lanternland\u00a0§\u00a01 & 2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
def test_xml_declares_its_encoding(encoding: str) -> None:
    document = f'<?xml version="1.0" encoding="{encoding}"?><a><p>Статья 1</p></a>'
    assert xml.read(document.encode(encoding), "a.xml").text == "Статья 1"


def test_words_after_comments_instructions_and_inline_elements_stay() -> None:
    raw = parsed("<a><p>one<!-- x -->two<?y z?>three<b>four</b>five <i> six </i> seven</p>eight</a>")
    assert raw.text.split() == ["onetwothreefourfive", "six", "seven", "eight"]

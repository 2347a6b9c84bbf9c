"""A drawing in a Word document: SVG for word processors that know it, a raster image for those that do not."""

from __future__ import annotations

import io

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree
from lxml.etree import _Element

from palermo.corpus.text.xml_safe import legal
from palermo.report.format.docx.runs import element
from palermo.report.format.parts import Picture
from palermo.report.format.pictures.raster import png

__all__ = ["picture"]

_SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # [MS-ODRAWXML] 2.3.1.9
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def picture(document: Document, made: Picture, width: float, highest: float) -> _Element:
    """The run that holds the picture with its alternative text, `width` cm wide, or less where it would be higher than
    `highest` cm.
    """
    raster = io.BytesIO(png(made.svg))
    inline = document.part.new_pic_inline(raster, width=Cm(width))
    if inline.extent.cy > Cm(highest):
        inline = document.part.new_pic_inline(raster, height=Cm(highest))
    inline.docPr.set("name", f"picture {inline.docPr.id}")
    inline.docPr.set("descr", legal(made.alt))
    inline.docPr.set("title", legal(made.caption))
    blip = next(inline.iter(qn("a:blip")))
    content = made.svg.encode()
    name = PackURI(f"/word/media/drawing{inline.docPr.id}.svg")
    part = Part(name, "image/svg+xml", content, document.part.package)
    reference = document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    extension = etree.SubElement(etree.SubElement(blip, qn("a:extLst")), qn("a:ext"), uri=_SVG_BLIP)
    vector = etree.SubElement(extension, f"{{{_SVG}}}svgBlip", nsmap={"asvg": _SVG})
    vector.set(qn("r:embed"), reference)
    return element("w:r", element("w:drawing", inline))

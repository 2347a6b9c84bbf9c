"""A workbook as a file of which nothing depends on the moment: the only place that saves one."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from openpyxl.workbook import Workbook

from palermo.corpus.build_date import made_on
from palermo.corpus.text.xml_safe import legal
from palermo.report.format.reproducible_zip import zipped
from palermo.report.language.speaking import spoken

__all__ = ["blank", "packaged"]

_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")  # the library writes the moment of saving


def blank(title: str, subject: str) -> Workbook:
    """A workbook without a sheet, with its title, subject, language and the day of `made_on`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    about = book.properties
    about.title, about.subject, about.creator, about.language = legal(title), legal(subject), "palermo", spoken()
    about.created = datetime.fromisoformat(made_on())
    return book


def packaged(book: Workbook) -> bytes:
    """The file; the same workbook gives the same bytes on the same day."""
    out = io.BytesIO()
    book.save(out)
    day = f"{made_on()}T00:00:00Z".encode()
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_CORE] = _MODIFIED.sub(rb"\g<1>" + day, parts[_CORE])
    return zipped(parts.items())

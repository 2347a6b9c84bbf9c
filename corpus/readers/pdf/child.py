"""A PDF file's pages and what it says of itself; this module and `letters` are the only importers of pypdfium2."""

from __future__ import annotations

import ctypes
import threading
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpus.errors import InputError
from corpus.readers.pdf.letters import page_of
from corpus.readers.pdf.pieces import Page

__all__ = ["MOST_LETTERS", "MOST_PAGES", "File", "load"]

MOST_PAGES = 3_000
MOST_LETTERS = 10_000_000  # of all pages: 3,000 pages of a code in small print
_LOCK = threading.Lock()  # PDFium may be entered by one thread at a time


@dataclass(frozen=True, slots=True)
class File:
    """All pages, and what the file says of itself; "" where it is silent."""

    pages: tuple[Page, ...]
    title: str
    lang: str
    created: str
    modified: str


def load(data: bytes, file: str) -> File:
    """All of a file. Raises InputError where it is damaged, locked by a password, or too long."""
    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if error.err_code == raw.FPDF_ERR_PASSWORD:
                raise InputError("is locked by a password", file=file, expected="a PDF saved without one") from error
            raise InputError("is a damaged PDF", file=file, expected="a whole PDF file") from error
        try:
            return _load(document, file)
        finally:
            document.close()


def _load(document: pdfium.PdfDocument, file: str) -> File:
    if len(document) > MOST_PAGES:
        raise InputError(f"has {len(document):,} pages", file=file, expected=f"at most {MOST_PAGES:,} pages")
    pages: list[Page] = []
    letters = 0
    for index in range(len(document)):
        try:
            page = document[index]
            try:
                pages.append(page_of(page, index + 1))
            finally:
                page.close()
        except pdfium.PdfiumError as error:
            raise InputError(f"has a damaged page {index + 1}", file=file, expected="a whole PDF file") from error
        letters += pages[-1].letters
        if letters > MOST_LETTERS:
            raise InputError("is too long", file=file, expected=f"at most {MOST_LETTERS:,} letters")
    said = document.get_metadata_dict()
    return File(tuple(pages), said["Title"], _language(document), said["CreationDate"], said["ModDate"])


def _language(document: pdfium.PdfDocument) -> str:
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)  # bytes, with the two zeros at the end
    if not 2 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")

"""A process of its own that reads one PDF: what PDFium, written in C++, does with a hostile file ends with it.

`python -m palermo.corpus.readers.pdf.sandboxed_process SECONDS` takes the file on standard input and answers, pickled,
with a File or with the message and the expectation of an InputError; it ends when it used so much time of the
processor. This module and
`letters` are the only importers of pypdfium2.
"""

from __future__ import annotations

import ctypes
import pickle
import sys

import pypdfium2 as pdfium
from pypdfium2 import raw

from palermo.corpus.errors import InputError
from palermo.corpus.readers.pdf.glyphs import page_of
from palermo.corpus.readers.pdf.page_model import File, PageText

__all__ = ["MOST_LETTERS", "MOST_PAGES", "MOST_PIECES", "main"]

MOST_PAGES = 3_000
MOST_PIECES = 10_000  # of a page: runs of letters that stand apart; a page of law has some hundred
MOST_LETTERS = 10_000_000  # of all pages: 3,000 pages of a code in small print
_MEMORY = 530_000_000  # bytes of address space, some 80 MB of them the libraries'; a file that needs more is refused


def main() -> None:
    """Answers on standard output."""
    _limit(int(sys.argv[1]))
    try:
        answer: object = _open(sys.stdin.buffer.read())
    except InputError as error:
        answer = (error.message, error.expected)
    sys.stdout.buffer.write(pickle.dumps(answer))


def _limit(seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has none
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def _open(data: bytes) -> File:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise InputError("is locked by a password", expected="a PDF saved without one") from error
        raise InputError("is a damaged PDF", expected="a whole PDF file") from error
    try:
        return _load(document)
    finally:
        document.close()


def _load(document: pdfium.PdfDocument) -> File:
    if len(document) > MOST_PAGES:
        raise InputError(f"has {len(document):,} pages", expected=f"at most {MOST_PAGES:,} pages")
    pages: list[PageText] = []
    letters = 0
    for index in range(len(document)):
        try:
            page = document[index]
            try:
                pages.append(page_of(page, index + 1))
            finally:
                page.close()
        except pdfium.PdfiumError as error:
            raise InputError(f"has a damaged page {index + 1}", expected="a whole PDF file") from error
        if sum(map(len, pages[-1].sides)) > MOST_PIECES:
            raise InputError(
                f"has a page of more than {MOST_PIECES:,} pieces (page {index + 1})", expected="a document"
            )
        letters += pages[-1].letters
        if letters > MOST_LETTERS:
            raise InputError("is too long", expected=f"at most {MOST_LETTERS:,} letters")
    said = document.get_metadata_dict()
    return File(tuple(pages), said["Title"], _language(document), said["CreationDate"], said["ModDate"])


def _language(document: pdfium.PdfDocument) -> str:
    length = raw.FPDFCatalog_GetLanguage(document, None, 0)  # bytes, with the two zeros at the end
    if not 2 < length < 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "ignore").rstrip("\0")


if __name__ == "__main__":
    main()

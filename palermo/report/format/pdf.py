"""A page of ours as PDF, tagged for screen readers (PDF/UA-1, ISO 14289-1): the only importer of WeasyPrint."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from palermo.corpus.errors import UsageError

__all__ = ["pdf"]

_VARIANT = "pdf/ua-1"
_EPOCH = "SOURCE_DATE_EPOCH"  # reproducible-builds.org/specs/source-date-epoch
# Words that are copied stay whole; from the second page on each says what it belongs to.
_PAPER = """
* { hyphens: manual !important; letter-spacing: normal !important; }
h1 { string-set: title content(); }
@page { @bottom-left { content: string(title); font: 8pt sans-serif; max-width: 80%; } }
@page :first { @bottom-left { content: none; } }
"""


def pdf(page: str) -> bytes:
    """The page, which `palermo.report.format.html.page` made: with its title, language, structure and text to be
    copied.

    The same page gives the same bytes, as long as the fonts are the same. Raises UsageError where WeasyPrint, or a
    library of the system that it needs, is not installed.
    """
    weasyprint = _library()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # style for the screen that paper does not know
    document = weasyprint.HTML(string=page, url_fetcher=_fetcher(weasyprint), media_type="print")
    with _undated():
        made: bytes = document.write_pdf(
            pdf_variant=_VARIANT,
            pdf_identifier=sha256(page.encode()).digest()[:16],
            stylesheets=[weasyprint.CSS(string=_PAPER)],
        )
    return made


@contextmanager
def _undated() -> Iterator[None]:
    """Without the moment of writing, which fontTools puts into the fonts but for a date given in the environment."""
    given = os.environ.get(_EPOCH)
    os.environ[_EPOCH] = given or "0"
    try:
        yield
    finally:
        if given is None:
            os.environ.pop(_EPOCH, None)
        else:
            os.environ[_EPOCH] = given


def _fetcher(weasyprint: Any) -> Any:
    """Our pages ask for nothing but what stands in them; what a text of law points to is never fetched."""
    return weasyprint.urls.URLFetcher(allowed_protocols={"data"})


def _library() -> Any:
    expected = 'pip install "palermo[pdf]" and the system\'s Pango, or -o FILE.html, which any browser prints'
    try:
        import weasyprint
    except ImportError as error:
        raise UsageError("PDF needs WeasyPrint, which is not installed", expected=expected) from error
    except OSError as error:  # it found no Pango
        raise UsageError(f"WeasyPrint does not start: {error}", expected=expected) from error
    return weasyprint

"""A search's answer in the format that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.cli.output import Output
from palermo.cli.results.documents import every, write_report
from palermo.kb.search.search import SearchResult
from palermo.report.library.search.citations import SourceCitation

__all__ = ["CITED", "FORMATS", "write", "write_citations"]

CITED = ("csv", "md", "bibtex", "csl")
FORMATS = every("text", "json", "html", *CITED)


def write(answer: SearchResult, output: Output) -> None:
    """Write the answer; `output.format` is one of FORMATS."""
    from palermo.report.library.search import as_document, as_html, as_json, as_text

    if output.format in CITED:
        from palermo.report.library.search.citations import of_hits
        from palermo.report.library.search.words import found, notes

        said = (f"{found(answer)}.", *notes(answer))
        write_citations(f"Search: {answer.query}", of_hits(answer), output, first=answer.offset + 1, words=said)
        return
    write_report(output, answer, as_document.search, json=as_json.search, html=as_html.search, text=as_text.search)


def write_citations(
    title: str, cited: Sequence[SourceCitation], output: Output, *, first: int = 1, words: Sequence[str] = ()
) -> None:
    """Write citations; `output.format` is one of CITED. Title and what is `words` stand in Markdown alone."""
    if output.format == "csv":
        from palermo.report.library.search.as_csv import citations

        output.write(citations(cited, first))
    elif output.format == "md":
        from palermo.report.library.search.as_markdown import markdown

        output.write(markdown(title, cited, first, words))
    elif output.format == "bibtex":
        from palermo.report.library.search.as_bibtex import bibtex

        output.write(bibtex(cited))
    else:
        from palermo.report.library.search.as_csl import csl

        output.write(csl(cited))

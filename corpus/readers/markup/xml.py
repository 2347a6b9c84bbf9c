"""XML: Akoma Ntoso, Justice Canada's, legislation.gov.uk's, the Irish Statute Book's, and any other without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.corpus.model.text_model import Span
from palermo.corpus.readers.markup.finish_provisions import finish_provisions
from palermo.corpus.readers.markup.indents import nest
from palermo.corpus.readers.markup.metadata import metadata
from palermo.corpus.readers.markup.vocabulary import vocabulary_named, vocabulary_of
from palermo.corpus.readers.markup.walk import walk
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.readers.shared.safe_xml import parse_xml

__all__ = ["read"]


def read(data: bytes, file: str) -> Raw:
    """The document's text in its order, metadata apart, and the provisions that its elements mark.

    Where a document of no known family marks none, they are left to be found from the numbering. Raises InputError.
    """
    root, entities = parse_xml(data, file)
    vocabulary = vocabulary_of(root)
    walked = walk(root, vocabulary, entities, file)
    if not walked.text:  # a record of an instrument without its text: what it records is all there is to read
        walked = walk(root, vocabulary_named("plain"), entities, file)
    nest(walked.lines, walked.text)
    marked = bool(walked.root.children) or vocabulary.family != "generic"
    provisions = finish_provisions(walked.root, walked.text) if marked else None
    unplaced = tuple(_worded(walked.unplaced, walked.text)) if marked else ()
    return Raw(walked.text, root=provisions, unplaced=unplaced, metadata=metadata(root, vocabulary))


def _worded(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The spans without the white space before their words; those without a word are left out."""
    for start, end in spans:
        words = text[start:end].lstrip()
        if words:
            yield Span(end - len(words), end)

"""XML: Akoma Ntoso, Justice Canada's, legislation.gov.uk's, the Irish Statute Book's, and any other without loss."""

from __future__ import annotations

from corpus.readers.indents import nest
from corpus.readers.raw import Raw
from corpus.readers.settle import settle
from corpus.readers.vocabulary import vocabulary_of
from corpus.readers.walk import Walk
from corpus.readers.xml_metadata import metadata
from corpus.readers.xml_source import parse_xml

__all__ = ["read"]


def read(data: bytes, file: str) -> Raw:
    """The document's text in its order, metadata apart, and the provisions that its elements mark.

    Where a document of no known family marks none, they are left to be found from the numbering. Raises InputError.
    """
    root, entities = parse_xml(data, file)
    vocabulary = vocabulary_of(root)
    walk = Walk(vocabulary, entities, file)
    walk.run(root)
    text = str(walk.flow)
    nest(walk.lines, text)
    known = bool(walk.root.children) or vocabulary.family != "generic"
    return Raw(text, root=settle(walk.root, text) if known else None, metadata=metadata(root, vocabulary))

"""Codec of Whoosh's index: its segments and dictionaries of terms, with posting lists that one read loads each.

Whoosh's own lists are written and read a document at a time; for hundreds of thousands of provisions that takes seconds
where an array takes milliseconds. It keeps the rest: segments, their dictionaries, what was deleted, and the commit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from struct import Struct
from typing import Any

import numpy as np
from whoosh import analysis, columns, fields, formats, index, reading, writing
from whoosh.codec import whoosh3
from whoosh.matching import ListMatcher, WrappingMatcher
from whoosh.system import pack_ushort

from palermo.kb.search.index.postings import Posting, pack, unpack
from palermo.kb.search.index.term_buffer import Pool, Term

__all__ = ["MARKS", "NUMBERS", "Writer", "read", "schema"]

NUMBERS = "numbers"  # the field of the numbers that each document has: the counts of a term that all of them have
MARKS = "marks"  # the column of what is given back with a hit
_LENGTH = Struct("<I")  # how many bytes of a list follow
_MOSTLY = 0.5  # a segment of which more was deleted is written anew


def schema(names: Iterable[str]) -> fields.Schema:
    """An index with these fields of terms, with numbers and with marks."""
    listed = fields.FieldType(formats.Existence(), analysis.IDAnalyzer())
    return fields.Schema(**dict.fromkeys([*names, NUMBERS], listed), **{MARKS: fields.COLUMN(columns.VarBytesColumn())})


def read(leaf: reading.IndexReader, field: str, text: str) -> Posting | None:
    """The list of a term in a segment, with what was deleted; None where it has none."""
    try:
        matcher = leaf.postings(field, text)
    except reading.TermNotFound:
        return None
    while isinstance(matcher, WrappingMatcher):
        matcher = matcher.child
    posting: Posting = matcher.posting
    return posting


class Writer(writing.SegmentWriter):  # type: ignore[misc]
    """Adds documents by their terms. Small segments are merged, so that there are few of them."""

    def __init__(self, into: index.Index) -> None:
        super().__init__(into, codec=_Codec())
        self.pool = _Pool(Path(self._tempstorage.folder))
        self._open: list[reading.IndexReader] = []

    def start(self, marks: bytes) -> int:
        """The number of a new document, whose terms are then added to the pool."""
        doc: int = self.docnum
        self.perdocwriter.start_doc(doc)
        if marks:
            self.perdocwriter.add_column_value(MARKS, self.schema[MARKS].column_type, marks)
        self.perdocwriter.finish_doc()
        self.docnum += 1
        self._added = True
        return doc

    def drop(self, fragments: Collection[int]) -> None:
        """Delete the documents of these fragments from what was there before."""
        first = 0
        for segment in self.segments:
            with closing(reading.SegmentReader(self.storage, self.schema, segment)) as leaf:
                of = read(leaf, NUMBERS, "fragment")
                for doc in of.docs[np.isin(of.counts, list(fragments))].tolist() if of else ():
                    if not leaf.is_deleted(doc):
                        self.delete_document(first + doc)
            first += segment.doc_count_all()

    def add_reader(self, reader: reading.IndexReader) -> None:
        """Add the documents of another segment that were not deleted."""
        kept = np.ones(reader.doc_count_all(), dtype=bool)
        kept[list(reader.deleted_docs_set)] = False
        marks = reader.column_reader(MARKS) if reader.has_column(MARKS) else None
        first = self.docnum
        for doc in np.flatnonzero(kept).tolist():
            self.start(marks[doc] if marks else b"")
        self.pool.append(_terms(reader, kept, first))

    def finish(self) -> None:
        """Commit."""
        try:
            self.commit(mergetype=_few)
        finally:
            for reader in self._open:
                reader.close()

    def take_over(self, segment: Any) -> None:
        """Take over what is left of a segment, which is read until the commit."""
        self._open.append(reading.SegmentReader(self.storage, self.schema, segment))
        self.add_reader(self._open[-1])


def _few(writer: Writer, segments: list[Any]) -> list[Any]:
    """The segments that stay: each is larger than all smaller ones together, so that their number grows slowly."""
    size = writer.doc_count()
    left = []
    for segment in sorted(segments, key=lambda s: s.doc_count()):
        if segment.doc_count() <= size or segment.deleted_count() > _MOSTLY * segment.doc_count_all():
            size += segment.doc_count()
            writer.take_over(segment)
        else:
            left.append(segment)
    return left


def _terms(reader: reading.IndexReader, kept: np.ndarray, first: int) -> Iterator[Term]:
    """The terms of a segment, with the numbers that its documents will have, from `first` on."""
    number = np.cumsum(kept) - 1 + first
    for field, text in reader.all_terms():
        posting = read(reader, field, text)
        assert posting is not None
        there = kept[posting.docs]
        if not there.any():
            continue
        places = posting.places[np.repeat(there, posting.counts)] if len(posting.places) else posting.places
        yield Term(field, text, Posting(number[posting.docs[there]], posting.counts[there], places))


class _Pool(Pool):
    """The pool by the names that Whoosh calls it."""

    iter_postings = Pool.sorted
    cleanup = Pool.close


class _Codec(whoosh3.W3Codec):  # type: ignore[misc]
    """Whoosh's codec but for the lists."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> _FieldWriter:
        return _FieldWriter(self, storage, segment)

    def postings_reader(self, dbfile: Any, terminfo: Any, *_args: Any, **_more: Any) -> _Listed:
        offset, _ = terminfo.extent()
        (length,) = _LENGTH.unpack(dbfile.get(offset, _LENGTH.size))
        return _Listed(unpack(dbfile.get(offset + _LENGTH.size, length)))


class _FieldWriter(whoosh3.W3FieldWriter):  # type: ignore[misc]
    def add_postings(self, schema: fields.Schema, _: None, terms: Iterable[Term]) -> None:
        for name, of_field in groupby(terms, lambda term: term.field):
            self.start_field(name, schema[name])
            for term in of_field:
                docs = term.posting.docs
                info = whoosh3.W3TermInfo(df=len(docs), minid=int(docs[0]), maxid=int(docs[-1]))
                data = pack(term.posting)
                info.set_extent(self._postfile.tell(), len(data))
                self._postfile.write(_LENGTH.pack(len(data)) + data)
                self._tindex.add(pack_ushort(self._fieldid) + term.text, info.to_bytes())
            self.finish_field()


class _Listed(ListMatcher):  # type: ignore[misc]
    """A list that was read."""

    def __init__(self, posting: Posting) -> None:
        super().__init__(posting.docs)
        self.posting = posting

"""From a file, standard input or a string to a Version: bytes, reader, identity, language, structure."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from palermo.corpus.errors import InputError
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.reading_text import read_text as visible
from palermo.corpus.model.refs import VersionRef
from palermo.corpus.model.text_model import Source, Version
from palermo.corpus.readers.identify import Options, identify
from palermo.corpus.readers.manifest import find_entry
from palermo.corpus.readers.markdown.bullets import with_bullets
from palermo.corpus.readers.markdown.read import marks_if_markdown
from palermo.corpus.readers.registry import choose
from palermo.corpus.readers.shared.reader_output import Raw
from palermo.corpus.structure.parse import parse
from palermo.corpus.text.detect_language import detect_language

__all__ = ["FileReading", "read", "read_file", "read_text"]

_SAMPLE = 60_000  # code points of which the language is detected


@dataclass(frozen=True, slots=True)
class FileReading:
    """A text, and what the user should hear about how it was read: `notes` are one line each.

    `confidence` (0 to 1) is how sure a detected language is; None when the language was given.
    """

    version: Version
    notes: tuple[str, ...] = ()
    confidence: float | None = None


def read_file(  # noqa: PLR0913 - the options of the command line
    path: str,
    *,
    lang: str | None = None,
    title: str | None = None,
    jurisdiction: str | None = None,
    date: str | None = None,
    instrument: str | None = None,
    stdin: BinaryIO | None = None,
) -> Version:
    """The text in the file at `path` (`-`: of `stdin`), with what the options say before what the file says of itself.

    Raises InputError where it cannot be read as law, UsageError or NotFoundError where an option is not well formed.
    """
    return read(path, Options(lang, title, jurisdiction, date, instrument), stdin=stdin).version


def read_text(  # noqa: PLR0913 - the options of the command line
    text: str,
    *,
    name: str = "<text>",
    lang: str | None = None,
    title: str | None = None,
    jurisdiction: str | None = None,
    date: str | None = None,
    instrument: str | None = None,
) -> Version:
    """A text in memory, read as a file called `name` with these characters would be; no manifest is asked about it."""
    try:
        data = text.removeprefix("\ufeff").encode()
    except UnicodeEncodeError as error:
        raise InputError(f"character {error.start} is half of a surrogate pair", file=name, expected="text") from error
    options = Options(lang, title, jurisdiction, date, instrument)
    return _read(data, name, options, None, mark=codecs.BOM_UTF8).version


def read(path: str, options: Options | None = None, *, stdin: BinaryIO | None = None) -> FileReading:
    """As read_file, with what there is to say about the reading."""
    data = _bytes(path, stdin)
    return _read(data, path, options or Options(), None if path == "-" else Path(path))


def _bytes(path: str, stdin: BinaryIO | None) -> bytes:
    if path == "-":
        if stdin is None:
            raise InputError("standard input is not open", file=path, expected="text on standard input")
        return stdin.read()
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        raise InputError("is a folder", file=path, expected="a file") from None
    except FileNotFoundError:
        raise InputError("no such file", file=path, expected="a text, Word, PDF, HTML or XML file") from None
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read: {reason}", file=path, expected="a readable file") from error


def _read(data: bytes, path: str, options: Options, file: Path | None, *, mark: bytes = b"") -> FileReading:
    """`mark` goes before the bytes where their encoding is known, whatever a declaration inside them says."""
    if not data.strip():
        raise InputError("is empty", file=path, expected="the text of a law")
    sha256 = hashlib.sha256(data).hexdigest()
    raw = choose(data, path).read(mark + data, path)
    if not raw.text.strip():
        raise InputError("holds no text", file=path, expected="the text of a law")
    identity = identify(options, raw.metadata, find_entry(file) if file else None, sha256)
    lang = identity.lang
    confidence: float | None = None
    notes = tuple(f"{path}: {note}" for note in raw.notes)
    if lang is None:
        lang, confidence, note = _detect(raw, path)
        notes += note
    root, unplaced, marks = raw.root, raw.unplaced, raw.marks
    if root is None:
        seen = raw.marks or marks_if_markdown(raw.text)
        structure = parse(raw.text, seen, lang, headings=raw.headings, blocks=raw.blocks, footnotes=raw.footnotes)
        root, unplaced = structure.root, structure.unplaced
        marks = with_bullets(raw.text, raw.marks, root)
    version = Version(
        ref=VersionRef(identity.instrument, lang, identity.in_force.start if identity.in_force else None),
        title=identity.title,
        in_force=identity.in_force,
        text=raw.text,
        root=root,
        source=Source(path, sha256, uri=raw.metadata.uri),
        unplaced=unplaced,
        marks=marks,
    )
    return FileReading(version, notes, confidence)


def _detect(raw: Raw, path: str) -> tuple[str, float, tuple[str, ...]]:
    found = detect_language(visible(raw.text, 0, min(len(raw.text), _SAMPLE), raw.marks).text)
    if found.lang == UNDETERMINED:
        return found.lang, found.confidence, (f"{path}: the language is not clear; say it with --lang",)
    note = f"{path}: language detected: {found.lang} ({found.confidence:.0%} sure); --lang overrides"
    return found.lang, found.confidence, (note,)

"""From a file, standard input or a string to a Version: bytes, reader, identity, language, structure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.detect import detect_language
from corpus.errors import InputError
from corpus.identity import Options, identify
from corpus.languages import UNDETERMINED
from corpus.manifest import find_entry
from corpus.model import Provision, Source, Span, Version
from corpus.readers.registry import choose
from corpus.refs import VersionRef

__all__ = ["Reading", "read", "read_file", "read_text"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and what the user should hear about how it was read, each one line.

    `confidence` is how sure a detected language is; None when the language was given.
    """

    version: Version
    notes: tuple[str, ...] = ()
    confidence: float | None = None


def read_file(
    path: str,
    *,
    lang: str | None = None,
    title: str | None = None,
    jurisdiction: str | None = None,
    date: str | None = None,
    instrument: str | None = None,
    stdin: BinaryIO | None = None,
) -> Version:
    """The text in the file at `path` (`-`: of `stdin`). Raises InputError where it cannot be read as law."""
    return read(path, Options(lang, title, jurisdiction, date, instrument), stdin=stdin).version


def read_text(
    text: str,
    *,
    name: str = "<text>",
    lang: str | None = None,
    title: str | None = None,
    jurisdiction: str | None = None,
    date: str | None = None,
    instrument: str | None = None,
) -> Version:
    """A text in memory, read as a file called `name` with these characters would be."""
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"character {error.start} is half of a surrogate pair", file=name, expected="text") from error
    return _read(data, name, Options(lang, title, jurisdiction, date, instrument), None).version


def read(path: str, options: Options | None = None, *, stdin: BinaryIO | None = None) -> Reading:
    """As read_file, with what there is to say about the reading."""
    data = _bytes(path, stdin)
    return _read(data, path, options or Options(), None if path == "-" else Path(path))


def _bytes(path: str, stdin: BinaryIO | None) -> bytes:
    if path == "-":
        if stdin is None:
            raise InputError("standard input is not open", file="-", expected="text on standard input")
        return stdin.read()
    try:
        return Path(path).read_bytes()
    except IsADirectoryError:
        raise InputError("is a folder", file=path, expected="a file") from None
    except FileNotFoundError:
        raise InputError("no such file", file=path, expected="a text, Markdown, HTML or XML file") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", file=path, expected="a readable file") from error


def _read(data: bytes, path: str, options: Options, file: Path | None) -> Reading:
    if not data.strip():
        raise InputError("is empty", file=path, expected="the text of a law")
    sha256 = hashlib.sha256(data).hexdigest()
    raw = choose(data, path).read(data, path)
    identity = identify(options, raw.metadata, find_entry(file) if file else None, sha256)
    notes: tuple[str, ...] = ()
    lang, confidence = identity.lang, None
    if lang is None:
        found = detect_language(raw.text)
        lang, confidence = found.lang, found.confidence
        if lang == UNDETERMINED:
            notes = (f"{path}: language not recognised; say it with --lang",)
        else:
            notes = (f"{path}: language detected: {lang} ({confidence:.0%} sure); --lang overrides",)
    root, unplaced = _structure(raw.text, raw.marks, lang) if raw.root is None else (raw.root, raw.unplaced)
    date = identity.in_force.start if identity.in_force else None
    source = Source(path, sha256, uri=raw.metadata.uri)
    ref = VersionRef(identity.instrument, lang, date)
    return Reading(
        Version(ref, identity.title, identity.in_force, raw.text, root, source, unplaced, raw.marks), notes, confidence
    )


def _structure(text: str, marks: tuple[Span, ...], lang: str) -> tuple[Provision, tuple[Span, ...]]:
    try:
        from corpus.structure import parse
    except ImportError:
        return Provision("", "doc", "", "", "", Span(0, len(text))), ()
    found = parse(text, marks, lang)
    return found.root, found.unplaced

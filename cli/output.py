"""Where results go: standard output or a file, in the format asked for; and notes on standard error."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from palermo.corpus.errors import UsageError

if TYPE_CHECKING:  # loads python-docx, which only Word documents need
    from palermo.report.format.docx.template import Template
    from palermo.report.format.terminal import Screen

__all__ = ["ARGUMENTS", "QUIET", "SUFFIXES", "Output", "choose_output", "in_template", "note"]

ARGUMENTS = "palermo.arguments"  # key in click's context: what stood after `palermo`
QUIET = "palermo.quiet"  # key in click's context: no notes, no progress

SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".csv": "csv",
    ".md": "md",
    ".bib": "bibtex",
    ".csl.json": "csl",
    ".akn": "akn",
    ".xml": "akn",
    ".docx": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
}
# What a terminal would carry out. A file may hold it (`&#27;` in a page); only palermo's own styles pass.
_CONTROL_OR_STYLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_CONTROL = re.compile(r"\x1b(?!\[[0-9;]*m)|[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_BATCH = 1 << 16  # code points
_BINARY = frozenset({"docx", "pdf", "xlsx"})


@dataclass(frozen=True, slots=True)
class Output:
    """`format` is the one chosen, `path` the file (None: standard output), `template` the looks of a Word document."""

    format: str
    path: Path | None
    template: Template | None = None

    def screen(self) -> Screen:
        """Screen that a text report is written for: the terminal, or 80 plain columns if the output is no terminal."""
        from palermo.report.format.terminal import PLAIN, Screen

        return Screen.of(sys.stdout) if self.path is None else PLAIN

    def write(self, content: str) -> None:
        """Write the whole result, as UTF-8, with a line break at its end. A file is replaced at once or not at all."""
        if not content.endswith("\n"):
            content += "\n"
        if self.format == "text":
            content = (_CONTROL if self.screen().colour else _CONTROL_OR_STYLE).sub("\ufffd", content)
        if self.path is None:
            sys.stdout.write(content)
        else:
            _replace(self.path, [_as_bytes(content)])

    def bytes(self, content: bytes) -> None:
        """Write a file that is no text. A file is replaced at once or not at all."""
        if self.path is None:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:
            _replace(self.path, [content])

    def page(self, html: str) -> None:
        """Write an HTML page as it is, or as PDF where that was asked for."""
        if self.format == "pdf":
            from palermo.report.format.pdf import pdf

            self.bytes(pdf(html))
        else:
            self.write(html)

    def json(self, document: Mapping[str, object]) -> None:
        """Write one JSON object on one line; a value that is an iterator becomes a list, item by item."""
        pieces = _in_batches(_encoded(document))
        if self.path is None:
            sys.stdout.writelines(pieces)
        else:
            _replace(self.path, map(_as_bytes, pieces))


def choose_output(formats: tuple[str, ...], wanted: str | None, file: str | None) -> Output:
    """The output for `--format` and `-o`; without `--format` the file's suffix decides, without either `formats[0]`.

    Raises UsageError, before any work is done, if the suffix is no format of the command or nothing can be written.
    """
    if file is None or file == "-":
        if sys.stdout is None:  # the shell's >&-
            raise UsageError("standard output is closed", expected="an open one, or -o FILE")
        if wanted in _BINARY and sys.stdout.isatty():
            raise UsageError(f"{wanted} is nothing that a terminal can show", expected=f"-o FILE.{wanted}")
        return Output(wanted or formats[0], None)
    path = Path(file)
    if path.is_dir():
        raise UsageError("is a folder", file=file, expected="a file to write")
    if not path.absolute().parent.is_dir():
        raise UsageError("its folder does not exist", file=file, expected="a file in a folder that exists")
    endings = [suffix for suffix in SUFFIXES if path.name.lower().endswith(suffix)]
    chosen = wanted or (SUFFIXES[max(endings, key=len)] if endings else None)
    if chosen not in formats:
        possible = ", ".join(suffix for suffix, name in SUFFIXES.items() if name in formats)
        raise UsageError("its suffix is no format of this command", file=file, expected=f"{possible}, or --format")
    return Output(chosen, path)


def in_template(output: Output, file: str) -> Output:
    """The same, a Word document with the looks of the one in `file`; what that lacks is said.

    Raises UsageError for another format, InputError for a file that is no such document.
    """
    if output.format != "docx":
        raise UsageError(f"--template is for Word documents, not for {output.format}", expected="-o FILE.docx")
    from palermo.report.format.docx.template import read_template

    template = read_template(file)
    if template.lacking:
        note(f"{file} has no {', '.join(template.lacking)}: palermo's own styles, in its font, stand in for them")
    return replace(output, template=template)


def note(message: str) -> None:
    """Write a line on standard error for the person at the keyboard; nothing with `--quiet`."""
    context = click.get_current_context(silent=True)
    if context is None or not context.meta.get(QUIET):
        click.echo(_CONTROL_OR_STYLE.sub("\ufffd", f"palermo: {message}"), err=True)


def _encoded(document: Mapping[str, object]) -> Iterator[str]:
    """What `json.dumps` says of the object, in pieces, and a line break."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    before = "{"
    for key, value in document.items():
        yield f"{before}{encode(key)}: "
        if isinstance(value, Iterator):
            yield "["
            for number, item in enumerate(value):
                yield f"{', ' if number else ''}{encode(item)}"
            yield "]"
        else:
            yield encode(value)
        before = ", "
    yield "}\n" if document else "{}\n"


def _in_batches(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces put together, as each call of the system costs as much as some thousand characters."""
    batch, size = [], 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece)
        if size >= _BATCH:
            yield "".join(batch)
            batch, size = [], 0
    yield "".join(batch)


def _as_bytes(content: str) -> bytes:
    return content.encode("utf-8", errors="backslashreplace")


def _replace(path: Path, content: Iterable[bytes]) -> None:
    """Write aside in the same folder and rename, so that a failure leaves what was there before."""
    target = path.resolve()  # a symbolic link stays one: its target is replaced
    try:
        if target.exists() and not target.is_file():  # a pipe or a device cannot be replaced
            with target.open("wb") as file:
                file.writelines(content)
        else:
            _write_aside(target, content)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", file=str(path)) from error


def _write_aside(target: Path, content: Iterable[bytes]) -> None:
    handle, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(_mode(target))
        Path(aside).replace(target)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would have (mkstemp's are private)."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

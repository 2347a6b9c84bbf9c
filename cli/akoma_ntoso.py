"""An Akoma Ntoso file as a command's output, with what the person should hear about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.output import Output, note

if TYPE_CHECKING:
    from corpus.model import Version

__all__ = ["write"]


def write(version: Version, output: Output) -> None:
    """Write the version; a note says so where characters had to be replaced."""
    from corpus.made import made_on
    from corpus.writers.akoma_ntoso import write as as_document

    document = as_document(version, made_on(version.source.retrieved))
    if document.replaced:
        note(f"{_characters(document.replaced)} that XML cannot hold: U+FFFD (\N{REPLACEMENT CHARACTER}) stands there")
    output.write(document.xml)


def _characters(number: int) -> str:
    return "1 character" if number == 1 else f"{number} characters"

"""An Akoma Ntoso file as a command's output, with what the person should hear about it."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.cli.output import Output, note
from palermo.corpus.amendments import Amendment
from palermo.corpus.model.text_model import Version
from palermo.corpus.writers.akoma_ntoso import Modifications

__all__ = ["write", "write_amended"]


def write(version: Version, output: Output, changes: Modifications | None = None) -> None:
    """Write the version; a note says so where characters had to be replaced."""
    from palermo.corpus.build_date import made_on
    from palermo.corpus.writers.akoma_ntoso import write as as_document

    document = as_document(version, made_on(version.source.retrieved), changes)
    if document.replaced:
        from palermo.report.language.english import count

        replaced = count(document.replaced, "character")
        note(f"{replaced} that XML cannot hold became U+FFFD (\N{REPLACEMENT CHARACTER})")
    output.write(document.xml)


def write_amended(amendment: Amendment, act: Version, acts: Sequence[Version], output: Output) -> None:
    """Write the text as amended with its modifications; the act as it was where nothing was carried out."""
    from palermo.corpus.writers.akoma_ntoso import Modifications

    done = amendment.version if amendment.status != "refused" else None
    write(done or act, output, Modifications(act, acts, amendment))

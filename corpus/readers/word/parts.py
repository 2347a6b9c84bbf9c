"""The parts of a Word package by their relationships (ISO/IEC 29500-2, 9.3): names of parts are not fixed."""

from __future__ import annotations

import posixpath

from lxml import etree

from palermo.corpus.errors import InputError
from palermo.corpus.readers.shared.zip_package import Package
from palermo.corpus.readers.word.names import children, val

__all__ = ["Parts"]


class Parts:
    """The document part, and what hangs on it. Raises InputError where there is none."""

    def __init__(self, package: Package, file: str) -> None:
        self._package = package
        main = _targets(package, "").get("officeDocument")
        if main is None or main not in package.names:
            raise InputError("is no Word document: it has no text", file=file, expected="a .docx file")
        self._main = main
        self._around = _targets(package, main)

    def document(self) -> etree._Element:
        """The root of the text."""
        return self._package.xml(self._main)

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part of this kind (`styles`, `numbering`, `footnotes`), None where there is none."""
        return self._package.xml_or_none(self._around.get(kind, ""))

    def properties(self) -> etree._Element | None:
        """The root of the core properties."""
        return self._package.xml_or_none(_targets(self._package, "").get("core-properties", "docProps/core.xml"))


def _targets(package: Package, part: str) -> dict[str, str]:
    """Kind to name, for what `part` (the package itself: "") is related to; the first of each kind."""
    folder, name = posixpath.split(part)
    root = package.xml_or_none(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, str] = {}
    for relation in children(root, "Relationship"):
        kind = (val(relation, "Type") or "").rpartition("/")[2]
        if val(relation, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, val(relation, "Target") or "")).lstrip("/")
            found.setdefault(kind, target)
    return found

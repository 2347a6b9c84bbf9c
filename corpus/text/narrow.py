"""A text narrowed to one of its provisions, so that whatever takes a text can be asked about an article alone."""

from __future__ import annotations

from dataclasses import replace

from palermo.corpus.citations.find import locate
from palermo.corpus.model.text_model import Version

__all__ = ["narrow"]


def narrow(version: Version, provision: str) -> Version:
    """`version` with the provision that is named (`palermo.corpus.citations.find.locate`) as its root; `text`, and so
    every offset,
    stays.

    Raises NotFoundError where the text has no such provision.
    """
    ((_, root),) = locate([version], provision)
    inside = tuple(s for s in version.unplaced if root.span.covers(s))
    return replace(version, root=root, unplaced=inside)

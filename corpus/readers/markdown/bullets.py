"""The dash before a number that is a list's own (`- (a) …`): Markdown's sign for an item, not the law's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from palermo.corpus.model.text_model import Provision, Span

__all__ = ["with_bullets"]

_BULLET = re.compile(r"[ \t>]*(?P<bullet>[-–•][ \t]+)\Z")


def with_bullets(text: str, marks: Sequence[Span], root: Provision) -> tuple[Span, ...]:
    """The marks and the bullets, sorted.

    A bullet stands alone before a numbered provision on its line. A dash before an item without a number stays: it is
    how some drafting traditions number their items.
    """
    found = set(marks)
    for provision in root.walk():
        at = provision.span.start
        if provision.num_span is None or at == 0:
            continue
        line = text.rfind("\n", 0, at) + 1
        match = _BULLET.match(text, line, at)
        if match is not None:
            found.add(Span(*match.span("bullet")))
    return tuple(sorted(found))

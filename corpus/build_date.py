"""The day on which a file is made, so that the same input gives the same bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from palermo.corpus.errors import UsageError

__all__ = ["made_on"]

_EPOCH = "SOURCE_DATE_EPOCH"


def made_on(retrieved: str | None = None) -> str:
    """An ISO day: of SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org) if that is set, else the day on
    which the source was `retrieved`, else today.

    Raises UsageError where SOURCE_DATE_EPOCH is no such number.
    """
    epoch = os.environ.get(_EPOCH, "").strip()
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(f"{_EPOCH} is {epoch!r}", expected="whole seconds since 1970") from error
    return retrieved or datetime.now(UTC).date().isoformat()

"""The reason why an instruction is not carried out."""

from __future__ import annotations

from palermo.corpus.amendments.model import Status

__all__ = ["Refusal"]


class Refusal(Exception):  # noqa: N818 - an answer, not an error
    """Ends the carrying out of one instruction, before any character is changed; never leaves this package.

    `status` says whether the instruction is refused, or was not addressed to this base at all.
    """

    def __init__(self, reason: str, status: Status = Status.REFUSED) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status

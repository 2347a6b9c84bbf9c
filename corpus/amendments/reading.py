"""What an amending act instructs, read without a text to carry it out on."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.amendments.model import Instruction
from corpus.amendments.passages import of_version
from corpus.amendments.tradition import tradition_of, traditions
from corpus.errors import UsageError
from corpus.languages import UNDETERMINED
from corpus.model import Version

__all__ = ["Reading", "read", "unknown"]


@dataclass(frozen=True, slots=True)
class Reading:
    """The instructions of `act` as they stand in it, drafted as in `tradition`; without any, `reason` says why."""

    act: Version
    tradition: str
    instructions: tuple[Instruction, ...]
    reason: str = ""


def read(act: Version, *, tradition: str | None = None) -> Reading:
    """Every instruction of the act: those that no base could make good, too, each with its `reason`.

    Raises UsageError for a tradition that is not known in the act's language, or where that is not known itself.
    """
    known = traditions(act.lang)
    if act.lang == UNDETERMINED:
        raise UsageError("the language of the text is not known", expected="--lang, such as --lang ru")
    if tradition is not None and known and tradition.casefold() not in {t.name.casefold() for t in known}:
        names = ", ".join(t.name for t in known)
        raise UsageError(f"no drafting tradition {tradition!r} in the language {act.lang!r}", expected=names)
    found = tradition_of(of_version(act), act.lang, tradition, act.ref.instrument.country)
    if found is None:
        return Reading(act, "", (), unknown(act.lang))
    return Reading(act, found[0].name, tuple(sorted(found[1], key=lambda i: i.order)))


def unknown(lang: str) -> str:
    """Why nothing is read in a text in this language."""
    if not traditions(lang):
        return f"palermo knows no drafting tradition in the language {lang!r}"
    return "no instruction is understood: it is in no drafting tradition that palermo knows, or instructs nothing"

"""The instructions of an amending act, read without a text to carry them out on."""

from __future__ import annotations

from dataclasses import dataclass

from palermo.corpus.amendments.contenders import NOWHERE, tradition_of
from palermo.corpus.amendments.model import Instruction
from palermo.corpus.amendments.reading.passages import of_version
from palermo.corpus.amendments.traditions.tradition_registry import known_as, traditions
from palermo.corpus.errors import UsageError
from palermo.corpus.model.languages import UNDETERMINED
from palermo.corpus.model.text_model import Provision, Version

__all__ = ["AmendingReading", "place", "read", "unknown"]


@dataclass(frozen=True, slots=True)
class AmendingReading:
    """The instructions of `act` as they stand in it, drafted as in `tradition` ("" where that is not known); without
    any, `reason` says why."""

    act: Version
    tradition: str
    instructions: tuple[Instruction, ...]
    reason: str = ""


def read(act: Version, *, tradition: str | None = None) -> AmendingReading:
    """Every instruction of the act: those that no base could make good, too, each with its `reason`.

    Raises UsageError for a tradition that is not known in the act's language, or where that is not known itself.
    """
    known = traditions(act.lang)
    if act.lang == UNDETERMINED:
        raise UsageError("the language of the text is not known", expected="--lang, such as --lang ru")
    if tradition is not None and known and not any(known_as(t, tradition) for t in known):
        names = ", ".join(t.name for t in known)
        raise UsageError(f"no drafting tradition {tradition!r} in the language {act.lang!r}", expected=names)
    found = tradition_of(of_version(act), act.lang, tradition, act.ref.instrument.country)
    if found is None:
        return AmendingReading(act, "", (), unknown(act.lang))
    return AmendingReading(act, found.name, tuple(sorted(found.instructions, key=lambda i: i.order)))


def unknown(lang: str) -> str:
    """The reason why nothing is read in a text in this language."""
    if not traditions(lang):
        return f"palermo knows no drafting tradition in the language {lang!r}"
    return f"no instruction is understood: it is {NOWHERE}, or instructs nothing"


def place(act: Version, instruction: Instruction) -> str:
    """The citation of the innermost amending provision that the instruction begins in, quoted ones left aside."""
    at, end = instruction.span
    node = act.root
    while at < end:
        inner = _child(node, at)
        if inner is not None and not inner.cite and not inner.children:
            at = inner.span.end  # a note on the source
        elif inner is not None:
            node = inner
        elif node.num_span is not None and at < node.num_span.end:
            at = node.num_span.end
        elif act.text[at].isalnum():
            break
        else:
            at += 1
    return node.cite or instruction.section


def _child(node: Provision, position: int) -> Provision | None:
    """The child of the node that covers the code point, if it is not one that the act quotes."""
    return next((c for c in node.children if c.span.start <= position < c.span.end and "|" not in c.cite), None)

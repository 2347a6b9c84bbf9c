"""Modifications of the text by amending acts: `analysis`, and an account of what was not carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from palermo.corpus.amendments import Amendment, Edit, Op, Outcome, Status
from palermo.corpus.model.akn_names import AKN
from palermo.corpus.model.refs import ProvisionRef
from palermo.corpus.model.text_model import Provision, Version
from palermo.corpus.text.xml_safe import legal
from palermo.corpus.writers.akoma_ntoso.edit_positions import Landing, covered
from palermo.corpus.writers.akoma_ntoso.element_ids import reference
from palermo.corpus.writers.akoma_ntoso.elements import child, own

__all__ = ["Modifications", "account", "act_id", "analysis"]

# The operations as the schema's TextualMods: a provision gives way by replacement, words by substitution.
_TYPES = {
    Op.REPLACE: "replacement", Op.INSERT: "insertion", Op.ADD: "insertion", Op.DELETE: "repeal", Op.REPEAL: "repeal",
    Op.SUBSTITUTE_TEXT: "substitution", Op.INSERT_TEXT: "insertion", Op.DELETE_TEXT: "repeal",
    Op.RENUMBER: "renumbering", Op.TITLE: "substitution", Op.GLOBAL: "substitution",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Modifications:
    """Account of the text's making: the act in force, the acts that amend it, and what became of their instructions."""

    base: Version
    acts: Sequence[Version]
    amendment: Amendment


def act_id(source: int) -> str:
    """The id of an amending act, by its place among them."""
    return f"amending_{source + 1}"


def analysis(version: Version, changes: Modifications) -> etree._Element | None:
    """The modifications that the text underwent; None for none."""
    element = etree.Element(f"{{{AKN}}}analysis", source="#palermo")
    passive = child(element, "passiveModifications")
    writer = _Writer(version, changes)
    for outcome in changes.amendment.outcomes:
        if outcome.status is Status.APPLIED and outcome.edit is not None:
            mod = child(passive, "textualMod", eId=f"pmod_{len(passive) + 1}", type=_TYPES[outcome.instruction.op])
            child(mod, "source", href=_origin(outcome, changes.acts))
            writer.modification(mod, outcome.edit)
    return element if len(passive) else None


def account(changes: Modifications) -> etree._Element:
    """Every instruction that changed nothing here, with its reason; the standard has no place for that."""
    amendment = changes.amendment
    element = etree.Element(own("amendment"), status=amendment.status)
    if amendment.reason:
        element.set("reason", legal(amendment.reason))
    for outcome in amendment.outcomes:
        if outcome.status is not Status.APPLIED:
            entry = etree.SubElement(element, own("instruction"), status=outcome.status.value)
            entry.set("source", _origin(outcome, changes.acts))
            if outcome.reason:
                entry.set("reason", legal(outcome.reason))
            entry.text = legal(" ".join(outcome.instruction.text.split()))
    return element


class _Writer:
    """Writes where the words of an instruction stand, and which went and came."""

    def __init__(self, version: Version, changes: Modifications) -> None:
        self._version = version
        self._base = changes.base
        self._landing = Landing(version.text, changes.amendment.edits)

    def modification(self, mod: etree._Element, edit: Edit) -> None:
        """Destination, force, old and new."""
        here = self._landing.span(edit)
        around, brought = covered(self._version, here)
        self._destination(mod, edit, around, brought)
        if self._version.in_force is not None:
            child(mod, "force", period="#period_1")
        if old := self._base.reading(edit.base).text:
            self._words(mod, "old", old)
        for provision in brought:
            child(mod, "new", href=_inside(provision))
        if not brought and (new := self._version.reading(here).text):
            self._words(mod, "new", new)

    def _destination(self, mod: etree._Element, edit: Edit, around: Provision, brought: tuple[Provision, ...]) -> None:
        """The provisions that came; else the one that lost them, named in the text in force; else the one around."""
        gone = covered(self._base, edit.base)[1]
        if brought:
            destination = child(mod, "destination", href=_inside(brought[0]))
            if len(brought) > 1:
                destination.set("upTo", _inside(brought[-1]))
        elif gone and gone[0].id not in self._version.provisions:
            child(mod, "destination", href=reference(str(ProvisionRef(self._base.ref, gone[0].id))))
        else:
            whole = reference(str(self._version.ref))
            child(mod, "destination", href=_inside(around) if around.id else whole)

    def _words(self, mod: etree._Element, name: str, words: str) -> None:
        etree.SubElement(child(mod, name), own("words")).text = legal(words)


def _origin(outcome: Outcome, acts: Sequence[Version]) -> str:
    """The provision of the amending act that the instruction begins in."""
    act = acts[outcome.source]
    return reference(str(ProvisionRef(act.ref, act.at(outcome.instruction.span.start).id or None)))


def _inside(provision: Provision) -> str:
    return reference(f"#{provision.id}")

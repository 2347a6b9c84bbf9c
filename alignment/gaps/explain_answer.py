"""Explanations of answers: the rule, the words that fired, the words looked for, the units that were read and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.alignment.gaps.counterfactual import Counterfactual, find_counterfactual
from palermo.alignment.gaps.gaps import analyse, rules
from palermo.alignment.scope.scope import Scope
from palermo.alignment.scope.variants import Variant, variants
from palermo.alignment.statute.segments import Segment
from palermo.alignment.statute.units import Unit
from palermo.corpus.model.findings import Finding
from palermo.corpus.model.text_model import Provision, Version
from palermo.kb.frameworks.framework import Element, Framework, is_wide, treatment
from palermo.kb.lexicon.cues import readable

__all__ = ["AnswerPart", "AnswerReading", "Explanation", "OffenceVariant", "explain", "read_scope"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Finding with the words looked for (as a person reads them), the provisions searched and the edit that turns it;
    no words and no provisions where palermo has no rule for the code."""

    element: Element
    finding: Finding
    sources: tuple[Version, ...]
    words: tuple[str, ...]
    searched: tuple[tuple[int, Provision], ...]
    turn: Counterfactual | None


@dataclass(frozen=True, slots=True)
class OffenceVariant:
    """A basic variant of the offence and what it needs."""

    source: int
    provision: Provision
    text: str
    means: bool
    purpose: bool
    child: bool


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """A segment as it was read."""

    source: int
    provision: Provision
    role: str
    child: bool
    text: str


@dataclass(frozen=True, slots=True)
class AnswerReading:
    """Reading of a body of law. `core` and `wide` are the units with the reason for each."""

    sources: tuple[Version, ...]
    core: tuple[tuple[int, Provision, str], ...]
    wide: tuple[tuple[int, Provision, str], ...]
    parts: tuple[AnswerPart, ...]
    definitions: tuple[AnswerPart, ...]
    variants: tuple[OffenceVariant, ...]


def explain(code: str, versions: Sequence[Version], framework: Framework) -> Explanation:
    """Explain the finding for a code. Raises NotFoundError for an unknown code, and what `gaps` raises."""
    element = framework.element(code)
    scope, analysis = analyse(versions, framework)
    finding = analysis.finding(code)
    named = [scope.cues.elements.get(code), *(scope.cues.terms.get(term) for term in treatment(element).terms)]
    return Explanation(
        element=element,
        finding=finding,
        sources=analysis.sources,
        words=tuple(word for pattern in named if pattern for word in readable(pattern.pattern)),
        searched=tuple((u.source, u.provision) for u in _searched(scope, element)) if code in rules(scope) else (),
        turn=find_counterfactual(code, scope, finding.value, versions, framework),
    )


def _searched(scope: Scope, element: Element) -> list[Unit]:
    beside = scope.wide if is_wide(element) else [s.unit for s in scope.core_segments]
    return list(dict.fromkeys([*scope.core, *(s.unit for s in scope.definitions), *beside]))


def read_scope(versions: Sequence[Version], framework: Framework) -> AnswerReading:
    """Reading of the texts: the offence, the units beside it, segments with their roles, definitions, variants."""
    scope, analysis = analyse(versions, framework)
    return AnswerReading(
        sources=analysis.sources,
        core=tuple((u.source, u.provision, scope.why[u]) for u in scope.core),
        wide=tuple((u.source, u.provision, scope.why[u]) for u in scope.wide),
        parts=tuple(_part(s) for s in scope.core_segments),
        definitions=tuple(_part(s) for s in scope.definitions),
        variants=tuple(_variant(limb) for limb in variants(scope)),
    )


def _part(segment: Segment) -> AnswerPart:
    unit = segment.unit
    role = f"{segment.role}: {segment.term}" if segment.term else str(segment.role)
    return AnswerPart(
        unit.source, _at(unit, segment.start), role, segment.child, _line(unit, segment.start, segment.end)
    )


def _variant(limb: Variant) -> OffenceVariant:
    unit = limb.segment.unit
    text = _line(unit, limb.start, limb.end)
    return OffenceVariant(unit.source, _at(unit, limb.start), text, limb.means, limb.purpose, limb.child)


def _at(unit: Unit, start: int) -> Provision:
    return unit.version.at(unit.offsets[start])


def _line(unit: Unit, start: int, end: int) -> str:
    return " ".join(unit.text[start:end].split())

"""Scope: which parts of a body of law are its trafficking law.

The offence is found first (by heading, by "guilty of the offence of trafficking", by a definition of trafficking), then
what is read beside it, then the definitions that both rest on, transitively. Source: the rules of `docs/method.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from palermo.alignment.scope.offences import by_division, by_substance, by_title, offence, offence_parts
from palermo.alignment.scope.related_units import related_segment, related_units
from palermo.alignment.scope.relied_definitions import act_definitions, purpose_offences, relied_definitions
from palermo.alignment.statute.body_of_law import number, read_law
from palermo.alignment.statute.segments import Segment, SegmentRole
from palermo.alignment.statute.units import Unit
from palermo.corpus.model.text_model import Version
from palermo.kb.lexicon.cues import Cues

__all__ = ["Scope", "find_scope"]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Scope:
    """The parts of a body of law that matter, each in the order of the text.

    `core` are the units of the offence, `wide` those read beside it, `why` the reason for each of both. `core_segments`
    are the offence itself with its aggravations wherever they stand, `wide_segments` all of `wide`, `definitions` those
    that the offence rests on, `around` what stands near the offence, `context` all segments of the core.
    """

    cues: Cues
    units: tuple[Unit, ...]
    core: tuple[Unit, ...]
    wide: tuple[Unit, ...]
    why: dict[Unit, str]
    core_segments: tuple[Segment, ...] = ()
    wide_segments: tuple[Segment, ...] = ()
    definitions: tuple[Segment, ...] = ()
    around: tuple[Segment, ...] = ()
    context: tuple[Segment, ...] = ()

    def role(self, *roles: SegmentRole, child: bool | None = None) -> list[Segment]:
        """The segments of the offence with one of the roles; with `child`, only those about children, or the others."""
        return [s for s in self.core_segments if s.role in roles and (child is None or s.child is child)]


def find_scope(versions: Sequence[Version], cues: Cues) -> Scope:
    """The scope of a body of law. Without any trafficking law everything but `units` is empty."""
    law = read_law(versions, cues)
    core: dict[Unit, str] = {}
    for rule in (offence, by_substance, by_division, by_title):
        core = core or {unit: why for unit in law.units if (why := rule(law, unit))}
    if any(unit.provision.cite for unit in core):  # what stands before a code's first article only tells of it
        core = {unit: why for unit, why in core.items() if unit.provision.cite}
    if not core:
        return Scope(cues, law.units, (), (), {})
    wide = related_units(law, core)
    numbers = {number(u) for u in core}
    parts = [s for u, why in core.items() for s in offence_parts(why, law.parts(u), cues)]
    parts += [
        s
        for u, why in wide.items()
        for p in law.parts(u)
        if (s := related_segment(why, p, law.parts(u), numbers, cues))
    ]
    parts += act_definitions(law, parts, {*core, *wide})
    definitions = [*relied_definitions(law, parts, {*core, *wide}), *purpose_offences(law, parts)]
    defining = set(definitions)
    return Scope(
        cues=cues,
        units=law.units,
        core=tuple(core),
        wide=tuple(wide),
        why=core | wide,
        core_segments=tuple(s for s in parts if s not in defining),
        wide_segments=tuple(s for u in wide for s in law.parts(u)),
        definitions=tuple(definitions),
        around=tuple(s for u in law.around(list(core)) for s in law.parts(u)),
        context=tuple(s for u in core for s in law.parts(u)),
    )

"""A comparison narrowed to what is asked for: some kinds of difference, or one provision of either side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from alignment.model import Alignment, Kind, Pair
from corpus.errors import ReferenceError
from corpus.model import Provision, Version

__all__ = ["CHOICES", "only", "within"]

_NEAR = 5  # provisions named where the one asked for is not there

# The kinds of divergence (`alignment.divergence`) by name; every penalty kind is one of "penalty", too.
_DIVERGENCES = (
    "penalty-raised", "penalty-lowered", "penalty-changed", "number", "date", "modality", "negation", "connective",
    "defined-term", "cross-reference", "list-item", "wording", "editorial",
)  # fmt: skip


def _of_kind(kinds: Collection[str]) -> Callable[[Pair], bool]:
    return lambda pair: any(e.real and e.divergence is not None and e.divergence.kind in kinds for e in pair.edits)


def _is(kind: Kind) -> Callable[[Pair], bool]:
    return lambda pair: pair.kind is kind


# What may be asked for, by name: what became of a provision, then of what kind a change in it is.
CHOICES: dict[str, Callable[[Pair], bool]] = {
    "material": lambda pair: pair.material,
    **{kind.value: _is(kind) for kind in Kind if kind is not Kind.SAME},
    "moved": lambda pair: pair.moved,
    "renumbered": lambda pair: pair.renumbered,
    "penalty": _of_kind([name for name in _DIVERGENCES if name.startswith("penalty")]),
    **{name: _of_kind([name]) for name in _DIVERGENCES},
}


def only(alignment: Alignment, choices: Collection[str]) -> Alignment:
    """The alignment with the differences of the kinds asked for (names in CHOICES); all of it where none is."""
    if not choices:
        return alignment
    tests = [CHOICES[name] for name in choices]
    return replace(alignment, pairs=tuple(p for p in alignment.pairs if p.differs and any(test(p) for test in tests)))


def within(alignment: Alignment, wanted: str) -> Alignment:
    """The pairs that have a part in the provision of this eId or citation (`128`, `5(2)(a)`, `section 5(2)`), or in
    what lies in it, on either side: what was moved out of it or into it is there, too.

    Raises ReferenceError, with the nearest that there are, where neither side has such a provision.
    """
    left = {id(p) for version in alignment.left for p in _found(version, wanted)}
    right = {id(p) for version in alignment.right for p in _found(version, wanted)}
    if not left and not right:
        raise ReferenceError(f"no provision {wanted!r} on either side", expected=_near(alignment, wanted))
    return replace(
        alignment,
        pairs=tuple(
            pair
            for pair in alignment.pairs
            if any(id(p) in left for p in pair.left) or any(id(p) in right for p in pair.right)
        ),
    )


def _found(version: Version, wanted: str) -> Iterator[Provision]:
    """The provision and everything in it; nothing where the version has none."""
    for name in (wanted, *_citations(wanted)):
        try:
            yield from version.find(name).walk()
        except ReferenceError:
            continue
        return


def _citations(wanted: str) -> list[str]:
    from kb.citations import find_citations

    return [citation.cite for citation in find_citations(wanted)]


def _near(alignment: Alignment, wanted: str) -> str:
    versions = (*alignment.left, *alignment.right)
    names = dict.fromkeys(_names(versions, ids="_" in wanted))
    near = get_close_matches(wanted, names, _NEAR, 0.5) or list(names)[:_NEAR]
    return "one of them, such as " + ", ".join(near) if near else "texts with provisions"


def _names(versions: Sequence[Version], *, ids: bool) -> Iterator[str]:
    for version in versions:
        for provision in version.provisions.values():
            name = provision.id if ids else provision.cite
            if name:
                yield name

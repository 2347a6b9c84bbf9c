"""The functions that programs call: on a text or several, with a framework by its name.

In the examples `old` and `new` are the criminal code of the sample law before and after its amendment, `act` is the act
that amended it, each as `palermo.read` gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from palermo.corpus.model.text_model import Version

if TYPE_CHECKING:  # each verb imports its own modules when it is called
    from palermo.alignment.compare.model import Alignment
    from palermo.alignment.concordance import Concordance
    from palermo.alignment.definitions.define import Definition
    from palermo.alignment.gaps.gaps_change import GapsChange
    from palermo.alignment.gaps.history import History
    from palermo.alignment.threeway import ThreeWay
    from palermo.amending.check import Check
    from palermo.corpus.amendments import AmendingReading, Amendment
    from palermo.corpus.model.findings import GapAnalysis

__all__ = [
    "Law",
    "amend",
    "change",
    "check",
    "compare",
    "concordance",
    "define",
    "gaps",
    "history",
    "instructions",
    "threeway",
]

Law = Version | Sequence[Version]  # several are read together: fragments of one text, or a body of law


def amend(
    base: Version,
    *amending: Version,
    tradition: str | None = None,
    day: str | None = None,
    title: str | None = None,
) -> Amendment:
    """Carry out amending acts on `base`; return the consolidated text and the outcome of every instruction.

    They are carried out in the order in which they come into force, with `day` (an ISO date) as far as they are in
    force on that day. `title` is what they call the act, where that is not its title. Raises nothing for an instruction
    that cannot be carried out: it is refused, with its reason, and changes nothing.

    >>> amendment = amend(old, act)
    >>> amendment.status, len(amendment.outcomes)
    ('applied', 9)
    """
    from palermo.amending.consolidate import consolidate

    return consolidate(base, amending, tradition=tradition, day=day, title=title)


def check(base: Version, amendment: Amendment, official: Version) -> Check:
    """Hold an amended text against an official consolidation of `base`; return the differences, each with its reason.

    >>> [difference.why for difference in check(old, amend(old, act), new).differences]
    []
    """
    from palermo.amending.check import check as hold

    return hold(base, amendment, official)


def change(before: Law, after: Law, framework: str = "palermo") -> GapsChange:
    """Compare two gap analyses: what a change of the law closed, opened, raised and left.

    Raises what `gaps` raises.

    >>> [c.after.code for c in change(old, new).changes if c.kind == "closed"][:3]
    ['act.transfer', 'act.harbouring', 'means.threat']
    """
    from palermo.alignment.gaps.gaps_change import change as between

    return between(gaps(before, framework), gaps(after, framework))


def compare(left: Law, right: Law) -> Alignment:
    """Align two texts; return what became of each provision of `left` in `right`, down to the words.

    >>> [p.left[0].cite for p in compare(old, new).pairs if p.kind == "removed"]
    ['128(2)(3)']
    """
    from palermo.alignment.compare.compare import compare as align

    return align(_texts(left), _texts(right))


def concordance(left: Law, right: Law) -> Concordance:
    """Find provisions of `left` and `right` that answer each other, in one language or two.

    Raises UsageError for a language that is not known, or between two of which one has no terms in the thesaurus.

    >>> matches = concordance(old, new).matches
    >>> next((m.left.cite, m.right.cite, str(m.strength)) for m in matches if m.left.cite == "128(1)")
    ('128(1)', '128(1)', 'core')
    """
    from palermo.alignment.concordance import concordance as find

    return find(_texts(left), _texts(right))


def define(term: str, *laws: Law, framework: str = "palermo") -> Definition:
    """Set what each law says of each element of a term's definition side by side.

    Raises NotFoundError for an unknown term or framework, and what `gaps` raises.

    >>> rows = define("trafficking in persons", old, new).rows
    >>> [(row.code, [str(cell.value) for cell in row.cells]) for row in rows][:2]
    [('act.recruitment', ['yes', 'yes']), ('act.transportation', ['yes', 'yes'])]
    """
    from palermo.alignment.definitions.define import define as find
    from palermo.kb.frameworks.framework import load

    return find(term, [_texts(law) for law in laws], load(framework))


def gaps(law: Law, framework: str = "palermo", official: Version | None = None) -> GapAnalysis:
    """Hold a law against a framework; return a finding with its evidence for each requirement, and the penalties.

    With the framework's `official` text each requirement quotes it. Raises NotFoundError for an unknown framework,
    UsageError for a language that palermo has no cue words for, InputError where `official` is another text.

    >>> finding = gaps(new).finding("act.harbouring")
    >>> finding.rating, finding.evidence[0].quote
    (<Rating.MET: 'met'>, 'harbouring')
    """
    from palermo.alignment.gaps.gaps import gaps as find
    from palermo.kb.frameworks.framework import load
    from palermo.texts.official_text import bound, quoted

    requirements = load(framework)
    return quoted(find(_texts(law), requirements), bound(official, requirements) if official else None)


def history(*laws: Law, framework: str = "palermo") -> History:
    """Analyse laws of several dates in order, with what changed from each to the next.

    Raises UsageError for fewer than two dates and for a text without one, and what `gaps` raises.

    >>> story = history(new, old)
    >>> [edition.date for edition in story.editions]
    ['2004-01-01', '2019-06-01']
    """
    from palermo.alignment.gaps.history import history as story

    return story([gaps(law, framework) for law in laws])


def instructions(act: Version, tradition: str | None = None) -> AmendingReading:
    """Read what an amending act instructs, in order, without a text to carry it out on.

    Raises UsageError for an unknown tradition, and for a text whose language is not known.

    >>> [(str(i.op), i.target.cite) for i in instructions(act).instructions][:2]
    [('substitute-text', '6(2)'), ('insert', '7')]
    """
    from palermo.corpus.amendments import read

    return read(act, tradition=tradition)


def threeway(before: Law, after: Law, framework: str = "palermo") -> ThreeWay:
    """Find the elements that each changed clause touches, and which way it moves the law.

    Raises what `gaps` raises.

    >>> touches = threeway(old, new).touches
    >>> len(touches) > 0
    True
    """
    from palermo.alignment.threeway import threeway as held

    return held(compare(before, after), change(before, after, framework))


def _texts(law: Law) -> tuple[Version, ...]:
    return (law,) if isinstance(law, Version) else tuple(law)

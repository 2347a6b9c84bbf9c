"""Links between amending and amended acts, in lines of words that every report shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from palermo.amending.amending_acts import Amends
from palermo.kb.library.links.links import Link
from palermo.library.info import Pending
from palermo.report.language.english import count

__all__ = ["amended", "amending", "counted", "day", "since", "why_pending"]

_NAMED = 3  # acts in one line


def amending(found: Iterable[Amends]) -> Iterator[str]:
    """Acts that a text amends: a line for each act of the library, and a line for all others together."""
    absent: list[Amends] = []
    for one in found:
        if one.act is not None:
            yield f"amends {one.act}: {counted(one)}"
        elif one.acts:
            some = ", ".join(map(str, one.acts[:_NAMED])) + (" …" if len(one.acts) > _NAMED else "")
            yield f"amends {one.name}, which may be any of {some}: {counted(one)}"
        else:
            absent.append(one)
    if absent:
        acts = [one.name or "an act that it does not name" for one in absent]
        more = f" and {len(acts) - _NAMED} more" if len(acts) > _NAMED else ""
        names = "; ".join(acts[:_NAMED]) + more
        total = sum(len(one.links) for one in absent)
        yield f"amends what is not in the library ({count(total, 'instruction')}): {names}"


def amended(found: Iterable[Amends]) -> Iterator[str]:
    """Acts that amend a text: a line for each of them."""
    for one in found:
        yield f"is amended by {one.amending.ref.instrument}: {counted(one)}"


def counted(one: Amends) -> str:
    """`14 instructions at 9 provisions`, and how many of them no text can be amended by."""
    refused = sum(1 for link in one.links if link.reason)
    said = f"{count(len(one.links), 'instruction')} at {count(one.provisions, 'provision')}"
    return f"{said}, {refused} not understood" if refused else said


def since(one: Amends) -> str:
    """When its instructions take effect: `from 2013-07-09 and 2014-01-01`; or that this is not known, and why."""
    if one.is_bill:
        return "a bill"
    dates = dict.fromkeys(day(link) for link in sorted(one.links, key=lambda i: i.commences or "") if link.commences)
    said = [f"from {' and '.join(dates)}"] if dates else []
    undated = [link for link in one.links if link.commences is None]
    if undated:
        some = "" if len(undated) == len(one.links) else f" of {len(undated)} of them"
        said.append(f"since when{some} is not known ({undated[0].why})")
    return "; ".join(said)


def day(link: Link) -> str:
    """The day on which an instruction takes effect: `2013-07-09`, `about 2018-09-06`, or that it is not known."""
    if link.commences is None:
        return "a day that is not known"
    return link.commences if link.exact else f"about {link.commences}"


def why_pending(one: Pending) -> str:
    """Why the newest text has not what the acts instruct, or may not have it."""
    if one.amends.is_bill:
        return "a bill"
    if one.date is not None:
        return f"takes effect on {day(one.amends.links[0])}"
    doubt = "; it may be in that text" if one.doubtful else ""
    return f"since when is not known ({one.amends.links[0].why}){doubt}"

"""The story of a provision in words that every report shares."""

from __future__ import annotations

from palermo.amending.provision_history import Brought, Story, Wording
from palermo.corpus.model.text_model import BASIC_UNITS
from palermo.report.shared.links import day

__all__ = ["CAPTION", "HEAD", "basis", "brought", "dates", "title", "told"]

CAPTION, HEAD = "Wordings, the oldest first", ("In force", "Rests on", "Brought by")


def title(story: Story) -> str:
    """`Article 128, Criminal Code: its wordings`."""
    name = f"{story.level.capitalize()} {story.cite}" if story.level in BASIC_UNITS else story.cite
    return f"{name}, {' '.join(story.title.split()) or story.instrument}: its wordings"


def dates(wording: Wording) -> str:
    """`2008-05-07 to 2013-08-09`, or `since 2013-08-09`; a day that is not exact is the latest possible."""
    start = wording.start if wording.exact else f"{wording.start} (or before)"
    if wording.end is None:
        return f"since {start}"
    return f"{start} to {wording.end}" + ("" if wording.end_exact else " (or before)")


def basis(wording: Wording) -> str:
    """Basis of the wording: the library's texts, or the acts that it was built by."""
    if wording.text is None:
        return "the act has no such provision"
    if wording.held:
        return f"as in the {'text' if len(wording.held) == 1 else 'texts'} of {', '.join(wording.held)}"
    return "built by palermo; no text of the library shows it"


def brought(one: Brought) -> str:
    """An instruction with the act that gives it and its day."""
    act, link = one.amends.amending, one.link
    name = " ".join((act.title or act.source.path).split())
    what = " ".join(filter(None, [link.op or "not understood", link.target]))
    said = f"{link.place} of {name} ({act.ref}), {what}, from {day(link)}"
    return f"{said}: {one.reason}" if one.reason else said


def told(wording: Wording, *, first: bool) -> list[tuple[str, str]]:
    """Acts that brought the wording, and those it lacks, each with a sign: `+`, `?` where that is not certain, `!`.

    The first wording has been there from the beginning.
    """
    lines = [("+" if b.sure else "?", f"{'' if b.sure else 'perhaps '}by {brought(b)}") for b in wording.brought]
    if not first and not wording.brought:
        lines.append(("?", "no act that the library holds explains it"))
    lines += [("!", f"without {brought(b)}") for b in wording.refused]
    return list(dict.fromkeys(lines))

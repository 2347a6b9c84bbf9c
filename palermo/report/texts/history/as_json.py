"""`palermo.history/1`: every wording that a provision had."""

from __future__ import annotations

from palermo.alignment.compare.compare import compare
from palermo.amending.provision_history import Brought, Story, Wording
from palermo.report.format.json_parts import provision, source
from palermo.report.library.holdings.links_json import instruction
from palermo.report.texts.compare.as_json import pair

__all__ = ["wordings"]


def wordings(story: Story) -> dict[str, object]:
    """The object. `changes` of a wording are the pairs of a comparison with the one before it, as in
    `palermo.compare/1`; offsets are into the texts of their sources, which for a built one is no file."""
    before = (None, *story.wordings)
    return {
        "schema": "palermo.history/1",
        "instrument": str(story.instrument),
        "lang": story.lang,
        "title": story.title or None,
        "level": story.level,
        "cite": story.cite,
        "wordings": [_wording(one, last) for one, last in zip(story.wordings, before, strict=False)],
    }


def _wording(one: Wording, last: Wording | None) -> dict[str, object]:
    text = one.text
    return {
        "start": one.start,
        "start_exact": one.exact,
        "end": one.end,
        "end_exact": one.end_exact,
        "built": text is not None and not one.held,
        "held": list(one.held),
        "source": None if text is None else source(text),
        "provision": None if text is None else provision(text.root),
        "text": None if text is None else text.reading(text.root.span, lines=True).text,
        "brought_by": [_brought(b) for b in one.brought],
        "refused": [_brought(b) for b in one.refused],
        "changes": [pair(p) for p in compare([last.text], [text]).pairs if p.differs]
        if last is not None and last.text is not None and text is not None
        else [],
    }


def _brought(one: Brought) -> dict[str, object]:
    act = one.amends.amending
    return {
        "ref": str(act.ref),
        "title": act.title or None,
        **instruction(one.link),
        "sure": one.sure,
        "reason": one.reason or one.link.reason,
    }

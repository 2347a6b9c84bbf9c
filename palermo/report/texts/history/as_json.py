"""`palermo.history/1`: every wording that a provision had, as a JSON object."""

from __future__ import annotations

from typing import Literal, TypedDict

from palermo.alignment.compare.compare import compare
from palermo.amending.provision_history import Brought, Story, Wording
from palermo.report.format.json_parts import ProvisionJson, SourceJson, provision, source
from palermo.report.library.holdings.links_json import LinkJson, instruction
from palermo.report.texts.compare.as_json import PairJson, pair

__all__ = ["wordings"]


class BroughtJson(LinkJson):
    """An instruction that brought, or should have brought, a wording; `sure` if it certainly did."""

    ref: str
    title: str | None
    sure: bool


class WordingJson(TypedDict):
    """A wording, in force from `start` to before `end` (ISO; no `end`: still), and the instructions that brought it.

    It is read from the texts in `held`, or was built by carrying out amending acts; `source`, `provision` and `text`
    are null where the provision did not exist. Offsets are into the text of its source, which for a built one is in no
    file. `changes` are the pairs of the comparison with the wording before, as in `palermo.compare/1`.
    """

    start: str
    start_exact: bool
    end: str | None
    end_exact: bool
    built: bool
    held: list[str]
    source: SourceJson | None
    provision: ProvisionJson | None
    text: str | None
    brought_by: list[BroughtJson]
    refused: list[BroughtJson]
    changes: list[PairJson]


class HistoryJson(TypedDict):
    """Result of `palermo show --history`: every wording that a provision had, the oldest first."""

    schema: Literal["palermo.history/1"]
    instrument: str
    lang: str
    title: str | None
    level: str
    cite: str
    wordings: list[WordingJson]


def wordings(story: Story) -> HistoryJson:
    """The whole object."""
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


def _wording(one: Wording, last: Wording | None) -> WordingJson:
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


def _brought(one: Brought) -> BroughtJson:
    act = one.amends.amending
    return {
        "ref": str(act.ref),
        "title": act.title or None,
        **instruction(one.link),
        "sure": one.sure,
        "reason": one.reason or one.link.reason,
    }

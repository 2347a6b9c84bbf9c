"""Tables of contents: lines that look like provisions and come again later with their text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from palermo.corpus.structure.lines.lines import Lines
from palermo.corpus.structure.lines.numbers import clean
from palermo.corpus.structure.outline.opening_model import Opening
from palermo.corpus.structure.traditions.grammar import NumberingRules

__all__ = ["contents"]

_NUMBERED = re.compile(r"(\d+(?:[.-]\d+)*[A-Za-z]{0,2})\.?\s+(?=[^\W\d_])")
_LEAST = 4  # shorter runs of bare headings are repealed articles as often as contents


def contents(view: Lines, found: list[Opening], chosen: Sequence[NumberingRules]) -> list[tuple[int, int]]:
    """The line ranges (first, last exclusive) that are tables of contents."""
    ranges: list[tuple[int, int]] = []
    for index, line in enumerate(view.lines):
        if line.end - line.start > 60 or (ranges and index < ranges[-1][1]):
            continue
        if any(t.contents and t.contents.match(view.text, line.start, line.end) for t in chosen):
            last = _announced(view, found, index)
            if last is not None:
                ranges.append((index, _to_blank(view, last)))
    ranges += [r for r in _runs(view, found) if not any(a <= r[0] < b for a, b in ranges)]
    return sorted(ranges)


def _key(opening: Opening) -> tuple[str, str, str]:
    return (opening.kind, "" if opening.kind == "article" else opening.level, clean(opening.number))


def _announced(view: Lines, found: list[Opening], index: int) -> int | None:
    """The last line of the contents announced in line `index`: they end at the first text, at a marked heading where
    they had none, or where a number comes for the second time.
    """
    by_line = {o.line: o for o in found}
    seen: list[tuple[str, str, str]] = []
    last = article = index
    marked = None
    least = _LEAST
    for line in range(index + 1, _first_text(view, index + 1)):
        opening = by_line.get(line)
        key = _key(opening) if opening is not None else _bare_key(view, line)
        if key is None:
            continue
        heading = bool(view.lines[line].heading)
        if marked is None:
            marked = heading
        if (heading and not marked) or (key in seen and len(seen) > 1 and (key[0] == "article" or key == seen[0])):
            least = _LEAST if heading and not marked else 2
            last = article if key[0] == "article" else last  # parts right before the first article are the text's own
            break
        seen.append(key)
        last = line
        article = last if key[0] != "container" else article
    return last if len(seen) >= least else None


def _bare_key(view: Lines, line: int) -> tuple[str, str, str] | None:
    match = _NUMBERED.match(view.text, view.lines[line].start, view.lines[line].end)
    return ("article", "", clean(match[1])) if match is not None else None


def _first_text(view: Lines, index: int) -> int:
    """The first line that no line of contents can be."""
    while index < len(view.lines) and view.lines[index].end - view.lines[index].start <= 260:
        index += 1
    return index


def _to_blank(view: Lines, line: int) -> int:
    """The line after the block that `line` stands in; a heading in the next block still belongs to it."""
    line += 1
    while line < len(view.lines) and not view.lines[line].first:
        line += 1
    return line


def _runs(view: Lines, found: list[Opening]) -> list[tuple[int, int]]:
    """Runs of openings without text between them, most of which come again."""
    later: dict[tuple[str, str, str], int] = {}
    for opening in found:
        later[_key(opening)] = opening.line
    out = []
    run: list[Opening] = []
    begun = False
    ends: tuple[Opening | None, ...] = (*found, None)
    for following in ends:
        if run and (following is None or not _close(view, run[-1], following) or _anew(run, following)):
            articles = [o for o in run if o.kind == "article"] or ([] if begun else run)
            begun = begun or any(o.kind == "article" for o in run)
            again = sum(1 for o in articles if later[_key(o)] > run[-1].line)
            least = 2 if articles is run and again == len(run) and _siblings(run) else _LEAST
            if len(run) >= least and again >= 0.6 * len(articles) and len(articles) > 1:
                out.append((run[0].line, _to_blank(view, run[-1].line)))
            run = []
        if following is not None:
            run.append(following)
    return out


def _anew(run: list[Opening], following: Opening) -> bool:
    """Whether the first part or the first article of a run comes again: then the text begins."""
    like = [o for o in run if o.kind == following.kind]
    least = _LEAST if following.kind == "article" else 1
    return len(like) >= least and len(run) > 1 and _key(following) == _key(like[0])


def _siblings(run: list[Opening]) -> bool:
    """Whether a run lists parts of one level and nothing else."""
    return all(o.kind == "container" for o in run) and len({o.level for o in run}) == 1


def _close(view: Lines, before: Opening, after: Opening) -> bool:
    """Whether one line of contents follows the other: no text between them, only the rest of a heading."""
    if after.line - before.line > 3:
        return False
    first = view.text[view.lines[before.line].start : view.lines[before.line].end]
    if len(first) > 180 or (first[-1] in ".;" and len(first) > 60):
        return False
    between = [view.text[view.lines[i].start : view.lines[i].end] for i in range(before.line + 1, after.line)]
    return all(len(t) <= 180 and t[-1] not in ".;" for t in between)

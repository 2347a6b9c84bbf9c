"""A concordance as text: matching provisions side by side, what they share below, what answers nothing at the end."""

from __future__ import annotations

from collections.abc import Sequence

from palermo.alignment.concordance import Concordance, Match, Strength
from palermo.corpus.model.text_model import Provision
from palermo.report.format.terminal import Screen, columns, wrap
from palermo.report.language.english import count
from palermo.report.texts.concordance.words import SIGN, cite, excerpt, shared, title

__all__ = ["concordance"]

_LENGTH = 110  # code points of a provision


def concordance(found: Concordance, screen: Screen) -> str:
    """The whole report."""
    core = sum(m.strength is Strength.CORE for m in found.matches)
    lines = [screen.title(f"{title(found.left)} — {title(found.right)}"), ""]
    lines += screen.wrap(
        f"{count(core, 'core match', 'core matches')} (=) and {len(found.matches) - core} related (~), by what both "
        "sides name; whether they mean the same in law is for the reader.",
    )
    lines.append("")
    for match in found.matches:
        lines += [*_match(found, match, screen), ""]
    lines += _alone("Only on the left", found.unmatched_left, screen)
    lines += _alone("Only on the right", found.unmatched_right, screen)
    return "\n".join(lines)


def _match(found: Concordance, match: Match, screen: Screen) -> list[str]:
    half = (screen.width - 3) // 2
    left = f"{cite(match.left)} {excerpt(found.left[match.left_source], match.left, _LENGTH)}"
    right = f"{cite(match.right)} {excerpt(found.right[match.right_source], match.right, _LENGTH)}"
    lines = columns(wrap(left, half), wrap(right, half), screen.width, gutter=f" {SIGN[match.strength]} ")
    said = shared(match)
    return [
        *lines,
        *screen.wrap(f"{match.score:.2f}" + (f"  both: {said}" if said else ""), first="  ", rest="  "),
    ]


def _alone(heading: str, provisions: Sequence[tuple[int, Provision]], screen: Screen) -> list[str]:
    cites = ", ".join(cite(p) for _, p in provisions)
    return [*screen.wrap(f"{screen.strong(heading)}: {cites}", rest="  "), ""] if cites else []

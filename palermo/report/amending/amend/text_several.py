"""Several acts amended by the same amending acts, as text: act by act, and what was addressed to none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from palermo.corpus.amendments import Amendment
from palermo.corpus.amendments.amend_several import Several
from palermo.corpus.model.text_model import Version
from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.as_text import passed_over
from palermo.report.amending.amend.commencement import told
from palermo.report.format.terminal import PLAIN, Screen

__all__ = ["amend_each", "commencement"]


def amend_each(
    accounts: Sequence[str], several: Several, base: Version, amending: Sequence[Version], screen: Screen = PLAIN
) -> str:
    """The account of each act, as printed, one after the other; `base` is the first of the acts."""
    lines = [line for account in accounts for line in (account, "")]
    lines += commencement(several.amendments[0], amending, screen)
    rest = Account(replace(several.amendments[0], outcomes=several.elsewhere), base, amending)
    if several.elsewhere:
        lines += ["", screen.title("Addressed to none of the acts given"), ""]
    return "\n".join([*lines, *passed_over(rest, screen)])


def commencement(amendment: Amendment, amending: Sequence[Version], screen: Screen) -> list[str]:
    """The section on when the amending acts come into force."""
    title = "When the amending acts come into force"
    lines = [screen.strong(title), screen.faint("-" * len(title))]
    for name, sentences in told(amendment, amending):
        lines += ["", *screen.wrap(name)] if name else [""]
        for sentence in sentences:
            lines += screen.wrap(sentence, first="  " if name else "", rest="    " if name else "  ")
    return lines

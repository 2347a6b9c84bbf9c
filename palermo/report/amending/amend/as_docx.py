"""Amended act as a Word document with tracked changes."""

from __future__ import annotations

from palermo.report.amending.amend.account import Account
from palermo.report.amending.amend.as_tracked_changes import amended
from palermo.report.format.docx.template import Template
from palermo.report.format.docx.word_file import About
from palermo.report.redline.as_docx import redline
from palermo.report.redline.tree import ParagraphTree
from palermo.report.shared.sources import origin

__all__ = ["amend"]


def amend(account: Account, author: str, date: str, template: Template | None = None) -> bytes:
    """The act in force with what was carried out tracked, by `author` on `date` (ISO); the foot of each page says if
    that is not all.
    """
    sources = [origin(version) for version in (account.base, *account.amending)]
    lacking = [] if account.amendment.status == "applied" else [f"{account.counts}. {account.verdict}"]
    tree = ParagraphTree([account.base, account.version])
    about = About(account.title, account.base.lang, [*lacking, *sources], author)
    return redline(list(amended(account, tree)), about, date, template)

"""What amending acts make of an act as a Word document with tracked changes."""

from __future__ import annotations

from palermo.report.amended import Account
from palermo.report.docx.document import About
from palermo.report.docx.redline import redline
from palermo.report.docx.template import Template
from palermo.report.origin import origin
from palermo.report.revision.amendment import amended
from palermo.report.revision.tree import Tree

__all__ = ["amend"]


def amend(account: Account, author: str, date: str, template: Template | None = None) -> bytes:
    """The act in force with what was carried out tracked, by `author` on `date` (ISO); the foot of each page says if
    that is not all.
    """
    sources = [origin(version) for version in (account.base, *account.amending)]
    lacking = [] if account.amendment.status == "applied" else [f"{account.counts}. {account.verdict}"]
    tree = Tree([account.base, account.version])
    about = About(account.title, account.base.lang, [*lacking, *sources], author)
    return redline(list(amended(account, tree)), about, date, template)

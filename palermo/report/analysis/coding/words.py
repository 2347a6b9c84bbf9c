"""Words that every report of a coding held against the machine's shares: figures, and notes on a kappa."""

from __future__ import annotations

from palermo.alignment.review.kappa import Agreement
from palermo.analysis.coding import Coding
from palermo.report.language.english import count

__all__ = ["CODES_HEAD", "DIFFER_HEAD", "NOTE", "figures", "kappa", "kappa_note", "left_over", "share", "title"]

CODES_HEAD = ("Code", "n", "Agreement", "Kappa", "Note")
DIFFER_HEAD = ("Body of law and code", "The coding", "palermo", "The law", "Why")

NOTE = (
    "Kappa is agreement beyond chance (Cohen 1960): 1 is full agreement, 0 what chance would give. It is not defined "
    "where both give one and the same answer throughout; where one side does (=), it is 0 whatever the agreement. With "
    "few bodies of law it says little."
)


def title(coding: Coding) -> str:
    """Title of the report, with the number of bodies."""
    return f"A coding beside palermo: {count(len(coding.bodies), 'body of law', 'bodies of law')}"


def share(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"


def kappa(found: Agreement) -> str:
    """`0.63`, `0.00 =` where one side gives one answer throughout, `not defined`."""
    if found.kappa is None:
        return "not defined"
    return f"{found.kappa:.2f}" + (" =" if any(found.constant) else "")


def figures(coding: Coding) -> list[str]:
    """The overall figures, a sentence each."""
    found = coding.overall
    if not found.n:
        return ["Nothing was coded."]
    lines = [f"The same answer to {found.agreed} of {found.n} ({share(found.observed)}), kappa {kappa(found)}."]
    mean, codes = coding.mean_kappa
    if mean is not None:
        lines.append(f"Mean kappa {mean:.2f} over {codes} codes to which the coding gives more than one answer.")
    return lines


def kappa_note(found: Agreement) -> str:
    """Note that the coding, palermo or both give the same answer throughout; "" where neither does."""
    coding, machine = found.constant
    if coding and machine:
        return "one answer on either side"
    return "one answer in the coding" if coding else "one answer by palermo" if machine else ""


def left_over(coding: Coding) -> list[str]:
    """Sentences on lines and bodies that do not count in the figures, and why."""
    lines = []
    if coding.passed_over:
        lines.append(f"{coding.passed_over} that the coding calls unclear are not counted.")
    if coding.blank:
        lines.append(f"{coding.blank} lines have no value.")
    lines += [f"{name} was left out: {reason}" for name, reason in coding.left_out]
    return lines

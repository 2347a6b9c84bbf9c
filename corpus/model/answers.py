"""Values of an answer to a requirement: yes or no, in which cases, and how that compares with the framework."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Extent", "Rating", "Value"]


class Value(StrEnum):
    """Answer to a requirement; `UNCLEAR` where no rule could decide."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Extent(StrEnum):
    """Cases in which a yes holds: all, or only some victims, forms or variants of the offence."""

    FULL = "full"
    SOME = "some cases"


class Rating(StrEnum):
    """Comparison of a finding with the framework's requirement. No value says "compliant"."""

    MET = "met"
    PARTLY = "partly"
    ABSENT = "absent"
    NARROWER = "narrower"
    BROADER = "broader"
    CONTRARY = "contrary"
    NOT_REQUIRED = "not required"
    UNDECIDED = "undecided"

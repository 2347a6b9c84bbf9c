"""The subjects of a law on trafficking, told by which concepts of the thesaurus meet in a rule:
`kb/thesaurus/subjects.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from palermo.corpus.data_files import read_data
from palermo.corpus.errors import InputError
from palermo.kb.thesaurus import thesaurus

__all__ = ["about", "load"]

_FILE = "subjects.yaml"

Groups = tuple[frozenset[str], ...]


def about(named: Mapping[str, float], *, least: float) -> dict[str, float]:
    """The subjects of a rule that names the concepts `named`, each as surely (0 to 1) as its least sure group is named.

    A group is as sure as the surest of its concepts. Subjects below `least` are left out.
    """
    found = {}
    for subject, groups in load().items():
        sure = min(max(named.get(code, 0.0) for code in group) for group in groups)
        if sure >= least:
            found[subject] = min(1.0, sure)
    return found


@cache
def load() -> Mapping[str, Groups]:
    """The groups of each subject. Raises InputError for a file that is not valid or names a concept not known."""
    data = read_data(__package__, _FILE)
    if not isinstance(data, dict) or not data.get("source") or not isinstance(data.get("subjects"), dict):
        raise InputError("no list of subjects", file=_FILE, expected="`source` and `subjects`")
    known = thesaurus.load().concepts.keys()
    return {subject: _checked(subject, groups, frozenset(known)) for subject, groups in data["subjects"].items()}


def _checked(subject: str, groups: object, known: frozenset[str]) -> Groups:
    if not isinstance(groups, list) or not groups or not all(isinstance(g, list) and g for g in groups):
        raise InputError(f"{subject}: no groups", file=_FILE, expected="a list of lists of concepts")
    if strange := sorted({str(code) for group in groups for code in group} - known):
        raise InputError(f"{subject}: no concept {strange[0]!r}", file=_FILE, expected="codes of the thesaurus")
    return tuple(frozenset(group) for group in groups)

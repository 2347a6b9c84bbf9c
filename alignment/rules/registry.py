"""Registry of rules: functions of this folder, found by the name that a framework's record gives them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from palermo.alignment.rules.answer import Answer
from palermo.alignment.scope.scope import Scope
from palermo.kb.frameworks.requirement import Treatment

__all__ = ["Question", "Rule", "rule", "rules_by_name"]


@dataclass(frozen=True, slots=True)
class Question:
    """A code put to a body of law, read as `scope`.

    `treatment` is what the code's record says of it; `answer` gives the answer to another code, each worked out once.
    """

    scope: Scope
    code: str
    treatment: Treatment
    answer: Callable[[str], Answer]


Rule = Callable[[Question], Answer]
_RULES: dict[str, Rule] = {}


def rule(function: Rule) -> Rule:
    """Register a rule under the names of its module and its own: `act` in `acts.py` is "acts.act"."""
    _RULES[f"{function.__module__.rpartition('.')[2]}.{function.__name__}"] = function
    return function


def rules_by_name() -> Mapping[str, Rule]:
    """Every rule of the folder, and what else was registered, by name."""
    _import_all()
    return MappingProxyType(_RULES)


@cache
def _import_all() -> None:
    package = __name__.rpartition(".")[0]
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")

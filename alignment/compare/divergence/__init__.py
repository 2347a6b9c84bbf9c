"""Divergences: the kind of each difference between two texts, found by rule, with its reason."""

from palermo.alignment.compare.divergence.explain import Explainer, explain_alone

__all__ = ["Explainer", "explain_alone"]

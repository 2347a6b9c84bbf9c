"""In what way two texts differ at each change, by rule, with its reason."""

from palermo.alignment.compare.divergence.explain import Explainer, explain_alone

__all__ = ["Explainer", "explain_alone"]

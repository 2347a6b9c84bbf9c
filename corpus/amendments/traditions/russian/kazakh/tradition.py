"""Kazakhstan in Kazakh: articles as in its Russian acts, references outside in, the verb last."""

from __future__ import annotations

from palermo.corpus.amendments.traditions.russian.tradition import tradition

__all__ = ["TRADITION"]

TRADITION = tradition("Kazakhstan", "kk", kazakh=True)

"""Material of a document about one body of law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from palermo.corpus.model.findings import Evidence, Finding, GapAnalysis, Value
from palermo.corpus.model.text_model import Version
from palermo.corpus.text.common_title import common_title
from palermo.kb.frameworks.framework import Element, Framework
from palermo.report.format.document import Document
from palermo.report.format.parts import Block, Quote, Table
from palermo.report.language import sentences as w
from palermo.report.language.forms import clipped
from palermo.report.shared.framework_words import label
from palermo.report.shared.framework_words import titled as titled_framework
from palermo.report.shared.provenance import Provenance
from palermo.report.shared.quotes import numbered, quoted
from palermo.texts.official_text import Official

__all__ = ["Case", "memo", "named", "short", "titled"]

_LONGEST = 140  # characters: two lines of a heading
_QUOTED = 1_500  # code points of a quotation in a table


@dataclass(frozen=True, slots=True)
class Case:
    """An analysis with the framework that it holds the law against, its official text, and how it came about."""

    analysis: GapAnalysis
    framework: Framework
    provenance: Provenance
    official: Official | None = None

    def element(self, finding: Finding) -> Element:
        return self.framework.element(finding.code)

    def label(self, finding: Finding) -> str:
        """The element's label; of a limit that the law does not have, that it is not so."""
        element = self.element(finding)
        unlimited = element.asks is Value.NO and finding.value is Value.NO
        return w.NOT_SO(label=label(element)) if unlimited else label(element)

    def place(self, evidence: Evidence) -> str:
        """The short citation, after the number of the text where there are several."""
        return numbered(self.analysis, evidence).strip()

    def places(self, findings: list[Finding] | tuple[Finding, ...], limit: int = 4) -> list[str]:
        """Where the evidence of the findings stands, each place once, `limit` of them."""
        found = dict.fromkeys(self.place(e) for f in findings for e in f.evidence if e.provision.cite)
        return list(found)[:limit]

    def quote(self, evidence: Evidence) -> Quote:
        """The words with their place; what is too long for a table is cut."""
        words = clipped(quoted(self.analysis, evidence), _QUOTED)
        return Quote(self.place(evidence), words, self.analysis.sources[evidence.source].lang)


def memo(
    title: str, framework: Framework, provenance: Provenance, blocks: Iterable[Block], main: Table | None = None
) -> Document:
    """A document on how law stands to the framework."""
    subject = w.SUBJECT(framework=titled_framework(framework))
    return Document(title, subject, provenance.made, tuple(blocks), main=main)


def named(version: Version) -> str:
    return version.title or version.source.path


def titled(analysis: GapAnalysis) -> str:
    """The title of the texts; where they have several, the words that all begin with, else all of them. A long one is
    cut: the whole stands in the list of texts.
    """
    titles = list(dict.fromkeys(map(named, analysis.sources)))
    return short(common_title(titles) or "; ".join(titles))


def short(title: str) -> str:
    """The title, with … in the place of what does not fit into a heading."""
    return title if len(title) <= _LONGEST else title[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:(") + " …"

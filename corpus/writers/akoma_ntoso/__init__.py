"""Writer of Akoma Ntoso 3.0 (OASIS LegalDocML): a Version as a document that other programs and palermo read.

heads, items ──► body, document ──► stated ──► write
(what stands where)  (elements)   (what a reader would miss)
"""

from palermo.corpus.writers.akoma_ntoso.modifications import Modifications
from palermo.corpus.writers.akoma_ntoso.write import Written, write

__all__ = ["Modifications", "Written", "write"]

"""Amending acts: what they instruct, and the text that results.

    passages ──► traditions/X.read ──► [Instruction] ──► locate ──► structure, inserting, wording ──► Outcome
    (amending text)  (formulae: X.yaml)                  (on a Draft of the base)

`amend(base, amending)` works on acts that were read (`Version`), `amend_section` on one section as plain text. Nothing is
guessed: a reference must lead to exactly one place, or the instruction is refused with its reason and changes nothing.

A drafting tradition is one module in `traditions/` with its data beside it, named in `tradition.MODULES`, and exports
`TRADITION`, a `tradition.Tradition`:

- `read(passages, lang)` turns the amending text into instructions. A `passages.Passage` is one article or section of it:
  `words.text` is what a person reads (white space folded), `plain()` the same with quoted structure (where the reader
  of the file knows it) blotted out character by character with `passages.HIDDEN`, `payload(start, end)` the words with
  their line breaks, `span(start, end)` where they stand. A plain text (`--jsonl`) is one passage with nothing blotted out.
  `read` yields every instruction, also those that it understands only in part (with `reason`: they are refused), and
  clauses that edit nothing (commencement, transition) as `Op.COMMENCE`. `order` counts from 0.
- `Target.steps` lead from the article or section inwards: `Step("article", "20")`, `Step("part", "2")`, `Step("alinea",
  "2")`. A step's level "" fits any level; `alinea`, `sentence` and `definition` are found by their place or term, the
  others by their number. `Target.part` says which part is meant (heading, the words before or after a unit). No steps:
  the whole act. `Target.act` is the act's name as given ("" for "the Act"), `Target.lang` another language version.
- `layout(lang)` is a `tradition.Layout`: how provisions lie in running text, for sections and quoted units that no reader
  has structured. `outline.RunningText` serves traditions whose units are numbered; `lines.Lines` those where every
  paragraph has its own line.
- `cited`, `repealed`, `follow_on` are house style: what stands where a provision was repealed, and what becomes of a
  last item's full stop when another item follows.
"""

from corpus.amendments.amend import amend, amend_section
from corpus.amendments.model import Amendment, Edit, Instruction, Op, Outcome, Status, Target

__all__ = ["Amendment", "Edit", "Instruction", "Op", "Outcome", "Status", "Target", "amend", "amend_section"]

"""Amending acts: what they instruct, and the text that results.

    passages ──► traditions/X.read ──► [Instruction] ──► locate ──► structure, inserting, wording ──► Outcome
    (amending text)  (formulae: X.yaml)                  (on a Draft of the base)

`amend(base, amending)` works on acts that were read (`Version`), `amend_section` on one section as plain text;
`read(act)` only says what is instructed. Nothing is guessed: a reference must lead to exactly one place, or the
instruction is refused with its reason and changes nothing.

A drafting tradition is one module in `traditions/` with its data beside it, named in `tradition.MODULES`, and exports
`TRADITION`, a `tradition.Tradition`:

- `read(passages, lang)` turns the amending text into instructions. A `passages.Passage` is one article or section of
  it, or what stands before one: `words.text` is what a person reads (white space folded), `plain()` the same with
  quoted structure (where the reader of the file knows it) blotted out character by character with `passages.HIDDEN`,
  `payload(start, end)` the words with their line breaks, `span(start, end)` where they stand in the amending text,
  `headings` what it stands under; paragraphs of a schedule are passages, too (`scheduled`). A plain text (`--jsonl`) is
  one passage with nothing blotted out. `read` yields
  every instruction, also those that it understands only in part (with `reason`: they are refused), and clauses that
  edit nothing (commencement, transition) as `Op.COMMENCE`. `order` counts from 0 through the act.
- `Target.steps` lead from the article or section inwards: `Step("article", "20")`, `Step("paragraph", "2")`,
  `Step("alinea", "2")`. Levels are those that `palermo.corpus.structure` gives such units in that tradition; "" fits
  any.
  `alinea` (a line of the text; the words before a list are the first, its items count) and `sentence` are found by
  their place, -1 is the last; `definition` by its term; all others by number. `Target.part` says which part is meant
  (heading, the words before or after a unit). No steps: the whole act. `Target.act` is the act's name as given ("" for
  "the Act"; it is compared with the base's title), `Target.lang` the only language version addressed.
- What each operation reads: REPLACE, REPEAL, DELETE the target (`through`: up to that sibling) and payload; INSERT
  the parent as target and the sibling as `anchor.steps` with `where` AFTER or BEFORE (or ORDER: a definition by the
  alphabet; with `anchor.steps`, which is the first new unit, by its number, or by its place where it is counted, "" at
  the end), for a new section no target steps; ADD the parent; SUBSTITUTE_TEXT and DELETE_TEXT `anchor.text` (`to`:
  from … to …; `occurrence`: only, n-th, each, last; `where` END: only as its last words, START: from the first word
  `to` …; `count`: how often they must be there); INSERT_TEXT `anchor.text`
  with `where`, or `where` START or END alone; GLOBAL as SUBSTITUTE_TEXT with each; RENUMBER `payload.text` (the new
  number) or `anchor.steps` (it becomes that child of itself); TITLE the payload. Of one sentence with several
  operations, several targets or several pairs of words, give several instructions with the same `text` and `span`.
- `layout(lang)` is a `tradition.Layout`: how provisions lie in running text, for sections and quoted units that no
  reader has structured (a case of `--jsonl`, with its line breaks or flattened; a payload). `outline.RunningText`
  serves traditions whose units are numbered and nest in a fixed order: its data are rungs with patterns. `counted` says
  which units are counted and where they stand; with `rereads` the layout's trees come in the place of the reader's. One
  with `annex` (`annexes.Annexes`) reads schedules and annexes: their targets begin with `Step("schedule", "1")` or
  `Step("annex", "")` (the only one), and go through the headings in them.
- `cited`, `repealed`, `follow_on`, `fit` are house style, all optional: how an amending provision is cited, what stands
  where a provision was repealed (None: it vanishes), what becomes of a last item's full stop when another item follows,
  how a word is inflected in a global replacement; `is_act` compares an act's name with a title. `canada` is the
  example to follow; `closing` and `apart` say what British sections have and others have not, `bare` that a number
  need not be quoted. `countries`, `cites`, `acts` and `own` tell traditions of one language apart (one that `yields`
  is taken last); what two would do alike is done. Britain, the United States and the European Union share one reader of
  clauses (`british_instructions.Reader`): each brings its formulae, references, quotations and layout, the last two
  also what is made of a formula (`clausal_making`).
"""

from palermo.corpus.amendments.amend import amend, amend_section
from palermo.corpus.amendments.model import Amendment, Edit, Instruction, Op, Outcome, Status, Target
from palermo.corpus.amendments.reading.read import AmendingReading, read

__all__ = [
    "AmendingReading",
    "Amendment",
    "Edit",
    "Instruction",
    "Op",
    "Outcome",
    "Status",
    "Target",
    "amend",
    "amend_section",
    "read",
]

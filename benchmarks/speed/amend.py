"""How long a thousand instructions take on a code of a megabyte, beside the time to read that code.

    python benchmarks/speed/amend.py [--sections N]

The code and the bill are made up: every section is amended once, in one of four ways. At most 5 times the reading is
wanted (issue 5).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from palermo.corpus.amendments import amend
from palermo.corpus.readers import read_text

Result = TypeVar("Result")

WORDS = ["master", "ship", "cargo", "licence", "harbour", "record", "notice", "shall", "may", "if", "the", "of", "and"]
BILL = (
    "{k} Section {k} of the Harbour Act is amended by adding the following after subsection (2):\n{a}\n(3) {b}.",
    "{k} Paragraph {k}(2)(b) of the Harbour Act is replaced by the following:\n(b) {b}; and",
    "{k} Subsection {k}(1) of the Harbour Act is repealed.",
    "{k} Subsection {k}(2) of the Harbour Act is amended by striking out “and” at the end of paragraph (b) and by "
    "adding the following after that paragraph:\n(b.1) {b}; and",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sections", type=int, default=1200)
    options = parser.parse_args()

    chance = random.Random(1)
    code, bill = _code(options.sections, chance), _bill(min(options.sections, 1000), chance)
    read, base = _timed(lambda: read_text(code, name="code.xml"))
    act = read_text(bill, name="bill.txt", lang="en", instrument="/akn/ca/act/2031/7")
    took, done = _timed(lambda: amend(base, [act]))
    counts = Counter(outcome.status.value for outcome in done.outcomes)
    print(f"{len(base.text):,} characters, {len(done.outcomes):,} instructions: {dict(counts)}")
    print(f"read {read:.2f} s, amend {took:.2f} s ({took / read:.1f} x; at most 5)")


def _code(sections: int, chance: random.Random) -> str:
    body = "".join(
        f"<Section><MarginalNote>{_words(3, chance)}</MarginalNote><Label>{k}</Label>"
        f"<Subsection><Label>(1)</Label><Text>{_words(50, chance)}.</Text></Subsection>"
        f"<Subsection><Label>(2)</Label><Text>{_words(50, chance)}:</Text>"
        + "".join(
            f"<Paragraph><Label>({item})</Label><Text>{_words(22, chance)}{end}</Text></Paragraph>"
            for item, end in (("a", ";"), ("b", "; and"), ("c", "."))
        )
        + "</Subsection></Section>"
        for k in range(1, sections + 1)
    )
    title = "<Identification><ShortTitle>Harbour Act</ShortTitle></Identification>"
    return f'<?xml version="1.0"?><Statute xml:lang="en">{title}<Body>{body}</Body></Statute>'


def _bill(count: int, chance: random.Random) -> str:
    made = (BILL[k % len(BILL)].format(k=k, a=_words(3, chance), b=_words(20, chance)) for k in range(1, count + 1))
    return "\n\n".join(made)


def _words(count: int, chance: random.Random) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()


def _timed(step: Callable[[], Result]) -> tuple[float, Result]:
    started = time.perf_counter()
    result = step()
    return time.perf_counter() - started, result


if __name__ == "__main__":
    main()

-- Schema 2: which acts a text amends, and what it instructs about them. Read out of the texts, so it can be read anew.

-- The texts that were read for it: by which rules (`kb.linking.rules`), and in which drafting tradition ("" for none).
CREATE TABLE amending (
    fragment INTEGER PRIMARY KEY REFERENCES fragment ON DELETE CASCADE,
    rules TEXT NOT NULL,
    tradition TEXT NOT NULL
);

-- An act as an amending text names it, with the words that follow its name there: a date and a number, perhaps.
CREATE TABLE amended (
    id INTEGER PRIMARY KEY,
    fragment INTEGER NOT NULL REFERENCES amending ON DELETE CASCADE,
    name TEXT NOT NULL,
    cited TEXT NOT NULL,
    UNIQUE (fragment, name)
);

-- One instruction about an act; `seq` is its place in the amending text, `start` and `stop` where it stands there.
CREATE TABLE instruction (
    amended INTEGER NOT NULL REFERENCES amended ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    place TEXT NOT NULL,
    op TEXT NOT NULL,
    target TEXT NOT NULL,
    section TEXT NOT NULL,
    through TEXT NOT NULL,
    brings TEXT NOT NULL,
    reason TEXT NOT NULL,
    commences TEXT,
    exact INTEGER NOT NULL,
    why TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (amended, seq)
) WITHOUT ROWID;

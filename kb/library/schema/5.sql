-- Schema 5: what reviewers say of findings. Nothing of it is deleted: a word that counts no more says so in `ended`.
-- References are text, so that a word outlives the texts that it is about.

-- `value` and `extent` are the reviewer's answer, those that begin with `machine_` palermo's of then.
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL,
    code TEXT NOT NULL,
    value TEXT NOT NULL,
    extent TEXT,
    reviewer TEXT NOT NULL,
    date TEXT NOT NULL,
    reason TEXT NOT NULL,
    machine_value TEXT NOT NULL,
    machine_extent TEXT,
    rule TEXT NOT NULL,
    palermo TEXT NOT NULL,
    framework TEXT NOT NULL,
    framework_version TEXT NOT NULL,
    ended TEXT NOT NULL DEFAULT ''
);
CREATE INDEX review_body ON review (body);

-- The texts that were before the reviewer; `start` to `stop` (code points) is what was read of each.
CREATE TABLE reviewed_text (
    review INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
    position INTEGER NOT NULL,
    ref TEXT NOT NULL,
    instrument TEXT NOT NULL,
    since TEXT,
    sha256 TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (review, position)
) WITHOUT ROWID;
CREATE INDEX reviewed_instrument ON reviewed_text (instrument);

-- The words that answers rest on, each once; `sha256` is that of the words, `text` how they read, or how that begins.
CREATE TABLE passage (
    sha256 TEXT PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE review_ground (
    review INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
    position INTEGER NOT NULL,
    passage TEXT NOT NULL REFERENCES passage,
    reference TEXT NOT NULL,
    cite TEXT NOT NULL,
    quote TEXT NOT NULL,
    named INTEGER NOT NULL,
    PRIMARY KEY (review, position)
) WITHOUT ROWID;

-- Schema 5 of the library, the first that a release has; later steps are files of their own (`kb.library.store`).
--
-- The text of a fragment is held once, as read; everything else is a span of code points into it.

-- A file that was added: a whole text of an instrument, or some of its articles. The fragments with one instrument,
-- language and date make up one version.
CREATE TABLE fragment (
    id INTEGER PRIMARY KEY,
    instrument TEXT NOT NULL,
    lang TEXT,
    date TEXT,
    title TEXT NOT NULL,
    force_start TEXT,
    force_end TEXT,
    force_basis TEXT,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    official INTEGER,
    retrieved TEXT,
    uri TEXT,
    licence TEXT,
    translation TEXT NOT NULL,
    marks TEXT NOT NULL,
    unplaced TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX fragment_once ON fragment (instrument, coalesce(lang, ''), coalesce(date, ''), sha256);

-- The provisions of a fragment in document order; `seq` 0 is the root, which has no parent.
CREATE TABLE provision (
    fragment INTEGER NOT NULL REFERENCES fragment ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    parent INTEGER,
    eid TEXT NOT NULL,
    level TEXT NOT NULL,
    num TEXT NOT NULL,
    cite TEXT NOT NULL,
    heading TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    num_start INTEGER,
    num_stop INTEGER,
    heading_start INTEGER,
    heading_stop INTEGER,
    PRIMARY KEY (fragment, seq)
) WITHOUT ROWID;

-- What a fragment lays claim to within its version: two fragments of one version may not both hold an article.
CREATE TABLE claim (
    fragment INTEGER NOT NULL REFERENCES fragment ON DELETE CASCADE,
    eid TEXT NOT NULL,
    PRIMARY KEY (fragment, eid)
) WITHOUT ROWID;

CREATE TABLE body (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE body_ref (
    body TEXT NOT NULL REFERENCES body ON DELETE CASCADE,
    position INTEGER NOT NULL,
    ref TEXT NOT NULL,
    PRIMARY KEY (body, position)
) WITHOUT ROWID;


-- Amending links: which acts a text amends, and what it instructs about them. Read out of the texts, so it can be read anew.

-- The texts that were read for it: by which rules (`kb.library.links.read_links.rules`), and in which drafting tradition ("" for none).
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


-- Collections, and searches that are kept. References are text, so that they outlive what they refer to.

CREATE TABLE collection (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    made TEXT NOT NULL
);

-- A provision as it was when it was put in: `words` are what a person read of it, in whole or as it began.
CREATE TABLE collected (
    collection INTEGER NOT NULL REFERENCES collection ON DELETE CASCADE,
    position INTEGER NOT NULL,
    ref TEXT NOT NULL,
    added TEXT NOT NULL,
    title TEXT NOT NULL,
    cite TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    words TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (collection, ref)
) WITHOUT ROWID;

-- The search of a collection, and when its answer was last taken note of. `scope` is JSON.
CREATE TABLE kept_search (
    collection INTEGER PRIMARY KEY REFERENCES collection ON DELETE CASCADE,
    query TEXT NOT NULL,
    scope TEXT NOT NULL,
    since TEXT NOT NULL
);

-- What it found then, and the files (by their sha256) that were there to be looked through.
CREATE TABLE kept_hit (
    collection INTEGER NOT NULL REFERENCES kept_search ON DELETE CASCADE,
    ref TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT NOT NULL,
    cite TEXT NOT NULL,
    PRIMARY KEY (collection, ref, sha256)
) WITHOUT ROWID;
CREATE TABLE kept_text (
    collection INTEGER NOT NULL REFERENCES kept_search ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (collection, sha256)
) WITHOUT ROWID;


-- State: whether the texts, and the index that is made of them, are as they were left.

-- One row. `stamp` names what this library holds: an index that was made of something else is not taken for its own.
-- `last` is the highest number that a fragment ever had here: a number is not given twice.
CREATE TABLE keeping (stamp TEXT NOT NULL, last INTEGER NOT NULL);
INSERT INTO keeping VALUES (lower(hex(randomblob(8))), 0);

-- The sha256 of everything that is stored of a fragment (`kb.library.records.seal`).
CREATE TABLE seal (
    fragment INTEGER PRIMARY KEY REFERENCES fragment ON DELETE CASCADE,
    sha256 TEXT NOT NULL
);

-- Fragments whose documents in the index are out of date: something that was read with them was removed.
CREATE TABLE stale (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fragment INTEGER NOT NULL REFERENCES fragment ON DELETE CASCADE
);


-- Reviews: what reviewers say of findings. Nothing of it is deleted: a word that counts no more says so in `ended`.
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

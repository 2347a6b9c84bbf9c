-- Schema 3: collections, and searches that are kept. References are text, so that they outlive what they refer to.

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

-- Schema 4: what tells whether the texts, and the index that is made of them, are as they were left.

-- One row. `stamp` names what this library holds: an index that was made of something else is not taken for its own.
-- `last` is the highest number that a fragment ever had here: a number is not given twice.
CREATE TABLE keeping (stamp TEXT NOT NULL, last INTEGER NOT NULL);
INSERT INTO keeping SELECT lower(hex(randomblob(8))), coalesce(max(id), 0) FROM fragment;

-- The sha256 of everything that is stored of a fragment (`kb.records.seal`). None for one that older programs stored.
CREATE TABLE seal (
    fragment INTEGER PRIMARY KEY REFERENCES fragment ON DELETE CASCADE,
    sha256 TEXT NOT NULL
);

-- Fragments whose documents in the index are out of date: something that was read with them was removed.
CREATE TABLE stale (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fragment INTEGER NOT NULL REFERENCES fragment ON DELETE CASCADE
);

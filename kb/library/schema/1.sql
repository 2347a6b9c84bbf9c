-- The library. The text of a fragment is held once, as read; everything else is a span of code points into it.

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

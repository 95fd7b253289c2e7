-- Files of other feedback systems of the province: a hotline, a page of its own, an app. What tells who somebody is does not come in.
CREATE TABLE feedback_import (
    id {id},
    -- The mark of the form that it came by, so that a form sent twice makes one
    form TEXT NOT NULL UNIQUE,
    -- The other system, and the same folded, by which its files are known as of one system
    source TEXT NOT NULL,
    source_key TEXT NOT NULL,
    file_name TEXT NOT NULL,
    -- The day that the file shows
    as_of {date} NOT NULL,
    brought_on {date} NOT NULL,
    brought_by TEXT NOT NULL,
    -- Headings of columns that were left out when the file came in, as JSON
    dropped TEXT NOT NULL,
    -- The columns until a person said what they are, as JSON; none after
    draft TEXT,
    -- Which heading was taken for what, as JSON; none until it was kept
    columns TEXT,
    -- SHA-256 of what is kept; none until it was
    digest TEXT
);

CREATE INDEX feedback_import_source ON feedback_import (source_key, as_of, id);

-- What the file says of each feedback. The newest file of a system that holds a code counts.
CREATE TABLE feedback_line (
    import BIGINT NOT NULL REFERENCES feedback_import (id),
    -- Its own code in the other system
    code TEXT NOT NULL,
    received_on {date} NOT NULL,
    due_on {date},
    answered_on {date},
    -- `open`, `answered`, `closed`; none where the file does not say
    state TEXT,
    satisfied BOOLEAN,
    -- Codes of agencies: of the commune where it is, and of who answers
    place TEXT,
    agency TEXT,
    words TEXT,
    link TEXT,
    PRIMARY KEY (import, code)
);

CREATE INDEX feedback_line_code ON feedback_line (code);

-- The system where the province takes feedback already; the newest line counts, one without a name says that there is none.
CREATE TABLE feedback_system (
    id {id},
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    said_on {date} NOT NULL
);

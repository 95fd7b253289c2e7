-- Annexes on their way into a plan, and what people settled about the words in them.
CREATE TABLE annex_word (
    -- `agency`, `period`, `content`
    topic TEXT NOT NULL,
    written TEXT NOT NULL,
    -- The code of an agency or a group; a time as any annex may write it; contents. `-` is none of them
    means TEXT NOT NULL,
    PRIMARY KEY (topic, written)
);

INSERT INTO annex_word (topic, written, means) SELECT 'agency', written, agency FROM annex_name;

DROP TABLE annex_name;

-- A file between its steps; swept when nobody goes on with it.
CREATE TABLE annex_upload (
    -- The mark of the form that it came by, so that a form sent twice makes one
    form TEXT PRIMARY KEY,
    plan TEXT NOT NULL REFERENCES plan (slug),
    name TEXT NOT NULL,
    -- None once it was taken
    bytes {bytes},
    kept_on {date} NOT NULL,
    kept_by TEXT NOT NULL,
    -- What it brought, as JSON, once it was taken
    outcome TEXT
);

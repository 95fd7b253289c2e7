-- Surveys of an office's own: the file, what its columns are, how its people were drawn, what was asked of it.
CREATE TABLE survey (
    id {id},
    -- The mark of the form that it came by, so that a form sent twice makes one
    form TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    agency TEXT NOT NULL REFERENCES agency (code),
    file_name TEXT NOT NULL,
    kept_on {date} NOT NULL,
    kept_by TEXT NOT NULL,
    people BIGINT NOT NULL,
    -- Headings of columns that were dropped when the file came in, and why, as JSON
    dropped TEXT NOT NULL,
    -- The answers until the columns are described; none after
    draft {bytes},
    -- How people were drawn, as JSON, and the name of the attachment; none until the columns are described
    design TEXT,
    digest TEXT
);

CREATE TABLE survey_column (
    survey BIGINT NOT NULL REFERENCES survey (id),
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    -- `cluster`, `stratum`, `weight`, `population`, `domain`, `yes_no`, `choice`, `number`, `ignored`
    kind TEXT NOT NULL,
    PRIMARY KEY (survey, place)
);

-- Questions worth keeping: the query of an address.
CREATE TABLE survey_question (
    id {id},
    survey BIGINT NOT NULL REFERENCES survey (id),
    title TEXT NOT NULL,
    query TEXT NOT NULL,
    UNIQUE (survey, query)
);

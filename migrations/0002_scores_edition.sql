-- Published figures: editions, what they came from, and what was replaced.
--
-- A figure is points of a province on a sub-dimension in a survey year; one that was not published has no row, and no
-- figure is 0. `unit` is the province's lasting name (`95-2008`), since codes change hands.

-- Where figures came from: what the program carries, or a file that somebody imported.
CREATE TABLE source (
    id {id},
    -- `embedded` or `import`
    kind TEXT NOT NULL,
    -- The publication, or the name of the file
    name TEXT NOT NULL,
    -- SHA-256 of the file, which is kept as an attachment
    digest TEXT,
    added_by TEXT NOT NULL,
    added_at {instant} NOT NULL
);

CREATE TABLE edition (
    year BIGINT PRIMARY KEY,
    published_on {date}
);

CREATE TABLE figure (
    year BIGINT NOT NULL REFERENCES edition (year),
    unit TEXT NOT NULL,
    code TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    source BIGINT NOT NULL REFERENCES source (id),
    -- The cell of the source, where it has cells
    sheet TEXT,
    sheet_row BIGINT,
    sheet_column TEXT,
    PRIMARY KEY (year, unit, code)
);

-- Figures that were replaced, as they were. Rows are only ever added.
CREATE TABLE figure_history (
    id {id},
    year BIGINT NOT NULL,
    unit TEXT NOT NULL,
    code TEXT NOT NULL,
    -- None where nothing had been published
    score DOUBLE PRECISION,
    source BIGINT REFERENCES source (id),
    sheet TEXT,
    sheet_row BIGINT,
    sheet_column TEXT,
    -- The source that replaced it; who and when are there
    replaced_by BIGINT NOT NULL REFERENCES source (id)
);

CREATE INDEX figure_history_figure ON figure_history (year, unit, code);

-- What is printed beside the scores: the weighted total, confidence limits, standard errors.
CREATE TABLE estimate (
    year BIGINT NOT NULL REFERENCES edition (year),
    unit TEXT NOT NULL,
    -- `total`, a dimension `4` or a sub-dimension `4.2`
    item TEXT NOT NULL,
    -- `weighted`, `low`, `high`, `standard_error`
    estimate TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    source BIGINT NOT NULL REFERENCES source (id),
    sheet TEXT,
    sheet_row BIGINT,
    sheet_column TEXT,
    PRIMARY KEY (year, unit, item, estimate)
);

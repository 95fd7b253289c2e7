-- Changes to the sample periods that the program carries: a first year that was added, or one that was struck.
--
-- A sample period is the years that surveyed the same places; its first year follows a renewal.
CREATE TABLE sample_period (
    first_year BIGINT PRIMARY KEY,
    -- Whether a period begins in this year; false strikes one that the program carries
    stands BOOLEAN NOT NULL,
    -- Where it is known from
    source TEXT NOT NULL,
    -- Why it was changed
    reason TEXT NOT NULL
);

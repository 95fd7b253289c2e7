-- Pulse polls: items of our own bank put to people who were drawn, by codes on slips. A code knows its stratum; of answers
-- counts alone are kept, by stratum, and nothing joins them to a code or to each other.
CREATE TABLE pulse (
    id {id},
    title TEXT NOT NULL,
    -- Who the people are, and how they were drawn
    population TEXT NOT NULL,
    opens_on {date} NOT NULL,
    -- The last day that takes answers
    closes_on {date} NOT NULL,
    -- Ended before its last day, and why
    ended_on {date},
    why_ended TEXT
);

CREATE INDEX pulse_closes ON pulse (closes_on, id);

-- The items as they were asked, word by word: a later version of the bank changes none
CREATE TABLE pulse_item (
    pulse BIGINT NOT NULL REFERENCES pulse (id),
    -- From 0, in the order asked
    place BIGINT NOT NULL,
    item TEXT NOT NULL,
    version BIGINT NOT NULL,
    dimension TEXT NOT NULL,
    -- `yes_no`, `rating_5`
    scale TEXT NOT NULL,
    asked TEXT NOT NULL,
    asked_en TEXT NOT NULL,
    PRIMARY KEY (pulse, place)
);

CREATE TABLE pulse_stratum (
    pulse BIGINT NOT NULL REFERENCES pulse (id),
    place BIGINT NOT NULL,
    name TEXT NOT NULL,
    -- The commune, where it is one
    agency TEXT REFERENCES agency (code),
    -- How many people there are, and how many get a code
    size BIGINT NOT NULL,
    codes BIGINT NOT NULL,
    -- The day that the slips were printed; none before
    printed_on {date},
    PRIMARY KEY (pulse, place)
);

CREATE TABLE pulse_code (
    -- The keyed hash of the code; the code itself is on its slip alone
    mark TEXT PRIMARY KEY,
    pulse BIGINT NOT NULL REFERENCES pulse (id),
    stratum BIGINT NOT NULL,
    used BOOLEAN NOT NULL
);

CREATE INDEX pulse_code_stratum ON pulse_code (pulse, stratum);

CREATE TABLE pulse_count (
    pulse BIGINT NOT NULL REFERENCES pulse (id),
    stratum BIGINT NOT NULL,
    -- The place of the item
    item BIGINT NOT NULL,
    -- From 0, in the order of its scale; -1 for no answer
    value BIGINT NOT NULL,
    answers BIGINT NOT NULL,
    PRIMARY KEY (pulse, stratum, item, value)
);

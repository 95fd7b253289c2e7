-- The portal's polls: one question to whoever comes by, which is no survey. Counts alone are kept, never who chose what.
CREATE TABLE poll (
    id {id},
    asked TEXT NOT NULL,
    -- Empty where nobody wrote it in English
    asked_en TEXT NOT NULL,
    opens_on {date} NOT NULL,
    -- The last day that takes answers
    closes_on {date} NOT NULL,
    -- Ended before its last day, and why
    ended_on {date},
    why_ended TEXT
);

CREATE INDEX poll_closes ON poll (closes_on, id);

CREATE TABLE poll_choice (
    poll BIGINT NOT NULL REFERENCES poll (id),
    -- From 0, in the order shown
    place BIGINT NOT NULL,
    said TEXT NOT NULL,
    said_en TEXT NOT NULL,
    -- How often it was chosen
    answers BIGINT NOT NULL,
    PRIMARY KEY (poll, place)
);

-- The keys of forms that were counted, so that one pressed twice counts once; nothing says what was chosen on it
CREATE TABLE poll_form (
    poll BIGINT NOT NULL REFERENCES poll (id),
    form TEXT NOT NULL,
    PRIMARY KEY (poll, form)
);

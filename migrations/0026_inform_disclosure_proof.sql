-- What shows a posting place by place, postings struck out, and what people looked for of which a commune recorded nothing.
ALTER TABLE disclosure_posting ADD COLUMN struck_on {date};
ALTER TABLE disclosure_posting ADD COLUMN struck_by TEXT;
-- Why it was recorded by mistake
ALTER TABLE disclosure_posting ADD COLUMN struck_why TEXT;

-- Why there is neither photo nor link of a place
ALTER TABLE disclosure_showing ADD COLUMN unproven TEXT;

-- The place that it shows; older ones have none and show every place of their posting
ALTER TABLE disclosure_evidence ADD COLUMN place TEXT;

-- Somebody looked for something of which the commune has recorded nothing; nothing is known of who
CREATE TABLE disclosure_sought (
    id {id},
    -- The commune where they looked
    commune TEXT NOT NULL REFERENCES agency (code),
    -- `CK11`
    duty TEXT NOT NULL,
    sought_on {date} NOT NULL,
    -- The agency that answered that nothing has arisen, and who
    agency TEXT,
    answered_by TEXT,
    answered_on {date},
    words TEXT
);

CREATE INDEX disclosure_sought_commune ON disclosure_sought (commune, duty);

-- By which pulse polls it is measured what people knew before a campaign and after it: a row for each campaign that has any.
CREATE TABLE knowledge (
    campaign BIGINT PRIMARY KEY REFERENCES campaign (id),
    before_pulse BIGINT REFERENCES pulse (id),
    -- The day that it was tied: whoever ties one whose results are there may have chosen it for them
    before_tied_on {date},
    after_pulse BIGINT REFERENCES pulse (id),
    after_tied_on {date},
    -- Counts what became of the row, so that nobody changes what they have not read
    version BIGINT NOT NULL
);

CREATE INDEX knowledge_before ON knowledge (before_pulse);
CREATE INDEX knowledge_after ON knowledge (after_pulse);

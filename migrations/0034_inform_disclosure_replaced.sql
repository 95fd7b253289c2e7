-- A document that takes the place of an older one of the same duty, as who posted it says; what a check was opened of.
CREATE TABLE disclosure_replaced (
    posting BIGINT NOT NULL REFERENCES disclosure_posting (id),
    -- The event of the older one; the duty is the posting's
    event BIGINT NOT NULL REFERENCES disclosure_event (id),
    PRIMARY KEY (posting, event)
);

-- The newest posting of its line when a check was opened: what came later is not what was missed; none of older checks
ALTER TABLE disclosure_check ADD COLUMN posting BIGINT;

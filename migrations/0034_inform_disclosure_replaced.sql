-- A document that takes the place of an older one of the same duty, as who posted it says.
CREATE TABLE disclosure_replaced (
    posting BIGINT NOT NULL REFERENCES disclosure_posting (id),
    -- The event of the older one; the duty is the posting's
    event BIGINT NOT NULL REFERENCES disclosure_event (id),
    PRIMARY KEY (posting, event)
);

-- Pulses whose people were drawn from a list: the seed of the draw and the digest of the list's bytes, so that who has the
-- list can draw the same again
ALTER TABLE pulse ADD COLUMN seed TEXT;
ALTER TABLE pulse ADD COLUMN list TEXT;

-- The references that were drawn, until their codes are made for good; nothing joins one to a code
CREATE TABLE pulse_drawn (
    pulse BIGINT NOT NULL REFERENCES pulse (id),
    stratum BIGINT NOT NULL,
    -- The list's own running number, or the dossier's; never who somebody is
    reference TEXT NOT NULL,
    PRIMARY KEY (pulse, stratum, reference)
);

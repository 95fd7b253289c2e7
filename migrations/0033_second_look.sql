-- The key of the form that an article came by: the same form makes one
ALTER TABLE article ADD COLUMN form TEXT;
CREATE UNIQUE INDEX article_form ON article (form);

-- The accounts of all who wrote at it, one a line: none of them approves it. `section` may be empty while it is a sketch
ALTER TABLE article ADD COLUMN writers TEXT NOT NULL DEFAULT '';
UPDATE article SET writers = written_by;

-- Counts the changes of an item, so that nobody overwrites what they have not seen
ALTER TABLE campaign_item ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- Who struck an item out, and why
ALTER TABLE campaign_item ADD COLUMN dropped_by TEXT;
ALTER TABLE campaign_item ADD COLUMN why_dropped TEXT;

-- Another day for an item of a campaign that is under way
CREATE TABLE campaign_item_move (
    id {id},
    item BIGINT NOT NULL REFERENCES campaign_item (id),
    -- The day that it had before
    due {date} NOT NULL,
    moved_on {date} NOT NULL,
    moved_by TEXT NOT NULL,
    -- Empty where it was not overdue and nobody said
    why TEXT NOT NULL
);

CREATE INDEX campaign_item_move_item ON campaign_item_move (item);

-- That a pulse was untied from a campaign: it stays in sight, with the reason
CREATE TABLE knowledge_untied (
    id {id},
    campaign BIGINT NOT NULL REFERENCES campaign (id),
    -- `before`, `after`
    side TEXT NOT NULL,
    pulse BIGINT NOT NULL REFERENCES pulse (id),
    untied_on {date} NOT NULL,
    untied_by TEXT NOT NULL,
    why TEXT NOT NULL
);

CREATE INDEX knowledge_untied_campaign ON knowledge_untied (campaign);

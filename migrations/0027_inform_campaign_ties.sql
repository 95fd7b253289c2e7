-- The tasks of the plan that a campaign serves: one campaign may serve several.
CREATE TABLE campaign_task (
    campaign BIGINT NOT NULL REFERENCES campaign (id),
    task BIGINT NOT NULL REFERENCES task (id),
    PRIMARY KEY (campaign, task)
);

CREATE INDEX campaign_task_task ON campaign_task (task);

INSERT INTO campaign_task (campaign, task) SELECT id, task FROM campaign WHERE task IS NOT NULL;

ALTER TABLE campaign DROP COLUMN task;

-- The article that an item for the portal is; that readers see it tells that it was made
ALTER TABLE campaign_item ADD COLUMN article BIGINT REFERENCES article (id);

-- What a database may hold when the next migration comes.
INSERT INTO campaign_task (campaign, task) SELECT 2, min(id) FROM task;
INSERT INTO campaign_item (id, campaign, form, channel, what, agency, due, article) VALUES
    (4, 1, 'i4', 'portal', 'Bài trên cổng', 'BL-SNV25', '2025-05-12', 1);

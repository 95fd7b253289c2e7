-- What a database may hold when the next migration comes.
UPDATE article SET form = 'a1', writers = 'hoa
ngoc' WHERE id = 1;
UPDATE campaign_item SET version = 2, dropped_by = 'ngoc', why_dropped = 'Trùng việc khác' WHERE id = 3;
INSERT INTO campaign_item_move (id, item, due, moved_on, moved_by, why) VALUES (1, 4, '2025-05-10', '2025-05-11', 'ngoc', 'Mưa lớn');
INSERT INTO knowledge_untied (id, campaign, side, pulse, untied_on, untied_by, why) SELECT 1, 1, 'before', min(id), '2025-05-12', 'ngoc', 'Tính nhầm cỡ mẫu' FROM pulse;

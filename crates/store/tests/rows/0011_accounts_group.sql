-- What a database may hold when the next migration comes.
INSERT INTO agency_group_member (group_code, agency, began, included) VALUES ('@xa', 'BL-SNV', '2025-01-01', TRUE);

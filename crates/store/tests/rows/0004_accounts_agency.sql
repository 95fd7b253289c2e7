-- What a database may hold when the next migration comes.
INSERT INTO agency (code, name, kind, outside, unit, began, ended, identifier, note, certainty) VALUES
    ('BL-SNV', 'Sở Nội vụ', 'department', FALSE, '95-2008', '1997-01-01', '2025-02-28', 'H04.1', 'thường trực', 'found'),
    ('BL-SNV25', 'Sở Nội vụ', 'department', FALSE, '95-2008', '2025-03-01', NULL, NULL, NULL, 'found');
INSERT INTO agency_successor (agency, successor) VALUES ('BL-SNV', 'BL-SNV25');
INSERT INTO agency_group (code, name, kind, began, ended, successor) VALUES
    ('@xa', 'UBND cấp xã', 'commune', '2021-01-01', NULL, NULL),
    ('@huyen', 'UBND cấp huyện', 'district', '2021-01-01', '2025-06-30', '@xa');

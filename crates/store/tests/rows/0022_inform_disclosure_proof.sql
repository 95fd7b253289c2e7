-- What a database may hold when the next migration comes.
UPDATE disclosure_showing SET unproven = 'máy ảnh hư' WHERE posting = 1 AND place = 'nha_van_hoa';
UPDATE disclosure_evidence SET place = 'tru_so' WHERE id = 1;
INSERT INTO disclosure_posting (id, event, duty, first, spot, form, recorded_by, recorded_on, struck_on, struck_by, struck_why) VALUES
    (2, 1, 'CK04', '2025-04-11', '', 'p2', 'ut', '2025-04-11', '2025-04-12', 'ut', 'ghi nhầm ngày');
INSERT INTO disclosure_sought (id, commune, duty, sought_on, agency, answered_by, answered_on, words) VALUES
    (1, 'BL-SNV25', 'CK11', '2025-04-18', NULL, NULL, NULL, NULL),
    (2, 'BL-SNV25', 'CK12', '2025-04-18', 'BL-SNV25', 'ut', '2025-04-20', 'năm nay chưa có');

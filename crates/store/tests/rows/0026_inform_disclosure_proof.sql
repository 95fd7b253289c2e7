-- What a database may hold when the next migration comes.
UPDATE disclosure_evidence SET place = 'tru_so' WHERE id = 1;
UPDATE disclosure_showing SET unproven = 'Máy ảnh hư' WHERE place = 'nha_van_hoa';
UPDATE disclosure_posting SET struck_on = '2025-05-05', struck_by = 'ut', struck_why = 'Ghi nhầm nơi' WHERE id = 1;
INSERT INTO disclosure_sought (id, commune, duty, sought_on, agency, answered_by, answered_on, words) VALUES
    (1, 'BL-SNV25', 'CK11', '2025-05-02', 'BL-SNV25', 'ut', '2025-05-03', 'Chưa phát sinh'),
    (2, 'BL-SNV25', 'CK12', '2025-05-04', NULL, NULL, NULL, NULL);

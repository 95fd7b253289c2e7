-- What a database may hold when the next migration comes.
INSERT INTO disclosure_event (id, kind, agency, day, words, form, recorded_by, recorded_on, withdrawn_on, withdrawn_by, reason) VALUES
    (1, 'het_quy', 'BL-SNV25', '2025-03-31', '2025-Q1', 'e1', 'nanghang', '2025-04-01', NULL, NULL, NULL),
    (2, 'bang_gia_dat', 'BL-SNV25', '2025-03-31', 'QĐ 1', 'e2', 'ut', '2025-04-01', '2025-04-02', 'ut', 'nhầm');
INSERT INTO disclosure_posting (id, event, duty, first, spot, form, recorded_by, recorded_on) VALUES
    (1, 1, 'CK04', '2025-04-10', 'bảng tin', 'p1', 'ut', '2025-04-10');
INSERT INTO disclosure_showing (posting, place, last, gone_on) VALUES
    (1, 'tru_so', '2025-05-10', NULL), (1, 'nha_van_hoa', NULL, '2025-04-20');
INSERT INTO disclosure_evidence (id, posting, kind, name, url, digest, media, bytes, scan, unfit) VALUES
    (1, 1, 'file', 'anh.jpg', NULL, 'd', 'image/jpeg', 9, 'clean', NULL),
    (2, 1, 'link', 'Trang tin', 'https://x.vn', NULL, NULL, NULL, NULL, NULL),
    (3, 1, 'missing', 'phim.exe', NULL, NULL, NULL, NULL, NULL, 'unknown');
INSERT INTO disclosure_check (id, event, duty, place, opened_on, state, agency, settled_by, settled_on, words) VALUES
    (1, 1, 'CK04', 'nha_van_hoa', '2025-04-18', 'absent', 'BL-SNV25', 'ut', '2025-04-20', 'không thấy');

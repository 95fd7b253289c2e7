-- What a database may hold when the next migration comes.
INSERT INTO report (id, assignment, number, state, version, form, value, done, hindered, proposed, agency, post, author, on_behalf,
    corrects, written_at, submitted_at, submitted_on, decided_at, decided_by, reason) VALUES
    (1, 1, 1, 'accepted', 3, 'f1', 12, 'Đã phát', 'Không', 'Không', 'BL-SNV25', 'bl-snv.cv', 'lan', FALSE,
     NULL, '2025-03-15 03:04:05Z', '2025-03-15 03:05:05Z', '2025-03-15', '2025-03-16 03:05:05Z', 'hoa', 'thiếu ảnh'),
    (2, 1, 2, 'draft', 1, 'f2', NULL, '', '', '', 'BL-SNV25', 'bl-snv.cv', 'lan', TRUE,
     1, '2025-03-18 03:04:05Z', NULL, NULL, NULL, NULL, NULL);
INSERT INTO evidence (id, report, place, kind, name, url, digest, media, bytes, scan, unfit, added_at) VALUES
    (1, 1, 1, 'file', 'anh.jpg', NULL, 'd', 'image/jpeg', 9, 'clean', NULL, '2025-03-15 03:04:05Z'),
    (2, 1, 2, 'link', 'Bài báo', 'https://x.vn', NULL, NULL, NULL, NULL, NULL, '2025-03-15 03:04:05Z'),
    (3, 1, 3, 'missing', 'phim.exe', NULL, NULL, NULL, NULL, NULL, 'unknown', '2025-03-15 03:04:05Z');
INSERT INTO extension (id, assignment, form, until, why, asked_by, asked_on, state, granted_until, reason, answered_by, answered_on) VALUES
    (1, 1, 'f3', '2025-03-31', 'mưa bão', 'lan', '2025-03-10', 'granted', '2025-03-31', 'đồng ý', 'hoa', '2025-03-11');

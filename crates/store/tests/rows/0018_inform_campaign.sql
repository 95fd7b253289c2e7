-- What a database may hold when the next migration comes.
INSERT INTO campaign (id, form, title, aim, audience, messages, contents, first, last, budget, budget_line, task, agency, written_by, written_on, opened_on, decided, closed_on, outcome, version) VALUES
    (1, 'c1', 'Nộp hồ sơ qua mạng', 'Biết nộp hồ sơ qua mạng', 'Người từ 18 tuổi', 'Nộp ở nhà', '5 8', '2025-05-05', '2025-06-30', 20000000, 'Chi thường xuyên', (SELECT min(id) FROM task), 'BL-SNV25', 'ngoc', '2025-05-02', '2025-05-05', 'Đã xem', NULL, NULL, 2),
    (2, 'c2', 'Khác', 'Biết', 'Mọi người', '', '', '2025-05-05', '2025-06-30', NULL, '', NULL, NULL, 'operator', '2025-05-02', NULL, NULL, '2025-05-03', 'Trùng', 1);
INSERT INTO campaign_item (id, campaign, form, channel, what, agency, due, bulletin, done_on, done_by, shown, reached, dropped_on) VALUES
    (1, 1, 'i1', 'zalo', 'Bài đăng', 'BL-SNV25', '2025-05-10', NULL, '2025-05-09', 'ut', 'https://x.vn', 120, NULL),
    (2, 1, 'i2', 'loudspeaker', 'Bản tin', 'BL-SNV25', '2025-05-11', 1, NULL, NULL, NULL, NULL, NULL),
    (3, 1, 'i3', 'meeting', 'Họp ấp', 'BL-SNV25', '2025-05-11', NULL, NULL, NULL, NULL, NULL, '2025-05-06');

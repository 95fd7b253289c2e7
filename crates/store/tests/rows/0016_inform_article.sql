-- What a database may hold when the next migration comes.
INSERT INTO article (id, slug, section, dimension, duty, plan, task, agency, author, state, written_by, written_on, approved_by, answers, shows_at, withdrawn_on, why_withdrawn, version) VALUES
    (1, 'thu-tuc-1', 'guidance', 5, 'CK04', '193-kh-ubnd', '5.1-01', 'BL-SNV', 'Ban biên tập', 'approved', 'hoa', '2025-05-02', 'binh', 'Trần Văn Bình', '2025-05-02 01:00:00+00:00', NULL, NULL, 2),
    (2, 'tin-2', 'news', NULL, NULL, NULL, NULL, 'BL-SNV', 'Ban biên tập', 'withdrawn', 'hoa', '2025-05-02', 'binh', 'Trần Văn Bình', '2025-05-02 01:00:00+00:00', '2025-05-03', 'Sai số liệu', 3);
INSERT INTO article_text (id, article, tongue, title, summary, body, fold) VALUES
    (1, 1, 'vi', 'Thủ tục hành chính', 'Tóm tắt', 'Nội dung', 'thu tuc hanh chinh tom tat noi dung'), (2, 2, 'vi', 'Tin', 'Tóm tắt', 'Nội dung', '');
INSERT INTO article_correction (id, article, said, made_at) VALUES (1, 1, 'Ngày 2/5 viết nhầm là 3/5', '2025-05-03 01:00:00+00:00');
INSERT INTO article_file (id, article, place, digest, media, said, width, height, bytes) VALUES
    (1, 1, 1, '00', 'image/jpeg', 'Bảng niêm yết', 800, 600, 1000);
INSERT INTO article_views (article, day, views) VALUES (1, '2025-05-02', 12);
INSERT INTO visits (day, visits) VALUES ('2025-05-02', 340);

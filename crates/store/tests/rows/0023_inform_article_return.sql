-- What a database may hold when the next migration comes.
INSERT INTO article (id, slug, section, agency, author, state, written_by, written_on, version, returned_by, returned_at, why_returned) VALUES
    (3, 'nhap-3', 'news', 'BL-SNV', 'Ban biên tập', 'draft', 'hoa', '2025-05-02', 1, 'binh', '2025-05-02 01:00:00+00:00', 'Thiếu nơi nhận hồ sơ');

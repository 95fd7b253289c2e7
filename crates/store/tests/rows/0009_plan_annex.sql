-- What a database may hold when the next migration comes.
INSERT INTO annex_word (topic, written, means) VALUES ('period', 'quý 2', 'Quý II/2025'), ('content', 'công khai', '2');
INSERT INTO annex_upload (form, plan, name, bytes, kept_on, kept_by, outcome) VALUES
    ('a-mark-of-a-form', 'ke-hoach-2026', 'phu-luc.csv', NULL, '2026-01-05', 'hoa', '{"added":["1.1-02"],"changed":[],"same":1,"missing":[]}'),
    ('a-mark-of-another', 'ke-hoach-2026', 'phu-luc.xlsx', 'bytes', '2026-01-06', 'hoa', NULL);

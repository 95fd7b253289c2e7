-- What a database may hold when the next migration comes.
INSERT INTO survey (id, form, title, agency, file_name, kept_on, kept_by, people, dropped, draft, design, digest) VALUES
    (1, 'a-mark-of-a-survey', 'Hài lòng năm 2026', 'BL-SNV', 'kobo.xlsx', '2026-02-01', 'hoa', 300, '[["Họ tên","personal"]]', NULL,
     '{"lonely":"adjust","nest":false}', '0000000000000000000000000000000000000000000000000000000000000000'),
    (2, 'a-mark-of-another', 'Bản nháp', 'BL-SNV', 'a.csv', '2026-02-02', 'hoa', 2, '[]', 'bytes', NULL, NULL);
INSERT INTO survey_column (survey, place, name, label, kind) VALUES
    (1, 1, 'thon', 'a/thon', 'cluster'), (1, 2, 'hai_long', 'b/hai_long', 'yes_no'), (2, 1, 'diem', 'diem', 'number');
INSERT INTO survey_question (id, survey, title, query) VALUES (1, 1, 'Theo giới', 'q=hai_long&by=gioi');

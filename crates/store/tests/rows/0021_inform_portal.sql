-- What a database may hold when the next migration comes.
INSERT INTO assessment (id, kind, site, name, address, assessed_on, assessor, ways, program, standards, otherwise, recorded_on, withdrawn_on, why_withdrawn) VALUES
    (1, 'own', 'own', 'Trang PAPI của tỉnh', '', '2025-05-02', 'Sở Nội vụ', 'hand program', 'axe-core 4', 'wcag22 circular26', 'Gọi bộ phận một cửa', '2025-05-02', NULL, NULL),
    (2, 'agency', 'snv.baclieu.gov.vn', 'Trang Sở Nội vụ', 'https://snv.baclieu.gov.vn', '2025-04-02', 'Sở Nội vụ', 'hand', '', 'wcag22', '', '2025-05-02', '2025-05-03', 'Ghi nhầm trang');
INSERT INTO assessment_finding (assessment, principle, standing, missing, mended_by) VALUES
    (1, 'perceivable', 'part', 'Ảnh cũ chưa có mô tả', '2025-12-31'), (1, 'operable', 'holds', '', NULL),
    (1, 'understandable', 'fails', 'Câu dài', NULL), (1, 'robust', 'unseen', '', NULL),
    (2, 'perceivable', 'holds', '', NULL);
INSERT INTO portal_section (id, name, address, agency, ground, days, looked_at, looked_on, status, trouble, digest, first_on, changed_on) VALUES
    (1, 'Công khai ngân sách', 'https://baclieu.gov.vn/ngan-sach', 'BL-SNV', 'Thông tư 343/2016/TT-BTC', 90, '2025-05-02 01:00:00+00:00', '2025-05-02', 200, NULL, '00', '2025-04-01', '2025-05-01'),
    (2, 'Lịch tiếp công dân', 'https://baclieu.gov.vn/lich', 'BL-SNV', 'Luật Tiếp công dân', 31, '2025-05-02 01:00:00+00:00', '2025-05-02', 503, 'status', NULL, NULL, NULL),
    (3, 'Tin tức', 'https://baclieu.gov.vn/tin', 'BL-SNV', 'Nghị định 42/2022/NĐ-CP', 7, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

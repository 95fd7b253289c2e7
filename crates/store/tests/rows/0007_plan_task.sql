-- What a database may hold when the next migration comes.
UPDATE document SET digest = 'd', file_name = 'kh.pdf', amends = '95-kl-tu', replaces = '95-kl-tu', agency = 'BL-SNV',
    owed_by = '@xa', owed_until = '2022-01-06' WHERE slug = '193-kh-ubnd';
INSERT INTO plan (slug, title, title_en, document, unit, first, last, calendar, state, published_on, closed_on, copied_from, source) VALUES
    ('193-kh-ubnd', 'Nâng PAPI', 'Raise PAPI', '193-kh-ubnd', '95-2008', '2021-12-17', '2025-12-31', 'par', 'closed', '2021-12-20', '2025-12-31', NULL, 'x'),
    ('ke-hoach-2026', 'Nâng PAPI', 'Raise PAPI', NULL, '95-2008', '2026-01-01', '2026-12-31', 'par', 'draft', NULL, NULL, '193-kh-ubnd', 'x');
INSERT INTO task (id, plan, code, place, section, what, product, done_when, rhythm, first, last, due_month, due_day, lead,
    measure, measure_unit, low, high, weight, scope, source, public, answered_by, amended_by, amended_on, cancelled_by, cancelled_on) VALUES
    (1, '193-kh-ubnd', '1.1-01', 1, '1', 'Phát hành', 'Tập hỏi đáp', 'Có tập', 'once', '2021-12-17', '2025-12-31', 3, 31, 'BL-SNV',
     'Số ấp', 'ấp', 0, 500, 1, 'tinh', 'x', TRUE, NULL, NULL, NULL, NULL, NULL),
    (2, 'ke-hoach-2026', '1.1-01', 1, '1', 'Phát hành', 'Tập hỏi đáp', 'Có tập', 'quarterly', '2026-01-01', '2026-12-31', NULL, NULL, '@xa',
     NULL, NULL, NULL, NULL, 1, NULL, 'x', TRUE, 1, '95-kl-tu', '2026-01-20', '95-kl-tu', '2026-02-03');
INSERT INTO task_item (task, item) VALUES (1, '1.1');
INSERT INTO task_part (task, place, agency, part, due) VALUES (1, 1, '@xa', 'Phát tài liệu', '2022-03-31');
INSERT INTO annex_name (written, agency) VALUES ('so noi vu', 'BL-SNV');
INSERT INTO assignment (id, task, origin, agency, period, first, last, due, promised, undecided, joined, cancelled_on) VALUES
    (1, 1, 'BL-SNV', 'BL-SNV25', '2025-Q1', '2024-12-15', '2025-03-14', '2025-03-20', '2025-03-31', FALSE, NULL, NULL),
    (2, 1, 'BL-SNV25', 'BL-SNV25', '2025-Q1', '2024-12-15', '2025-03-14', '2025-03-20', NULL, FALSE, 1, '2025-03-01');
INSERT INTO assignment_move (id, assignment, from_agency, to_agency, moved_on, reason, words, moved_by) VALUES
    (1, 1, 'BL-SNV', 'BL-SNV25', '2025-03-01', 'merger', 'hợp nhất', 'nanghang');

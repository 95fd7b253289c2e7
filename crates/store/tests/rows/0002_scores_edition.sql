-- What a database may hold when the next migration comes.
INSERT INTO source (id, kind, name, digest, added_by, added_at) VALUES
    (1, 'embedded', 'PAPI', NULL, 'nanghang', '2025-05-20T02:00:00Z'),
    (2, 'import', 'PAPI 2024.xlsx', 'ab12', 'Lan', '2025-05-20T03:00:00Z');
INSERT INTO edition (year, published_on) VALUES (2023, '2024-04-02'), (2024, NULL);
INSERT INTO figure (year, unit, code, score, source, sheet, sheet_row, sheet_column) VALUES
    (2023, '95-2008', '1.1', 1.25, 1, NULL, NULL, NULL),
    (2024, '95-2008', '1.1', 1.5, 2, '2024_VIE_ENG', 7, 'BM');
INSERT INTO figure_history (id, year, unit, code, score, source, sheet, sheet_row, sheet_column, replaced_by) VALUES
    (1, 2024, '95-2008', '1.1', 1.4, 2, '2024_VIE', 8, 'BM', 2),
    (2, 2024, '26-2008', '1.1', NULL, NULL, NULL, NULL, NULL, 2);
INSERT INTO estimate (year, unit, item, estimate, value, source, sheet, sheet_row, sheet_column) VALUES
    (2024, '95-2008', 'total', 'weighted', 43.5, 2, '2024_VIE_ENG', 5, 'BM');

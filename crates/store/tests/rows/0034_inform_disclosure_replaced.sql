-- What a database may hold when the next migration comes.
INSERT INTO disclosure_event (id, kind, agency, day, words, form, recorded_by, recorded_on) VALUES
    (3, 'bang_gia_dat', 'BL-SNV25', '2025-01-06', 'QĐ 2', 'e3', 'ut', '2025-04-03'),
    (4, 'bang_gia_dat', 'BL-SNV25', '2025-05-06', 'QĐ 3', 'e4', 'ut', '2025-05-06');
INSERT INTO disclosure_posting (id, event, duty, first, spot, form, recorded_by, recorded_on) VALUES
    (2, 4, 'CK12', '2025-05-08', 'bảng tin', 'p2', 'ut', '2025-05-08');
INSERT INTO disclosure_replaced (posting, event) VALUES (2, 3);
INSERT INTO disclosure_check (id, event, duty, place, opened_on, state, posting) VALUES
    (2, 4, 'CK12', 'tru_so', '2025-05-09', 'open', 2);

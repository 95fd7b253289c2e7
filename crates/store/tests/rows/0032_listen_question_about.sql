-- What a database may hold when the next migration comes.
INSERT INTO question (id, code, secret, kind, place, agency, words, fold, form, received_on, due, counted_from, extended, state, settled_on, late, reopened, main, rating, consent, picture, media, about) VALUES
    (4, '6K3M-92QD', 's4', 'own_data', 'BL-SNV25', 'BL-SNV25', 'Xin xóa', 'xin xoa', 'f4', '2025-05-14', '2025-05-19', '2025-05-14', 0, 'open', NULL, NULL, 0, NULL, NULL, FALSE, NULL, NULL, 1);
INSERT INTO feedback_import (id, form, source, source_key, file_name, as_of, brought_on, brought_by, dropped, columns, digest, sealed) VALUES
    (3, 'mau-0123456789-0125', 'Zalo', 'zalo', 'z.csv', '2025-05-15', '2025-05-16', 'lan', '[]', NULL, NULL, 'x');

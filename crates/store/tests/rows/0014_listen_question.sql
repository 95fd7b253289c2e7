-- What a database may hold when the next migration comes.
INSERT INTO question (id, code, secret, kind, place, agency, words, fold, form, received_on, due, counted_from, extended, state, settled_on, late, reopened, main, rating, consent, picture, media) VALUES
    (1, '7K3M-92QD', 's1', 'feedback', 'BL-SNV25', 'BL-SNV25', 'Đường hư', 'duong hu', 'f1', '2025-05-02', '2025-05-09', '2025-05-02', 0, 'answered', '2025-05-12', 3, 0, NULL, 2, TRUE, 'd', 'image/jpeg'),
    (2, '8K3M-92QD', 's2', 'information', NULL, NULL, 'Xin bản đồ', 'xin ban do', 'f2', '2025-05-02', '2025-05-07', '2025-05-02', 0, 'open', NULL, NULL, 0, NULL, NULL, FALSE, NULL, NULL),
    (3, '9K3M-92QD', 's3', 'feedback', NULL, 'BL-SNV25', 'Đường hư', 'duong hu', 'f3', '2025-05-03', '2025-05-09', '2025-05-03', 0, 'folded', '2025-05-04', NULL, 0, 1, NULL, FALSE, NULL, NULL);
INSERT INTO question_contact (question, sealed) VALUES (1, 'x');
INSERT INTO question_step (id, question, what, from_agency, to_agency, words, done_by, done_on) VALUES
    (1, 1, 'routed', 'BL-X-P2', 'BL-SNV25', 'đúng việc', 'ut', '2025-05-03'),
    (2, 1, 'answered', NULL, NULL, 'Đã sửa', 'ut', '2025-05-12'),
    (3, 1, 'reopened', NULL, NULL, 'Vẫn hư', NULL, '2025-05-13');
INSERT INTO question_public (question, words, answer, fold, published_on, published_by) VALUES
    (1, 'Đường hư', 'Đã sửa', 'duong hu da sua', '2025-05-14', 'ut');

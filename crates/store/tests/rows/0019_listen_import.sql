-- What a database may hold when the next migration comes.
INSERT INTO feedback_import (id, form, source, source_key, file_name, as_of, brought_on, brought_by, dropped, draft, columns, digest) VALUES
    (1, 'mau-0123456789-0123', 'Tổng đài 1022', 'tong dai 1022', 'pa.csv', '2025-05-15', '2025-05-16', 'lan', '["Họ tên"]', NULL, '[["Mã","code"]]', 'abc'),
    (2, 'mau-0123456789-0124', 'Zalo', 'zalo', 'z.csv', '2025-05-15', '2025-05-16', 'lan', '[]', '{}', NULL, NULL);
INSERT INTO feedback_line (import, code, received_on, due_on, answered_on, state, satisfied, place, agency, words, link) VALUES
    (1, 'PA-1', '2025-05-02', '2025-05-12', '2025-05-09', 'answered', TRUE, 'BL-X-P2', 'BL-X-P2', 'Đèn đường hỏng', NULL),
    (1, 'PA-2', '2025-05-03', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'https://1022.example.vn/pa-2');
INSERT INTO feedback_system (id, name, address, said_on) VALUES (1, 'Tổng đài 1022', 'https://1022.example.vn', '2025-05-02');

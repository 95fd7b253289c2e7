-- What a database may hold when the next migration comes.
INSERT INTO pulse (id, title, population, opens_on, closes_on, ended_on, why_ended) VALUES
    (1, 'Trả kết quả đúng hẹn', 'Người nhận kết quả trong quý I', '2025-05-02', '2025-05-31', NULL, NULL),
    (2, 'Thu gom rác', 'Hộ trong danh sách', '2025-04-01', '2025-04-30', '2025-04-03', 'In sai phiếu');
INSERT INTO pulse_item (pulse, place, item, version, dimension, scale, asked, asked_en) VALUES
    (1, 0, 'dung-hen', 1, '5', 'yes_no', 'Có đúng hẹn không?', 'Was it on time?'),
    (2, 0, 'thu-gom-rac', 1, '7', 'rating_5', 'Thu gom rác thế nào?', 'How is waste collected?');
INSERT INTO pulse_stratum (pulse, place, name, agency, size, codes, printed_on) VALUES
    (1, 0, 'Phường 2', 'BL-SNV', 900, 2, '2025-05-02'), (2, 0, 'Khóm 1', NULL, 50, 5, NULL);
INSERT INTO pulse_code (mark, pulse, stratum, used) VALUES ('abc', 1, 0, TRUE), ('abd', 1, 0, FALSE);
INSERT INTO pulse_count (pulse, stratum, item, value, answers) VALUES (1, 0, 0, 1, 1), (1, 0, 0, -1, 0);

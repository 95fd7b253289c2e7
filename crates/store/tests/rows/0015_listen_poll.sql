-- What a database may hold when the next migration comes.
INSERT INTO poll (id, asked, asked_en, opens_on, closes_on, ended_on, why_ended) VALUES
    (1, 'Ông, bà biết giờ làm việc của bộ phận một cửa qua đâu?', 'Where did you learn the opening hours?', '2025-05-02', '2025-05-31', NULL, NULL),
    (2, 'Ông, bà có nghe loa của ấp không?', '', '2025-04-01', '2025-04-30', '2025-04-03', 'Câu hỏi viết sai');
INSERT INTO poll_choice (poll, place, said, said_en, answers) VALUES
    (1, 0, 'Bảng niêm yết', 'The notice board', 12), (1, 1, 'Loa truyền thanh', 'The loudspeaker', 7),
    (2, 0, 'Có', '', 0), (2, 1, 'Không', '', 0);
INSERT INTO poll_form (poll, form) VALUES (1, '0123456789abcdef');

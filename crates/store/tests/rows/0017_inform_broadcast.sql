-- What a database may hold when the next migration comes.
INSERT INTO broadcast_station (agency, kept_by, kept_on) VALUES ('BL-SNV25', 'ut', '2025-05-02');
INSERT INTO broadcast_set (station, place, spot, kind, horns, works) VALUES
    ('BL-SNV25', 0, 'Khóm 1', 'network', 2, TRUE), ('BL-SNV25', 1, 'Khóm 2', 'wired', 1, FALSE);
INSERT INTO broadcast_slot (station, place, begins, minutes, days, name) VALUES
    ('BL-SNV25', 0, 300, 30, 127, 'Buổi sáng'), ('BL-SNV25', 1, 1020, 30, 31, '');
INSERT INTO broadcast_bulletin (id, form, title, text, text_km, priority, content, first, last, times, begins, agency, written_by, written_on, sent_at, decided, withdrawn_on, reason, version) VALUES
    (1, 'b1', 'Giờ làm việc', 'Kính thưa bà con', 'សូមគោរព', 'normal', 5, '2025-05-05', '2025-05-11', 3, NULL, 'BL-SNV25', 'ngoc', '2025-05-02', '2025-05-02T03:00:00Z', 'Đã xem', NULL, NULL, 2),
    (2, 'b2', 'Triều cường', 'Nước lên', '', 'urgent', NULL, '2025-05-12', '2025-05-12', 1, 1020, NULL, 'operator', '2025-05-12', NULL, NULL, '2025-05-12', 'Viết sai', 1);
INSERT INTO broadcast_sending (bulletin, station, sent_at) VALUES (1, 'BL-SNV25', '2025-05-02T03:00:00Z');
INSERT INTO broadcast_schedule (bulletin, station, day, begins) VALUES (1, 'BL-SNV25', '2025-05-05', 300);
INSERT INTO broadcast_log (id, station, bulletin, title, day, begins, seconds, source, logged_by, logged_on, struck_on, struck_by, reason) VALUES
    (1, 'BL-SNV25', 1, '', '2025-05-05', 300, 95, 'hand', 'ut', '2025-05-05', NULL, NULL, NULL),
    (2, 'BL-SNV25', NULL, 'Ca cổ', '2025-05-06', 300, 600, 'file', 'ut', '2025-05-06', '2025-05-07', 'ut', 'nhầm ngày');

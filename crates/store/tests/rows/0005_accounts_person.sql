-- What a database may hold when the next migration comes.
INSERT INTO person (id, account, name, password, totp, totp_step, totp_offered, subject, made_at, disabled_at, form) VALUES
    (1, 'lan', 'Lan', '$argon2id$x', 'ABC', 7, 'DEF', 'sub-1', '2025-01-02 03:04:05Z', '2025-02-03 04:05:06Z', 'f1');
INSERT INTO post (code, name, agency, role, began, ended, form) VALUES
    ('bl-snv.cv', 'Chuyên viên', 'BL-SNV', 'officer', '2024-01-01', '2025-02-28', 'f2');
INSERT INTO holding (id, post, person, deputy, began, ended) VALUES (1, 'bl-snv.cv', 1, FALSE, '2024-01-01', '2025-02-28');
INSERT INTO session (digest, person, post, awaits_code, began_at, seen_at, client, agent) VALUES
    ('d1', 1, 'bl-snv.cv', FALSE, '2025-01-02 03:04:05Z', '2025-01-02 03:04:05Z', '10.0.0.1', 'Firefox');
INSERT INTO sign_in_link (digest, person, made_by, made_at, ends_at, used_at) VALUES
    ('d2', 1, 'quan-tri', '2025-01-02 03:04:05Z', '2025-01-05 03:04:05Z', '2025-01-03 03:04:05Z');
INSERT INTO recovery_code (person, digest, used_at) VALUES (1, 'd3', '2025-01-03 03:04:05Z');
INSERT INTO sign_in_failure (id, account, client, device, held, at) VALUES (1, 'd5', '10.0.0.1', 'd4', 2, '2025-01-03 03:04:05Z');
INSERT INTO known_device (digest, person, seen_at) VALUES ('d4', 1, '2025-01-03 03:04:05Z');

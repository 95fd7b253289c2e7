-- What a database may hold when the next migration comes.
INSERT INTO audit (seq, at, who, post, agency, client, act, subject, before, after, hash) VALUES
    (1, '2025-05-20T02:00:00Z', 'nanghang', 'program', NULL, NULL, 'scores.opened', 'editions', NULL, NULL, 'a0'),
    (2, '2025-05-20T03:00:00Z', 'Lan', 'operator', 'so-noi-vu', '192.0.2.7', 'scores.imported', 'edition/2024',
        '{"rows":1}', '{"rows":2}', 'b1');

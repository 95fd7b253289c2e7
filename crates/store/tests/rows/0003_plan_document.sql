-- What a database may hold when the next migration comes.
INSERT INTO document (slug, sign, kind, issued_on, issuer, issuer_en, title, title_en, carries_out, source) VALUES
    ('95-kl-tu', '95-KL/TU', 'conclusion', '2021-11-10', 'Tỉnh ủy', 'Party committee', 'Nâng chỉ số', 'Raise the indices', NULL, 'x'),
    ('193-kh-ubnd', '193/KH-UBND', 'plan', '2021-12-17', 'UBND', 'Committee', 'Nâng PAPI', 'Raise PAPI', '95-kl-tu', 'x');
INSERT INTO plan_target (document, place, said, said_en, asks, first_year, last_year) VALUES
    ('193-kh-ubnd', 1, 'nhóm 20', 'first 20', 'rank=20', 2025, 2025);

-- What a database may hold when the next migration comes.
INSERT INTO knowledge (campaign, before_pulse, before_tied_on, after_pulse, after_tied_on, version) VALUES
    (1, 2, '2025-05-01', 1, '2025-05-02', 2), (2, NULL, NULL, NULL, NULL, 4);

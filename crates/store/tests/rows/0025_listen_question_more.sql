-- What a database may hold when the next migration comes.
UPDATE question SET topic = 'land' WHERE id = 1;
INSERT INTO question_letter (id, question, step, tries, next_at) VALUES (1, 1, 2, 2, '2025-05-02 01:00:00+00:00');

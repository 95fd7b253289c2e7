-- What a database may hold when the next migration comes.
UPDATE question SET ground = 'secret' WHERE id = 1;
UPDATE question_step SET ground = 'secret' WHERE id = 2;
INSERT INTO question_file (id, question, step, place, name, media, bytes, mark, digest, is_public) VALUES
    (1, 1, 2, 1, 'ke-hoach.pdf', 'application/pdf', 120, 'm', 'd', FALSE);

-- Of a request about own data that came by code and secret of a question: that question, whose words it asks to take away.
ALTER TABLE question ADD COLUMN about BIGINT REFERENCES question (id);

CREATE INDEX question_about ON question (about);

-- What was opened again, or closed, is not answered, and what is public of it no answer that holds.
UPDATE question_file SET is_public = FALSE WHERE question IN (SELECT id FROM question WHERE state <> 'answered');

DELETE FROM question_public WHERE question IN (SELECT id FROM question WHERE state <> 'answered');

-- What waits to be described may tell how somebody is reached: it is sealed. What waited in clear goes, and is brought again.
DELETE FROM feedback_import WHERE columns IS NULL;

ALTER TABLE feedback_import DROP COLUMN draft;

-- The columns until a person said what they are, as sealed JSON; none after
ALTER TABLE feedback_import ADD COLUMN sealed {bytes};

-- How far what was asked for was given, by the newest answer: `all`, `part`, `nothing`; and on what ground it was not.
ALTER TABLE question ADD COLUMN given TEXT;

-- A word of `data/question_grounds.csv`
ALTER TABLE question ADD COLUMN ground TEXT;

UPDATE question SET given = (
    SELECT CASE s.what WHEN 'declined' THEN 'nothing' ELSE 'all' END FROM question_step s
    WHERE s.question = question.id AND s.what IN ('answered', 'declined') ORDER BY s.id DESC LIMIT 1
);

-- Of an answer that gives a part or nothing, the same
ALTER TABLE question_step ADD COLUMN ground TEXT;

-- Files that go with an answer, sealed as pictures are; gone some days after it, unless they are public
CREATE TABLE question_file (
    id {id},
    question BIGINT NOT NULL REFERENCES question (id),
    -- The answer
    step BIGINT NOT NULL REFERENCES question_step (id),
    -- From 1, among the files of the question
    place BIGINT NOT NULL,
    -- As it is handed out
    name TEXT NOT NULL,
    media TEXT NOT NULL,
    -- Its weight, opened
    bytes BIGINT NOT NULL,
    -- The keyed mark of its SHA-256, by which the audit trail knows it
    mark TEXT NOT NULL,
    -- The name of the sealed bytes among the attachments
    digest TEXT NOT NULL,
    -- Whether anyone may have it, while the question is public
    is_public BOOLEAN NOT NULL,
    UNIQUE (question, place)
);

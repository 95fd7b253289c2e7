-- By what an asker is reached: `mail`, `telephone`. What was kept before is an address of electronic mail.
ALTER TABLE question_contact ADD COLUMN way TEXT NOT NULL DEFAULT 'mail';

-- What it is about, a word of `data/question_topics.csv`; none where the asker named nothing
ALTER TABLE question ADD COLUMN topic TEXT;

CREATE INDEX question_topic ON question (topic);

-- Those that are open or were answered of late: so that another that asks the same is found among them
CREATE INDEX question_settled ON question (settled_on);

-- Answers that wait to be sent by electronic mail; a row goes once it was sent, or given up
CREATE TABLE question_letter (
    id {id},
    -- Whose asker gets it
    question BIGINT NOT NULL REFERENCES question (id),
    -- The answer; that of another question where this one was folded into it
    step BIGINT NOT NULL REFERENCES question_step (id),
    -- How often it was tried
    tries BIGINT NOT NULL,
    -- Not before this instant
    next_at {instant} NOT NULL,
    UNIQUE (question, step)
);

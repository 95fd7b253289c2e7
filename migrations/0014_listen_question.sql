-- What people ask, tell and want to know, and what became of it. How to reach them lies apart, sealed by a key that is not here.
CREATE TABLE question (
    id {id},
    -- `7K3M-92QD`, by which the asker follows it
    code TEXT NOT NULL UNIQUE,
    -- SHA-256 of the secret that goes with the code
    secret TEXT NOT NULL,
    -- `feedback`, `information`, `own_data`
    kind TEXT NOT NULL,
    -- The agency that the asker named
    place TEXT REFERENCES agency (code),
    -- The agency that must answer; none while nobody has sent it on
    agency TEXT REFERENCES agency (code),
    words TEXT NOT NULL,
    -- The same without marks, for search
    fold TEXT NOT NULL,
    -- The key of the form it came by; the same form asks once
    form TEXT NOT NULL UNIQUE,
    received_on {date} NOT NULL,
    -- The day that the asker was told, of the present round
    due {date} NOT NULL,
    -- The first day of the present round
    counted_from {date} NOT NULL,
    -- How often the present round was extended
    extended BIGINT NOT NULL,
    -- `open`, `answered`, `closed`, `folded`
    state TEXT NOT NULL,
    -- The day of the newest answer, of closing or of folding; none while it is open
    settled_on {date},
    -- Days by which the latest of its answers was late, 0 for none; empty while none was given
    late BIGINT,
    reopened BIGINT NOT NULL,
    -- The question whose answer is this one's too
    main BIGINT REFERENCES question (id),
    -- 1 to 5
    rating BIGINT,
    -- Whether it may be published once personal data are out
    consent BOOLEAN NOT NULL,
    -- The name of the sealed picture among the attachments, and what it is
    picture TEXT,
    media TEXT
);

CREATE INDEX question_state ON question (state, due);

CREATE INDEX question_agency ON question (agency, state);

CREATE INDEX question_main ON question (main);

-- How to reach the asker, sealed; gone some days after the answer
CREATE TABLE question_contact (
    question BIGINT PRIMARY KEY REFERENCES question (id),
    sealed {bytes} NOT NULL
);

-- What was done about a question, as both sides see it
CREATE TABLE question_step (
    id {id},
    question BIGINT NOT NULL REFERENCES question (id),
    -- `routed`, `extended`, `answered`, `declined`, `reopened`, `folded`, `closed`
    what TEXT NOT NULL,
    -- Of what was routed, from where and to where
    from_agency TEXT,
    to_agency TEXT,
    -- The answer, or the reason
    words TEXT NOT NULL,
    -- The account of the official; none where the asker did it
    done_by TEXT,
    done_on {date} NOT NULL
);

CREATE INDEX question_step_question ON question_step (question, id);

-- What anyone may read of a question and its answer, after a person took personal data out
CREATE TABLE question_public (
    question BIGINT PRIMARY KEY REFERENCES question (id),
    words TEXT NOT NULL,
    answer TEXT NOT NULL,
    fold TEXT NOT NULL,
    published_on {date} NOT NULL,
    published_by TEXT NOT NULL
);

CREATE INDEX question_public_day ON question_public (published_on, question);

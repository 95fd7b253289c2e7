-- People, the posts that they hold, and how they sign in. No citizen identity number, no birth date, no address.
CREATE TABLE person (
    id {id},
    -- The name to sign in with, folded
    account TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- A PHC string of Argon2id; none until a link was used
    password TEXT,
    -- The secret of the second factor, in base 32; none where there is no second factor
    totp TEXT,
    -- The last step that was taken, so that a code works once
    totp_step BIGINT,
    -- A secret that was shown and waits for its first code
    totp_offered TEXT,
    -- The subject at the province's own identity service
    subject TEXT UNIQUE,
    made_at {instant} NOT NULL,
    disabled_at {instant},
    -- The mark of the form that it came by, so that a form sent twice makes one
    form TEXT UNIQUE
);

CREATE TABLE post (
    -- `bl-snv.chuyen-vien`
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    agency TEXT NOT NULL REFERENCES agency (code),
    role TEXT NOT NULL,
    began {date} NOT NULL,
    ended {date},
    form TEXT UNIQUE
);

-- Who holds a post from when to when. A deputy holds it for a time beside its holder.
CREATE TABLE holding (
    id {id},
    post TEXT NOT NULL REFERENCES post (code),
    person BIGINT NOT NULL REFERENCES person (id),
    deputy BOOLEAN NOT NULL,
    began {date} NOT NULL,
    -- The last day
    ended {date}
);

CREATE INDEX holding_person ON holding (person);
CREATE INDEX holding_post ON holding (post);

CREATE TABLE session (
    -- SHA-256 of the token in the cookie
    digest TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    -- The post that the person is at
    post TEXT REFERENCES post (code),
    -- The password was right and the code of the second factor is still to come: no desk yet
    awaits_code BOOLEAN NOT NULL,
    began_at {instant} NOT NULL,
    seen_at {instant} NOT NULL,
    client TEXT,
    agent TEXT
);

CREATE INDEX session_person ON session (person);

-- One-time links: the first administrator's, a new account's, a forgotten password's.
CREATE TABLE sign_in_link (
    digest TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    made_by TEXT NOT NULL,
    made_at {instant} NOT NULL,
    ends_at {instant} NOT NULL,
    used_at {instant}
);

CREATE TABLE recovery_code (
    person BIGINT NOT NULL REFERENCES person (id),
    digest TEXT NOT NULL,
    used_at {instant},
    PRIMARY KEY (person, digest)
);

-- Failed tries to sign in, for throttling; old ones are removed.
CREATE TABLE sign_in_failure (
    id {id},
    -- SHA-256 of the name that was typed: people type a password there
    account TEXT NOT NULL,
    client TEXT NOT NULL,
    -- The known device that it came from; none for strangers
    device TEXT,
    -- How many tries were held back since, unread
    held BIGINT NOT NULL,
    at {instant} NOT NULL
);

CREATE INDEX sign_in_failure_account ON sign_in_failure (account, at);
CREATE INDEX sign_in_failure_client ON sign_in_failure (client, at);

-- Devices from which an account was signed in before: its owner is let try while strangers are held back.
CREATE TABLE known_device (
    digest TEXT PRIMARY KEY,
    person BIGINT NOT NULL REFERENCES person (id),
    seen_at {instant} NOT NULL
);

-- The audit trail: who did what, and what it was before. Rows are only ever added.
--
-- Instants are whole seconds in UTC, so that they sort alike as text (SQLite) and as instants (PostgreSQL).
-- `hash` covers every other column and the hash of the row before.
CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    at {instant} NOT NULL,
    who TEXT NOT NULL,
    post TEXT NOT NULL,
    agency TEXT,
    client TEXT,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT,
    hash TEXT NOT NULL
);

CREATE INDEX audit_subject ON audit (subject, seq);

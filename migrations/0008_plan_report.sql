-- Reports on assignments, their evidence, and extensions. What was sent is never edited: a correction is a new report.
CREATE TABLE report (
    id {id},
    assignment BIGINT NOT NULL REFERENCES assignment (id),
    -- Counts from 1 within the assignment
    number BIGINT NOT NULL,
    -- `draft`, `submitted`, `returned`, `resubmitted`, `accepted`
    state TEXT NOT NULL,
    -- Grows with every change of the draft or the state: whoever changes an older one is told
    version BIGINT NOT NULL,
    -- The key of the form it came by; the same form makes one report
    form TEXT NOT NULL UNIQUE,
    value DOUBLE PRECISION,
    done TEXT NOT NULL,
    hindered TEXT NOT NULL,
    proposed TEXT NOT NULL,
    -- The agency that said it, and the post of who typed it
    agency TEXT NOT NULL REFERENCES agency (code),
    post TEXT NOT NULL,
    author TEXT NOT NULL,
    -- Typed by another for a body outside the province's command
    on_behalf BOOLEAN NOT NULL,
    -- The accepted report that this one corrects
    corrects BIGINT REFERENCES report (id),
    written_at {instant} NOT NULL,
    submitted_at {instant},
    submitted_on {date},
    decided_at {instant},
    decided_by TEXT,
    -- Why it was returned
    reason TEXT,
    UNIQUE (assignment, number)
);

CREATE TABLE evidence (
    id {id},
    report BIGINT NOT NULL REFERENCES report (id),
    place BIGINT NOT NULL,
    -- `file`, `link`, `missing` for a file that was sent and not kept
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    -- SHA-256 of the bytes, an attachment; of a picture, after its position was taken out
    digest TEXT,
    media TEXT,
    bytes BIGINT,
    -- Of a file: `clean`, `unscanned`
    scan TEXT,
    -- Why a file was not kept: `interrupted`, `too_large`, …
    unfit TEXT,
    added_at {instant} NOT NULL
);

CREATE INDEX evidence_report ON evidence (report, place);

CREATE TABLE extension (
    id {id},
    assignment BIGINT NOT NULL REFERENCES assignment (id),
    -- The key of the form it came by; the same form asks once
    form TEXT NOT NULL UNIQUE,
    until {date} NOT NULL,
    why TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_on {date} NOT NULL,
    -- `asked`, `granted`, `refused`
    state TEXT NOT NULL,
    granted_until {date},
    reason TEXT,
    answered_by TEXT,
    answered_on {date}
);

CREATE INDEX extension_assignment ON extension (assignment);

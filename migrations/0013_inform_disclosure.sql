-- What a commune must make public: events that make duties arise, what was posted where, and checks of what is said to be missing.
-- Duties and their laws are data of the program; a disclosure is an event and the code of a duty.
CREATE TABLE disclosure_event (
    id {id},
    -- `ke_hoach_su_dung_dat`, `het_quy` …
    kind TEXT NOT NULL,
    -- The commune where it happened
    agency TEXT NOT NULL REFERENCES agency (code),
    day {date} NOT NULL,
    -- The document, the quarter
    words TEXT NOT NULL,
    -- The key of the form it came by; the same form makes one event
    form TEXT NOT NULL UNIQUE,
    recorded_by TEXT NOT NULL,
    recorded_on {date} NOT NULL,
    withdrawn_on {date},
    withdrawn_by TEXT,
    -- Why it was withdrawn
    reason TEXT
);

CREATE INDEX disclosure_event_agency ON disclosure_event (agency, day);

CREATE TABLE disclosure_posting (
    id {id},
    event BIGINT NOT NULL REFERENCES disclosure_event (id),
    -- `CK11`
    duty TEXT NOT NULL,
    first {date} NOT NULL,
    -- Where exactly
    spot TEXT NOT NULL,
    form TEXT NOT NULL UNIQUE,
    recorded_by TEXT NOT NULL,
    recorded_on {date} NOT NULL
);

CREATE INDEX disclosure_posting_event ON disclosure_posting (event, duty);

-- One place of a posting
CREATE TABLE disclosure_showing (
    posting BIGINT NOT NULL REFERENCES disclosure_posting (id),
    -- `tru_so`, `nha_van_hoa` …
    place TEXT NOT NULL,
    -- The last day that it hung there, or is to hang
    last {date},
    -- The day that a check did not find it
    gone_on {date},
    PRIMARY KEY (posting, place)
);

CREATE TABLE disclosure_evidence (
    id {id},
    posting BIGINT NOT NULL REFERENCES disclosure_posting (id),
    -- As in the table evidence
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    digest TEXT,
    media TEXT,
    bytes BIGINT,
    scan TEXT,
    unfit TEXT
);

CREATE INDEX disclosure_evidence_posting ON disclosure_evidence (posting);

-- Somebody said that it is not there; nothing is known of who
CREATE TABLE disclosure_check (
    id {id},
    event BIGINT NOT NULL REFERENCES disclosure_event (id),
    duty TEXT NOT NULL,
    place TEXT NOT NULL,
    opened_on {date} NOT NULL,
    -- `open`, `found`, `absent`
    state TEXT NOT NULL,
    -- The agency that looked, and who
    agency TEXT,
    settled_by TEXT,
    settled_on {date},
    words TEXT
);

CREATE INDEX disclosure_check_event ON disclosure_check (event, duty);

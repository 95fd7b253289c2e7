-- Plans and their tasks, and what arises from them: assignments of one task to one agency in one period.
ALTER TABLE document ADD COLUMN digest TEXT;
ALTER TABLE document ADD COLUMN file_name TEXT;
ALTER TABLE document ADD COLUMN amends TEXT REFERENCES document (slug);
ALTER TABLE document ADD COLUMN replaces TEXT REFERENCES document (slug);
-- The agency that issued it, where it is one of ours
ALTER TABLE document ADD COLUMN agency TEXT REFERENCES agency (code);
-- Who owes a plan of their own to carry this one out: an agency or a group, and by when
ALTER TABLE document ADD COLUMN owed_by TEXT;
ALTER TABLE document ADD COLUMN owed_until {date};

CREATE TABLE plan (
    slug TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    -- Its document; a draft has none yet
    document TEXT REFERENCES document (slug),
    -- The province, by its lasting name
    unit TEXT NOT NULL,
    first {date} NOT NULL,
    last {date} NOT NULL,
    calendar TEXT NOT NULL,
    -- `draft`, `published`, `closed`
    state TEXT NOT NULL,
    -- Assignments arise for periods that are due on this day or later
    published_on {date},
    closed_on {date},
    copied_from TEXT REFERENCES plan (slug),
    -- Where it was found, and what of it is the sample's
    source TEXT NOT NULL
);

CREATE TABLE task (
    id {id},
    plan TEXT NOT NULL REFERENCES plan (slug),
    code TEXT NOT NULL,
    place BIGINT NOT NULL,
    -- The section of the plan: a dimension `1`…, or another of the plan's own, `TT`, `CH`
    section TEXT NOT NULL,
    what TEXT NOT NULL,
    product TEXT NOT NULL,
    done_when TEXT NOT NULL,
    -- `once`, `monthly`, `quarterly`, `half_yearly`, `yearly`, `continuous`
    rhythm TEXT NOT NULL,
    first {date} NOT NULL,
    last {date} NOT NULL,
    -- The day of each plan year that it is due, where it is not the period's
    due_month BIGINT,
    due_day BIGINT,
    -- An agency or a group; none only in a draft
    lead TEXT,
    measure TEXT,
    measure_unit TEXT,
    low DOUBLE PRECISION,
    high DOUBLE PRECISION,
    weight DOUBLE PRECISION NOT NULL,
    -- The level that it applies to, as the plan's annex has it
    scope TEXT,
    source TEXT NOT NULL,
    public BOOLEAN NOT NULL,
    -- The task of another plan that answers this one too
    answered_by BIGINT REFERENCES task (id),
    -- The document behind the last change after publication
    amended_by TEXT REFERENCES document (slug),
    -- The day since which it says what it says: nothing arises for periods that closed before
    amended_on {date},
    cancelled_by TEXT REFERENCES document (slug),
    cancelled_on {date},
    UNIQUE (plan, code)
);

-- What a task is for: `1.1`, `4`, or another index, `par_index`.
CREATE TABLE task_item (
    task BIGINT NOT NULL REFERENCES task (id),
    item TEXT NOT NULL,
    PRIMARY KEY (task, item)
);

-- Cooperating agencies, each with its own part and date.
CREATE TABLE task_part (
    task BIGINT NOT NULL REFERENCES task (id),
    place BIGINT NOT NULL,
    -- An agency or a group
    agency TEXT NOT NULL,
    part TEXT,
    due {date},
    PRIMARY KEY (task, agency)
);

-- How an annex wrote an agency, as a person settled it; `agency` is an agency or a group.
CREATE TABLE annex_name (
    written TEXT PRIMARY KEY,
    agency TEXT NOT NULL
);

CREATE TABLE assignment (
    id {id},
    task BIGINT NOT NULL REFERENCES task (id),
    -- The agency that it arose for; never changes
    origin TEXT NOT NULL REFERENCES agency (code),
    -- The agency that owes it now
    agency TEXT NOT NULL REFERENCES agency (code),
    -- `2025-Q1`
    period TEXT NOT NULL,
    first {date} NOT NULL,
    last {date} NOT NULL,
    due {date} NOT NULL,
    -- The day that was granted last
    promised {date},
    -- Its agency ended and has several successors: a person decides
    undecided BOOLEAN NOT NULL,
    -- Another assignment of the same task and period that answers this one too, after a merger
    joined BIGINT REFERENCES assignment (id),
    cancelled_on {date},
    UNIQUE (task, origin, period)
);

CREATE INDEX assignment_agency ON assignment (agency, due);

-- Where an assignment went, and why. Rows are only ever added.
CREATE TABLE assignment_move (
    id {id},
    assignment BIGINT NOT NULL REFERENCES assignment (id),
    from_agency TEXT NOT NULL,
    to_agency TEXT NOT NULL,
    moved_on {date} NOT NULL,
    -- `merger`, `decision`, `transfer`
    reason TEXT NOT NULL,
    words TEXT,
    moved_by TEXT NOT NULL
);

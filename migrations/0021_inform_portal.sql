-- What agencies say of how people with disabilities can use their sites: published at once, never changed, withdrawn with a reason.
CREATE TABLE assessment (
    id {id},
    -- `own`, `province`, `agency`
    kind TEXT NOT NULL,
    -- What assessments of the same site have in common: `own`, or the address without its scheme
    site TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Empty where it is this site, whose address its readers have
    address TEXT NOT NULL,
    assessed_on {date} NOT NULL,
    -- Who assessed it, as it is printed
    assessor TEXT NOT NULL,
    -- `hand`, `program`, `people`, with a space between
    ways TEXT NOT NULL,
    -- Which program; empty where none was used
    program TEXT NOT NULL,
    -- `wcag22`, `circular26`, with a space between
    standards TEXT NOT NULL,
    -- How to ask for the same in another way; may be empty
    otherwise TEXT NOT NULL,
    recorded_on {date} NOT NULL,
    withdrawn_on {date},
    why_withdrawn TEXT
);

CREATE INDEX assessment_site ON assessment (site, assessed_on, id);

CREATE TABLE assessment_finding (
    assessment BIGINT NOT NULL REFERENCES assessment (id),
    -- `perceivable`, `operable`, `understandable`, `robust`
    principle TEXT NOT NULL,
    -- `holds`, `part`, `fails`, `unseen`
    standing TEXT NOT NULL,
    -- What is missing; may be empty
    missing TEXT NOT NULL,
    -- By when it is to be mended; empty where no day is set
    mended_by {date},
    PRIMARY KEY (assessment, principle)
);

-- Sections of the province's sites that must be kept fresh, and what the program saw of each. Nobody's name.
CREATE TABLE portal_section (
    id {id},
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    -- Who must keep it fresh
    agency TEXT NOT NULL REFERENCES agency (code),
    -- The law or the ground, as written
    ground TEXT NOT NULL,
    -- Its text must change within so many days
    days BIGINT NOT NULL,
    -- When the program looked last; empty where it never did
    looked_at {instant},
    looked_on {date},
    -- What the server answered, by HTTP; empty where nothing came
    status BIGINT,
    -- Why it could not be looked at; empty where it could
    trouble TEXT,
    -- SHA-256 of the visible text as it was seen last
    digest TEXT,
    -- The first day that its text was seen
    first_on {date},
    -- The last day that its text was seen to be another; empty where it never was
    changed_on {date}
);

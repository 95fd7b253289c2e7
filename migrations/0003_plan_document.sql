-- Documents of a plan, each by its number and sign, and the targets that they set.
--
-- `asks` is a target in the program's words (`each:group=high_average`); what it comes to is never stored.
CREATE TABLE document (
    slug TEXT PRIMARY KEY,
    sign TEXT NOT NULL,
    kind TEXT NOT NULL,
    issued_on {date} NOT NULL,
    issuer TEXT NOT NULL,
    issuer_en TEXT NOT NULL,
    title TEXT NOT NULL,
    title_en TEXT NOT NULL,
    carries_out TEXT REFERENCES document (slug),
    source TEXT NOT NULL
);

CREATE TABLE plan_target (
    document TEXT NOT NULL REFERENCES document (slug),
    place BIGINT NOT NULL,
    said TEXT NOT NULL,
    said_en TEXT NOT NULL,
    asks TEXT NOT NULL,
    first_year BIGINT NOT NULL,
    last_year BIGINT NOT NULL,
    PRIMARY KEY (document, place)
);

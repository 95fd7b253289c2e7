-- News and pages: written, approved by a person who answers for it, shown from an hour on, corrected in the open, withdrawn with a reason.
CREATE TABLE article (
    id {id},
    -- The end of its address; never changes
    slug TEXT NOT NULL UNIQUE,
    -- `direction`, `news`, `guidance`, `notice`
    section TEXT NOT NULL,
    -- What it serves: a content of the index, a duty of disclosure, a task of a plan; each may be empty
    dimension BIGINT,
    duty TEXT,
    plan TEXT,
    task TEXT,
    -- Whose it is
    agency TEXT NOT NULL REFERENCES agency (code),
    -- As it is printed
    author TEXT NOT NULL,
    -- `draft`, `approved`, `withdrawn`
    state TEXT NOT NULL,
    -- The account of who last changed the text
    written_by TEXT NOT NULL,
    written_on {date} NOT NULL,
    -- The account of who answers for it
    approved_by TEXT,
    -- Who answers for it, as it is printed
    answers TEXT,
    -- Readers see it from here on
    shows_at {instant},
    withdrawn_on {date},
    why_withdrawn TEXT,
    -- Counts the changes, so that nobody overwrites what they have not seen
    version BIGINT NOT NULL
);

-- Lists of a section or a content are read from the index alone
CREATE INDEX article_shown ON article (state, shows_at, section, dimension);

CREATE TABLE article_text (
    id {id},
    article BIGINT NOT NULL REFERENCES article (id),
    -- `vi`, `en`, `km`
    tongue TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    -- Markdown
    body TEXT NOT NULL,
    -- Its words without marks, for search; empty while readers may not see it
    fold TEXT NOT NULL,
    UNIQUE (article, tongue)
);

{words article_text fold id}

-- What was asked and answered in public is found by its words too
{words question_public fold question}

-- The counts of all questions are read from the index alone
CREATE INDEX question_counted ON question (state, due, agency, late, rating);

CREATE TABLE article_correction (
    id {id},
    article BIGINT NOT NULL REFERENCES article (id),
    -- What was wrong and what is right
    said TEXT NOT NULL,
    made_at {instant} NOT NULL
);

CREATE INDEX article_correction_article ON article_correction (article);

-- Pictures and attached files, the bytes among the attachments
CREATE TABLE article_file (
    id {id},
    article BIGINT NOT NULL REFERENCES article (id),
    -- From 1, among the article's files
    place BIGINT NOT NULL,
    digest TEXT NOT NULL,
    media TEXT NOT NULL,
    -- Of a picture what it shows, for who does not see it; of a file its name
    said TEXT NOT NULL,
    -- Of a picture, in pixels
    width BIGINT,
    height BIGINT,
    bytes BIGINT NOT NULL,
    UNIQUE (article, place)
);

-- How often an article was opened on a day: not by robots, not again by the same reader. Nothing says by whom
CREATE TABLE article_views (
    article BIGINT NOT NULL REFERENCES article (id),
    day {date} NOT NULL,
    views BIGINT NOT NULL,
    PRIMARY KEY (article, day)
);

-- How many came to the site on a day
CREATE TABLE visits (
    day {date} PRIMARY KEY,
    visits BIGINT NOT NULL
);

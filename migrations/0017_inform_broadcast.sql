-- Broadcasts by loudspeaker: stations with their sets and slots, bulletins written once, what each station planned and what it aired.
-- A station is the agency that runs it. What was not logged was not aired: silence is never stored.
CREATE TABLE broadcast_station (
    agency TEXT PRIMARY KEY REFERENCES agency (code),
    kept_by TEXT NOT NULL,
    kept_on {date} NOT NULL
);

-- A set of loudspeakers, where it hangs
CREATE TABLE broadcast_set (
    station TEXT NOT NULL REFERENCES broadcast_station (agency),
    place BIGINT NOT NULL,
    spot TEXT NOT NULL,
    -- `network`, `fm`, `wired`
    kind TEXT NOT NULL,
    horns BIGINT NOT NULL,
    works BOOLEAN NOT NULL,
    PRIMARY KEY (station, place)
);

-- When the station is on air each week
CREATE TABLE broadcast_slot (
    station TEXT NOT NULL REFERENCES broadcast_station (agency),
    place BIGINT NOT NULL,
    -- Minutes after midnight
    begins BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    -- One bit for each weekday, Monday the lowest
    days BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (station, place)
);

CREATE TABLE broadcast_bulletin (
    id {id},
    -- The key of the form it came by; the same form makes one
    form TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    -- To be read aloud; one of the two may be empty
    text TEXT NOT NULL,
    text_km TEXT NOT NULL,
    -- `normal`, `priority`, `urgent`
    priority TEXT NOT NULL,
    -- The content of the index that it is about; none for anything else
    content BIGINT,
    first {date} NOT NULL,
    last {date} NOT NULL,
    -- How often each station is asked to air it
    times BIGINT NOT NULL,
    -- Minutes after midnight at which an urgent one is to be aired
    begins BIGINT,
    -- The agency of who wrote it
    agency TEXT,
    written_by TEXT NOT NULL,
    written_on {date} NOT NULL,
    sent_at {instant},
    -- Why a text that was flagged is sent all the same
    decided TEXT,
    withdrawn_on {date},
    reason TEXT,
    -- Counts what its words became, so that nobody changes or sends what they have not read
    version BIGINT NOT NULL
);

CREATE INDEX broadcast_bulletin_days ON broadcast_bulletin (last, first);

CREATE TABLE broadcast_sending (
    bulletin BIGINT NOT NULL REFERENCES broadcast_bulletin (id),
    station TEXT NOT NULL REFERENCES broadcast_station (agency),
    sent_at {instant} NOT NULL,
    PRIMARY KEY (bulletin, station)
);

-- When a station means to air it
CREATE TABLE broadcast_schedule (
    bulletin BIGINT NOT NULL,
    station TEXT NOT NULL,
    day {date} NOT NULL,
    begins BIGINT NOT NULL,
    PRIMARY KEY (bulletin, station, day, begins),
    FOREIGN KEY (bulletin, station) REFERENCES broadcast_sending (bulletin, station)
);

-- What a station aired: a bulletin that it was sent, or a programme of its own
CREATE TABLE broadcast_log (
    id {id},
    station TEXT NOT NULL REFERENCES broadcast_station (agency),
    bulletin BIGINT REFERENCES broadcast_bulletin (id),
    -- What a programme of its own was; empty for a bulletin
    title TEXT NOT NULL,
    day {date} NOT NULL,
    begins BIGINT NOT NULL,
    seconds BIGINT NOT NULL,
    -- `hand`, `file`
    source TEXT NOT NULL,
    logged_by TEXT NOT NULL,
    logged_on {date} NOT NULL,
    struck_on {date},
    struck_by TEXT,
    -- Why it was struck out
    reason TEXT
);

-- A station airs one thing at a time
CREATE UNIQUE INDEX broadcast_log_once ON broadcast_log (station, day, begins) WHERE struck_on IS NULL;
CREATE INDEX broadcast_log_day ON broadcast_log (day);
CREATE INDEX broadcast_log_bulletin ON broadcast_log (bulletin);

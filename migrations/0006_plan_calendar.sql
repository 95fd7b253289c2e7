-- The calendar as data: reporting periods, public holidays, and the years whose days off are decided.

-- A reporting period of a calendar: `2025-Q1` of `par` runs 15/12/2024–14/3/2025, sent by 20/3/2025.
CREATE TABLE period (
    calendar TEXT NOT NULL,
    code TEXT NOT NULL,
    -- `monthly`, `quarterly`, `half_yearly`, `yearly`
    rhythm TEXT NOT NULL,
    first {date} NOT NULL,
    -- The day the data are closed
    last {date} NOT NULL,
    -- The last day for sending
    due {date} NOT NULL,
    PRIMARY KEY (calendar, code)
);

-- A day off that is no weekend, or a day of work that makes up for one.
CREATE TABLE holiday (
    day {date} PRIMARY KEY,
    name TEXT NOT NULL,
    -- `statutory`, `swapped_off`, `make_up_work`
    kind TEXT NOT NULL,
    -- The law or the decision
    source TEXT NOT NULL
);

-- A year without a row here is unconfirmed: its swaps and make-up days are not known.
CREATE TABLE holiday_year (
    year BIGINT PRIMARY KEY,
    decision TEXT NOT NULL
);

-- Agencies and their groups, dated: what was in force on a day can be asked for any day.
CREATE TABLE agency (
    -- `BL-SNV`; lasting, so a renamed agency is another agency with a successor
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- `province`, `party`, `department`, `district`, `commune`, `press`, `service`
    kind TEXT NOT NULL,
    -- Answers to a ministry or a company, not to the province
    outside BOOLEAN NOT NULL,
    -- The province that it belongs to, by its lasting name
    unit TEXT NOT NULL,
    began {date} NOT NULL,
    -- The last day in force
    ended {date},
    -- By Quyết định 20/2020/QĐ-TTg, at most 35 characters
    identifier TEXT,
    note TEXT,
    -- How far this is known: `found`, `general_knowledge`, `to_check`, `entered`
    certainty TEXT NOT NULL
);

CREATE TABLE agency_successor (
    agency TEXT NOT NULL REFERENCES agency (code),
    successor TEXT NOT NULL REFERENCES agency (code),
    PRIMARY KEY (agency, successor)
);

-- A collective name, `@so`: on a day it means every agency of the kind in force that day in the province.
CREATE TABLE agency_group (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    began {date} NOT NULL,
    ended {date},
    successor TEXT REFERENCES agency_group (code)
);

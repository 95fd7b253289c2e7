-- Who is in a group besides those of its kind, or is not though of its kind, from a day on: the latest row by then
-- counts. A group of no kind, `none` in `agency_group.kind`, holds nobody but those named here.
CREATE TABLE agency_group_member (
    group_code TEXT NOT NULL REFERENCES agency_group (code),
    agency TEXT NOT NULL REFERENCES agency (code),
    began {date} NOT NULL,
    included BOOLEAN NOT NULL,
    PRIMARY KEY (group_code, agency, began)
);

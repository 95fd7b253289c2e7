-- Campaigns: what people should come to know or be able to do, and who makes what by when for it.
CREATE TABLE campaign (
    id {id},
    -- The key of the form it came by; the same form makes one
    form TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    -- What people should know or be able to do
    aim TEXT NOT NULL,
    audience TEXT NOT NULL,
    messages TEXT NOT NULL,
    -- Contents of the index, numbers between spaces; may be empty
    contents TEXT NOT NULL,
    first {date} NOT NULL,
    last {date} NOT NULL,
    -- In đồng; none where it is not known
    budget BIGINT,
    budget_line TEXT NOT NULL,
    -- The task of the plan that it serves
    task BIGINT REFERENCES task (id),
    agency TEXT,
    written_by TEXT NOT NULL,
    written_on {date} NOT NULL,
    opened_on {date},
    -- Why texts that were flagged stay
    decided TEXT,
    closed_on {date},
    -- What came of it, or why it ended
    outcome TEXT,
    -- Counts what its words became, so that nobody changes or opens what they have not read
    version BIGINT NOT NULL
);

CREATE TABLE campaign_item (
    id {id},
    campaign BIGINT NOT NULL REFERENCES campaign (id),
    form TEXT NOT NULL UNIQUE,
    -- `television`, `loudspeaker`, `zalo` …
    channel TEXT NOT NULL,
    what TEXT NOT NULL,
    -- Who makes it
    agency TEXT NOT NULL REFERENCES agency (code),
    due {date} NOT NULL,
    -- The bulletin whose logs tell how it stands
    bulletin BIGINT REFERENCES broadcast_bulletin (id),
    done_on {date},
    done_by TEXT,
    -- Where it can be seen, or what was done
    shown TEXT,
    -- Views, people in the room, copies: never what anybody knows
    reached BIGINT,
    dropped_on {date}
);

CREATE INDEX campaign_item_campaign ON campaign_item (campaign, due);

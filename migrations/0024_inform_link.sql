-- Links to other sites that every public page shows below. Nobody's name.
CREATE TABLE web_link (
    id {id},
    -- As the page shows it, in Vietnamese
    name TEXT NOT NULL,
    -- The same in English; empty where nobody wrote it
    name_en TEXT NOT NULL,
    -- Begins with `https://`
    address TEXT NOT NULL,
    -- From 1, the first of the list
    place BIGINT NOT NULL,
    -- The day that it was taken off the list; the row stays, so that a page from before never means another link
    dropped_on {date}
);

-- Taken out of sight after it opened, and why
ALTER TABLE poll ADD COLUMN withdrawn_on {date};
ALTER TABLE poll ADD COLUMN why_withdrawn TEXT;

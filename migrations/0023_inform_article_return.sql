-- A draft that was sent back: by which account, when and why. All three go when its writer saves it again; the audit trail keeps them.
ALTER TABLE article ADD COLUMN returned_by TEXT;
ALTER TABLE article ADD COLUMN returned_at {instant};
ALTER TABLE article ADD COLUMN why_returned TEXT;

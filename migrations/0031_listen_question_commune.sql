-- Where it is, the code of a commune; none where the asker did not say. It may be another than who is asked.
ALTER TABLE question ADD COLUMN commune TEXT;

-- Who asked a commune meant something there.
UPDATE question SET commune = place WHERE place IN (SELECT code FROM agency WHERE kind = 'commune');

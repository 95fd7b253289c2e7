-- A question that was folded into an open one waits with it: it is settled when that one is.
UPDATE question SET settled_on = NULL
WHERE state = 'folded' AND main IN (SELECT id FROM question WHERE state = 'open');

-- What counts are counted by, with the day that a question was settled
DROP INDEX question_counted;
CREATE INDEX question_counted ON question (state, due, settled_on, agency, late, rating);

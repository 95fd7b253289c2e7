-- What a database may hold when the next migration comes.
UPDATE poll SET withdrawn_on = '2025-04-04', why_withdrawn = 'Có số điện thoại của người dân' WHERE id = 2;

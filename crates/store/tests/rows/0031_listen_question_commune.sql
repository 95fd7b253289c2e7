-- What a database may hold when the next migration comes.
UPDATE question SET commune = 'BL-X-P2' WHERE id = 1;

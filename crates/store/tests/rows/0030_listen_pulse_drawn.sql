-- What a database may hold when the next migration comes.
UPDATE pulse SET seed = '00ff', list = 'aa' WHERE id = 1;
INSERT INTO pulse_drawn (pulse, stratum, reference) VALUES (1, 0, 'H04-250501-0001'), (1, 0, '137');

-- What a database may hold when the next migration comes.
INSERT INTO period (calendar, code, rhythm, first, last, due) VALUES
    ('par', '2025-Q1', 'quarterly', '2024-12-15', '2025-03-14', '2025-03-20');
INSERT INTO holiday (day, name, kind, source) VALUES ('2025-01-01', 'Tết Dương lịch', 'statutory', 'x');
INSERT INTO holiday_year (year, decision) VALUES (2025, 'x');

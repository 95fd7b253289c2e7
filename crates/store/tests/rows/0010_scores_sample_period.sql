-- What a database may hold when the next migration comes.
INSERT INTO sample_period (first_year, stands, source, reason) VALUES
    (2025, TRUE, 'PAPI 2025', 'khảo sát theo 34 tỉnh, thành phố'),
    (2018, FALSE, 'PAPI 2018', 'điểm điều tra không đổi');

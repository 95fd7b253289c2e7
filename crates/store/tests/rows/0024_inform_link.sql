-- What a database may hold when the next migration comes.
INSERT INTO web_link (id, name, name_en, address, place, dropped_on) VALUES
    (1, 'Cổng dịch vụ công quốc gia', 'National public service portal', 'https://dichvucong.gov.vn', 1, NULL),
    (2, 'Cổng cũ của tỉnh', '', 'https://baclieu.gov.vn', 2, '2025-05-02');

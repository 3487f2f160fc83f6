insert into products (id, name, price, stock, created_at) values
  ('1', 'Laptop', 999.99, 15, timestamp with time zone '2024-01-15 00:00:00+00'),
  ('2', 'Mouse', 29.99, 100, timestamp with time zone '2024-02-01 00:00:00+00');

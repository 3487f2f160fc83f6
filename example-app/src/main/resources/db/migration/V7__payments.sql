create table payments (
  id         varchar(36)              primary key,
  order_id   varchar(36)              not null references orders (id),
  amount     numeric(22, 2)           not null,
  status     varchar(20)              not null,
  created_at timestamp with time zone not null
);
create index payments_order_id on payments (order_id, created_at, id);

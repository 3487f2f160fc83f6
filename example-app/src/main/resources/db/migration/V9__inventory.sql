create table stock (
  product_id varchar(36)              primary key,
  available  integer                  not null check (available >= 0),
  number     bigint                   not null,
  changed_at timestamp with time zone not null
);

-- What has become of it, change by change.
create table stock_changes (
  product_id varchar(36)              not null references stock (product_id) on delete cascade,
  number     bigint                   not null,
  available  integer                  not null,
  changed_at timestamp with time zone not null,
  primary key (product_id, number)
);

-- Pieces that are not available because somebody wants them, or, without an end, has them.
create table reservations (
  id         varchar(36) primary key,
  product_id varchar(36) not null references stock (product_id) on delete cascade,
  quantity   integer     not null check (quantity > 0),
  ends_at    timestamp with time zone
);
create index reservations_product_id on reservations (product_id);
create index reservations_ends_at on reservations (ends_at);

insert into stock (product_id, available, number, changed_at)
  select id, stock, 1, current_timestamp from products;

-- What was ordered before there were reservations: it is held while it can be called off.
insert into reservations (id, product_id, quantity, ends_at)
  select id, product_id, quantity,
    case when status in ('PENDING', 'PAYING') then current_timestamp + interval '1' day end
  from orders where status <> 'CANCELLED';

-- What the catalog shows of the stock is what the inventory has told it last.
alter table products add column stock_number bigint default 1 not null;
alter table products alter column stock_number set default 0;

create table products (
  id         varchar(36)              primary key,
  name       varchar(200)             not null,
  price      numeric(12, 2)           not null check (price >= 0),
  stock      integer                  not null check (stock >= 0),
  created_at timestamp with time zone not null
);

create index products_price on products (price);

create sequence order_number;

create table orders (
  id          varchar(36)              primary key,
  product_id  varchar(36)              not null references products (id),
  quantity    integer                  not null check (quantity > 0),
  total_price numeric(22, 2)           not null,
  status      varchar(20)              not null,
  created_at  timestamp with time zone not null
);

create index orders_created_at on orders (created_at, id);
create index orders_product_id on orders (product_id);

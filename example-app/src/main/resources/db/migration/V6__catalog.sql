create table categories (
  id   varchar(36)  primary key,
  name varchar(200) not null
);

insert into categories (id, name) values
  ('computers', 'Computers'),
  ('accessories', 'Accessories');

alter table products add column category_id varchar(36) references categories (id);
alter table products add column search_name varchar(200) default '' not null;
update products set category_id = 'computers' where id = '1';
update products set category_id = 'accessories' where id = '2';
update products set search_name = lower(name);

create index products_category_id on products (category_id, search_name, id);
create index products_search_name on products (search_name, id);

create table product_images (
  product_id varchar(36)  primary key references products (id) on delete cascade,
  media_type varchar(100) not null,
  content    bytea        not null
);

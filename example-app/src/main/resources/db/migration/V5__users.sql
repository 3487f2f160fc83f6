create table users (
  id            varchar(36)              primary key,
  name          varchar(200)             not null,
  email         varchar(254)             not null unique,
  role          varchar(20)              not null,
  password_hash varchar(200)             not null,
  created_at    timestamp with time zone not null,
  version       bigint                   not null
);

-- Nobody has the password of an empty hash.
insert into users (id, name, email, role, password_hash, created_at, version) values
  ('alice', 'Alice', 'alice@shop.example', 'CUSTOMER', '', timestamp with time zone '2024-01-10 00:00:00+00', 1),
  ('root', 'Root', 'root@shop.example', 'ADMIN', '', timestamp with time zone '2024-01-01 00:00:00+00', 1);

-- What was ordered before there were users is root's.
alter table orders add column user_id varchar(36) default 'root' not null references users (id);
alter table orders alter column user_id drop default;
alter table orders add column version bigint default 1 not null;
create index orders_user_id on orders (user_id, created_at, id);

create table followers (
  user_id     varchar(36)              not null references users (id) on delete cascade,
  follower_id varchar(36)              not null references users (id) on delete cascade,
  created_at  timestamp with time zone not null,
  primary key (user_id, follower_id)
);
create index followers_created_at on followers (user_id, created_at, follower_id);
create index followers_follower_id on followers (follower_id);

create table posts (
  id         varchar(36)              primary key,
  author_id  varchar(36)              not null references users (id) on delete cascade,
  text       varchar(2000)            not null,
  created_at timestamp with time zone not null
);
create index posts_author_id on posts (author_id, created_at, id);
create index posts_created_at on posts (created_at, id);

create table comments (
  id         varchar(36)              primary key,
  post_id    varchar(36)              not null references posts (id) on delete cascade,
  author_id  varchar(36)              not null references users (id) on delete cascade,
  text       varchar(2000)            not null,
  created_at timestamp with time zone not null
);
create index comments_post_id on comments (post_id, created_at, id);
create index comments_author_id on comments (author_id);

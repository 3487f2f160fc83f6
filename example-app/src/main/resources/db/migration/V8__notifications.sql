-- The number of a user's latest notification: whoever adds one locks the row until it is committed,
-- so that the numbers of a user are committed in their order, without gaps.
create table inboxes (
  user_id varchar(36) primary key,
  latest  bigint      not null
);

create table notifications (
  user_id    varchar(36)              not null references inboxes (user_id) on delete cascade,
  number     bigint                   not null,
  news       varchar(1000)            not null,
  created_at timestamp with time zone not null,
  seen       boolean                  not null,
  delivery   varchar(36)              unique,
  primary key (user_id, number)
);

-- What is to be delivered to notifications that are in another process.
create table outbox (
  id         varchar(36)              primary key,
  user_id    varchar(36)              not null,
  news       varchar(1000),
  created_at timestamp with time zone not null
);
create index outbox_created_at on outbox (created_at, id);

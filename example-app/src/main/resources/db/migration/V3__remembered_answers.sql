-- What calls with idempotency keys came to. Rows may be deleted when nobody repeats their calls any more.
create table remembered_answers (
  caller          varchar(200)             not null,
  operation       varchar(200)             not null,
  idempotency_key varchar(300)             not null,
  fingerprint     varchar(64)              not null,
  answer          text,
  created_at      timestamp with time zone not null default current_timestamp,
  primary key (caller, operation, idempotency_key)
);

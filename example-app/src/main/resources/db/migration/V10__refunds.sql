-- By which payments are found whose money is to be given back.
create index payments_status on payments (status, created_at, id);

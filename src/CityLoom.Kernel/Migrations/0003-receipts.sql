-- The key of a receipt is all that it is found by: one tree instead of a table with an index.
-- @sqlite
create table receipts_by_key (
  key text not null primary key,
  account bigint not null,
  request blob not null,
  subject_id bigint not null,
  at bigint not null
) without rowid;
insert into receipts_by_key select key, account, request, subject_id, at from receipts;
drop table receipts;
alter table receipts_by_key rename to receipts;
-- @both

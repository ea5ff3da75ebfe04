-- A report in the inbox of an organization that receives it, until it is signed for.
create table report_deliveries (
  id {id},
  duty_id bigint not null references report_duties (id),
  number integer not null,
  organization text not null,
  due_at bigint not null,
  signed_at bigint,
  signed_by bigint,
  written_late integer not null default 0,
  unique (duty_id, number, organization)
);
create index report_deliveries_open on report_deliveries (organization) where signed_at is null;

-- The number of the report whose lateness was written under its incident last; 0 for none.
alter table report_duties add column written_late integer not null default 0;

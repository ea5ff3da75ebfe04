create table report_templates (
  code text not null primary key,
  content text not null
);

-- An incident on which reports are owed. When it began and ended is for its matter to say.
create table report_duties (
  id {id},
  matter_id bigint not null unique,
  template text not null references report_templates (code),
  grade integer not null,
  organization text not null,
  began_at bigint not null
);

create table incident_reports (
  id {id},
  duty_id bigint not null references report_duties (id),
  number integer not null,
  kind text not null,
  content text not null,
  due_at bigint,
  sent_at bigint not null,
  account bigint,
  organization text,
  unique (duty_id, number)
);

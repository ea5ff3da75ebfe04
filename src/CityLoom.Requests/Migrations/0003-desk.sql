-- Requests whose category a person has yet to decide.
create index requests_undecided on requests (id) where service = '';

-- Requests that go on in another one and get its answer.
create table request_groups (
-- @sqlite
  request_id integer primary key references requests (id),
-- @postgres
  request_id bigint not null primary key references requests (id),
-- @both
  lead_id bigint not null references requests (id),
  at bigint not null,
  account bigint
);
create index request_groups_lead on request_groups (lead_id);

-- What offices answer again and again; each change is a version and stands in the journal.
create table answer_templates (
  id {id},
  category text not null,
  title text not null,
  words text not null,
  version integer not null,
  at bigint not null,
  account bigint,
  withdrawn integer not null
);
create index answer_templates_category on answer_templates (category);

-- The weekly draw of whom to call back: how many there were, how many were drawn, by which seed.
create table callback_draws (
  id {id},
  week text not null,
  organization text not null,
  population integer not null,
  size integer not null,
  seed text not null,
  at bigint not null,
  unique (week, organization)
);

create table callbacks (
  id {id},
  request_id bigint not null references requests (id),
  round integer not null,
  reason text not null,
  draw_id bigint references callback_draws (id),
  organization text not null,
  at bigint not null,
  attempts integer not null,
  last_at bigint,
  outcome text,
  account bigint,
  unique (request_id, round)
);
create index callbacks_waiting on callbacks (at, id) where outcome is null;

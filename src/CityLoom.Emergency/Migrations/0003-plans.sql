-- Named drafts of where stations stand, to be compared with what is in force.
create table reach_plans (
  id {id},
  name text not null,
  changes text not null,
  made_at bigint not null,
  account bigint,
  organization text,
  dropped_at bigint,
  version integer not null,
  journal_seq integer not null
);
create index reach_plans_made on reach_plans (made_at) where dropped_at is null;

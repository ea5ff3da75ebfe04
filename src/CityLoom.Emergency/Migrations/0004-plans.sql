-- A plan and its present version; every version stays as it was brought in.
create table plans (
  id {id},
  code text not null unique,
  version integer not null,
  name text not null,
  english_name text not null,
  organization text not null,
  reviewed_on text,
  review_by text,
  updated_at bigint not null
);
create table plan_versions (
  plan_id bigint not null references plans (id),
  version integer not null,
  content text not null,
  at bigint not null,
  account bigint,
  organization text,
  primary key (plan_id, version)
);

-- A plan at work, or being practised. Of one plan there is at most one at a time for the same cause.
create table plan_activations (
  id {id},
  plan_id bigint not null references plans (id),
  version integer not null,
  level integer not null,
  drill integer not null,
  title text not null,
  territory text not null,
  organization text not null,
  incident bigint,
  cause text not null,
  matter_id bigint,
  opened_at bigint not null,
  ended_at bigint,
  changes integer not null
);
create unique index plan_activations_cause on plan_activations (plan_id, cause, drill) where ended_at is null;
create index plan_activations_incident on plan_activations (incident) where incident is not null;

-- Each task of the plan once, whatever the level does afterwards.
create table activation_tasks (
  activation_id bigint not null references plan_activations (id),
  task text not null,
  step integer not null,
  level integer not null,
  organization text not null,
  matter_id bigint not null,
  opened_at bigint not null,
  sign_due_at bigint not null,
  finish_due_at bigint not null,
  primary key (activation_id, task)
);

create table situation_reports (
  id {id},
  activation_id bigint not null references plan_activations (id),
  number integer not null,
  words text not null,
  level integer not null,
  tasks integer not null,
  done integer not null,
  late integer not null,
  at bigint not null,
  account bigint,
  organization text,
  unique (activation_id, number)
);

-- What a review concluded and which matter came of it.
create table review_conclusions (
  id {id},
  activation_id bigint not null references plan_activations (id),
  number integer not null,
  words text not null,
  organization text not null,
  due_date text not null,
  matter_id bigint not null,
  at bigint not null,
  account bigint,
  unique (activation_id, number)
);

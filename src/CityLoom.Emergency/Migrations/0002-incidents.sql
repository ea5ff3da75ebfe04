-- An incident is a matter of the kind 'incident'; here stands what only an incident has, under the identity of its matter.
create table incidents (
-- @sqlite
  id integer primary key references matters (id),
-- @postgres
  id bigint not null primary key references matters (id),
-- @both
  stage text not null,
  grade integer,
  level integer not null,
  nature text not null,
  longitude {real} not null,
  latitude {real} not null,
  territory text,
  received_at bigint not null,
  answered_at bigint not null,
  stage_at bigint not null,
  ended_at bigint,
  version integer not null,
  journal_seq integer not null
);
create index incidents_running on incidents (received_at) where ended_at is null;
create index incidents_received on incidents (received_at, id);

-- Where every unit is and what it does; one row for each, changed only by the table of its transitions.
create table unit_standings (
  id {id},
  unit text not null unique,
  state text not null,
  incident_id bigint,
  hospital text,
  longitude {real},
  latitude {real},
  since bigint not null,
  version integer not null,
  journal_seq integer not null
);

-- Each sending of a unit to an incident, with the clock of every stage.
create table unit_runs (
  id {id},
  incident_id bigint not null references incidents (id),
  unit text not null,
  territory text,
  received_at bigint not null,
  answered_at bigint not null,
  dispatched_at bigint not null,
  rolled_at bigint,
  arrived_at bigint,
  transported_at bigint,
  hospital text,
  handed_at bigint,
  cleared_at bigint,
  foretold integer
);
create index unit_runs_incident on unit_runs (incident_id);
create index unit_runs_received on unit_runs (received_at);

-- What changed, in order, for the pages that follow along.
create table emergency_events (
  id {id},
  at bigint not null,
  incident_id bigint,
  unit text,
  what text not null
);

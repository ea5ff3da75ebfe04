-- What is counted: a condition as one source sees it, by day or by week.
create table health_streams (
  id {id},
  code text not null unique,
  condition text not null,
  condition_name text not null,
  condition_english text not null,
  source text not null,
  source_name text not null,
  source_english text not null,
  rhythm text not null,
  unit text not null,
  english_unit text not null,
  persons integer not null,
  method text not null
);
create index health_streams_condition on health_streams (condition, source);

-- The counts that speak now, packed: 128 consecutive periods of a stream at a place in one row.
create table health_counts (
  stream_id bigint not null references health_streams (id),
  block integer not null,
  territory text not null,
  counts {bytes} not null,
  primary key (stream_id, block, territory)
);

-- Every correction, with what stood before; nothing that was reported is lost.
create table health_revisions (
  stream_id bigint not null references health_streams (id),
  territory text not null,
  period integer not null,
  revision integer not null,
  before integer not null,
  after integer not null,
  at bigint not null,
  account bigint,
  organization text,
  primary key (stream_id, territory, period, revision)
);

-- Named documents of the net: how signals are fused, the response plan; every version stays.
create table health_documents (
  name text not null,
  version integer not null,
  at bigint not null,
  account bigint,
  text text not null,
  primary key (name, version)
);

-- What a person must judge. The state is the fusion's own memory of it; the stage is the people's.
create table health_warnings (
  id {id},
  key text not null unique,
  condition text not null,
  territory text not null,
  opened text not null,
  last_seen text not null,
  level integer not null,
  judged_level integer,
  stage text not null,
  open integer not null,
  quiet_since text,
  merged_into bigint,
  onset text not null,
  onset_judged integer not null,
  detected_at bigint not null,
  notified_at bigint,
  ended_at bigint,
  state text not null,
  version integer not null,
  journal_seq integer not null
);
create index health_warnings_open on health_warnings (level, opened) where open = 1;
create index health_warnings_seen on health_warnings (last_seen);

-- Which lines of the plan a warning has opened, so that none is opened twice.
create table health_plan_matters (
  warning_id bigint not null references health_warnings (id),
  line text not null,
  matter_id bigint not null references matters (id),
  at bigint not null,
  primary key (warning_id, line)
);

-- One row for each day swept: how much was judged, and what came close without being raised.
create table health_sweeps (
  day text not null primary key,
  at bigint not null,
  series integer not null,
  judged integer not null,
  raised integer not null,
  near text not null
);

-- What is measured, how often, and which way it should go.
create table indicators (
  id {id},
  code text not null unique,
  name text not null,
  english_name text not null,
  unit text not null,
  english_unit text not null,
  direction text not null,
  accumulation text not null,
  aggregation text not null,
  rhythm text not null,
  category text,
  decimals integer not null,
  description text not null,
  source text not null
);
create index indicators_name on indicators (name);

-- A value for a territory and a period; a correction is a further revision and the one before stays.
create table observations (
  indicator_id bigint not null references indicators (id),
  territory text not null,
  period text not null,
  revision integer not null,
  value text not null,
  source text not null,
  at bigint not null,
  account bigint,
  organization text,
  primary key (indicator_id, territory, period, revision)
);

-- The value an indicator should have by a day, the path that leads there, and what set it.
create table targets (
  id {id},
  code text not null unique,
  indicator_id bigint not null references indicators (id),
  territory text not null,
  comparator text not null,
  value text not null,
  start_date text not null,
  due_date text not null,
  baseline text not null,
  path text not null,
  points text not null,
  source text,
  source_id bigint,
  reference text not null
);
create index targets_indicator on targets (indicator_id, territory);
create index targets_source on targets (source, source_id) where source is not null;

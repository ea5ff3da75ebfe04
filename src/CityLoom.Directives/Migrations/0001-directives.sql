create table directives (
  id {id},
  title text not null,
  issuer text,
  meeting text,
  place text,
  kind text,
  date text,
  status text not null,
  source_name text not null,
  source_hash text not null,
  clean_text text not null,
  warnings text not null,
  organization text not null,
  imported_at bigint not null,
  imported_by bigint,
  published_at bigint,
  published_by bigint
);
create index directives_source on directives (source_hash);

-- One commitment of a directive, tied to the exact words it came from.
create table measures (
  id {id},
  directive_id bigint not null references directives (id),
  start_at integer not null,
  end_at integer not null,
  words text not null,
  kind text not null,
  status text not null,
  origin text not null,
  reading text not null,
  leads text not null,
  supports text not null,
  due_date text,
  same_as bigint,
  matter_id bigint,
  target_code text
);
create index measures_directive on measures (directive_id, start_at);
create index measures_matter on measures (matter_id) where matter_id is not null;

-- Measures of other directives that say much the same, found when a directive is imported.
create table measure_likenesses (
  measure_id bigint not null references measures (id),
  other_id bigint not null references measures (id),
  likeness {real} not null,
  primary key (measure_id, other_id)
);

-- Steps of a review with the measures before and after, so that each can be undone.
create table review_steps (
  id {id},
  directive_id bigint not null references directives (id),
  act text not null,
  before text not null,
  after text not null,
  at bigint not null,
  account bigint
);
create index review_steps_directive on review_steps (directive_id, id);

create table matters (
  id {id},
  kind text not null,
  title text not null,
  words text not null,
  state text not null,
  back text,
  open integer not null,
  parent bigint references matters (id),
  source text,
  source_id bigint,
  category text,
  territory text,
  place text not null,
  longitude {real},
  latitude {real},
  accountable text not null,
  handling text,
  offered text,
  supports text not null,
  holder text not null,
  created_at bigint not null,
  accepted_at bigint,
  term text,
  due_date text,
  pauses text not null,
  due_at bigint,
  first_due_at bigint,
  warn_at bigint,
  provisional integer not null,
  stage_due_at bigint,
  dispatched_at bigint,
  signed_at bigint,
  sign_due_at bigint,
  resolved_at bigint,
  resolved_by bigint,
  ended_at bigint,
  extension_asked text,
  extensions integer not null,
  suspensions integer not null,
  returns integer not null,
  reworks integer not null,
  reopens integer not null,
  urges integer not null,
  round integer not null,
  escalation_level integer not null,
  escalate_at bigint,
  supervision text not null,
  answer_due_at bigint,
  progress integer,
  behind integer not null,
  urgency integer not null,
  confidential integer not null,
  version integer not null,
  journal_seq integer not null
);
-- Open matters are few beside closed ones: the lists that people work from look only at them.
create index matters_holder on matters (holder, due_at) where open = 1;
create index matters_accountable on matters (accountable, due_at) where open = 1;
create index matters_due on matters (due_at) where open = 1;
create index matters_place on matters (place, due_at) where open = 1;
create index matters_escalate on matters (escalate_at, id) where escalate_at is not null;
create index matters_provisional on matters (id) where provisional = 1 and open = 1;
create index matters_parent on matters (parent) where parent is not null;
create index matters_source on matters (source, source_id) where source is not null;
create index matters_ended on matters (ended_at) where ended_at is not null;

-- The words of matters by pairs of characters, so that Chinese is found without a dictionary.
-- @sqlite
create virtual table matter_text using fts5(words, content='', contentless_delete=1, detail='none', tokenize='unicode61');
-- @postgres
create table matter_text (
  rowid bigint not null primary key,
  words tsvector not null
);
create index matter_text_words on matter_text using gin (words);
-- @both

-- Which level heard of which overdue matter, once per level and round.
create table escalations (
  matter_id bigint not null references matters (id),
  round integer not null,
  level integer not null,
  organization text not null,
  due_at bigint not null,
  at bigint not null,
  primary key (matter_id, round, level)
);
create index escalations_organization on escalations (organization, at);

-- Supervision orders, each of which has to be answered.
create table supervision_orders (
  id {id},
  matter_id bigint not null references matters (id),
  colour text not null,
  words text not null,
  issued_at bigint not null,
  issued_by text,
  answer_due_at bigint,
  answered_at bigint,
  answer text
);
create index supervision_orders_matter on supervision_orders (matter_id);

create table evidence (
  id {id},
  matter_id bigint not null references matters (id),
  file text not null references files (hash),
  name text not null,
  note text,
  at bigint not null,
  account bigint,
  organization text,
  unique (matter_id, file)
);

-- How far a matter was by the end of a month; a later report for the same month is a revision of it.
create table progress_reports (
  matter_id bigint not null references matters (id),
  period text not null,
  revision integer not null,
  progress integer not null,
  words text not null,
  at bigint not null,
  account bigint,
  primary key (matter_id, period, revision)
);

-- The journal: everything that happened to a subject, each entry carrying the hash of the one before in the subject's chain.
create table journal (
  id {id},
  subject text not null,
  subject_id bigint not null,
  seq integer not null,
  at bigint not null,
  account bigint,
  organization text,
  act text not null,
  data text not null,
  previous {bytes} not null,
  hash {bytes} not null
);
create unique index journal_chain on journal (subject, subject_id, seq);

-- Signed checkpoints: a Merkle root over the entries since the checkpoint before.
create table journal_checkpoints (
  number integer primary key,
  at bigint not null,
  first_id bigint not null,
  last_id bigint not null,
  root {bytes} not null,
  previous {bytes} not null,
  signature {bytes} not null
);

-- Answers already given, by idempotency key: a retried request is the same one.
create table receipts (
  key text not null primary key,
  account bigint not null,
  request {bytes} not null,
  subject_id bigint not null,
  at bigint not null
);

create table accounts (
  id {id},
  name text not null,
  normalized_name text not null unique,
  display_name text not null,
  password_hash text,
  security_stamp text not null,
  failures integer not null default 0,
  locked_until bigint,
  disabled integer not null default 0,
  created_at bigint not null
);

-- A role that an account holds in an organization and, where stated, only within a territory.
create table grants (
  id {id},
  account_id bigint not null references accounts (id),
  role text not null,
  organization text not null,
  territory text,
  unique (account_id, role, organization, territory)
);

-- Keys by which programs sign in; only their hashes are kept.
create table account_keys (
  id {id},
  account_id bigint not null references accounts (id),
  label text not null,
  hash {bytes} not null unique,
  created_at bigint not null,
  revoked_at bigint
);

create table files (
  hash text not null primary key,
  media_type text not null,
  size bigint not null,
  created_at bigint not null
);

-- Work done on a schedule: who claimed it until when, and what came of it.
create table jobs (
  name text not null primary key,
  due_at bigint not null,
  claimed_until bigint not null default 0,
  last_run_at bigint,
  last_result text
);

create table settings (
  name text not null primary key,
  value text not null
);

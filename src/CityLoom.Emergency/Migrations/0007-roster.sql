create table duty_posts (
  code text not null primary key,
  name text not null,
  english_name text not null,
  organization text not null,
  least integer not null
);

-- A person on duty is a name or a role as the organization writes it; no number to call is kept here.
create table duty_shifts (
  id {id},
  post text not null references duty_posts (code),
  begins_at bigint not null,
  ends_at bigint not null check (ends_at > begins_at),
  person text not null,
  dropped integer not null,
  changes integer not null
);
create index duty_shifts_time on duty_shifts (begins_at) where dropped = 0;

create table duty_swaps (
  id {id},
  shift_id bigint not null references duty_shifts (id),
  other_shift_id bigint references duty_shifts (id),
  person text not null,
  words text not null,
  state text not null,
  asked_at bigint not null,
  asked_by bigint,
  answered_at bigint
);
create unique index duty_swaps_waiting on duty_swaps (shift_id) where state = 'Asked';

create table duty_handovers (
  id {id},
  post text not null references duty_posts (code),
  words text not null,
  at bigint not null,
  account bigint,
  organization text
);
create index duty_handovers_post on duty_handovers (post, id);

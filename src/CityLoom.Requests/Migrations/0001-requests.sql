-- A request is a matter of the kind 'request'; here stands what only a request has, under the identity of its matter.
create table requests (
-- @sqlite
  id integer primary key references matters (id),
-- @postgres
  id bigint not null primary key references matters (id),
-- @both
  requested_at bigint not null,
  service text not null,
  channel text not null,
  code text not null,
  token text,
  address text,
  address_id text,
  attributes text not null,
  media_url text,
  language text not null,
  published integer not null,
  reachable integer not null,
  respond_due_at bigint,
  responded_at bigint,
  duty_version integer,
  duty integer,
  cell bigint
);
create index requests_time on requests (requested_at, id);
create index requests_service on requests (service, requested_at, id);
-- The square of the map, some 500 m wide, by which what is nearby is found.
create index requests_cell on requests (cell, requested_at) where cell is not null;
create unique index requests_token on requests (token) where token is not null;

-- Who asked, apart from the request so that reading one never reads the other.
create table request_contacts (
-- @sqlite
  request_id integer primary key references requests (id),
-- @postgres
  request_id bigint not null primary key references requests (id),
-- @both
  name text,
  phone text,
  email text,
  account text,
  device text
);

create table request_photos (
  request_id bigint not null references requests (id),
  position integer not null,
  file text not null references files (hash),
  primary key (request_id, position)
);
create index request_photos_file on request_photos (file);

-- Others who are waiting for the same.
create table request_joins (
  id {id},
  request_id bigint not null references requests (id),
  at bigint not null,
  code text not null,
  words text,
  name text,
  phone text,
  email text
);
create index request_joins_request on request_joins (request_id);

-- What the resident and the office say to each other, and the updates that other systems send.
create table request_messages (
  id {id},
  request_id bigint not null references requests (id),
  at bigint not null,
  office integer not null,
  published integer not null,
  words text not null,
  account bigint,
  organization text,
  status text,
  sender_key text,
  media_url text
);
create index request_messages_request on request_messages (request_id, id);
create index request_messages_time on request_messages (at);
create unique index request_messages_sender on request_messages (request_id, sender_key) where sender_key is not null;

-- What the resident answered when asked whether it was solved; once in each round of the matter.
create table request_answers (
  id {id},
  request_id bigint not null references requests (id),
  round integer not null,
  at bigint not null,
  contacted integer,
  solved integer,
  satisfaction text,
  words text,
  account bigint,
  organization text not null,
  unique (request_id, round)
);
create index request_answers_time on request_answers (at);

-- An organization's appeal against an answer, and what became of it.
create table request_appeals (
  id {id},
  answer_id bigint not null unique references request_answers (id),
  at bigint not null,
  organization text not null,
  account bigint,
  ground text not null,
  words text not null,
  decided_at bigint,
  decided_by bigint,
  upheld integer,
  decision text
);
create index request_appeals_waiting on request_appeals (id) where decided_at is null;

-- Residents who asked for a closed request to be opened again.
create table request_reopenings (
  id {id},
  request_id bigint not null references requests (id),
  round integer not null,
  at bigint not null,
  words text not null,
  opened integer not null
);
create index request_reopenings_request on request_reopenings (request_id);

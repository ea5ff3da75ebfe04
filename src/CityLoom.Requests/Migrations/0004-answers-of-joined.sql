-- Those who joined a request answer for themselves: join_id is the joining, 0 for the one who asked.
-- @sqlite
create table answers_of_all (
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
  join_id bigint not null default 0,
  unique (request_id, round, join_id)
);
insert into answers_of_all (id, request_id, round, at, contacted, solved, satisfaction, words, account, organization)
  select id, request_id, round, at, contacted, solved, satisfaction, words, account, organization from request_answers;
create table appeals_of_all (
  id {id},
  answer_id bigint not null unique references answers_of_all (id),
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
insert into appeals_of_all select id, answer_id, at, organization, account, ground, words, decided_at, decided_by, upheld, decision from request_appeals;
drop table request_appeals;
drop table request_answers;
alter table answers_of_all rename to request_answers;
alter table appeals_of_all rename to request_appeals;
create index request_answers_time on request_answers (at);
create index request_appeals_waiting on request_appeals (id) where decided_at is null;
-- @postgres
alter table request_answers add column join_id bigint not null default 0;
alter table request_answers drop constraint request_answers_request_id_round_key;
alter table request_answers add constraint request_answers_once unique (request_id, round, join_id);
-- @both
alter table request_reopenings add column join_id bigint not null default 0;
-- What the journal vouches for beside the answers and reopenings themselves.
create view request_answers_joined as select id, request_id, join_id from request_answers where join_id <> 0;
create view request_reopenings_joined as select id, request_id, join_id from request_reopenings where join_id <> 0;

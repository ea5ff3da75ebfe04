-- Calendar feeds of due dates: a secret address for programs that cannot sign in, kept only as a hash.
create table calendar_feeds (
  id {id},
  organization text not null,
  label text not null,
  hash {bytes} not null unique,
  created_at bigint not null,
  account bigint not null,
  revoked_at bigint,
  read_at bigint
);
create index calendar_feeds_organization on calendar_feeds (organization) where revoked_at is null;

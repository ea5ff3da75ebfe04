-- What the emergency net rests on: stations, units, hospitals and where people live, each row with all its versions.
-- A row that is in force has no end; what a row holds stands in it as JSON, in the order of the fields of its kind.
create table emergency_register (
  id {id},
  kind text not null,
  code text not null,
  version integer not null,
  content text not null,
  since bigint not null,
  until bigint
);
create unique index emergency_register_version on emergency_register (kind, code, version);
create index emergency_register_present on emergency_register (kind, code) where until is null;

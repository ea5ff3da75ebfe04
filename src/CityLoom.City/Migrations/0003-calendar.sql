-- The days that differ from Monday to Friday, as the yearly notices say.
create table calendar_exceptions (
  date text not null primary key,
  working integer not null,
  kind text not null
);

-- The duty catalogue: each import is a version of its own and the ones before stay.
create table duty_catalogues (
  version integer not null primary key,
  at bigint not null,
  account bigint,
  note text
);

create table duties (
  version integer not null references duty_catalogues (version),
  line integer not null,
  category text not null,
  territory text not null,
  organization text not null,
  direct integer not null,
  respond_within text not null,
  handle_within text not null,
  urgency integer not null,
  opening text not null,
  closing text not null,
  primary key (version, line)
);

create table offers (
  version integer not null references duty_catalogues (version),
  category text not null,
  type text not null,
  description text not null,
  english_description text not null,
  confidential integer not null,
  primary key (version, category)
);

create table questions (
  version integer not null references duty_catalogues (version),
  category text not null,
  code text not null,
  position integer not null,
  variable integer not null,
  required integer not null,
  shape text not null,
  words text not null,
  english text not null,
  hint text not null,
  choices text not null,
  primary key (version, category, code)
);

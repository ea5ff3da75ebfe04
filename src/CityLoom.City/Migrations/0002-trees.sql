create table territories (
  code text not null primary key,
  name text not null,
  level text not null,
  parent_code text,
  zone text
);

-- Outlines as well-known text in WGS-84.
create table territory_boundaries (
  code text not null primary key,
  shape text not null
);

create table categories (
  code text not null primary key,
  name text not null,
  english_name text not null,
  parent_code text,
  keywords text not null
);

create table organizations (
  code text not null primary key,
  name text not null,
  short_name text not null,
  english_name text not null,
  parent_code text,
  territory_code text not null,
  kind text not null,
  categories text not null,
  aliases text not null
);

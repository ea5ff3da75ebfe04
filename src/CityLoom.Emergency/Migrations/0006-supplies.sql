-- What is kept, where it lies, and how much of it must stay.
create table supply_items (
  code text not null primary key,
  name text not null,
  english_name text not null,
  unit text not null,
  english_unit text not null
);
create table warehouses (
  code text not null primary key,
  name text not null,
  english_name text not null,
  organization text not null,
  territory text not null,
  longitude {real} not null,
  latitude {real} not null
);
create table stock_minimums (
  warehouse text not null references warehouses (code),
  item text not null references supply_items (code),
  least bigint not null,
  primary key (warehouse, item)
);

-- A lot is a quantity that expires together; held is what is promised to transfers and still lies here.
create table stock_lots (
  id {id},
  warehouse text not null references warehouses (code),
  item text not null references supply_items (code),
  expires text,
  quantity bigint not null check (quantity >= 0),
  held bigint not null check (held >= 0 and held <= quantity),
  changes integer not null
);
create index stock_lots_place on stock_lots (item, warehouse);

create table supply_requests (
  id {id},
  item text not null references supply_items (code),
  quantity bigint not null check (quantity > 0),
  territory text not null,
  place text not null,
  longitude {real} not null,
  latitude {real} not null,
  organization text not null,
  priority integer not null,
  within_minutes integer,
  matter_id bigint,
  state text not null,
  words text not null,
  made_at bigint not null,
  changes integer not null
);
create index supply_requests_open on supply_requests (priority, id) where state in ('Requested', 'Committed', 'Sent');

-- What goes to a request from which lot.
create table supply_transfers (
  id {id},
  request_id bigint not null references supply_requests (id),
  lot_id bigint not null references stock_lots (id),
  quantity bigint not null check (quantity > 0),
  returned bigint not null check (returned >= 0 and returned <= quantity),
  state text not null
);
create index supply_transfers_request on supply_transfers (request_id);

-- Sites for two uses: what they are on ordinary days and what they become.
create table dual_sites (
  code text not null primary key,
  name text not null,
  english_name text not null,
  organization text not null,
  territory text not null,
  everyday text not null,
  english_everyday text not null,
  emergency text not null,
  english_emergency text not null,
  capacity integer not null,
  hours integer not null,
  longitude {real} not null,
  latitude {real} not null
);

-- Notices that changed the calendar: from which day on, and whether all open clocks have been reckoned since.
create table calendar_notices (
  id {id},
  imported_at bigint not null,
  days integer not null,
  first_changed text,
  reckoned_at bigint
);
create index calendar_notices_waiting on calendar_notices (id) where reckoned_at is null;

-- Which entry of the indicator's chain wrote a value, so that the journal can vouch for it.
alter table observations add column entry integer not null default 0;
create index observations_entry on observations (indicator_id, entry);

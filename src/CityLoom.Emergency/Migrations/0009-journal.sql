-- What rows the journal vouches for is told by their fingerprint in its entries; no row has to name its entry.
alter table incidents drop column journal_seq;
alter table unit_standings drop column journal_seq;
alter table reach_plans drop column journal_seq;

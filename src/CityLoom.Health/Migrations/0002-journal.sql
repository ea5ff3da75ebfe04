-- The journal's entries hold the fingerprint of a warning's rows; no row has to name its entry.
alter table health_warnings drop column journal_seq;

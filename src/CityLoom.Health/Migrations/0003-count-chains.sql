-- The chain in the journal to which counts and corrections belong.
create index health_counts_chain on health_counts ((stream_id * 1000000 + block));
create index health_revisions_chain on health_revisions ((stream_id * 1000000 + period / 128));

-- The same file is the same directive, also when two people import it at the same moment.
drop index directives_source;
create unique index directives_source on directives (source_hash);

-- What changed since an instant, for those who follow along.
create index journal_time on journal (subject, at);

-- Alerts as they were sent or received; the message itself is the XML, the other columns find it.
create table alerts (
  id {id},
  sender text not null,
  identifier text not null,
  sent_at bigint not null,
  status text not null,
  kind text not null,
  public integer not null,
  source text not null,
  organization text,
  event text not null,
  severity text not null,
  headline text not null,
  english_headline text not null,
  begins_at bigint not null,
  expires_at bigint not null,
  signature text not null,
  message text not null,
  received_at bigint not null,
  account bigint,
  replaced_by bigint,
  ended_at bigint,
  unique (sender, identifier)
);
create index alerts_active on alerts (expires_at) where ended_at is null;
create index alerts_sent on alerts (sent_at);

-- What an update or a cancellation names, so that it holds also when it comes before what it names.
create table alert_references (
  alert_id bigint not null references alerts (id),
  sender text not null,
  identifier text not null,
  primary key (alert_id, sender, identifier)
);
create index alert_references_named on alert_references (sender, identifier);

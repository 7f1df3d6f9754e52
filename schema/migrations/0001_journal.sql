-- The journal as tables. Ids and hashes are text, so that plain SQL reads them; times are milliseconds UTC.

create table meta (
  key text primary key, -- epoch, schema_version
  value text not null
) strict, without rowid;

create table process (
  id text primary key,
  head integer not null, -- seq of the last event
  at integer not null    -- the latest time of an event whose time was not fixed
) strict, without rowid;

create table event (
  process text not null references process (id),
  seq integer not null check (seq > 0),
  command_id text not null,
  actor text not null,
  at integer not null,
  kind text not null,
  version integer not null,
  redacted integer not null default 0, -- 1: the personal leaves of body have been emptied
  body text not null,                  -- JSON
  primary key (process, seq),
  unique (process, command_id)
) strict, without rowid;

create table blob (
  process text not null,
  sha256 text not null,
  type text not null, -- media type
  bytes blob not null,
  primary key (process, sha256)
) strict;

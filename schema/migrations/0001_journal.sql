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

-- Texts of people are erased for good when they must be. SQLite leaves traces of rows that move from page to
-- page, even with secure_delete. So rows that hold texts never move: these two tables are ordered by rowid, only
-- appended to, never deleted from, and erasing overwrites a row in place with one of the same size.

create table event (
  process text not null references process (id),
  seq integer not null check (seq > 0),
  command_id text not null,
  actor text not null,
  at integer not null,
  kind text not null,
  version integer not null,
  redacted integer not null default 0, -- 1: body is without its personal leaves, and filled up with spaces
  body text not null,                  -- JSON
  unique (process, seq),
  unique (process, command_id)
) strict;

create table blob (
  process text not null,
  sha256 text not null,
  type text not null, -- media type
  erased integer not null default 0, -- 1: bytes are zeros
  bytes blob not null,
  unique (process, sha256)
) strict;

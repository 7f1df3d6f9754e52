-- A process can be erased for good. Its row stays, so that its id is never used again, and so do the rows of its
-- events, filled with blanks, and of its blobs, filled with zeros.

alter table process add column erased integer not null default 0; -- 1: it takes nothing any more

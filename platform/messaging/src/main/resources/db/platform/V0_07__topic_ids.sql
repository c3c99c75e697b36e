-- Which topic an offset belongs to: one of the same name that was made anew has another id, and starts at 0. Null: of
-- before this column, or written by an older version.
alter table consumed add column topic_id text;

-- The topic that this service publishes to. When it is another, everything is stated again.
alter table publisher add column topic_id text;

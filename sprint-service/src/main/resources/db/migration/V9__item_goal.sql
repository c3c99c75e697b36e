-- The goal that an item serves, so that a sprint can say what it does for it.
alter table item add column goal_id uuid;

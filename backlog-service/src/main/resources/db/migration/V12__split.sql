-- Of which item this one is the rest.
alter table item add column split_from uuid;

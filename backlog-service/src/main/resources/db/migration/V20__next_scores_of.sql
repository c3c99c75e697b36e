-- Of which item and which demand a score by the next model is: an older version changes both without scoring anew.
alter table next_item_score add column item_version bigint;
alter table next_item_score add column demand_epoch int;
alter table next_item_score add column demand_version bigint;

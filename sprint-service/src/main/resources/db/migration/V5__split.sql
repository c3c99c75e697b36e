-- What has become of the rest of an item that was split when its sprint was closed: an item of its own.
alter table sprint_item add column rest_id uuid constraint sprint_item_rest_unique unique;

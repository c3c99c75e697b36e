-- Those that show their own status.
create index concurrently item_by_own_status on item (product_id, status, number) where not shows_work;

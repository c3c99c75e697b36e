-- As those by type.
create index concurrently item_by_status on item (product_id, status, number);

-- A filter that few items pass finds them here instead of walking through all others in the order of the list.
create index concurrently item_by_type on item (product_id, type, number);

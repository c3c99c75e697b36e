-- As those by type, for each product by itself. No pending list: each search would read that of all products.
create index concurrently item_by_label_in on item using gin (labels_in(product_id, labels))
    with (fastupdate = off);
